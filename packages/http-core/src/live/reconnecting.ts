import type { ServiceError } from '../errors.js';
import { backoffMs, sleep, systemClock, until, type BackoffOptions, type Clock } from '../time.js';
import type { Connection, ConnectionState, Dial, StateEvent } from './connection.js';
import { createEmitter } from './emitter.js';

/** What {@link reconnecting} can be told. */
export interface ReconnectingOptions extends BackoffOptions {
  /** Makes an error of the client's. */
  readonly fail: (kind: 'timeout' | 'closed', code: string, message: string) => ServiceError;
  /** Hears of each change of the state. */
  readonly onState?: ((event: StateEvent) => void) | undefined;
  /** How long a connection must have been `ready` before the next failure counts as a first one. Default 10,000. */
  readonly stableMs?: number | undefined;
  /** Default: the clock of the system. */
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
  /** Tells those who wait that it is ready, or why it never will be. */
  const waiting = createEmitter<{ over: unknown }>();
  let state: ConnectionState = 'idle';
  let current: C | undefined;
  let running: Promise<void> | undefined;

  const closed = (): ServiceError => fail('closed', 'CLOSED', 'is closed');

  function move(to: ConnectionState, facts?: Omit<StateEvent, 'from' | 'to'>): void {
    const from = state;
    state = to;
    onState?.({ from, to, ...facts });
  }

  /** From the first attempt to the last. */
  async function run(): Promise<void> {
    let failures = 0;
    let renewing = false;
    for (let failed: unknown; ;) {
      closing.signal.throwIfAborted();
      if (failed) {
        // Whatever class it is of: an error that does not say so of itself is the end of all.
        const { retryable, retryAfterMs = 0 } = failed as Partial<ServiceError>;
        if (!retryable) throw failed;
        failures += 1;
        const delayMs = Math.max(backoffMs(failures, options), retryAfterMs);
        // While the old connection still serves, nobody need know of the trouble with the new one.
        if (!current) {
          move(state === 'connecting' ? state : 'reconnecting', {
            error: failed,
            attempt: failures,
            delayMs,
          });
        }
        await sleep(delayMs, closing.signal, clock);
      }
      const attempt = failures + 1;
      let renew: () => void;
      const renewed = new Promise<void>((resolve) => {
        renew = resolve;
      });
      try {
        const made = await until<C>(closing.signal, (resolve, reject) => {
          dial({ attempt, signal: closing.signal, renew }).then((late) => {
            resolve(late);
            // Nobody wants it any more.
            return closing.signal.aborted ? late.close() : undefined;
          }, reject);
        });
        const since = clock.now();
        const old = current;
        current = made;
        renewing = false;
        move('ready', { attempt });
        waiting.emit('over', undefined);
        void old?.close();
        const ended = made.ended.then((error) => {
          if (current === made) {
            current = undefined;
            if (renewing) move('reconnecting', { error });
          }
          return error ?? closed();
        });
        failed = await Promise.race([ended, renewed]);
        renewing = !failed;
        if (clock.now() - since >= stableMs) failures = 0;
      } catch (error) {
        failed = error ?? closed();
      }
    }
  }

  async function finish(error?: unknown): Promise<void> {
    if (state === 'closed') return;
    const last = current;
    current = undefined;
    move('closed', error ? { error } : undefined);
    waiting.emit('over', error ?? closed());
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
      if (state === 'ready') return;
      if (state === 'closed') throw closed();
      if (!running) {
        move('connecting');
        running = run().catch(finish);
      }
      await until<void>(signal, (resolve, reject) => {
        const off = waiting.on('over', (error) => (error ? reject(error) : resolve()));
        const stop = clock.after(timeoutMs, () => {
          reject(fail('timeout', 'TIMEOUT', `took over ${timeoutMs} ms`));
        });
        return () => {
          off();
          stop();
        };
      });
    },
    async close() {
      closing.abort();
      await finish();
    },
  };
}
