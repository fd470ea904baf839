import type { Clock } from '@x/http-core';

/** A clock that can let the pause before the next attempt be over. */
export interface HurriedClock extends Clock {
  hurry(): void;
}

/** Makes one of another clock. */
export function createHurriedClock(clock: Clock): HurriedClock {
  let hurry = (): void => undefined;
  return {
    now: () => clock.now(),
    // What is held is the pause before the next attempt.
    after: (ms, callback, hold) => clock.after(ms, hold === true ? (hurry = callback) : callback, hold),
    hurry() {
      hurry();
    },
  };
}
