import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock, ManualClock } from './contract.js';

/** What Node's timers can hold; anything longer would fire at once. */
const longestTimer = 2 ** 31 - 1;

const manualStart = Date.UTC(2026, 0, 5, 9);

/** The system's time. Its timers never keep the process alive. */
export function createSystemClock(): Clock {
  const after = (ms: number, callback: () => void): (() => void) => {
    if (ms > longestTimer) {
      let cancel = after(longestTimer, () => {
        cancel = after(ms - longestTimer, callback);
      });
      return () => cancel();
    }
    const timer = setTimeout(callback, ms);
    timer.unref();
    return () => clearTimeout(timer);
  };
  return { now: () => Date.now(), after };
}

interface Timer {
  readonly at: number;
  readonly callback: () => void;
}

/** A clock that stands still until `advance` is called. Without `start` it begins at a fixed instant, so that runs repeat exactly. */
export function createManualClock(start: number | Date = manualStart): ManualClock {
  let now = Number(start);
  let moving = Promise.resolve();
  const timers = new Set<Timer>();

  const move = async (ms: number): Promise<void> => {
    const end = now + ms;
    await nextTurn();
    for (let timer = earliest(timers, end); timer !== undefined; timer = earliest(timers, end)) {
      timers.delete(timer);
      now = Math.max(now, timer.at);
      timer.callback();
      await nextTurn();
    }
    now = end;
  };

  return {
    now: () => now,
    after(ms, callback) {
      const timer = { at: now + Math.max(0, ms), callback };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    advance(ms) {
      if (!(ms >= 0 && Number.isFinite(ms))) {
        throw new RangeError(
          'A clock can only be advanced by a finite number of milliseconds, not negative.',
        );
      }
      // One move at a time: two that overlap add up, as their callers expect.
      const moved = moving.then(() => move(ms));
      moving = moved.catch(() => {});
      return moved;
    },
  };
}

/** True for a clock that can be told to move. */
export function isManualClock(clock: Clock): clock is ManualClock {
  return 'advance' in clock;
}

/** Of several timers due at the same time the one that was set first, since a Set keeps the order. */
function earliest(timers: Iterable<Timer>, end: number): Timer | undefined {
  let found: Timer | undefined;
  for (const timer of timers) {
    if (timer.at <= end && (found === undefined || timer.at < found.at)) found = timer;
  }
  return found;
}
