import { toSeconds } from '../content/wire-json.js';
import type { ChatEvent } from '../state/event-log.js';
import type { Room } from '../state/model.js';
import type { WireEvent } from '../state/wire-event.js';

/** What one frame, or one poll, says of one room. */
export interface RoomNews {
  /** Events, oldest first. */
  readonly e?: readonly WireEvent[];
  /** The newest id of the server. */
  readonly t?: number;
  /** How far that has moved since the frame before. */
  readonly d?: number;
  /** Seconds until somebody may write again, and why nobody may. */
  readonly timeout?: number;
  readonly reason?: string;
  /** What was missed is forgotten: load the room anew. */
  readonly reset?: true;
  /** There is nothing for you in this room: leave it. */
  readonly exit?: true;
}

/** The id of a room behind an `r`, or behind an `h` for those who only want what matters to them. */
export type FrameKey = `r${number}` | `h${number}`;

export type Frame = Readonly<Partial<Record<FrameKey, RoomNews>>>;

/** What is said of no room: everything is to be loaded anew, and what time it is, in seconds since 1970. */
export interface ServerFrame {
  readonly reset: true;
  readonly sync: number;
}

export function serverFrame(now: number): ServerFrame {
  return { reset: true, sync: toSeconds(now) };
}

/** What is said of a single room. */
export function roomFrame(roomId: number, news: RoomNews): Frame {
  return { [`r${roomId}`]: news };
}

/** News of a room whose last known id was `since`. Nothing at all happened: an empty object. */
export function roomNews(events: readonly WireEvent[], since: number, newestId: number): RoomNews {
  const moved = Math.max(0, newestId - since);
  if (events.length > 0) return { e: events, t: newestId, d: moved };
  return moved === 0 ? {} : { t: newestId, d: moved };
}

/** What frames say of a room in which nobody may write for now. */
export function timeoutNews(room: Room | undefined, now: number): Pick<RoomNews, 'timeout' | 'reason'> {
  const { timeout } = room ?? {};
  if (timeout === undefined || timeout.until <= now) return {};
  return { timeout: Math.ceil((timeout.until - now) / 1000), reason: timeout.reason };
}

/** Somebody who is told of events, or an anonymous visitor. */
export interface Viewer {
  readonly userId: number | undefined;
  readonly isWatched: (roomId: number) => boolean;
  readonly watchedRooms: () => Iterable<number>;
  /** The room under whose key news from rooms that are not watched come. */
  readonly fallbackRoomId: number;
}

/**
 * Events by the room under whose key they are told, as this viewer is told them. What is meant for one person reaches that person
 * everywhere.
 */
export function groupByRoom(events: readonly ChatEvent[], viewer: Viewer): Map<number, WireEvent[]> {
  const groups = new Map<number, WireEvent[]>();
  for (const event of events) {
    if (!isTold(event, viewer)) continue;
    const wire = (viewer.userId === undefined ? undefined : event.own?.get(viewer.userId)) ?? event.wire;
    for (const key of keysOf(event, viewer)) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [wire]);
      else group.push(wire);
    }
  }
  return groups;
}

function isTold({ audience, roomId }: ChatEvent, { userId, isWatched }: Viewer): boolean {
  if (audience === 'room') return isWatched(roomId);
  return audience === 'everybody' || (userId !== undefined && audience.has(userId));
}

function keysOf({ roomId, underEveryRoom }: ChatEvent, viewer: Viewer): Iterable<number> {
  if (underEveryRoom) return viewer.watchedRooms();
  return [viewer.isWatched(roomId) ? roomId : viewer.fallbackRoomId];
}
