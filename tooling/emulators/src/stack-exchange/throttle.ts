import type { Clock } from '../frame/index.js';

/** How long somebody has to wait between two actions of a kind. */
export interface ThrottleModel {
  /** Seconds between the last action and the next, given how many the window holds. */
  readonly gapSeconds: (actionsInWindow: number) => number;
  /** Default 5 minutes. */
  readonly windowMs?: number;
}

/** What was measured at the service: two posts are free, then the waits grow with the logarithm of their number. */
export const postThrottle: ThrottleModel = {
  gapSeconds: (posts) => Math.max(0, 4.82 * Math.log(posts) - 1.88),
};

/** Stars, pins and flags: about one a second. */
export const voteThrottle: ThrottleModel = { gapSeconds: () => 1 };

const usualWindowMs = 5 * 60_000;

/** Holds back those who are too fast. Each chat server has its own, since it counts a user in all rooms together. */
export interface Throttle {
  setModel(model: ThrottleModel | undefined): void;
  /** The next so many are refused, whatever the model says. */
  refuseNext(seconds: number, times: number): void;
  /** Counts an action; the whole seconds to wait when it comes too early, otherwise undefined. */
  take(userId: number): number | undefined;
}

export function createThrottle(clock: Clock, usual: ThrottleModel): Throttle {
  let model: ThrottleModel | undefined = usual;
  let forced = { seconds: 0, times: 0 };
  const actionsOf = new Map<number, number[]>();
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
      const actions = actionsOf.get(userId) ?? [];
      actionsOf.set(userId, actions);
      while ((actions[0] ?? Infinity) <= now - windowMs) actions.shift();
      const last = actions.at(-1);
      if (model !== undefined && last !== undefined) {
        const waitMs = last + model.gapSeconds(actions.length) * 1000 - now;
        if (waitMs > 0) return Math.ceil(waitMs / 1000);
      }
      actions.push(now);
      return undefined;
    },
  };
}
