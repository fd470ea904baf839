import { slackError } from '../errors.js';
import { isTs } from '../ts.js';
import { splitLines } from './lines.js';
import { nameOfProfile } from './names.js';
import type { HistoryMessage } from '../types/message.js';
import type { LogHeader, LogMessage, LogRecord } from './records.js';

/** A text in pieces, as texts or as bytes of UTF-8. */
export type LogText = AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/**
 * The records in a text: lines of JSON, or one JSON, as `extract` of the command writes them. A list of messages is read as
 * well, also within `messages` of an object: an answer of `conversations.history`, a day of an export of Slack's own. What is
 * neither a record nor a message is passed over; what a message lacks of a log’s own fields is filled in from itself. Line by line, nothing is kept; any other JSON is read as a whole.
 *
 * Iterating rejects with `usage` / `UNREADABLE_LOG` for what is no JSON, and says in which line.
 *
 * @yields each record
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs';
 * import { format, readLog } from '@x/slack-rtm/logs';
 *
 * export async function print(path: string): Promise<void> {
 *   for await (const text of format(readLog(createReadStream(path)))) process.stdout.write(text);
 * }
 * ```
 */
export async function* readLog(text: LogText): AsyncGenerator<LogRecord, void, undefined> {
  const recordsIn = createReader();
  let number = 0;
  let first: string | undefined;
  let opened = false;
  const lines = splitLines(decoded(text));
  for await (const line of lines) {
    number += 1;
    const content = line.trim();
    if (content === '' || content === ']') continue;
    if (content === '[' && first === undefined && !opened) {
      opened = true;
      continue;
    }
    const value = parse(opened ? content.replace(/,$/, '') : content);
    if (value === undefined) {
      if (first !== undefined) {
        throw slackError('usage', 'UNREADABLE_LOG', `line ${number} of the log is no JSON`);
      }
      yield* recordsIn(await whole(opened ? `[${line}` : line, lines));
      return;
    }
    first = content;
    yield* recordsIn(value.json);
  }
}

/** A JSON that does not stand in lines of its own. */
async function whole(beginning: string, lines: AsyncIterable<string>): Promise<unknown> {
  let text = beginning;
  for await (const line of lines) text += `\n${line}`;
  const value = parse(text);
  if (value !== undefined) return value.json;
  throw slackError('usage', 'UNREADABLE_LOG', 'the log is neither JSON nor lines of JSON');
}

function parse(text: string): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

/** Finds records in what was read, one value after the other. */
function createReader(): (value: unknown) => LogRecord[] {
  let channel = '';
  const read = (value: unknown): LogRecord[] => {
    if (Array.isArray(value)) return value.flatMap(read);
    const { type, messages, ts } = Object(value) as Readonly<Record<string, unknown>>;
    if (type === 'header') channel = (value as LogHeader).channel.id;
    if (type === 'header' || type === 'checkpoint') return [value as LogRecord];
    if (Array.isArray(messages)) return messages.flatMap(read);
    return type === 'message' && isTs(ts) ? [complete(value as HistoryMessage, channel)] : [];
  };
  return read;
}

/** A message that may not be out of a log of ours. */
function complete(message: HistoryMessage, channel: string): LogMessage {
  const { user, bot_id: botId, bot_profile: bot, username } = message;
  const { name, display } = nameOfProfile(message['user_profile']) ?? {};
  const known = username || name || bot?.name || user || botId || 'unknown';
  return {
    ...message,
    _channel: textOf(message['_channel']) ?? textOf(message['channel']) ?? channel,
    _user_name: textOf(message['_user_name']) ?? known,
    _display_name: textOf(message['_display_name']) ?? (username || display || known),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

async function* decoded(text: LogText): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder();
  for await (const piece of text) {
    yield typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true });
  }
  yield decoder.decode();
}
