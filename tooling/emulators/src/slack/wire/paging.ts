import { SlackError } from '../errors.js';
import type { SlackSwitches } from '../switches.js';
import { type CursorKind, decodeCursor, encodeCursor } from './cursors.js';

/** The most that any page holds. */
const longestPage = 1_000;

export interface PageRequest<Item> {
  readonly items: readonly Item[];
  readonly kind: CursorKind;
  readonly keyOf: (item: Item) => string;
  readonly cursor: string | undefined;
  /** Undefined for all that there is. */
  readonly limit: number | undefined;
  readonly switches: Pick<SlackSwitches, 'shortPages'>;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Undefined on the last page. */
  readonly next: Item | undefined;
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** One page of a list. A cursor names the item that its page begins with; one that names nothing is invalid. */
export function pageOf<Item>(request: PageRequest<Item>): Page<Item> {
  const { items, kind, keyOf, cursor, limit, switches } = request;
  const start = cursor === undefined ? 0 : startOf(request, cursor);
  const size = limit === undefined ? items.length : Math.min(limit, longestPage);
  // A page of one that came up short would lead nowhere.
  const end = start + (switches.shortPages && size > 1 && start === 0 ? size - 1 : size);
  const next = items[end];
  return {
    items: items.slice(start, end),
    next,
    nextCursor: next === undefined ? '' : encodeCursor(kind, keyOf(next)),
  };
}

function startOf<Item>({ items, kind, keyOf }: PageRequest<Item>, cursor: string): number {
  const key = decodeCursor(kind, cursor);
  const start = items.findIndex((item) => keyOf(item) === key);
  if (start === -1) throw new SlackError('invalid_cursor');
  return start;
}
