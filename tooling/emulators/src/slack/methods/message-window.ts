import { SlackError } from '../errors.js';
import type { Message } from '../state/model.js';
import { isTimestamp, microsOf } from '../timestamps.js';
import type { Arguments } from '../wire/arguments.js';

/** The messages between `oldest` and `latest`. The bounds themselves count only where `inclusive` says so. */
export function messagesBetween(args: Arguments, messages: readonly Message[]): readonly Message[] {
  const oldest = boundOf(args, 'oldest', 0);
  const latest = boundOf(args, 'latest', Infinity);
  const inclusive = args.flag('inclusive');
  return messages.filter(({ ts }) => {
    const micros = microsOf(ts);
    return inclusive ? micros >= oldest && micros <= latest : micros > oldest && micros < latest;
  });
}

function boundOf(args: Arguments, name: 'oldest' | 'latest', otherwise: number): number {
  const text = args.text(name);
  if (text === undefined || (name === 'latest' && text === 'now')) return otherwise;
  if (!isTimestamp(text)) throw new SlackError(`invalid_ts_${name}`);
  return microsOf(text);
}
