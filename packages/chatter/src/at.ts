import { createNode, type Chain, type ChainCall } from './chain.js';
import { refuse, requireNode } from './refuse.js';
import type { UnknownNode } from './types/node.js';

/**
 * The node at an address that the service handed out: `url`, `nextPageUrl`, `feedElementPostUrl`, `currentPageUrl`, ….
 * It can be got, posted to and deleted like any other; its query goes along, and parameters of a call take the place of
 * those of the same name.
 *
 * @param node Any chain of the client that the answer came from.
 * @param address From the root of the instance: `/services/data/v66.0/chatter/feed-elements/0D5…`. Of a site, its path may
 * stand before that.
 * @returns A node whose answers are for the caller to say. Below it, `_()` adds to its path and leaves its query.
 * @throws `usage` / `INVALID_REQUEST` at once for an address of another host, or one outside of `/services/data`: those
 * are no business of a client that carries a session.
 * @example
 * ```ts
 * import { at, createChatter, type FeedElement } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const feed = await chatter.feeds.news.me();
 * const post = await at(chatter, feed.feedElementPostUrl).post<FeedElement>({
 *   feedElementType: 'FeedItem',
 *   subjectId: 'me',
 *   body: { messageSegments: [{ type: 'Text', text: 'Hello' }] },
 * });
 * await at(chatter, post.url).delete();
 * ```
 */
export function at(node: Chain, address: string): UnknownNode {
  const { client } = requireNode('at', node);
  const [, path = '', search = ''] =
    /^(?:\/[^/?#]+)?(\/services\/data\/v[^?#]+)(\?[^#]*)?/.exec(address) ?? [];
  // What a URL would resolve away, or turn into something else, does not name what it seems to.
  const plain = URL.canParse(path, 'https://a') && new URL(path, 'https://a').pathname === path;
  if (!plain) refuse('an address begins with /services/data/, as the service hands it out');
  const prepare = (call: ChainCall): ChainCall =>
    client.prepare(call.path === path ? { ...call, path: path + without(search, call.query) } : call);
  return createNode({ ...client, prepare }, path) as UnknownNode;
}

/** A query as it is written, less the parameters that are given anew. */
function without(search: string, given: ChainCall['query'] = {}): string {
  const rest = search
    .slice(1)
    .split('&')
    .filter((each) => {
      const [name] = new URLSearchParams(each).keys();
      return name !== undefined && given[name] === undefined;
    });
  return rest.length === 0 ? '' : `?${rest.join('&')}`;
}
