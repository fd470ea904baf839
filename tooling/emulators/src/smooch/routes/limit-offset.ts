import { badRequest } from '../errors.js';
import type { AccountCall } from './route.js';

/** A part of a list by `limit` (25 unless told or 0, 100 at most) and `offset`, as the older versions page. */
export function slice<Item>(
  { query }: Pick<AccountCall, 'query'>,
  items: readonly Item[],
): { readonly items: readonly Item[]; readonly hasMore: boolean; readonly offset: number } {
  const limit = readLimit(query);
  const offset = readCount(query, 'offset') ?? 0;
  return { items: items.slice(offset, offset + limit), hasMore: offset + limit < items.length, offset };
}

/** How many items a page has. 0, which v1 documents as the default, is no limit of the caller's own. */
export function readLimit(query: URLSearchParams): number {
  const limit = readCount(query, 'limit') ?? 0;
  if (limit > 100) throw badRequest("'limit' should be between 1 and 100");
  return limit === 0 ? 25 : limit;
}

function readCount(query: URLSearchParams, name: string): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  if (!/^\d+$/.test(text)) throw badRequest(`'${name}' should be integer`);
  return Number(text);
}
