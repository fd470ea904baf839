import { escapeMarkdown } from '../mrkdwn/escape-markdown.js';
import { markdownCode, markdownQuote } from '../mrkdwn/markdown-parts.js';
import { compareTs } from '../ts.js';
import { formatMessage } from './format-message.js';
import type { FormatOptions } from './format-options.js';
import { createLocalTimes } from './local-time.js';
import type { LogHeader, LogMessage, LogRecord, LogRecords } from './records.js';
import { sortLog } from './sort.js';

/** A log with a name, which is shown at the top. */
export interface LogFile {
  readonly name: string;
  readonly records: LogRecords;
}

/**
 * A log as Markdown, in pieces that make the whole when they are written one after the other. Several logs become one, in order
 * of time, each message once. Days have headings, messages a paragraph each, and replies are quotes below what they reply to.
 * The same log is always the same text. However long it is, little of it is in memory, as with {@link sortLog}.
 *
 * Iterating rejects with `usage` / `INVALID_REQUEST` for a time zone that does not exist, and with what the logs reject with.
 *
 * @yields a piece of the text
 * @example
 * ```ts
 * import { createReadStream } from 'node:fs';
 * import { format, readLog } from '@x/slack-rtm/logs';
 *
 * export async function print(paths: readonly string[]): Promise<void> {
 *   const logs = paths.map((name) => ({ name, records: readLog(createReadStream(name)) }));
 *   for await (const text of format(logs, { timeZone: 'Europe/Vienna' })) process.stdout.write(text);
 * }
 * ```
 */
export async function* format(
  logs: LogRecords | readonly LogFile[],
  options: FormatOptions = {},
): AsyncGenerator<string, void, undefined> {
  const { timeZone = 'UTC' } = options;
  const timeOf = createLocalTimes(timeZone);
  const names: string[] = [];
  const headers: LogHeader[] = [];
  let thread: { readonly key: string; readonly day: string } | undefined;
  let day = '';
  let isBegun = false;
  let isQuoting = false;

  for await (const record of sortLog(recordsIn(logs, names), 'threads')) {
    if (record.type === 'header') {
      headers.push(record);
      continue;
    }
    if (!isBegun) yield topOf(headers, names, { ...options, timeZone });
    isBegun = true;
    const { ts, thread_ts: rootTs = ts, _channel: id } = record;
    const key = `${rootTs} ${id}`;
    const channel = severalChannels(headers) ? nameOfChannel(headers, id) : undefined;
    if (thread?.key !== key) {
      if (isQuoting) yield '\n';
      isQuoting = false;
      const root = timeOf(rootTs);
      if (root.day !== day) yield `### ${root.day}\n\n`;
      day = root.day;
      thread = { key, day };
      if (rootTs !== ts) yield `**${root.time}** _(a message that is not in this log)_\n\n`;
    }
    const own = timeOf(ts);
    const isReply = compareTs(ts, rootTs) > 0;
    const time = own.day === thread.day ? own.time : `${own.day} ${own.time}`;
    const text = formatMessage(record, { time, channel: isReply ? undefined : channel, isReply }, options);
    if (!isReply) yield `${text}\n\n`;
    else yield `${isQuoting ? '>\n' : ''}${markdownQuote(text)}\n`;
    isQuoting = isReply;
  }
  if (!isBegun) yield topOf(headers, names, { ...options, timeZone });
}

/**
 * Reads one log after the other, and notes their names.
 *
 * @yields each record
 */
async function* recordsIn(
  logs: LogRecords | readonly LogFile[],
  names: string[],
): AsyncGenerator<LogRecord, void, undefined> {
  for await (const log of logs) {
    if (!isFile(log)) yield log;
    else {
      names.push(log.name);
      yield* log.records;
    }
  }
}

function isFile(log: LogRecord | LogFile): log is LogFile {
  return 'records' in log && !('type' in log);
}

function topOf(
  headers: readonly LogHeader[],
  names: readonly string[],
  { title, timeZone, generated }: FormatOptions,
): string {
  const conversations = [...new Set(headers.map(({ channel }) => shownChannel(channel)))];
  const workspaces = [...new Set(headers.map(({ workspace }) => workspace.name))];
  const shown = title ?? (conversations.length === 0 ? 'Slack log' : conversations.join(', '));
  return [
    `# ${escapeMarkdown(shown, false).replaceAll(/(?<=^|, )\\#/g, '#')}`,
    '',
    ...workspaces.map((name) => `- Workspace: ${escapeMarkdown(name, false)}`),
    `- Time zone: ${escapeMarkdown(timeZone ?? 'UTC', false)}`,
    ...(names.length === 0 ? [] : [`- Inputs: ${names.map(markdownCode).join(', ')}`]),
    ...(generated === undefined ? [] : [`- Generated: ${generated.toISOString()}`]),
    '',
    '',
  ].join('\n');
}

function shownChannel({ name }: LogHeader['channel']): string {
  return name.startsWith('@') ? name : `#${name}`;
}

function severalChannels(headers: readonly LogHeader[]): boolean {
  return headers.some(({ channel }) => channel.id !== headers[0]?.channel.id);
}

function nameOfChannel(headers: readonly LogHeader[], id: LogMessage['_channel']): string {
  return headers.find(({ channel }) => channel.id === id)?.channel.name ?? id;
}
