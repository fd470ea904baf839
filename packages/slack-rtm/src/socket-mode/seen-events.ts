import type { Clock } from '@x/http-core';

/** Slack delivers an event again for little more than six minutes. */
const keptMs = 3_600_000;
/** How many are remembered at most. */
const limit = 50_000;

/** What has been told: so that what is delivered again is told once. */
export interface SeenEvents {
  /** Notes an event; false when it was noted before. */
  add(eventId: string): boolean;
  /** It will have to be told again. */
  forget(eventId: string): void;
}

/** Makes a memory of events: of an hour, and of no more than so many. */
export function createSeenEvents(clock: Clock): SeenEvents {
  /** When each was told, the oldest first. */
  const seen = new Map<string, number>();

  return {
    add(eventId) {
      if (seen.has(eventId)) return false;
      const now = clock.now();
      for (const [oldest, at] of seen) {
        if (seen.size < limit && now - at < keptMs) break;
        seen.delete(oldest);
      }
      seen.set(eventId, now);
      return true;
    },
    forget(eventId) {
      seen.delete(eventId);
    },
  };
}
