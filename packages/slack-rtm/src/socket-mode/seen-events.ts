import type { Clock } from '@x/http-core';
import { createRecent } from '@x/http-core/recent';

/** Slack delivers an event again for little more than six minutes. */
const keptMs = 3_600_000;
/** How many are remembered at most; half as many for certain. */
const limit = 100_000;

/** What has been told: so that what is delivered again is told once. */
export interface SeenEvents {
  /** Notes an event; false when it was noted before. */
  add(eventId: string): boolean;
  /** It will have to be told again. */
  forget(eventId: string): void;
}

/** Makes a memory of events: of an hour, and of no more than so many. */
export function createSeenEvents(clock: Clock): SeenEvents {
  /** When each was told. */
  const told = createRecent<string, number>(limit);

  return {
    add(eventId) {
      const now = clock.now();
      if (now - (told.get(eventId) ?? -Infinity) < keptMs) return false;
      told.set(eventId, now);
      return true;
    },
    forget(eventId) {
      told.delete(eventId);
    },
  };
}
