import { isServiceError, sleep, systemClock, until, type Clock } from '@x/http-core';
import { fail, type ChatExchangeError } from './errors.js';

/** One after the other: what an account says, in whatever room. */
export interface Schedule {
  /** Runs when its turn comes, and again when the service says that it came too early. The signal takes it out. */
  add<T>(run: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Nothing more is begun: what waits is rejected with `closed`. */
  close(): void;
}

/** How the queue paces itself. */
export interface ScheduleOptions {
  readonly clock?: Clock | undefined;
  /** A longer pause is not waited for. Default 60,000. */
  readonly maxRetryAfterMs?: number | undefined;
  /** A number from 0 up to 1. Default `Math.random`. */
  readonly random?: (() => number) | undefined;
}

const mostWaiting = 100;
const mostRepetitions = 5;
/** For a refusal that does not say how long. */
const defaultPauseMs = 5000;

/** Makes the posting queue of one account: the service counts over all rooms together. */
export function createSchedule(options: ScheduleOptions = {}): Schedule {
  const { clock = systemClock, maxRetryAfterMs = 60_000, random = Math.random } = options;
  const items = new Set<AbortController>();
  let closed: ChatExchangeError | undefined;
  let waiting = 0;
  let pausedUntil = 0;
  let tail: Promise<unknown> = Promise.resolve();

  async function untilAllowed(signal: AbortSignal): Promise<void> {
    const ms = pausedUntil - clock.now();
    if (ms > 0) await sleep(ms, signal, clock);
  }

  async function attempts<T>(run: () => Promise<T>, signal: AbortSignal): Promise<T> {
    for (let repetition = 0; ; repetition += 1) {
      await untilAllowed(signal);
      if (signal.aborted) throw signal.reason;
      try {
        return await run();
      } catch (error) {
        if (!isServiceError(error) || error.kind !== 'rate-limit') throw error;
        const { retryAfterMs: pauseMs = defaultPauseMs } = error;
        // Seconds are told whole, and who is a moment too early waits again.
        pausedUntil = clock.now() + Math.min(pauseMs, maxRetryAfterMs) + 100 + 200 * random();
        if (repetition === mostRepetitions || pauseMs > maxRetryAfterMs) throw error;
      }
    }
  }

  return {
    async add(run, signal) {
      if (signal?.aborted === true) throw signal.reason;
      if (closed !== undefined) throw closed;
      if (waiting >= mostWaiting) {
        throw fail('usage', 'QUEUE_FULL', `${mostWaiting} messages wait already: wait for some of them`);
      }
      const ending = new AbortController();
      const stop = (): void => {
        ending.abort(signal?.reason);
      };
      signal?.addEventListener('abort', stop);
      items.add(ending);
      waiting += 1;
      const turn = tail.then(async () => {
        waiting -= 1;
        return attempts(run, ending.signal);
      });
      tail = turn.catch(() => undefined);
      try {
        // Who waits in the line need not wait for their turn to hear that it will not come.
        return await until(ending.signal, (resolve, reject) => {
          turn.then(resolve, reject);
        });
      } finally {
        items.delete(ending);
        signal?.removeEventListener('abort', stop);
      }
    },
    close() {
      closed ??= fail('closed', 'CLOSED', 'the client was closed', { retryable: true });
      for (const ending of items) ending.abort(closed);
    },
  };
}
