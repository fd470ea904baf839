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
  /** For how many seconds nobody can say anything; absent when the frame does not tell. */
  readonly timeout: number | undefined;
  readonly reason: string | undefined;
}

/** One frame: news by room. */
export interface Frame {
  readonly rooms: readonly (readonly [number, RoomNews])[];
  /** All rooms have to be loaded anew. */
  readonly reset: boolean;
}

const roomKey = /^[rh]\d{1,15}$/;

/** Reads a frame; `undefined` when it is none. */
export function parseFrame(value: unknown): Frame | undefined {
  if (!isRecord(value)) return undefined;
  const keys = Object.keys(value);
  const all = keys.map((key) => readRoom(key, value[key]));
  const rooms = all.every((room) => room !== undefined) ? all : all.filter((room) => room !== undefined);
  const reset = value['reset'] === true;
  return rooms.length === 0 && !reset && keys.length > 0 ? undefined : { rooms, reset };
}

function readRoom(key: string, news: unknown): readonly [number, RoomNews] | undefined {
  return roomKey.test(key) && isRecord(news) ? [Number(key.slice(1)), readNews(news)] : undefined;
}

function readNews(news: Readonly<Record<string, unknown>>): RoomNews {
  const { e, t, d, reset, exit, timeout, reason } = news;
  return {
    events: readEvents(e),
    t: readId(t),
    d: readId(d),
    reset: reset === true,
    exit: exit === true,
    timeout: readId(timeout),
    reason: typeof reason === 'string' ? reason : undefined,
  };
}

/** The events of a list; what is none is passed over. */
export function readEvents(list: unknown): readonly WireEvent[] {
  if (!Array.isArray(list)) return [];
  // Nearly always that is all of it, and thousands come in a second: then it is not copied.
  return list.every(isEvent) ? list : list.filter(isEvent);
}

function isEvent(value: unknown): value is WireEvent {
  return isRecord(value) && typeof value['event_type'] === 'number';
}

/** A whole number that is not negative. */
export function readId(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && (value as number) >= 0 ? (value as number) : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
