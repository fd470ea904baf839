import { badRequest } from '../../errors.js';
import type { Service } from '../../service.js';
import { present, type Wire } from '../../views/common/wire.js';
import type { AccountCall } from '../route.js';

export interface PageRules {
  /** Whatever size is asked for. Default: 25, or as many as are asked for up to 100. */
  readonly size?: number;
  /** Where a list is read from when nobody says. Default: its beginning. */
  readonly from?: 'beginning' | 'end';
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** `meta`, and `links` where there is a page before or after. */
  readonly envelope: Wire;
}

const invalid = (): Error => badRequest('Invalid page query parameters');

/** One page of a list, by `page[after]` or `page[before]` and `page[size]`. */
export function pageOf<Item extends { readonly id: string }>(
  service: Pick<Service, 'url'>,
  call: Pick<AccountCall, 'query' | 'path'>,
  items: readonly Item[],
  rules: PageRules = {},
): Page<Item> {
  const after = cursor(call.query, 'after');
  const before = cursor(call.query, 'before');
  if (after !== undefined && before !== undefined) throw invalid();
  const wanted = readSize(call.query);
  const size = rules.size ?? wanted;
  const goesBack = before !== undefined || (after === undefined && rules.from === 'end');
  const end = before === undefined ? items.length : placeOf(items, before);
  const start = goesBack ? Math.max(0, end - size) : after === undefined ? 0 : placeOf(items, after) + 1;
  const page = items.slice(start, goesBack ? end : start + size);
  const hasOlder = start > 0 && page.length > 0;
  const hasNewer = start + page.length < items.length && page.length > 0;
  const beforeCursor = hasOlder ? page[0]?.id : undefined;
  const afterCursor = hasNewer ? page.at(-1)?.id : undefined;
  const links = present({
    prev: linkTo(service, call, 'before', beforeCursor),
    next: linkTo(service, call, 'after', afterCursor),
  });
  return {
    items: page,
    envelope: present({
      meta: present({ hasMore: goesBack ? hasOlder : hasNewer, afterCursor, beforeCursor }),
      links: Object.keys(links).length > 0 ? links : undefined,
    }),
  };
}

function cursor(query: URLSearchParams, name: 'after' | 'before'): string | undefined {
  const value = query.get(`page[${name}]`);
  if (value === null) return undefined;
  if (value.length !== 24) throw invalid();
  return value;
}

function readSize(query: URLSearchParams): number {
  const text = query.get('page[size]');
  if (text === null) return 25;
  const size = Number(text);
  if (!Number.isInteger(size) || size < 1 || size > 100) throw invalid();
  return size;
}

function placeOf(items: readonly { readonly id: string }[], id: string): number {
  const place = items.findIndex((item) => item.id === id);
  if (place === -1) throw invalid();
  return place;
}

function linkTo(
  service: Pick<Service, 'url'>,
  { query, path }: Pick<AccountCall, 'query' | 'path'>,
  direction: 'after' | 'before',
  cursorThere: string | undefined,
): string | undefined {
  if (cursorThere === undefined) return undefined;
  const there = new URLSearchParams(query);
  there.delete('page[after]');
  there.delete('page[before]');
  there.set(`page[${direction}]`, cursorThere);
  return `${service.url()}${path}?${there}`;
}
