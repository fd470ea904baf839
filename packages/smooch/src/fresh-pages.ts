import type { Pages } from '@x/http-core';

/** A list whose pages depend on those before them: each iteration gets a list of its own. */
export function freshPages<Item, Page>(make: () => Pages<Item, Page>): Pages<Item, Page> {
  return {
    pages: () => make().pages(),
    [Symbol.asyncIterator]: () => make()[Symbol.asyncIterator](),
    toArray: async (limit) => make().toArray(limit),
  };
}
