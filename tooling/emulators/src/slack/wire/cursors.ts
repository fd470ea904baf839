import { SlackError } from '../errors.js';

/** What a cursor points at: the item that the next page begins with. */
export type CursorKind = 'user' | 'team' | 'next_ts' | 'id';

/** An emulator that runs for weeks forgets the oldest cursors. */
const mostRemembered = 50_000;

/** The cursors that were given out. No other leads anywhere. */
export interface Cursors {
  /** Opaque for clients, but of the form that was seen on the wire. */
  issue(kind: CursorKind, key: string): string;
  /** What was given to `issue`; an `invalid_cursor` for one that is unknown or has expired. */
  read(kind: CursorKind, cursor: string): string;
  /** Makes all that were given out so far invalid. */
  expire(): void;
}

export function createCursors(): Cursors {
  const issued = new Map<string, { readonly kind: CursorKind; readonly key: string }>();
  return {
    issue(kind, key) {
      const cursor = Buffer.from(`${kind}:${key}`).toString('base64');
      issued.delete(cursor);
      issued.set(cursor, { kind, key });
      const [oldest] = issued.keys();
      if (issued.size > mostRemembered && oldest !== undefined) issued.delete(oldest);
      return cursor;
    },
    read(kind, cursor) {
      const known = issued.get(cursor);
      if (known?.kind !== kind) throw new SlackError('invalid_cursor');
      return known.key;
    },
    expire: () => issued.clear(),
  };
}
