import { paginate, type Fields, type Pages } from '@x/http-core';
import { callOf, send, type Chain, type ChainClient } from './chain.js';
import { itemsOf } from './page-items.js';
import { checkPageSize } from './page-size.js';
import { requireNode } from './refuse.js';
import type { ChatterCallOptions } from './types/call.js';
import type { Get } from './types/node.js';
import type { ItemOf, Page } from './types/page.js';

/**
 * A list from a page on that is here already: the comments or likes that came with a post, or a page kept from before.
 * It is not asked for again; those after it are.
 *
 * @param node Any chain of the client that the page came from.
 * @example
 * ```ts
 * import { createChatter, pages } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * const post = await chatter.feed_elements._('0D5…').get();
 * const comments = post.capabilities.comments?.page;
 * if (comments) console.log(await pages(chatter, comments).toArray());
 * ```
 */
export function pages<Answer extends FetchedPage>(
  node: Chain,
  page: Answer,
  options?: ChatterCallOptions,
): Pages<ItemOf<Answer>, Answer>;

/** A list that is asked for with a query: mentions that can be completed, announcements of a group. */
export function pages<Answer extends Page, Query extends Fields | undefined>(
  // With `undefined`, which is in the query of every other list: without it, theirs could be anything here.
  node: { get(query: Query, options?: ChatterCallOptions): Promise<Answer> },
  query: NoInfer<Query>,
  options?: ChatterCallOptions,
): Pages<ItemOf<Answer>, Answer>;

/**
 * A list that comes in pages, item by item: a feed, users, groups, members, topics, …. Follows `nextPageUrl` exactly as
 * the service gives it, asks for a page only when it is needed, and ends when there is none or when they lead in a circle.
 *
 * @param node A chain whose GET answers a page.
 * @param query Goes with the first page, such as `{ pageSize: 100 }`; later pages carry it in their address.
 * @throws `usage` / `INVALID_REQUEST` at once for what is no chain, and for a page size that the list does not take.
 * Iterating rejects as any call does.
 * @example
 * ```ts
 * import { createChatter, pages } from '@x/chatter';
 *
 * const chatter = createChatter({ instanceUrl: 'https://mydomain.my.salesforce.com', accessToken: '00D…' });
 * for await (const element of pages(chatter.feeds.news.me.feed_elements, { pageSize: 50 })) {
 *   console.log(element.createdDate, element.body.text);
 * }
 * ```
 */
export function pages<Answer extends Page, Query extends Fields = Fields>(
  node: Get<Answer, Query>,
  query?: NoInfer<Query>,
  options?: ChatterCallOptions,
): Pages<ItemOf<Answer>, Answer>;

export function pages<Answer extends Page>(
  node: unknown,
  start: Fields | FetchedPage = {},
  options?: ChatterCallOptions,
): Pages<ItemOf<Answer>, Answer> {
  const { client, path } = requireNode('pages', node);
  if ('nextPageUrl' in start) return followPages(client, async () => start as Answer, options);
  checkPageSize(path, start);
  return followPages(client, async () => (node as Get<Answer>)(start, options), options);
}

/** A page and those after it. */
export function followPages<Answer extends Page>(
  client: ChainClient,
  first: () => Promise<Answer>,
  options: ChatterCallOptions | undefined,
): Pages<ItemOf<Answer>, Answer> {
  return paginate<Answer, ItemOf<Answer>, string>(
    async (address) =>
      address === undefined
        ? first()
        : ((await send(client, callOf(pathOf(address), 'GET', undefined, options))) as Answer),
    (page) => itemsOf(page) as readonly ItemOf<Answer>[],
    (page) => page.nextPageUrl,
  );
}

/** An address from an answer, less the host and the path of a site, should it begin with them: the client has its own. */
export function pathOf(address: string): string {
  return address.replace(/^[^?]*?(?=\/services\/data\/)/, '');
}

/** A page as it came in an answer. */
export interface FetchedPage {
  readonly nextPageUrl: string | null;
}
