import { isServiceError } from '@x/http-core';
import type { Connection } from '@x/http-core/live';
import type { SlackFrame } from '../events.js';

/** One connection to Slack, from its greeting on. */
export interface LiveConnection extends Connection {
  readonly greeting: SlackFrame;
  /** When it was greeted, and when it last showed a sign of life; of one that brought no events, when it brought the last. */
  readonly greetedAt: number;
  readonly lastSeenAt: number;
  /** Begins to tell of frames, first of those that came meanwhile. */
  start(): void;
  send(frame: object): void;
  /** Asks for the next connection, after so many milliseconds. */
  renewAfter(ms: number): void;
  /** Resolves when all has come that was on its way, which the answer to a ping tells, or a good-bye; false when it ended without. */
  drain(): Promise<boolean>;
  /** Tries now whether it still lives. */
  check(): void;
  /** Gives it up for a reason: at once, or unless the service ends it within so many milliseconds. */
  end(reason: unknown, graceMs?: number): void;
}

/** The code of what ends a connection that answers and brings no events. */
export const deafness = 'STALE';

/** Whether a connection ended because it brought no events. */
export function isDeafness(reason: unknown): boolean {
  return isServiceError(reason) && reason.code === deafness;
}
