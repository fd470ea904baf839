import { createHttp, isBrowser, type Auth, type Credential, type Http } from '@x/http-core';
import { describe, normalize, SlackError } from './errors.js';
import { headersOf } from './calls/headers.js';
import { baseUrlOf, credentialOf, noToken, type SlackWebOptions } from './options.js';

/** The Web API over HTTP. A call with an `authorization` header of its own goes by that, and not by the client's token. */
export function createSlackHttp(options: SlackWebOptions): Http {
  const make = (credential: Credential<string>): Http =>
    createHttp({
      ...options,
      // Nothing that a browser has goes along, and nothing of what it keeps is used.
      fetch: async (url, init) =>
        (options.fetch ?? fetch)(url, { ...init, credentials: 'omit', cache: 'no-store' }),
      service: 'slack',
      baseUrl: baseUrlOf(options),
      headers: {},
      auth: createAuth(options, credential),
      normalize,
      describe,
      ServiceError: SlackError,
    });
  const own = make(credentialOf(options));
  // What becomes of another token is no reason to ask for a new one of the client's.
  const other = make(noToken);
  const pick = (given?: object): Http => (given !== undefined && 'authorization' in given ? other : own);
  return {
    request: async (method, target, call) => pick(call?.headers).request(method, target, call),
    json: async (method, target, call) => pick(call?.headers).json(method, target, call),
  };
}

/** What goes to Slack, and to nobody else, with each call. */
export function createAuth(
  options: SlackWebOptions,
  credential: Credential<string> = credentialOf(options),
): Auth<string> {
  const added = headersOf(options);
  const { teamId } = options;
  return {
    credential,
    apply(draft, value) {
      const { headers, form, body } = draft;
      for (const [name, text] of Object.entries(added)) headers.set(name, text);
      const token = headers.get('authorization')?.slice('Bearer '.length) ?? value;
      const fields: Record<string, string> = teamId === undefined ? {} : { team_id: teamId };
      // Slack's rules for pages of other origins allow no header of our own.
      if (isBrowser()) {
        headers.delete('authorization');
        if (token) fields['token'] = token;
      } else if (token) headers.set('authorization', `Bearer ${token}`);
      if (body instanceof FormData) {
        for (const [name, text] of Object.entries(fields))
          if (name === 'token' || !body.has(name)) body.set(name, text);
      } else if (form) {
        draft.form = { ...fields, ...form };
        // An empty form without a token is one that Slack cannot read.
        if (!token && Object.keys(draft.form).length === 0) {
          draft.form = undefined;
          headers.delete('content-type');
        }
      }
    },
    rejected: ({ status }) => status === 401,
  };
}
