import type { Arguments } from './arguments.js';

const usualCount = 100;
const longestPage = 1_000;

/** A page of the older kind, which is asked for by its number. */
export interface NumberedPage<Item> {
  readonly items: readonly Item[];
  readonly paging: {
    readonly count: number;
    readonly total: number;
    readonly page: number;
    readonly pages: number;
  };
}

/** The page that `count` and `page` ask for. One beyond the last is empty. */
export function numberedPage<Item>(
  args: Arguments,
  items: readonly Item[],
  otherwise: number = usualCount,
): NumberedPage<Item> {
  const count = Math.min(args.count('count', 'invalid_arguments') ?? otherwise, longestPage);
  const page = args.count('page', 'invalid_arguments') ?? 1;
  return {
    items: items.slice((page - 1) * count, page * count),
    paging: { count, total: items.length, page, pages: Math.ceil(items.length / count) },
  };
}
