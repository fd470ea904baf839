import { checkNumber, paginate, type CallOptions, type Fields, type Http, type Pages } from '@x/http-core';
import { partOf } from './answer.js';
import { refuseArgument } from './errors.js';
import type { PageFacts, PageOptions } from './types/page.js';

/** A page of such a list. */
export type OffsetPage<Name extends string, Item> = PageFacts & {
  readonly [Each in Name]: readonly Item[];
};

/**
 * A list that is read by `offset` and `limit`, whose pages hold their items under a name; also one that the service gives whole.
 * Its path is asked for when the list is read, so that what is wrong with an id is told there.
 */
export function offsetPages<Name extends string, Item>(
  http: Http,
  path: () => string,
  name: Name,
  { limit, offset, ...query }: PageOptions & Fields,
  call: CallOptions | undefined,
): Pages<Item, OffsetPage<Name, Item>> {
  /** Where what follows a page begins. The service's own word for that is not always there. */
  const following = new WeakMap<object, number>();

  async function load(from = offset): Promise<OffsetPage<Name, Item>> {
    if (limit !== undefined) checkNumber(refuseArgument, 'limit', limit);
    if (from !== undefined) checkNumber(refuseArgument, 'offset', from);
    const page = await http.json<OffsetPage<Name, Item>>('GET', path(), {
      ...call,
      query: { ...query, limit, offset: from },
    });
    following.set(page, (from ?? 0) + partOf(page, name).length);
    return page;
  }

  return paginate(
    load,
    (page) => page[name],
    // A page without items would be followed by itself.
    (page) => (page.hasMore === true && page[name].length > 0 ? following.get(page) : undefined),
  );
}
