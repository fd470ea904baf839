import type { OpenMethod } from './method.js';

/** Repeats what it was given, and fails on request. */
export const apiTest: OpenMethod = {
  name: 'api.test',
  tier: 'tier 4',
  json: true,
  access: 'open',
  handle(args) {
    const error = args.text('error');
    const given = Object.keys(args.all).length === 0 ? {} : { args: args.all };
    return error === undefined ? given : { ok: false, error, ...given };
  },
};
