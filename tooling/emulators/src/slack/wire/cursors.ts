import { SlackError } from '../errors.js';

/** What a cursor points at: the item that the next page begins with. */
export type CursorKind = 'user' | 'team' | 'next_ts' | 'id';

/** Opaque for clients, but of the form that was seen on the wire. */
export function encodeCursor(kind: CursorKind, id: string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64');
}

export function decodeCursor(kind: CursorKind, cursor: string): string {
  const decoded = Buffer.from(cursor, 'base64').toString();
  if (!decoded.startsWith(`${kind}:`) || encodeCursor(kind, decoded.slice(kind.length + 1)) !== cursor) {
    throw new SlackError('invalid_cursor');
  }
  return decoded.slice(kind.length + 1);
}
