import { paginate, type CallOptions, type Fields, type Pages } from '@x/http-core';
import { checkPage, type PageRange } from '../checks/page.js';
import { notAsDocumented, refuseArgument } from '../errors.js';
import type { Sunshine } from './client.js';
import type { Meta, PageLinks, PageOptions } from './types/page.js';

/** What a list of v2 answers beside its items. */
interface AnyPage {
  readonly meta?: Meta;
  readonly links?: PageLinks;
}

/** What a list is made of. */
export interface List<Item, Page extends AnyPage> {
  /** Asked for when the list is read, so that what is wrong with an id is told there. */
  readonly target: () => string;
  readonly items: (page: Page) => readonly Item[] | undefined;
  readonly query?: Fields | undefined;
  readonly page?: PageOptions | undefined;
  /** Whether it begins at its end when nothing is said about where: as messages do. */
  readonly backwards?: boolean;
  readonly call?: CallOptions | undefined;
}

/** A list that is read page by page: onwards, or with `before` back, and then the items of a page come last first. */
export function list<Item extends { readonly id?: string }, Page extends AnyPage>(
  { http, checks }: Sunshine,
  { target, items, query, page = {}, backwards = false, call }: List<Item, Page>,
): Pages<Item, Page> {
  const { after, before, pageSize } = page as PageRange;
  const back = before !== undefined || (backwards && after === undefined);
  const direction = back ? 'before' : 'after';

  async function load(cursor?: string): Promise<Page> {
    if (checks) checkPage(refuseArgument, page);
    const range = cursor === undefined ? { after, before } : { [direction]: cursor };
    const answer = await http.json<Page>('GET', target(), {
      ...call,
      query: {
        ...query,
        'page[after]': range.after,
        'page[before]': range.before,
        'page[size]': pageSize,
      },
    });
    // Who took that for an empty list would make what may be there.
    if (!items(Object(answer) as Page)) notAsDocumented('UNEXPECTED_ANSWER', 'the answer has no list in it');
    return answer;
  }

  const inOrder = (answer: Page): readonly Item[] => {
    const found = items(answer) ?? [];
    return back ? found.toReversed() : found;
  };

  function next(answer: Page): string | undefined {
    const { meta, links } = answer;
    const cursor = back
      ? (meta?.beforeCursor ?? cursorOf(links?.prev, direction))
      : (meta?.afterCursor ?? cursorOf(links?.next, direction));
    if (meta?.hasMore === undefined) return cursor;
    // A cursor is the id of a record.
    return meta.hasMore ? (cursor ?? inOrder(answer).at(-1)?.id) : undefined;
  }

  return paginate(load, inOrder, next);
}

/** The cursor in an address of another page. */
function cursorOf(link: string | null | undefined, direction: string): string | undefined {
  const query = link?.replace(/^[^?]*/, '');
  return new URLSearchParams(query).get(`page[${direction}]`) ?? undefined;
}
