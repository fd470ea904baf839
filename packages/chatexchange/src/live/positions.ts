import type { WireEvent } from '../events.js';
import type { History } from '../history.js';
import { readId } from '../parse/frame.js';
import { createSeenIds } from './seen-ids.js';

/** How far a room has been told. */
export interface Position {
  /** The id to resume from: nothing up to it is missing. */
  last: number | undefined;
  /** Events up to this one belong to what was before, or to a gap. */
  floor: number;
  /** The newest message that was delivered, or was there at the beginning. */
  newestMessageId: number;
  /** How often in a row its socket was answered by a page that says that there is no such thing. */
  missing: number;
  /** When something was last heard, in milliseconds since 1970. */
  heardAt: number;
  /** Until when nobody can say anything there; 0 when everybody can. */
  timeoutUntil: number;
}

/** What has been delivered, so that nothing is delivered twice. */
export interface Positions {
  readonly rooms: Map<number, Position>;
  /** Whether an event is new; asking makes it old. */
  isNew(event: WireEvent): boolean;
}

const mostIds = 50_000;

export function createPositions(): Positions {
  const seen = createSeenIds(mostIds);
  const rooms = new Map<number, Position>();
  return {
    rooms,
    isNew(event) {
      // One event comes to every room that it concerns, under one id; flags have it under another name.
      const id = readId(event.id) ?? readId(event['event_id']);
      const position = rooms.get(event.room_id ?? 0);
      if (id !== undefined) {
        if ((position !== undefined && id <= position.floor) || !seen.add(id)) return false;
      }
      if (position !== undefined && event.event_type === 1) {
        position.newestMessageId = Math.max(position.newestMessageId, readId(event.message_id) ?? 0);
      }
      return true;
    },
  };
}

/** The end of what was said last: from there on a room is told of that is entered now. */
export function positionAfter({ events, time }: History, now: number): Position {
  return {
    last: time,
    floor: time ?? 0,
    newestMessageId: Math.max(0, ...events.map(({ message_id: id = 0 }) => id)),
    missing: 0,
    heardAt: now,
    timeoutUntil: 0,
  };
}
