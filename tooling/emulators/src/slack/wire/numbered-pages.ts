import type { Call } from '../methods/method.js';

const usualCount = 100;
const longestPage = 1_000;

/** The cursor of the first page, for lists that want one from the first call on. */
const fromTheStart = '*';

/** A page of the older kind, which is asked for by its number, or by the cursor that came with the one before. */
export interface NumberedPage<Item> {
  readonly items: readonly Item[];
  readonly paging: {
    readonly count: number;
    readonly total: number;
    readonly page: number;
    readonly pages: number;
  };
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** The page that `count` and `page` ask for, or `limit` and `cursor`. One beyond the last is empty. */
export function numberedPage<Item>(
  { service: { cursors }, args }: Pick<Call, 'service' | 'args'>,
  items: readonly Item[],
  otherwise: number = usualCount,
): NumberedPage<Item> {
  const asked = args.count('limit', 'invalid_arguments') ?? args.count('count', 'invalid_arguments');
  const count = Math.min(asked ?? otherwise, longestPage);
  const cursor = args.text('cursor');
  const start =
    cursor === undefined || cursor === fromTheStart
      ? ((args.count('page', 'invalid_arguments') ?? 1) - 1) * count
      : Number(cursors.read('id', cursor));
  const end = start + count;
  const page = Math.floor(start / count) + 1;
  return {
    items: items.slice(start, end),
    paging: { count, total: items.length, page, pages: Math.ceil(items.length / count) },
    nextCursor: end < items.length ? cursors.issue('id', String(end)) : '',
  };
}
