import { SlackError } from '../errors.js';
import { countBefore } from '../state/message-log.js';
import type { Message } from '../state/model.js';
import { isTimestamp, microsOf } from '../timestamps.js';
import type { Arguments } from '../wire/arguments.js';

/** A part of a sorted list: from the index `start` up to, but not including, `end`. */
export interface MessageWindow {
  readonly list: readonly Message[];
  readonly start: number;
  readonly end: number;
}

/** The messages between `oldest` and `latest`. The bounds themselves count only where `inclusive` says so. */
export function messagesBetween(args: Arguments, list: readonly Message[]): MessageWindow {
  const oldest = boundOf(args, 'oldest', 0);
  const latest = boundOf(args, 'latest', Infinity);
  const inclusive = args.flag('inclusive') ? 1 : 0;
  const start = countBefore(list, oldest + 1 - inclusive);
  return { list, start, end: Math.max(start, countBefore(list, latest + inclusive)) };
}

function boundOf(args: Arguments, name: 'oldest' | 'latest', otherwise: number): number {
  const text = args.text(name);
  if (text === undefined || (name === 'latest' && text === 'now')) return otherwise;
  if (!isTimestamp(text)) throw new SlackError(`invalid_ts_${name}`);
  return microsOf(text);
}
