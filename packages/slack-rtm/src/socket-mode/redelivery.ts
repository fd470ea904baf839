import type { Clock } from '@x/http-core';
import type { GapEvent } from '../events.js';
import type { Link } from './link.js';
import type { Loss } from './links.js';

/**
 * When Slack delivers again what was not acknowledged within three seconds: at once, a minute after that and five minutes after
 * that, by whatever connection is there then.
 */
const firstMs = 5000;
const secondMs = 75_000;
const thirdMs = 320_000;
/** In a break that is shorter than this nothing has had its second delivery. */
const shortMs = 55_000;
/** Of what happened in a break as long as this, some has its last delivery behind it. */
const patienceMs = 300_000;

/** What Slack will deliver again, and what it will not. */
export interface Redelivery {
  /** A connection was lost: how long it may take until what it was to bring has come by another. */
  lost(link: Link, loss: Loss): number;
  /** A connection is there again: how long it may take until all has come, and when something never will. */
  back(link: Link): { readonly waitMs: number; readonly gap: GapEvent | undefined };
}

/** Makes it. */
export function createRedelivery(clock: Clock): Redelivery {
  /** Since when there is no connection. */
  let awaySince: number | undefined;
  let lastLossAt = -Infinity;

  return {
    lost({ lastSeenAt }, { isAway, isOrderly }) {
      if (isAway) awaySince = lastSeenAt;
      if (isOrderly) return 0;
      // By the other one, unless that was lost, too, before it brought it.
      const waitMs = clock.now() - lastLossAt < 2 * firstMs ? secondMs : firstMs;
      lastLossAt = clock.now();
      return waitMs;
    },
    back({ greetedAt }) {
      if (awaySince === undefined) return { waitMs: 0, gap: undefined };
      const awayMs = greetedAt - awaySince;
      const gap: GapEvent = { type: 'gap', from: new Date(awaySince), to: new Date(greetedAt) };
      awaySince = undefined;
      return {
        waitMs: awayMs < shortMs ? secondMs : thirdMs,
        gap: awayMs > patienceMs ? gap : undefined,
      };
    },
  };
}
