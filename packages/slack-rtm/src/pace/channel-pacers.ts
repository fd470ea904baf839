import type { Clock } from '@x/http-core';
import { createPacer, type Pacer } from './pacer.js';

/** How many are remembered before those that know of nothing any more are forgotten. */
const rememberedLimit = 1000;

/** How often something may be done. */
export interface Pace {
  /** How often in a row, after a rest. */
  readonly burst: number;
  /** Once in so many milliseconds, on the whole. */
  readonly intervalMs: number;
}

/** The pace that Slack allows a channel: one message a second, with a small burst. */
export const messagePace: Pace = { burst: 3, intervalMs: 1000 };

/** A pacer for each channel, or whatever else has a pace of its own. */
export type Pacers = (key: string) => Pacer;

/**
 * The pace of each channel, shared by all that post there: over the Web API and over a connection. Whoever posts asks
 * `delayMs()` of the channel's pacer, waits, and tells it by `take()`.
 */
export function createPacers(clock: Clock, { burst, intervalMs }: Pace = messagePace): Pacers {
  const pacers = new Map<string, Pacer>();
  return (key) => {
    const pacer = pacers.get(key) ?? createPacer(clock, burst, intervalMs);
    if (pacers.size >= rememberedLimit) {
      for (const [each, other] of pacers) if (other.isIdle()) pacers.delete(each);
    }
    pacers.set(key, pacer);
    return pacer;
  };
}
