import type { Clock } from '@x/http-core';

/**
 * Tells the time, which it reads once for all that comes in one go: of thousands of frames in a second, many do, and reading
 * it for each takes longer than telling whether the frame is complete.
 */
export function createTurnClock(clock: Clock): () => number {
  let present: number | undefined;
  return () => {
    if (present === undefined) {
      present = clock.now();
      queueMicrotask(() => {
        present = undefined;
      });
    }
    return present;
  };
}
