import { badRequest } from '../errors.js';
import type { ApiVersion } from '../state/model/index.js';
import { optionalObject, type Body } from './fields.js';

const channels: Readonly<Record<'before' | 'v2', readonly string[]>> = {
  before: ['whatsapp', 'line', 'messenger'],
  v2: ['apple', 'line', 'messenger', 'whatsapp'],
};

/**
 * Checks what a channel is to be told in place of a message. It goes to the channel alone: of what is kept and shown it changes
 * nothing.
 */
export function checkOverride(body: Body, version: ApiVersion): void {
  const override = optionalObject(body, 'override') ?? {};
  const known = channels[version === 'v2' ? 'v2' : 'before'];
  for (const channel of Object.keys(override)) {
    if (!known.includes(channel)) throw badRequest(`'override' should not hold '${channel}'`);
    optionalObject(optionalObject(override, channel) ?? {}, 'payload');
  }
}
