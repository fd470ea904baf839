import type { Clock } from '@x/http-core';

/** When the next message may go. */
export interface Pacer {
  /** How long it has to wait, in milliseconds; 0 when it may go now. */
  delayMs(): number;
  /** One went. */
  take(): void;
  /** The service asks for a pause. */
  pause(ms: number): void;
  /** Whether nothing went for so long that it knows of nothing. */
  isIdle(): boolean;
}

/** Lets through so many at once, and then one in each interval. By default the pace that Slack allows the messages of a connection. */
export function createPacer(clock: Clock, burst = 3, intervalMs = 1000): Pacer {
  /** When the bucket was, or will be, full but for one. */
  let freeAt = 0;
  let pausedUntil = 0;

  return {
    delayMs() {
      const now = clock.now();
      return Math.max(0, pausedUntil - now, freeAt - now - (burst - 1) * intervalMs);
    },
    take() {
      freeAt = Math.max(freeAt, clock.now()) + intervalMs;
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
    },
    isIdle: () => Math.max(freeAt, pausedUntil) <= clock.now(),
  };
}
