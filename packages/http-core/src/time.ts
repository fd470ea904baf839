/**
 * Time as a client sees it. Give one of your own to let hours pass in milliseconds in a test.
 */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /**
   * Calls back once, `ms` milliseconds from now; the function returned takes it back. With `hold` the wait keeps the
   * process alive, else it does not.
   */
  after(ms: number, callback: () => void, hold?: boolean): () => void;
}

/** The clock of the system. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after: (ms, callback, hold) => {
    // A number in browsers; an object in Node.js, where a time limit must not keep the process alive.
    const timer = setTimeout(callback, ms) as unknown as { unref?: () => void };
    if (!hold) timer.unref?.();
    return () => {
      clearTimeout(timer as unknown as number);
    };
  },
};

/**
 * A promise that `begin` settles, or the signal when it is aborted: with its own reason, untouched. What `begin` returns
 * takes back whatever it began; of an aborted signal it is not called at all.
 *
 * @example
 * ```ts
 * import { until } from '@x/http-core';
 *
 * export const opened = (source: EventTarget, signal: AbortSignal): Promise<Event> =>
 *   until(signal, (resolve) => {
 *     source.addEventListener('open', resolve);
 *     return () => source.removeEventListener('open', resolve);
 *   });
 * ```
 */
export function until<T>(
  signal: AbortSignal | undefined,
  begin: (resolve: (value: T) => void, reject: (reason: unknown) => void) => (() => void) | void,
): Promise<T> {
  let stop: (() => void) | void;
  let abort: () => void;
  return new Promise<T>((resolve, reject) => {
    // The caller's own reason, whatever it is.
    // oxlint-disable-next-line typescript/prefer-promise-reject-errors
    abort = () => reject(signal?.reason);
    signal?.throwIfAborted();
    signal?.addEventListener('abort', abort);
    stop = begin(resolve, reject);
  }).finally(() => {
    stop?.();
    signal?.removeEventListener('abort', abort);
  });
}

/**
 * Resolves after `ms` milliseconds, or rejects with `signal.reason` as soon as the signal is aborted. Keeps the process
 * alive meanwhile, as any pending call does.
 *
 * @example
 * ```ts
 * import { sleep } from '@x/http-core';
 *
 * export const pause = (signal: AbortSignal): Promise<void> => sleep(1_000, signal);
 * ```
 */
export function sleep(ms: number, signal?: AbortSignal, clock: Clock = systemClock): Promise<void> {
  return until(signal, (resolve) => clock.after(ms, resolve, true));
}

/** How long to wait before the next try. */
export interface BackoffOptions {
  /** Longest pause before the first repetition, in milliseconds. Default 500. */
  readonly baseMs?: number;
  /** Longest pause of all, in milliseconds. Default 30,000. */
  readonly maxMs?: number;
  /** A number from 0 up to 1. Default `Math.random`. */
  readonly random?: () => number;
}

/**
 * Exponential back-off with full jitter: a pause anywhere between 0 and `baseMs` doubled with each attempt, capped at
 * `maxMs`. The first repetition is attempt 1.
 *
 * @example
 * ```ts
 * import { backoffMs } from '@x/http-core';
 *
 * export const third: number = backoffMs(3, { random: () => 0.5 }); // 1000
 * ```
 */
export function backoffMs(
  attempt: number,
  { baseMs = 500, maxMs = 30_000, random = Math.random }: BackoffOptions = {},
): number {
  return random() * Math.min(maxMs, baseMs * 2 ** (attempt - 1));
}

/**
 * What a `Retry-After` header asks for, in milliseconds from now; `undefined` when it is absent, cannot be read, or is a
 * date that is over. Takes seconds and HTTP dates.
 *
 * @example
 * ```ts
 * import { retryAfterMs } from '@x/http-core';
 *
 * export const pause: number | undefined = retryAfterMs(new Headers({ 'retry-after': '7' }), Date.now()); // 7000
 * ```
 */
export function retryAfterMs(headers: Headers, now: number): number | undefined {
  // An empty text would be the number 0.
  const value = headers.get('retry-after') || 'never';
  const seconds = Number(value);
  const ms = seconds >= 0 ? seconds * 1000 : Date.parse(value) - now;
  return ms >= 0 ? ms : undefined;
}
