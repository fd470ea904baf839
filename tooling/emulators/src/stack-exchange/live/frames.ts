import type { ChatEvent } from '../state/event-log.js';
import type { WireEvent } from '../state/wire-event.js';

/** What one frame, or one poll, says of one room. */
export interface RoomNews {
  /** Events, oldest first. */
  readonly e?: readonly WireEvent[];
  /** The newest id of the server. */
  readonly t?: number;
  /** How far that has moved since the frame before. */
  readonly d?: number;
  /** What was missed is forgotten: load the room anew. */
  readonly reset?: true;
  /** There is nothing for you in this room: leave it. */
  readonly exit?: true;
}

/** By `r` and the id of the room. */
export type Frame = Readonly<Record<`r${number}`, RoomNews>>;

/** What is said of a single room. */
export function roomFrame(roomId: number, news: RoomNews): Frame {
  return { [`r${roomId}`]: news };
}

/** News of a room whose last known id was `since`. Nothing at all happened: an empty object. */
export function roomNews(events: readonly ChatEvent[], since: number, newestId: number): RoomNews {
  const moved = Math.max(0, newestId - since);
  if (events.length > 0) return { e: events.map((event) => event.wire), t: newestId, d: moved };
  return moved === 0 ? {} : { t: newestId, d: moved };
}

/**
 * Events by the room under whose key they are told. What is meant for one person reaches that person everywhere: from a room that
 * is not watched it comes under `fallbackRoomId`.
 */
export function groupByRoom(
  events: readonly ChatEvent[],
  isWatched: (roomId: number) => boolean,
  viewerId: number | undefined,
  fallbackRoomId: number,
): Map<number, ChatEvent[]> {
  const groups = new Map<number, ChatEvent[]>();
  for (const event of events) {
    const { roomId, onlyFor } = event;
    const watched = isWatched(roomId);
    if (onlyFor === undefined ? !watched : onlyFor !== viewerId) continue;
    const key = watched ? roomId : fallbackRoomId;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return groups;
}
