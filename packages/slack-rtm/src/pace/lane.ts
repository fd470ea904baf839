import { until, type Clock } from '@x/http-core';
import type { Pacer } from './pacer.js';

/** For how long a method that was used up is called half as often as usual, in milliseconds. */
const recoveryMs = 60_000;

/** The calls of one kind, which go one after the other at the pace of their kind. */
export interface Lane {
  /** Waits for its turn: by the order of the tickets, so that a call that comes again goes before those after it. */
  enter(ticket: number, signal: AbortSignal): Promise<void>;
  /** The service allows none for so many milliseconds. The call that it said so to comes again, and goes before the others. */
  freeze(ms: number, ticket: number): void;
  /** A call is over, and will not come again. */
  leave(ticket: number): void;
  /** How long that still lasts; 0 when it does not. */
  frozenMs(): number;
  /** Whether nobody waits, and nothing has to be remembered. */
  isIdle(): boolean;
}

interface Waiting {
  readonly ticket: number;
  readonly go: () => void;
  readonly refuse: (error: Error) => void;
}

/** Makes a lane. The first of the pacers is its own; others it shares. */
export function createLane(options: {
  readonly clock: Clock;
  readonly pacers: readonly Pacer[];
  /** The longest freeze that is waited for, in milliseconds. */
  readonly patienceMs: number;
  readonly refusal: (frozenMs: number) => Error;
}): Lane {
  const { clock, pacers, patienceMs, refusal } = options;
  const waiting: Waiting[] = [];
  /** Those who will come again. */
  const returning = new Set<number>();
  let frozenUntil = 0;
  let busyUntil = 0;
  let stop = (): void => undefined;

  const frozenMs = (): number => Math.max(0, frozenUntil - clock.now());

  function pump(): void {
    stop();
    if (frozenMs() > patienceMs) for (const { refuse } of waiting.splice(0)) refuse(refusal(frozenMs()));
    for (;;) {
      const [next] = waiting;
      if (next === undefined || next.ticket > Math.min(...returning)) return;
      const delayMs = Math.max(frozenMs(), ...pacers.map((pacer) => pacer.delayMs()));
      if (delayMs > 0) {
        // Never woken early: timers leave out what is less than a millisecond.
        stop = clock.after(Math.ceil(delayMs), pump, true);
        return;
      }
      for (const pacer of pacers) pacer.take();
      busyUntil = clock.now() + recoveryMs;
      waiting.shift();
      next.go();
    }
  }

  return {
    frozenMs,
    enter: (ticket, signal) =>
      until<void>(signal, (go, refuse) => {
        const entry: Waiting = { ticket, go, refuse };
        const after = waiting.findIndex((other) => other.ticket > ticket);
        waiting.splice(after < 0 ? waiting.length : after, 0, entry);
        returning.delete(ticket);
        pump();
        return () => {
          const index = waiting.indexOf(entry);
          if (index < 0) return;
          waiting.splice(index, 1);
          pump();
        };
      }),
    freeze(ms, ticket) {
      returning.add(ticket);
      frozenUntil = Math.max(frozenUntil, clock.now() + ms);
      const [own] = pacers;
      own?.pause(ms);
      own?.slow(recoveryMs);
      pump();
    },
    leave(ticket) {
      if (returning.delete(ticket)) pump();
    },
    isIdle: () =>
      waiting.length + returning.size === 0 && clock.now() > Math.max(busyUntil, frozenUntil + recoveryMs),
  };
}
