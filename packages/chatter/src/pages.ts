import { paginate, type Fields, type Pages } from '@x/http-core';
import { nodeBehind } from './chain.js';
import { ChatterError } from './errors.js';
import type { ChatterCallOptions } from './types/call.js';
import type { Get } from './types/node.js';
import type { ItemOf, Page } from './types/page.js';

/** Under which name a page keeps its items: each kind of page has its own. */
const itemNames = [
  'elements',
  'items',
  'users',
  'groups',
  'members',
  'followers',
  'following',
  'messages',
  'conversations',
  'topics',
  'topicEndorsements',
  'files',
  'records',
  'announcements',
  'mentionCompletions',
  'managedTopics',
  'notifications',
];

/**
 * A list that comes in pages, item by item: a feed, users, groups, members, topics, …. Follows `nextPageUrl` exactly as
 * the service gives it, asks for a page only when it is needed, and ends when there is none or when they lead in a circle.
 *
 * @param node A chain whose GET answers a page.
 * @param query Goes with the first page, such as `{ pageSize: 100 }`; later pages carry it in their address.
 * @throws `usage` / `INVALID_REQUEST` at once for what is no chain. Iterating rejects as any call does.
 * @example
 * ```ts
 * import { createChatter, pages } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * for await (const element of pages(chatter.feeds.news.me.feed_elements, { pageSize: 50 })) {
 *   console.log(element.actor.displayName, element.body.text);
 * }
 * ```
 */
export function pages<Answer extends Page, Query extends Fields>(
  node: Get<Answer, Query>,
  query?: Query,
  options: ChatterCallOptions = {},
): Pages<ItemOf<Answer>, Answer> {
  const behind = nodeBehind(node);
  if (behind === undefined) {
    throw new ChatterError('chatter: pages needs a chain, such as chatter.feeds.news.me.feed_elements', {
      service: 'chatter',
      kind: 'usage',
      code: 'INVALID_REQUEST',
    });
  }
  return paginate<Answer, ItemOf<Answer>, string>(
    async (address) =>
      address === undefined
        ? node(query, options)
        : ((await behind.target.follow(address, options)) as Answer),
    itemsOf,
    (page) => page.nextPageUrl,
  );
}

function itemsOf<Answer extends Page>(page: Answer): readonly ItemOf<Answer>[] {
  const fields = page as Readonly<Record<string, unknown>>;
  const name = itemNames.find((each) => Array.isArray(fields[each]));
  return name === undefined ? [] : (fields[name] as ItemOf<Answer>[]);
}
