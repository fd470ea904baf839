import { SlackError } from '../errors.js';
import type { SlackSwitches } from '../switches.js';
import type { CursorKind, Cursors } from './cursors.js';

/** The most that any page holds. */
const longestPage = 1_000;

/** What becomes part of a cursor that comes of an empty page, so that the same place is not shown as empty again. */
const afterNothing = '+';

/** Where pages come from. */
export interface PageSource {
  readonly cursors: Cursors;
  readonly switches: Pick<SlackSwitches, 'shortPages'>;
}

export interface PageRequest<Item> {
  readonly items: readonly Item[];
  readonly kind: CursorKind;
  readonly keyOf: (item: Item) => string;
  readonly cursor: string | undefined;
  /** Undefined for all that there is. */
  readonly limit: number | undefined;
}

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Undefined on the last page. */
  readonly next: Item | undefined;
  /** Empty on the last page. */
  readonly nextCursor: string;
}

/** One page of a list. A cursor names the item that its page begins with; one that names nothing is invalid. */
export function pageOf<Item>(source: PageSource, request: PageRequest<Item>): Page<Item> {
  const { items, kind, keyOf, cursor, limit = Infinity } = request;
  const { key, size, nextCursor } = pageStep(source, kind, cursor, Math.min(limit, items.length));
  const start = key === undefined ? 0 : items.findIndex((item) => keyOf(item) === key);
  if (start === -1) throw new SlackError('invalid_cursor');
  const next = items[start + size];
  return {
    items: items.slice(start, start + size),
    next,
    nextCursor: next === undefined ? '' : nextCursor(keyOf(next)),
  };
}

/** Where a page begins and how long it is. */
export interface PageStep {
  /** What the cursor names; undefined for the first page. */
  readonly key: string | undefined;
  readonly size: number;
  /** The cursor of the next page, which begins with what has this key. */
  readonly nextCursor: (key: string) => string;
}

/** Reads a cursor. Where pages come up short, the first one does by one item, and every second one after it is empty. */
export function pageStep(
  { cursors, switches }: PageSource,
  kind: CursorKind,
  cursor: string | undefined,
  limit: number,
): PageStep {
  const full = Math.min(limit, longestPage);
  const read = cursor === undefined ? undefined : cursors.read(kind, cursor);
  const isAfterNothing = read?.endsWith(afterNothing) ?? false;
  const key = isAfterNothing ? read?.slice(0, -afterNothing.length) : read;
  let size = full;
  // A first page of one that came up short would hold nothing.
  if (switches.shortPages && read === undefined) size = Math.max(1, full - 1);
  else if (switches.shortPages && !isAfterNothing) size = 0;
  return {
    key,
    size,
    nextCursor: (next) => cursors.issue(kind, size === 0 ? next + afterNothing : next),
  };
}
