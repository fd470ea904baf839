import { createHttp, isBrowser, type Auth, type Http } from '@x/http-core';
import { describe, normalize, SlackError } from './errors.js';
import { baseUrlOf, credentialOf, type SlackWebOptions } from './options.js';

/** The Web API over HTTP. */
export function createSlackHttp(options: SlackWebOptions): Http {
  return createHttp({
    ...options,
    service: 'slack',
    baseUrl: baseUrlOf(options),
    // Without it, fetch adds a character set, about which Slack warns in every answer.
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    auth: createAuth(options),
    normalize,
    describe,
    ServiceError: SlackError,
  });
}

/** How a token gets into a request. */
export function createAuth(options: SlackWebOptions): Auth<string> | undefined {
  const credential = credentialOf(options);
  if (credential === undefined) return undefined;
  return {
    credential,
    apply(draft, token) {
      // A token among the arguments of a call goes before the client's.
      if (draft.form?.['token'] !== undefined) return;
      // Slack's rules for pages of other origins allow no header of our own.
      if (isBrowser()) draft.form = { ...draft.form, token };
      else draft.headers.set('authorization', `Bearer ${token}`);
    },
    rejected: ({ status }) => status === 401,
  };
}
