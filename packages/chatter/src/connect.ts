import { segment } from '@x/http-core';
import { createNode, type Chain } from './chain.js';
import { ChatterError } from './errors.js';
import { requireNode } from './refuse.js';
import type { CommunityChatter, CommunityConnect, Connect } from './types/tree.js';

/** The version of a path, and the community that it is of. */
const scopes = /^(\/services\/data\/v[^/]+)(\/connect\/communities\/[^/]+)?/;

/**
 * The resources of the Connect API: files, topics, user profiles, communities, notifications, …. Of a chain in a
 * community, those of that community: there, `connect` is not a part of the path.
 *
 * @param node Any chain of a client.
 * @throws `usage` / `INVALID_REQUEST` at once for what is no chain.
 * @example
 * ```ts
 * import { community, connect, createChatter } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * await connect(chatter).topics({ q: 'travel' }); // /connect/topics
 * await connect(community(chatter, '0DB…')).topics(); // /connect/communities/0DB…/topics
 * ```
 */
export function connect(node: CommunityChatter): CommunityConnect;
export function connect(node: Chain): Connect;
export function connect(node: Chain): Connect | CommunityConnect {
  const { client, path } = requireNode('connect', node);
  return createNode(client, connectPath(path)) as Connect;
}

/** Where the Connect resources are that go with a path. */
export function connectPath(path: string): string {
  const [, root = '', inside = '/connect'] = scopes.exec(path) ?? [];
  return root + inside;
}

/**
 * The same Chatter inside a community (an Experience Cloud site): feeds, posts and people as that community shows them.
 * Its members can see nothing else.
 *
 * @param node Any chain of a client.
 * @param communityId An id that begins with `0DB`, or `'internal'` for the org itself.
 * @throws `usage` / `INVALID_REQUEST` at once for what is no chain, and for an empty id.
 * @example
 * ```ts
 * import { community, createChatter } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const customers = community(chatter, '0DB…');
 * await customers.feeds.news.me.feed_items.post({ text: 'Hello, customers' });
 * ```
 */
export function community(node: Chain, communityId: string): CommunityChatter {
  const { client, path } = requireNode('community', node);
  const [, root = ''] = scopes.exec(path) ?? [];
  const id = segment(communityId, 'chatter', ChatterError);
  return createNode(client, `${root}/connect/communities/${id}/chatter`) as CommunityChatter;
}
