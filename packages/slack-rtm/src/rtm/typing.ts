import type { Clock } from '@x/http-core';
import { refuseArgument } from '../errors.js';

/** How often it may be told, for each channel. */
const intervalMs = 3000;

/** What can be said about typing. */
export interface TypingOptions {
  /** The thread that is typed in. */
  readonly threadTs?: string | undefined;
}

/** Makes a function that tells that somebody is typing, no more often than Slack wants to hear it. */
export function createTyping(options: {
  readonly clock: Clock;
  readonly nextId: () => number;
  /** Whether there is a connection, and Slack wants to hear of such things now. */
  readonly isWelcome: () => boolean;
  readonly write: (frame: object) => void;
}): (channel: string, given?: TypingOptions) => void {
  const { clock, nextId, isWelcome, write } = options;
  const told = new Map<string, number>();

  return (channel, { threadTs } = {}) => {
    if (typeof channel !== 'string' || channel === '') refuseArgument('channel', 'the id of a conversation');
    const now = clock.now();
    for (const [each, at] of told) if (now - at >= intervalMs) told.delete(each);
    if (told.has(channel) || !isWelcome()) return;
    told.set(channel, now);
    // The one that is documented knows no threads; of the one that Slack's own client sends it is known.
    const where = threadTs === undefined ? { type: 'typing' } : { type: 'user_typing', thread_ts: threadTs };
    write({ id: nextId(), channel, ...where });
  };
}
