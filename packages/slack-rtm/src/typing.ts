import type { Clock } from '@x/http-core';
import { refuseArgument } from './errors.js';

/** How often it may be told, for each channel. */
const intervalMs = 3000;

/** Makes a function that tells that somebody is typing, no more often than Slack wants to hear it. */
export function createTyping(options: {
  readonly clock: Clock;
  readonly nextId: () => number;
  readonly write: (frame: object) => void;
}): (channel: string) => void {
  const { clock, nextId, write } = options;
  const told = new Map<string, number>();

  return (channel) => {
    if (typeof channel !== 'string' || channel === '') refuseArgument('channel', 'the id of a conversation');
    const now = clock.now();
    for (const [each, at] of told) if (now - at >= intervalMs) told.delete(each);
    if (told.has(channel)) return;
    told.set(channel, now);
    write({ id: nextId(), type: 'typing', channel });
  };
}
