import type { Clock } from '@x/http-core';
import type { SlackFrame } from '../events.js';

/** How long after the change to another connection what was told before may come again. */
const lingerMs = 10_000;

/** How many different events are remembered. */
const limit = 50_000;

/** One connection takes over from another, and both may carry the same events; each event is told once. */
export interface Overlap {
  /** From now on there may be two connections; or there was one, by which these were told last. */
  begin(told?: Iterable<SlackFrame>): void;
  /** The next connection has taken over. */
  settle(): void;
  /** Whether an event has been told already, by another connection. */
  isRepeat(connection: object, frame: SlackFrame): boolean;
}

/**
 * Makes an overlap. It counts: what one connection says for the third time is new if no other has said it three times. So it
 * loses nothing that has no timestamp, such as somebody who is active, away and active again.
 */
export function createOverlap(clock: Clock): Overlap {
  let until = -Infinity;
  let told = new Map<string, number>();
  let heard = new WeakMap<object, Map<string, number>>();

  return {
    begin(before = []) {
      if (clock.now() >= until) {
        told = new Map();
        heard = new WeakMap();
      }
      until = Infinity;
      // Without a timestamp it may well have happened again while nobody heard.
      for (const frame of before) if (hasTime(frame)) told.set(keyOf(frame), 1);
    },
    settle() {
      if (until === Infinity) until = clock.now() + lingerMs;
    },
    isRepeat(connection, frame) {
      if (clock.now() >= until) return false;
      const key = keyOf(frame);
      const counts = heard.get(connection) ?? new Map<string, number>();
      heard.set(connection, counts);
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      if (count <= (told.get(key) ?? 0)) return true;
      const [oldest = ''] = told.keys();
      if (told.size >= limit) told.delete(oldest);
      told.set(key, count);
      return false;
    },
  };
}

function hasTime({ ts, event_ts: eventTs }: SlackFrame): boolean {
  return ts !== undefined || eventTs !== undefined;
}

/** What makes an event the same: its timestamps and where it happened; where it has none, everything. */
function keyOf(frame: SlackFrame): string {
  const { type, subtype, channel, user, ts, event_ts: eventTs } = frame;
  return JSON.stringify(hasTime(frame) ? [type, subtype, channel, user, ts, eventTs] : frame);
}
