/** A list that comes in pages. Nothing is asked until it is iterated; each iteration begins anew. */
export interface Pages<Item, Page = unknown> extends AsyncIterable<Item> {
  /** The same, page by page. */
  pages(): AsyncIterable<Page>;
  /** The items as a list, at most `limit` of them. Default: all. */
  toArray(limit?: number): Promise<Item[]>;
}

/**
 * Makes a list of pages. `next` names the page after a page, by whatever `load` understands: a URL, a token, a number;
 * `undefined` or `null` means that it was the last. A service that leads in a circle ends the list.
 *
 * @example
 * ```ts
 * import { paginate, type Pages } from '@x/http-core';
 *
 * interface Users { users: string[]; next: string | null }
 * declare function load(url?: string): Promise<Users>;
 *
 * export const users: Pages<string, Users> = paginate(load, (page) => page.users, (page) => page.next);
 * ```
 */
export function paginate<Page, Item, Cursor extends string | number>(
  load: (cursor?: Cursor) => Promise<Page>,
  items: (page: Page) => Iterable<Item>,
  next: (page: Page) => Cursor | null | undefined,
): Pages<Item, Page> {
  async function* pages(): AsyncGenerator<Page, void, undefined> {
    const seen = new Set<Cursor | undefined>();
    let cursor: Cursor | undefined;
    // The first page has no name, and neither has what comes after the last.
    while (!seen.has(cursor)) {
      seen.add(cursor);
      const page = await load(cursor);
      yield page;
      cursor = next(page) ?? undefined;
    }
  }
  async function* each(): AsyncGenerator<Item, void, undefined> {
    for await (const page of pages()) yield* items(page);
  }
  return {
    pages,
    [Symbol.asyncIterator]: each,
    async toArray(limit = Infinity) {
      const list: Item[] = [];
      if (limit > 0) {
        for await (const item of each()) if (list.push(item) >= limit) break;
      }
      return list;
    },
  };
}
