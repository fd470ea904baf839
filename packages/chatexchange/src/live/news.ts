import type { Clock } from '@x/http-core';
import type { WireEvent } from '../events.js';
import { fail } from '../errors.js';
import { readHistory } from '../history.js';
import type { ChatHttp } from '../http.js';
import { parseFrame, type Frame, type RoomNews } from '../parse/frame.js';
import type { Position, Positions } from './positions.js';

/** What the news are made of. */
export interface NewsParts {
  readonly http: ChatHttp;
  readonly positions: Positions;
  readonly clock: Clock;
  /** Takes an event that is new. */
  readonly deliver: (event: WireEvent) => void;
  /** Takes a gap, before the messages that were found in it. */
  readonly gap: (facts: {
    readonly roomId: number;
    readonly afterId: number;
    readonly untilId: number | undefined;
    readonly fromMs: number;
    readonly recovered: number;
    readonly complete: boolean;
  }) => void;
  /** Takes that a room is closed to the account. */
  readonly exit: (roomId: number) => void;
}

/** One connection as far as its frames are concerned. */
export interface Line {
  /** The newest id that it told; absent before its first frame. */
  newest: number | undefined;
  /** The rooms that it tells of. */
  readonly entered: ReadonlySet<number>;
  /** Whether each frame follows the one before: a poll asks anew each time. */
  readonly isContinuous: boolean;
}

/** Takes frames in: fetches what is missing, passes over what is known, delivers the rest. */
export interface News {
  take(line: Line, frame: Frame): Promise<void>;
  /** Asks what happened in all rooms since what was heard last. */
  poll(): Promise<Frame>;
}

/** What was posted during a gap. */
interface Missed {
  /** Without those that were removed meanwhile. */
  readonly messages: readonly WireEvent[];
  readonly untilId: number | undefined;
  readonly complete: boolean;
}

/** The service cuts longer answers. */
const mostMessages = 500;
const mostPages = 20;
const pollTimeoutMs = 10_000;

export function createNews(parts: NewsParts): News {
  const { http, positions, clock, deliver, gap, exit } = parts;

  async function poll(): Promise<Frame> {
    const form = Object.fromEntries([...positions.rooms].map(([id, { last = 0 }]) => [`r${id}`, last]));
    const answer = await http.post<unknown>('/events', form, {
      repeatable: true,
      retries: 0,
      timeoutMs: pollTimeoutMs,
    });
    const frame = parseFrame(answer);
    if (frame !== undefined) return frame;
    throw fail('protocol', 'UNEXPECTED_ANSWER', 'the service answered a poll with something else', {
      retryable: true,
    });
  }

  function tell(events: readonly WireEvent[]): void {
    for (const event of events) if (positions.isNew(event)) deliver(event);
  }

  /** The messages after the newest that is known, oldest first. */
  async function missedMessages(roomId: number, { newestMessageId }: Position): Promise<Missed> {
    const pages: (readonly WireEvent[])[] = [];
    let untilId: number | undefined;
    let before: number | undefined;
    let complete = false;
    while (!complete && pages.length < mostPages) {
      const { events, time } = await readHistory(http, roomId, {
        count: mostMessages,
        before,
        call: { retries: 0 },
      });
      untilId ??= time;
      const posted = events.filter(
        ({ event_type: type, message_id: id = 0 }) =>
          type === 1 && id > newestMessageId && id < (before ?? Infinity),
      );
      pages.unshift(posted);
      before = posted[0]?.message_id;
      // Something older than what is missing was among them, or there is nothing older.
      complete = events.length < mostMessages || posted.length < events.length || before === undefined;
    }
    return { messages: pages.flat().filter(({ content }) => content !== undefined), untilId, complete };
  }

  async function recover(roomId: number): Promise<void> {
    const position = positions.rooms.get(roomId);
    if (position === undefined) return;
    const { messages, untilId, complete } = await missedMessages(roomId, position);
    const { last: afterId = 0, heardAt: fromMs } = position;
    position.floor = Math.max(position.floor, untilId ?? 0);
    position.last = untilId ?? position.last;
    gap({ roomId, afterId, untilId, fromMs, recovered: messages.length, complete });
    tell(messages.map((message) => Object.assign(message, { room_id: roomId })));
  }

  function advance(roomId: number, id: number | undefined): void {
    const position = positions.rooms.get(roomId);
    if (position === undefined) return;
    position.heardAt = clock.now();
    if (id !== undefined) position.last = Math.max(position.last ?? 0, id);
  }

  function newestOf({ t, events }: RoomNews): number | undefined {
    const ids = events.map(({ id = 0 }) => id);
    return t === undefined && ids.length === 0 ? undefined : Math.max(t ?? 0, ...ids);
  }

  async function take(line: Line, frame: Frame): Promise<void> {
    const { newest } = line;
    const isGapless = frame.rooms.every(
      ([, { t, d }]) => newest === undefined || t === undefined || d === undefined || t - d <= newest,
    );
    if (line.isContinuous && !isGapless) {
      const missed = await poll();
      await take({ ...line, isContinuous: false }, missed);
    }
    const reset = frame.reset ? [...positions.rooms.keys()] : [];
    for (const [roomId, news] of frame.rooms) {
      if (news.reset && !reset.includes(roomId)) reset.push(roomId);
    }
    for (const roomId of reset) await recover(roomId);
    for (const [roomId, news] of frame.rooms) {
      // A socket goes on telling of its own room after that was left.
      tell(
        news.events.filter(({ room_id: id = 0 }) => positions.rooms.has(roomId) || positions.rooms.has(id)),
      );
      const told = newestOf(news);
      if (told !== undefined) line.newest = Math.max(line.newest ?? 0, told);
      advance(roomId, told);
      if (news.exit) exit(roomId);
    }
    // One connection tells of all its rooms: where it said nothing, nothing happened.
    for (const roomId of line.entered) advance(roomId, line.newest);
  }

  return { take, poll };
}
