import type { Clock } from '../frame/index.js';

export interface RateLimit {
  /** How many calls any span of sixty seconds may hold. */
  readonly perMinute: number;
}

export interface RateLimiter {
  /** Sets the limit, or lifts it. Calls made before do not count. */
  set(limit: RateLimit | undefined): void;
  /** Counts a call; the seconds to wait when it is one too many, otherwise undefined. */
  take(): number | undefined;
}

const minuteMs = 60_000;

/** Counts calls in a window that slides. There is no limit until one is set: the real numbers are not public. */
export function createRateLimiter(clock: Clock): RateLimiter {
  let limit: RateLimit | undefined;
  let calls: number[] = [];
  return {
    set(next) {
      limit = next;
      calls = [];
    },
    take() {
      if (limit === undefined) return undefined;
      const now = clock.now();
      calls = calls.filter((at) => at > now - minuteMs);
      if (calls.length < limit.perMinute) {
        calls.push(now);
        return undefined;
      }
      const [oldest = now] = calls;
      return Math.max(1, Math.ceil((oldest + minuteMs - now) / 1000));
    },
  };
}
