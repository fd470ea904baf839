import { createNode } from './chain.js';
import { refuseOption } from './errors.js';
import { asFeedElement } from './feed-items.js';
import { createChatterHttp } from './http.js';
import { defaultVersion, type ChatterOptions } from './options.js';
import type { Chatter } from './types/tree.js';

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
  const { version = defaultVersion, clock } = options;
  if (!/^\d+\.0$/.test(version)) refuseOption('version', "like '66.0'");
  const client = { http: createChatterHttp(options), clock, prepare: asFeedElement };
  return createNode(client, `/services/data/v${version}/chatter`) as Chatter;
}
