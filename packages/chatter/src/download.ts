import { callOf, type Chain } from './chain.js';
import { requireNode } from './refuse.js';
import type { ChatterCallOptions } from './types/call.js';
import type { Bytes } from './types/node.js';
import type { Fields } from '@x/http-core';

/**
 * Gets bytes: the content of a file, a rendition of it. The answer is handed out when its headers are here; what is in
 * it is read by the caller (`.body`, `.blob()`, `.arrayBuffer()`), to whatever size, and the signal ends that too.
 *
 * @param node A path that answers bytes, or an address from an answer through `at`, such as `downloadUrl`.
 * @param query Such as `{ versionNumber: 1 }` or `{ type: 'THUMB240BY180' }`.
 * @throws `usage` / `INVALID_REQUEST` at once for what is no chain. Else as any call does.
 * @example
 * ```ts
 * import { connect, createChatter, download } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const file = connect(chatter).files._('069E0000000Fpox');
 * const bytes = await (await download(file.content)).arrayBuffer();
 * const thumbnail = await (await download(file.rendition, { type: 'THUMB240BY180' })).blob();
 * ```
 */
export function download<Query extends Fields = Fields>(
  node: Chain & Bytes<Query>,
  query?: Query,
  options?: ChatterCallOptions,
): Promise<Response> {
  const { client, path } = requireNode('download', node);
  const { method, path: target, ...request } = client.prepare(callOf(path, 'GET', query, options));
  return client.http.request(method, target, request);
}

/**
 * Options for a call whose answer is to have addresses of files, photos and renditions that can be read without a
 * session, by an `<img>` for example. They hold for 20 minutes and work only as they are, with all their parameters;
 * who knows one can see what is there.
 *
 * @example
 * ```ts
 * import { createChatter, withBearerUrls } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const { photo } = await chatter.users.me({}, withBearerUrls());
 * export const portrait: string = photo.largePhotoUrl;
 * ```
 */
export function withBearerUrls(options: ChatterCallOptions = {}): ChatterCallOptions {
  return { ...options, headers: { ...options.headers, 'x-connect-bearer-urls': 'true' } };
}
