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
  /** Those who wait to be told that it is ready, or why it never will be. */
  const waiting = new Set<(error?: unknown) => void>();
  let state: ConnectionState = 'idle';
  let current: C | undefined;
  let running: Promise<void> | undefined;

  const closed = (): ServiceError => fail('closed', 'CLOSED', 'was closed');

  function move(to: ConnectionState, facts?: Omit<StateEvent, 'from' | 'to'>): void {
    const from = state;
    state = to;
    onState?.({ from, to, ...facts });
  }

  /** From the first attempt to the last. */
  async function run(): Promise<void> {
    let failures = 0;
    for (let failed: { readonly error: unknown } | undefined; ;) {
      closing.signal.throwIfAborted();
      if (failed) {
        const { error } = failed;
        if (!isServiceError(error) || !error.retryable) throw error;
        failures += 1;
        const delayMs = Math.max(backoffMs(failures, options), error.retryAfterMs ?? 0);
        // While the old connection still serves, nobody need know of the trouble with the new one.
        if (!current) {
          move(state === 'connecting' ? state : 'reconnecting', { error, attempt: failures, delayMs });
        }
        await sleep(delayMs, closing.signal, clock);
      }
      const attempt = failures + 1;
      let renewing = false;
      let renew = (): void => undefined;
      const renewed = new Promise<undefined>((resolve) => {
        renew = () => {
          renewing = true;
          resolve(undefined);
        };
      });
      try {
        const made = await until<C>(closing.signal, (resolve, reject) => {
          dial({ attempt, signal: closing.signal, renew }).then((late) => {
            resolve(late);
            // Nobody wants it any more.
            return closing.signal.aborted ? late.close() : undefined;
          }, reject);
        });
        const old = current;
        const since = clock.now();
        current = made;
        move('ready', { attempt });
        for (const tell of waiting) tell();
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
      } catch (error) {
        failed = { error };
      }
    }
  }

  async function finish(error?: unknown): Promise<void> {
    if (state === 'closed') return;
    const last = current;
    current = undefined;
    move('closed', error === undefined ? {} : { error });
    for (const tell of waiting) tell(error ?? closed());
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
      if (state === 'closed') throw closed();
      if (state === 'ready') return;
      if (!running) {
        move('connecting');
        running = run().catch(finish);
      }
      await until<void>(signal, (resolve, reject) => {
        const tell = (error?: unknown): void => (error === undefined ? resolve() : reject(error));
        const stop = clock.after(timeoutMs, () => {
          tell(fail('timeout', 'TIMEOUT', `was not ready within ${timeoutMs} ms`));
        });
        waiting.add(tell);
        return () => {
          stop();
          waiting.delete(tell);
        };
      });
    },
    async close() {
      closing.abort();
      await finish();
    },
  };
}
