import { isServiceError, until, type Clock } from '@x/http-core';
import { fail } from './errors.js';

/** What one thing that waits for its turn needs. */
export interface Turn {
  /** Takes it out of the queue, or ends it on its way. */
  readonly signal?: AbortSignal | undefined;
  /** What must be there before. Others wait for it, too: they come after. When it fails, so does this. */
  readonly after?: PromiseLike<unknown> | undefined;
  /** In milliseconds since 1970: later than that, it is of no use. Within the last minute before, it goes first. */
  readonly before?: number | undefined;
  /** Goes before all others, as the rest of what has begun. */
  readonly isNext?: boolean | undefined;
  /** What others may take along. */
  readonly draft?: unknown;
}

/** Takes along those that come next, one after the other, as long as they are accepted: they end as this ends. */
export type Invite = (accepts: (draft: unknown) => boolean) => void;

/** What is done in its turn. The signal is aborted when nobody wants it any more. */
export type Run<T> = (signal: AbortSignal, invite: Invite) => Promise<T>;

/** What a lane is made of. */
export interface LaneParts {
  readonly clock: Clock;
  /** A longer pause is not waited for. */
  readonly maxRetryAfterMs: number;
  /** A number from 0 up to 1. */
  readonly random: () => number;
  /** Tells when the next may go, in milliseconds since 1970. */
  readonly pace?: Pace | undefined;
  /** The service asks for a pause that is not about this lane alone. */
  readonly pauseAll: (untilMs: number) => void;
}

/** Foresees the pauses that the service will ask for. */
export interface Pace {
  readyAt(): number;
  /** Something was taken just now. */
  count(): void;
}

/** Things of one kind, one after the other. */
export interface Lane {
  /** How many wait, the one on its way not counted. */
  readonly waiting: number;
  add<T>(turn: Turn, run: Run<T>): Promise<T>;
  pause(untilMs: number): void;
  /** Nothing more is begun: what waits is rejected with `closed`, and so is what is on its way. */
  close(): void;
}

interface Item {
  readonly turn: Turn;
  readonly run: Run<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  readonly ending: AbortController;
  repetitions: number;
}

const mostWaiting = 1000;
const mostRepetitions = 5;
/** For a refusal that does not say how long. */
const defaultPauseMs = 5000;
/** Longer than the service has been seen to hold anybody back. */
const urgentMs = 60_000;

/** Whether the service asks for a pause: nothing has been done, and the same may be sent again. */
const asksForPause = (error: unknown): error is Error & { readonly retryAfterMs?: number } =>
  isServiceError(error) && error.kind === 'rate-limit';

export function createLane(parts: LaneParts): Lane {
  const { clock, maxRetryAfterMs, random, pace, pauseAll } = parts;
  const items: Item[] = [];
  /** What is on its way: one, and those that it has taken along. */
  let party: readonly Item[] = [];
  let pausedUntil = 0;
  let cancelTimer = (): void => undefined;

  function next(): void {
    cancelTimer();
    if (party.length > 0 || items.length === 0) return;
    const ms = Math.max(pausedUntil, pace?.readyAt() ?? 0) - clock.now();
    if (ms > 0) {
      cancelTimer = clock.after(ms, next, true);
      return;
    }
    void attempt(pick()).finally(() => {
      party = [];
      next();
    });
  }

  /** What would soon be too late, the earliest first; else the first. */
  function pick(): Item {
    let at = 0;
    let earliest = clock.now() + urgentMs;
    for (const [index, { turn }] of items.entries()) {
      if (turn.before !== undefined && turn.before < earliest) {
        earliest = turn.before;
        at = index;
      }
    }
    const [item] = items.splice(at, 1);
    return item as Item;
  }

  async function attempt(item: Item): Promise<void> {
    const flight = new AbortController();
    const land = (): void => {
      if (party.every(({ ending }) => ending.signal.aborted)) flight.abort(item.ending.signal.reason);
    };
    const board = (other: Item): void => {
      party = [...party, other];
      other.ending.signal.addEventListener('abort', land);
    };
    board(item);
    try {
      await item.turn.after;
    } catch (error) {
      item.reject(error);
      return;
    }
    if (item.ending.signal.aborted) return;
    try {
      const value = await item.run(flight.signal, (accepts) => {
        for (let [other] = items; other?.turn.draft !== undefined; [other] = items) {
          if (!accepts(other.turn.draft)) return;
          items.shift();
          board(other);
        }
      });
      pace?.count();
      for (const { resolve } of party) resolve(value);
    } catch (error) {
      if (!asksForPause(error)) for (const { reject } of party) reject(error);
      else pauseFor(error, item);
    }
  }

  function pauseFor(error: Error & { readonly retryAfterMs?: number }, item: Item): void {
    const { retryAfterMs: ms = defaultPauseMs } = error;
    // Seconds are told whole, and who is a moment too early waits again.
    const pauseEnd = clock.now() + Math.min(ms, maxRetryAfterMs) + 100 + 200 * random();
    if (isServiceError(error) && error.code === 'THROTTLED') pausedUntil = pauseEnd;
    else pauseAll(pauseEnd);
    if (item.repetitions === mostRepetitions || ms > maxRetryAfterMs) {
      for (const { reject } of party) reject(error);
      return;
    }
    item.repetitions += 1;
    items.unshift(...party.filter(({ ending }) => !ending.signal.aborted));
  }

  function remove(ending: AbortController): void {
    const at = items.findIndex((item) => item.ending === ending);
    if (at >= 0) items.splice(at, 1);
    // Nobody is left to wait for: a timer would keep the process alive.
    if (items.length === 0) cancelTimer();
  }

  return {
    get waiting() {
      return items.length;
    },
    async add<T>(turn: Turn, run: Run<T>): Promise<T> {
      turn.signal?.throwIfAborted();
      if (items.length >= mostWaiting && turn.isNext !== true) {
        throw fail('usage', 'QUEUE_FULL', `${mostWaiting} others wait already: wait for some of them`);
      }
      const ending = new AbortController();
      const stop = (): void => {
        ending.abort(turn.signal?.reason);
      };
      turn.signal?.addEventListener('abort', stop);
      try {
        // Who waits in the line need not wait for their turn to hear that it will not come.
        return await until<T>(ending.signal, (resolve, reject) => {
          const item: Item = {
            turn: isOver(turn) ? { ...turn, before: undefined } : turn,
            run,
            resolve: resolve as (value: unknown) => void,
            reject,
            ending,
            repetitions: 0,
          };
          if (turn.isNext === true) items.unshift(item);
          else items.push(item);
          next();
        });
      } finally {
        remove(ending);
        turn.signal?.removeEventListener('abort', stop);
      }
    },
    pause(untilMs) {
      pausedUntil = Math.max(pausedUntil, untilMs);
      next();
    },
    close() {
      for (const { ending } of party) {
        ending.abort(
          fail(
            'closed',
            'CLOSED',
            'the client was closed, and nobody knows whether what was on its way arrived',
          ),
        );
      }
      for (const { ending } of items) {
        ending.abort(fail('closed', 'CLOSED', 'the client was closed', { retryable: true }));
      }
    },
  };

  /** There is no hurry for what is too late already, unless the account may do it at any time. */
  function isOver({ before }: Turn): boolean {
    return before !== undefined && before <= clock.now();
  }
}
