import type { Clock } from '../frame/index.js';

/** How long somebody has to wait between two posts. */
export interface ThrottleModel {
  /** Seconds between the last post and the next, given how many posts the window holds. */
  readonly gapSeconds: (postsInWindow: number) => number;
  /** Default 5 minutes. */
  readonly windowMs?: number;
}

/** What was measured at the service: two posts are free, then the waits grow with the logarithm of their number. */
export const usualThrottle: ThrottleModel = {
  gapSeconds: (posts) => Math.max(0, 4.82 * Math.log(posts) - 1.88),
};

const usualWindowMs = 5 * 60_000;

/** Holds back those who post too fast. One for each chat server, since it counts a user in all rooms together. */
export interface Throttle {
  setModel(model: ThrottleModel | undefined): void;
  /** The next so many posts are refused, whatever the model says. */
  refuseNext(seconds: number, times: number): void;
  /** Counts a post; the whole seconds to wait when it comes too early, otherwise undefined. */
  take(userId: number): number | undefined;
}

export function createThrottle(clock: Clock): Throttle {
  let model: ThrottleModel | undefined = usualThrottle;
  let forced = { seconds: 0, times: 0 };
  const postsOf = new Map<number, number[]>();
  return {
    setModel(next) {
      model = next;
    },
    refuseNext(seconds, times) {
      forced = { seconds, times };
    },
    take(userId) {
      if (forced.times > 0) {
        forced.times -= 1;
        return forced.seconds;
      }
      const now = clock.now();
      const windowMs = model?.windowMs ?? usualWindowMs;
      const posts = (postsOf.get(userId) ?? []).filter((at) => at > now - windowMs);
      const last = posts.at(-1);
      if (model !== undefined && last !== undefined) {
        const waitMs = last + model.gapSeconds(posts.length) * 1000 - now;
        if (waitMs > 0) return Math.ceil(waitMs / 1000);
      }
      postsOf.set(userId, [...posts, now]);
      return undefined;
    },
  };
}
