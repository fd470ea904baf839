import { isServiceError, type ServiceError } from '../errors.js';
import { backoffMs, sleep, systemClock, until, type BackoffOptions, type Clock } from '../time.js';
import type { Connection, ConnectionState, Dial, StateEvent } from './connection.js';

/** What {@link reconnecting} can be told. */
export interface ReconnectingOptions extends BackoffOptions {
  /** Makes an error of the client's. */
  readonly fail: (kind: 'timeout' | 'closed', code: string, message: string) => ServiceError;
  readonly onState?: ((event: StateEvent) => void) | undefined;
  /** How long a connection must have been `ready` before the next failure counts as a first one. Default 10,000. */
  readonly stableMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** A connection that comes back. */
export interface Reconnecting<C extends Connection> {
  readonly state: ConnectionState;
  /** The connection that is usable now. */
  readonly current: C | undefined;
  /**
   * Begins, if it has not begun, and resolves when it is `ready`. Rejects when that can never be, or when the time is
   * over; the signal and the time end this wait and nothing else.
   */
  connect(options?: {
    readonly signal?: AbortSignal | undefined;
    readonly timeoutMs?: number | undefined;
  }): Promise<void>;
  /** Ends it for good. Resolves within a second. */
  close(): Promise<void>;
}

/**
 * Keeps a connection alive: makes it, and makes it again when it ends, after a pause with full jitter that doubles from
 * failure to failure, and after no less than what the service asked for. Knows nothing of sockets and protocols.
 *
 * @example
 * ```ts
 * import { ServiceError } from '@x/http-core';
 * import { reconnecting, type Connection } from '@x/http-core/live';
 *
 * declare function open(signal: AbortSignal): Promise<Connection>;
 *
 * const live = reconnecting(({ signal }) => open(signal), {
 *   fail: (kind, code, message) => new ServiceError(message, { service: 'example', kind, code }),
 *   onState: ({ from, to }) => console.log(`${from} → ${to}`),
 * });
 * await live.connect();
 * ```
 */
export function reconnecting<C extends Connection>(
  dial: Dial<C>,
  options: ReconnectingOptions,
): Reconnecting<C> {
  const { fail, onState, stableMs = 10_000, clock = systemClock } = options;
  const closing = new AbortController();
  const waiting = new Set<{ readonly resolve: () => void; readonly reject: (error: unknown) => void }>();
  let state: ConnectionState = 'idle';
  let current: C | undefined;
  let running: Promise<void> | undefined;
  let failures = 0;

  function move(to: ConnectionState, facts?: Omit<StateEvent, 'from' | 'to'>): void {
    const from = state;
    state = to;
    onState?.({ from, to, ...facts });
  }

  /** One attempt. A connection that comes when nobody wants it any more is closed. */
  const attempt = (renew: () => void): Promise<C> =>
    until(closing.signal, (resolve, reject) => {
      dial({ attempt: failures + 1, signal: closing.signal, renew }).then((made) => {
        resolve(made);
        return closing.signal.aborted ? made.close() : undefined;
      }, reject);
    });

  /** Attempts, until there is a good one; with a pause before each that follows a failure. */
  async function next(renew: () => void, failed?: Failure): Promise<C> {
    for (let last = failed; ;) {
      closing.signal.throwIfAborted();
      if (last !== undefined) {
        const { error } = last;
        if (!isServiceError(error) || !error.retryable) throw error;
        failures += 1;
        const delayMs = Math.max(backoffMs(failures, options), error.retryAfterMs ?? 0);
        // While the old connection still serves, nobody need know of the trouble with the new one.
        if (current === undefined) {
          move(state === 'connecting' ? state : 'reconnecting', { error, attempt: failures, delayMs });
        }
        await sleep(delayMs, closing.signal, clock);
      }
      try {
        return await attempt(renew);
      } catch (error) {
        last = { error };
      }
    }
  }

  /** From the first attempt to the last. */
  async function run(): Promise<void> {
    for (let failed: Failure | undefined; ;) {
      let renewing = false;
      let renew = (): void => undefined;
      const renewed = new Promise<undefined>((resolve) => {
        renew = () => {
          renewing = true;
          resolve(undefined);
        };
      });
      const old = current;
      const made = await next(renew, failed);
      const since = clock.now();
      current = made;
      move('ready', { attempt: failures + 1 });
      for (const { resolve } of waiting) resolve();
      void old?.close();
      const ended = made.ended.then((error) => {
        if (current === made) {
          current = undefined;
          if (renewing && state === 'ready') move('reconnecting', { error });
        }
        return { error };
      });
      failed = await Promise.race([ended, renewed]);
      if (clock.now() - since >= stableMs) failures = 0;
    }
  }

  async function finish(error?: unknown): Promise<void> {
    if (state === 'closed') return;
    const last = current;
    current = undefined;
    move('closed', error === undefined ? {} : { error });
    for (const { reject } of waiting) reject(error ?? fail('closed', 'CLOSED', 'was closed'));
    await last?.close();
  }

  return {
    get state() {
      return state;
    },
    get current() {
      return current;
    },
    async connect({ signal, timeoutMs = 60_000 } = {}) {
      signal?.throwIfAborted();
      if (state === 'closed') throw fail('closed', 'CLOSED', 'was closed');
      if (state === 'ready') return;
      if (running === undefined) {
        move('connecting');
        running = run().catch(finish);
      }
      await until<void>(signal, (resolve, reject) => {
        const waiter = { resolve, reject };
        waiting.add(waiter);
        const stop = clock.after(timeoutMs, () => {
          reject(fail('timeout', 'TIMEOUT', `was not ready within ${timeoutMs} ms`));
        });
        return () => {
          stop();
          waiting.delete(waiter);
        };
      });
    },
    async close() {
      closing.abort();
      await finish();
    },
  };
}

/** Why there has to be another connection. */
interface Failure {
  readonly error: unknown;
}
