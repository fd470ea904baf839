import type { Clock } from '@x/http-core';
import type { Pace } from './lane.js';

/** What has been measured at the service: the wait grows with the logarithm of what was said in the last minutes. */
const postGapMs = (posts: number): number => Math.max(0, 4.82 * Math.log(posts) - 1.88) * 1000;
const postWindowMs = 5 * 60_000;
const voteGapMs = 1000;

/** Foresees when the next post will be taken. */
export function foreseePosts(clock: Clock): Pace {
  const times: number[] = [];
  return {
    count() {
      times.push(clock.now());
    },
    readyAt() {
      const now = clock.now();
      while ((times[0] ?? now) <= now - postWindowMs) times.shift();
      const last = times.at(-1);
      if (last === undefined) return now;
      // Each that leaves the window meanwhile makes the wait shorter.
      let forgotten = 0;
      for (;;) {
        const at = last + postGapMs(times.length - forgotten);
        const leaves = (times[forgotten] ?? last) + postWindowMs;
        if (at <= leaves || forgotten === times.length - 1) return at;
        forgotten += 1;
        if (last + postGapMs(times.length - forgotten) <= leaves) return leaves;
      }
    },
  };
}

/** Foresees when the next star, pin or flag will be taken. */
export function foreseeVotes(clock: Clock): Pace {
  let last: number | undefined;
  return {
    count() {
      last = clock.now();
    },
    readyAt: () => (last ?? -voteGapMs) + voteGapMs,
  };
}
