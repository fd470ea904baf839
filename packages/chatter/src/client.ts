import { refuseOptions, type Fields, type RequestOptions } from '@x/http-core';
import { createNode, type ChainCall, type ChainTarget } from './chain.js';
import { ChatterError } from './errors.js';
import { asFeedElement, isFormPost } from './feed-items.js';
import { createChatterHttp } from './http.js';
import { defaultVersion, type ChatterOptions } from './options.js';
import type { Chatter } from './types/tree.js';

/** The last version that takes feed items. */
const lastFeedItems = 31;

/**
 * A client for one user's Chatter. The path is the program: names are the parts of the path below `/chatter`, `_` in
 * them stands for `-`, ids go in by `_()` or by index, and calling the end of the chain gets it.
 *
 * Nothing is sent until a chain is called. When the session expires, all calls under way share one refresh, and each is
 * repeated once.
 *
 * @throws `usage` / `INVALID_OPTION` at once for options that cannot work. Calls reject with a {@link ChatterError}:
 * `auth` (`INVALID_SESSION_ID`, `invalid_grant`), `refused` (`NOT_FOUND`, `INVALID_ID_FIELD`, …), `rate-limit`
 * (`REQUEST_LIMIT_EXCEEDED`), `http`, `network`, `timeout`, `protocol`.
 * @example
 * ```ts
 * import { createChatter } from '@x/chatter';
 *
 * const chatter = createChatter({
 *   instanceUrl: 'https://mydomain.my.salesforce.com',
 *   accessToken: '00D…',
 *   refreshToken: '5Aep…',
 *   clientId: '3MVG…',
 *   clientSecret: '…',
 *   onTokens: (tokens) => console.log('save these', tokens.instanceUrl),
 * });
 * const me = await chatter.users.me();
 * await chatter.feeds.news.me.feed_items.post({ text: `Hello from ${me.name}` });
 * ```
 * @see https://developer.salesforce.com/docs/atlas.en-us.chatterapi.meta/chatterapi/
 */
export function createChatter(options: ChatterOptions): Chatter {
  const version = options.version ?? defaultVersion;
  if (!/^\d+\.0$/.test(version)) refuseOptions('chatter', ChatterError)('version', "like '66.0'");
  const http = createChatterHttp(options);
  const root = `/services/data/v${version}/chatter`;

  const target: ChainTarget = {
    async send(call) {
      const {
        method,
        parts,
        query,
        json,
        options: given,
      } = Number(version) > lastFeedItems ? asFeedElement(call) : call;
      const path = [root, ...parts].join('/');
      const body: RequestOptions = isFormPost({ ...call, parts, json }) ? { form: json as Fields } : { json };
      return http.json(method, path, { ...callOptions(given), ...body, query });
    },
    follow: async (address, given) =>
      http.json('GET', address.startsWith('/') ? address : new URL(address), callOptions(given)),
  };
  return createNode(target) as Chatter;
}

/** What may be said about a call, and nothing else that happens to be on the object. */
function callOptions({ signal, timeoutMs, retries, headers }: ChainCall['options']): RequestOptions {
  return { signal, timeoutMs, retries, headers };
}
