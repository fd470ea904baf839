import { systemClock, until, type Clock } from '@x/http-core';
import { fail } from './errors.js';
import { createLane, type Lane, type Run, type Turn } from './lane.js';
import { foreseePosts, foreseeVotes } from './pace.js';

/** What the service counts together: what is said, changed and removed; and stars, pins and flags. */
export type LaneName = 'posts' | 'votes';

/** Everything that one account does, in whatever room: the service counts over all rooms together. */
export interface Schedule {
  /**
   * Runs when its turn comes, and again when the service says that it came too early. Turns are given in the order of the
   * calls, except to what would soon be too late.
   */
  add<T>(lane: LaneName, turn: Turn, run: Run<T>): Promise<T>;
  /** How many wait. */
  waiting(lane: LaneName): number;
  /** Resolves when nothing waits and nothing is on its way any more, however it ended. */
  drain(signal?: AbortSignal): Promise<void>;
  /** Nothing more is begun: what waits is rejected with `closed`. */
  close(): void;
}

/** How the queue paces itself. */
export interface ScheduleOptions {
  readonly clock?: Clock | undefined;
  /** A longer pause is not waited for. Default 60,000. */
  readonly maxRetryAfterMs?: number | undefined;
  /** Waits before the service asks for it. Default `false`. */
  readonly paceAhead?: boolean | undefined;
  /** A number from 0 up to 1. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

/** Makes the queue of one account. */
export function createSchedule(options: ScheduleOptions = {}): Schedule {
  const { clock = systemClock, maxRetryAfterMs = 60_000, paceAhead = false, random = Math.random } = options;
  const pauseAll = (untilMs: number): void => {
    for (const lane of Object.values(lanes)) lane.pause(untilMs);
  };
  const parts = { clock, maxRetryAfterMs, random, pauseAll };
  const lanes: Readonly<Record<LaneName, Lane>> = {
    posts: createLane({ ...parts, pace: paceAhead ? foreseePosts(clock) : undefined }),
    votes: createLane({ ...parts, pace: paceAhead ? foreseeVotes(clock) : undefined }),
  };
  const pending = new Set<Promise<unknown>>();
  let isClosed = false;

  return {
    async add(lane, turn, run) {
      // Who gives up before does not wait for it.
      Promise.resolve(turn.after).catch(() => undefined);
      if (isClosed) throw fail('closed', 'CLOSED', 'the client was closed', { retryable: true });
      const added = lanes[lane].add(turn, run);
      const settled = added.then(
        () => undefined,
        () => undefined,
      );
      pending.add(settled);
      void settled.finally(() => pending.delete(settled));
      return added;
    },
    waiting: (lane) => lanes[lane].waiting,
    async drain(signal) {
      signal?.throwIfAborted();
      while (pending.size > 0) {
        await until<unknown>(signal, (resolve, reject) => {
          Promise.all(pending).then(resolve, reject);
        });
      }
    },
    close() {
      isClosed = true;
      for (const lane of Object.values(lanes)) lane.close();
    },
  };
}
