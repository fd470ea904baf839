import { openRuns } from '#runs';
import { toMicros } from '../ts.js';
import type { LogHeader, LogMessage, LogRecords } from './records.js';
import type { Run } from './runs.js';

/**
 * In order of time; or threads as a whole, at the time of what began them, each reply after what it replies to.
 */
export type LogOrder = 'time' | 'threads';

/** A message as it is put aside. */
interface Entry {
  readonly key: string;
  readonly json: string;
}

/** The first entry that is left of a list. */
interface Head extends Entry {
  readonly list: AsyncGenerator<Entry, void>;
}

/** About how many characters of messages are sorted at once. */
const runLength = 4 * 1024 * 1024;
/** How many runs become one. */
const fanIn = 32;

/**
 * Logs in order, merged where there are several: first their headers, then the messages, each once. Of two states of one
 * message the one that was edited last is taken, else the one that came last. Checkpoints are left out.
 *
 * However many messages there are, few are in memory: in Node.js the others wait in temporary files, which are gone when the
 * iteration ends. In a page they wait in memory.
 *
 * @yields the headers, then each message once
 * @example
 * ```ts
 * import type { SlackWeb } from '@x/slack-rtm';
 * import { extract, sortLog } from '@x/slack-rtm/logs';
 *
 * export async function print(web: SlackWeb): Promise<void> {
 *   for await (const record of sortLog(extract(web, { conversation: '#general' }))) {
 *     if (record.type === 'message') console.log(record._user_name, record.text);
 *   }
 * }
 * ```
 */
export async function* sortLog(
  records: LogRecords,
  order: LogOrder = 'time',
): AsyncGenerator<LogHeader | LogMessage, void, undefined> {
  const runs = openRuns();
  // By how often they were merged; those of a higher level hold what came before.
  const levels: Run[][] = [];
  const add = async (level: number, lines: AsyncIterable<string> | Iterable<string>): Promise<void> => {
    const here = (levels[level] ??= []);
    here.push(await runs.add(lines));
    if (here.length < fanIn) return;
    levels[level] = [];
    await add(level + 1, linesOf(merge(here.map(entriesOf))));
    await Promise.all(here.map((run) => run.remove()));
  };

  try {
    let entries: Entry[] = [];
    let length = 0;
    for await (const record of records) {
      if (record.type === 'header') yield record;
      if (record.type !== 'message') continue;
      const entry = { key: keyOf(record, order), json: JSON.stringify(record) };
      entries.push(entry);
      length += entry.key.length + entry.json.length;
      if (length < runLength) continue;
      await add(0, sortedLines(entries));
      entries = [];
      length = 0;
    }
    const aside = levels.toReversed().flat().map(entriesOf);
    yield* single(merge([...aside, toAsync(inOrder(entries))]));
  } finally {
    await runs.close();
  }
}

/** A text that sorts as the message does. Digits are as many as the longest timestamp has. */
function keyOf({ ts, thread_ts: threadTs = ts, _channel: channel }: LogMessage, order: LogOrder): string {
  const own = digits(ts);
  return order === 'time' ? `${own} ${channel}` : `${digits(threadTs)} ${channel} ${own}`;
}

function digits(ts: string): string {
  return String(toMicros(ts)).padStart(18, '0');
}

const inOrder = (entries: Entry[]): Entry[] =>
  entries.toSorted((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)));

const lineOf = ({ key, json }: Entry): string => `${key}\t${json}`;

function* sortedLines(entries: Entry[]): Generator<string, void> {
  for (const entry of inOrder(entries)) yield lineOf(entry);
}

async function* linesOf(entries: AsyncIterable<Entry>): AsyncGenerator<string, void> {
  for await (const entry of entries) yield lineOf(entry);
}

async function* entriesOf(run: Run): AsyncGenerator<Entry, void> {
  for await (const line of run.lines()) {
    const at = line.indexOf('\t');
    yield { key: line.slice(0, at), json: line.slice(at + 1) };
  }
}

async function* toAsync<Value>(values: Iterable<Value>): AsyncGenerator<Value, void> {
  yield* values;
}

/**
 * Merges sorted lists.
 *
 * @yields the least that is left; of equals, those of earlier lists first
 */
async function* merge(lists: readonly AsyncGenerator<Entry, void>[]): AsyncGenerator<Entry, void> {
  const next = async (list: AsyncGenerator<Entry, void>): Promise<Head[]> => {
    const { value } = await list.next();
    return value === undefined ? [] : [{ ...value, list }];
  };
  try {
    let heads = (await Promise.all(lists.map(next))).flat();
    while (heads.length > 0) {
      const least = heads.reduce((one, other) => (other.key < one.key ? other : one));
      yield least;
      const [head] = await next(least.list);
      if (head === undefined) heads = heads.filter((each) => each !== least);
      else heads[heads.indexOf(least)] = head;
    }
  } finally {
    await Promise.all(lists.map(async (list) => list.return()));
  }
}

/**
 * Makes one of several states of a message.
 *
 * @yields each message once
 */
async function* single(entries: AsyncIterable<Entry>): AsyncGenerator<LogMessage, void> {
  let last: { readonly key: string; readonly message: LogMessage } | undefined;
  for await (const { key, json } of entries) {
    const message = JSON.parse(json) as LogMessage;
    if (last !== undefined && last.key !== key) yield last.message;
    last = { key, message: last?.key === key ? later(last.message, message) : message };
  }
  if (last !== undefined) yield last.message;
}

function later(one: LogMessage, other: LogMessage): LogMessage {
  return toMicros(one.edited?.ts ?? '0') > toMicros(other.edited?.ts ?? '0') ? one : other;
}
