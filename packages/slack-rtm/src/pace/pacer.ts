import type { Clock } from '@x/http-core';

/** When the next message, or call, may go. */
export interface Pacer {
  /** How long it has to wait, in milliseconds; 0 when it may go now. */
  delayMs(): number;
  /** One went. */
  take(): void;
  /** The service asks for a pause. */
  pause(ms: number): void;
  /** For so many milliseconds, after the pause if there is one, half as many as usual; and no burst at first. */
  slow(ms: number): void;
  /** Whether nothing went for so long that it knows of nothing. */
  isIdle(): boolean;
}

/** Lets through so many at once, and then one in each interval. By default the pace that Slack allows the messages of a connection. */
export function createPacer(clock: Clock, burst = 3, intervalMs = 1000): Pacer {
  /** When the bucket was, or will be, full. */
  let fullAt = 0;
  let pausedUntil = 0;
  let slowUntil = 0;

  return {
    delayMs() {
      const now = clock.now();
      return Math.max(0, pausedUntil - now, fullAt - now - (burst - 1) * intervalMs);
    },
    take() {
      const now = clock.now();
      fullAt = Math.max(fullAt, now) + intervalMs * (now < slowUntil ? 2 : 1);
    },
    pause(ms) {
      pausedUntil = Math.max(pausedUntil, clock.now() + ms);
    },
    slow(ms) {
      const from = Math.max(clock.now(), pausedUntil);
      slowUntil = from + ms;
      fullAt = Math.max(fullAt, from + (burst - 1) * intervalMs);
    },
    isIdle: () => Math.max(fullAt, pausedUntil, slowUntil) <= clock.now(),
  };
}
