import type { WireEvent } from '../events.js';

/** What a frame, or a poll, says of one room. */
export interface RoomNews {
  /** Oldest first. */
  readonly events: readonly WireEvent[];
  /** The newest id of the server, and how far it has moved since the frame before. */
  readonly t: number | undefined;
  readonly d: number | undefined;
  /** The id that was resumed from is too old. */
  readonly reset: boolean;
  /** There is nothing for this account in the room any more. */
  readonly exit: boolean;
}

/** One frame: news by room. */
export interface Frame {
  readonly rooms: readonly (readonly [number, RoomNews])[];
  /** All rooms have to be loaded anew. */
  readonly reset: boolean;
}

/** Reads a frame; `undefined` when it is none. */
export function parseFrame(value: unknown): Frame | undefined {
  if (!isRecord(value)) return undefined;
  const rooms = Object.entries(value).flatMap(([key, news]) => {
    const id = /^[rh](\d{1,15})$/.exec(key)?.[1];
    return id === undefined || !isRecord(news) ? [] : [[Number(id), readNews(news)] as const];
  });
  const reset = value['reset'] === true;
  return rooms.length === 0 && !reset && Object.keys(value).length > 0 ? undefined : { rooms, reset };
}

function readNews(news: Readonly<Record<string, unknown>>): RoomNews {
  const { e, t, d, reset, exit } = news;
  return { events: readEvents(e), t: readId(t), d: readId(d), reset: reset === true, exit: exit === true };
}

/** The events of a list; what is none is passed over. */
export function readEvents(list: unknown): readonly WireEvent[] {
  return Array.isArray(list)
    ? list.filter((each): each is WireEvent => isRecord(each) && typeof each['event_type'] === 'number')
    : [];
}

/** A whole number that is not negative. */
export function readId(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
