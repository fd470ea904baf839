import type { Clock } from '@x/http-core';
import type { WireEvent } from '../events.js';
import { fail } from '../errors.js';
import type { ChatHttp } from '../http.js';
import { parseFrame, type Frame, type RoomNews } from '../parse/frame.js';
import { missedMessages } from './missed.js';
import type { Positions } from './positions.js';
import { createTurnClock } from './turn-clock.js';

/** A gap, without its messages. */
export interface Gap {
  readonly roomId: number;
  readonly afterId: number;
  readonly untilId: number | undefined;
  readonly fromMs: number;
  readonly recovered: number;
  readonly complete: boolean;
}

/** What the news are made of. */
export interface NewsParts {
  readonly http: ChatHttp;
  readonly positions: Positions;
  readonly clock: Clock;
  /** Takes events that are new, those of one frame together. */
  readonly deliver: (events: readonly WireEvent[]) => void;
  /** Takes a gap, before the messages that were found in it. */
  readonly gap: (gap: Gap) => void;
  /** Takes that nobody can say anything in a room, for so many milliseconds more. */
  readonly timeout: (roomId: number, leftMs: number, reason: string | undefined) => void;
  /** Takes that a room is closed to the account. */
  readonly exit: (roomId: number) => void;
}

/** One connection as far as its frames are concerned. */
export interface Line {
  /** The newest id that it told, or that it was to begin after. */
  newest: number | undefined;
  /** The rooms that it tells of without a break. */
  readonly entered: ReadonlySet<number>;
  /** Whether each frame follows the one before: a poll asks anew each time. */
  readonly isContinuous: boolean;
  /** Nothing but the events of this room is taken: those of others come elsewhere, in their order. */
  readonly only?: number | undefined;
  /** Events of rooms that are being entered: what was before them is on its way elsewhere. */
  readonly held?: ReadonlyMap<number, WireEvent[]>;
  /** Rooms that it has reset, and told nothing of since. */
  readonly reset: Set<number>;
  /** Hears of every event that is new. */
  readonly heard?: ((event: WireEvent) => void) | undefined;
}

/** Takes frames in: fetches what is missing, passes over what is known, delivers the rest. */
export interface News {
  /** To be called by one at a time; a promise when something has to be fetched. */
  take(line: Line, frame: Frame): Promise<void> | undefined;
  /** Delivers events that were held. */
  tell(events: readonly WireEvent[]): void;
  /** Asks what happened in all rooms since what was heard last. */
  poll(): Promise<{ readonly line: Line; readonly frame: Frame }>;
}

const pollTimeoutMs = 10_000;
/** Seconds are told whole, and frames take their time. */
const timeoutToleranceMs = 5000;

export function createNews(parts: NewsParts): News {
  const { http, positions, clock, deliver, gap, timeout, exit } = parts;
  const now = createTurnClock(clock);

  async function poll(): Promise<{ line: Line; frame: Frame }> {
    const asked = new Map([...positions.rooms].map(([id, { last = 0 }]) => [id, last]));
    const form = Object.fromEntries([...asked].map(([id, last]) => [`r${id}`, last]));
    const answer = await http.post<unknown>('/events', form, {
      repeatable: true,
      retries: 0,
      timeoutMs: pollTimeoutMs,
    });
    const frame = parseFrame(answer);
    if (frame !== undefined) {
      const line = {
        newest: undefined,
        entered: new Set(asked.keys()),
        isContinuous: false,
        reset: new Set<number>(),
      };
      return { line, frame };
    }
    throw fail('protocol', 'UNEXPECTED_ANSWER', 'the service answered a poll with something else', {
      retryable: true,
    });
  }

  function tell(events: readonly WireEvent[]): void {
    const fresh = events.filter((event) => positions.isNew(event));
    if (fresh.length > 0) deliver(fresh);
  }

  async function recover(roomId: number): Promise<void> {
    const position = positions.rooms.get(roomId);
    if (position === undefined) return;
    const { messages, untilId, complete } = await missedMessages(http, roomId, position.newestMessageId);
    // It may have been left meanwhile, and joined anew.
    if (positions.rooms.get(roomId) !== position) return;
    const { last: afterId = 0, heardAt: fromMs } = position;
    position.floor = Math.max(position.floor, untilId ?? 0);
    position.last = untilId ?? position.last;
    gap({ roomId, afterId, untilId, fromMs, recovered: messages.length, complete });
    tell(messages.map((message) => Object.assign(message, { room_id: roomId })));
  }

  function advance(roomId: number, id: number | undefined, heardAt: number): void {
    const position = positions.rooms.get(roomId);
    if (position === undefined) return;
    position.heardAt = heardAt;
    if (id !== undefined) position.last = Math.max(position.last ?? 0, id);
  }

  function hearTimeout(roomId: number, { timeout: seconds, reason }: RoomNews): void {
    if (seconds === undefined) return;
    const position = positions.rooms.get(roomId);
    if (position === undefined) return;
    const until = seconds === 0 ? 0 : clock.now() + seconds * 1000;
    if (Math.abs(until - position.timeoutUntil) <= timeoutToleranceMs) return;
    position.timeoutUntil = until;
    timeout(roomId, seconds * 1000, reason);
  }

  /** Whether an event is wanted now, and is not known. */
  function isFresh({ only, held }: Line, roomId: number, event: WireEvent): boolean {
    const { room_id: id = roomId } = event;
    // A socket goes on telling of its own room after that was left.
    if (!positions.rooms.has(roomId) && !positions.rooms.has(id)) return false;
    if (only !== undefined && id !== only) return false;
    const waiting = held !== undefined && held.size > 0 ? held.get(id) : undefined;
    waiting?.push(event);
    return waiting === undefined && positions.isNew(event);
  }

  /** The fresh events of a frame. Nearly always that is all of them: then the list is not copied. */
  function freshOf(line: Line, roomId: number, { events }: RoomNews): readonly WireEvent[] {
    const first = events.findIndex((event) => !isFresh(line, roomId, event));
    if (first === -1) return events;
    const rest = events.slice(first + 1).filter((event) => isFresh(line, roomId, event));
    return [...events.slice(0, first), ...rest];
  }

  function settle(line: Line, frame: Frame): void {
    const heardAt = now();
    for (const [roomId, news] of frame.rooms) {
      const fresh = freshOf(line, roomId, news);
      if (fresh.length > 0) deliver(fresh);
      const told = newestOf(news);
      if (told !== undefined) {
        line.newest = Math.max(line.newest ?? 0, told);
        line.reset.delete(roomId);
      }
      // Where a room begins anew is known from elsewhere.
      if (line.entered.has(roomId) && !news.reset) advance(roomId, told, heardAt);
      hearTimeout(roomId, news);
      if (line.heard !== undefined) for (const event of fresh) line.heard(event);
      if (news.exit && positions.rooms.has(roomId)) exit(roomId);
    }
    // One connection tells of all its rooms: where it said nothing, nothing happened.
    if (line.isContinuous) for (const roomId of line.entered) advance(roomId, line.newest, heardAt);
  }

  async function mend(line: Line, frame: Frame): Promise<void> {
    if (line.isContinuous && !isGapless(line, frame)) {
      const missed = await poll();
      await take(missed.line, missed.frame);
    }
    const reset = new Set(frame.reset ? positions.rooms.keys() : []);
    for (const [roomId, news] of frame.rooms) {
      // The same frame may come twice.
      if (news.reset && !line.reset.has(roomId)) reset.add(roomId);
    }
    for (const roomId of reset) {
      await recover(roomId);
      line.reset.add(roomId);
    }
    settle(line, frame);
  }

  function take(line: Line, frame: Frame): Promise<void> | undefined {
    const isWhole =
      !frame.reset &&
      (!line.isContinuous || isGapless(line, frame)) &&
      !frame.rooms.some(([, { reset }]) => reset);
    if (!isWhole) return mend(line, frame);
    settle(line, frame);
    return undefined;
  }

  return { take, tell, poll };
}

/** Whether nothing was told between what came last and this. */
function isGapless({ newest }: Line, { rooms }: Frame): boolean {
  return rooms.every(
    ([, { t, d }]) => newest === undefined || t === undefined || d === undefined || t - d <= newest,
  );
}

function newestOf({ t, events }: RoomNews): number | undefined {
  let newest = t;
  for (const { id } of events) if (id !== undefined && id > (newest ?? 0)) newest = id;
  return newest;
}
