import { extract, sortLog, type ExtractOptions, type LogMessage, type LogRecord } from '../src/logs/index.js';
import type { SlackWeb } from '../src/index.js';

/** Everything that something yields. */
export async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

export function messagesIn(records: readonly LogRecord[]): LogMessage[] {
  return records.filter((record): record is LogMessage => record.type === 'message');
}

/** The messages of a conversation, in order of time. */
export async function extracted(web: SlackWeb, options: ExtractOptions): Promise<LogMessage[]> {
  return messagesIn(await all(sortLog(extract(web, options))));
}

/** A text that comes in pieces as a whole. */
export async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  return (await all(pieces)).join('');
}
