import { compareTs, isWithin } from '../ts.js';
import type { HistoryMessage } from '../types/message.js';
import type { SlackWeb } from '../web.js';
import { findConversation } from './conversation.js';
import { describeMessage, type DescribeSettings } from './describe.js';
import { readExtractOptions, type ExtractOptions, type ExtractSettings } from './extract-options.js';
import { headerOf } from './header.js';
import { historyPages, replies, type HistoryWalk } from './history.js';
import { createLogNames } from './names.js';
import type { LogRecord } from './records.js';

/**
 * Everything that was said in a conversation, with its threads. First comes a header; then messages as Slack gives them, page
 * by page and the newest first, each followed by its replies, oldest first; and in between checkpoints. {@link sortLog} puts
 * them in order of time. Nothing is asked for before it is read, and nothing is kept but one page and the names so far.
 *
 * Both bounds of the range belong to it. Each message comes once, also where pages overlap and where a cursor expires on the
 * way. Authors who are deleted, foreign or unknown do not stop it: they are shown by what the message tells of them, or by
 * their id. A thread that began before the range is found by a reply that was sent to the channel too, and by `threadsFrom`.
 *
 * To go on after a failure, give the last checkpoint as `resume`, and keep nothing that came after that checkpoint.
 *
 * Iterating rejects as any call does (`refused` / `not_in_channel`, `missing_scope`, …), with `usage` / `NOT_FOUND` when no such
 * conversation can be seen, and with `usage` / `INVALID_REQUEST` for options that cannot work.
 *
 * @yields the header, then messages and checkpoints
 * @example
 * ```ts
 * import { createSlackWeb } from '@x/slack-rtm';
 * import { extract } from '@x/slack-rtm/logs';
 *
 * export async function count(token: string): Promise<number> {
 *   const web = createSlackWeb({ token });
 *   let messages = 0;
 *   for await (const { type } of extract(web, { conversation: '#general', start: '2024-05-01' })) {
 *     if (type === 'message') messages += 1;
 *   }
 *   return messages;
 * }
 * ```
 */
export async function* extract(
  web: SlackWeb,
  options: ExtractOptions,
): AsyncGenerator<LogRecord, void, undefined> {
  const settings = readExtractOptions(options);
  const { resume, signal, timeoutMs, retries } = options;
  const call = { signal, timeoutMs, retries };
  const names = createLogNames(web, call);
  const conversation = await findConversation(web, options.conversation, call);
  if (resume === undefined) yield await headerOf(web, conversation, { ...options, ...settings, names, call });
  if (resume?.done === true) return;

  const { id: channel } = conversation;
  const described: DescribeSettings = { ...settings, channel, names };
  const { start: oldest, end: latest, threadsFrom, pageSize: limit } = settings;
  const walk: HistoryWalk = { channel, oldest, latest, limit, call };
  // Threads of which only a reply is in the range.
  const fromBroadcasts = new Set<string>();
  let { lastTs, count = 0 } = resume ?? {};

  const pages = historyPages(web, { ...walk, oldest: threadsFrom }, { cursor: resume?.cursor, lastTs });
  for await (const { messages, cursor, next } of pages) {
    const marked = { type: 'checkpoint', done: false } as const;
    for (const message of messages) {
      const isInRange = isWithin(message.ts, { oldest, latest, inclusive: true });
      if (isInRange) {
        count += 1;
        yield await describeMessage(message, described);
      }
      lastTs = message.ts;
      const threadTs = threadOf(message, settings, fromBroadcasts);
      if (threadTs === undefined) continue;
      for await (const reply of keptReplies(replies(web, walk, threadTs), settings)) {
        count += 1;
        yield await describeMessage(reply, described);
      }
      yield { ...marked, ...(cursor !== undefined && { cursor }), lastTs, count };
    }
    const rest = {
      ...(next !== undefined && { cursor: next }),
      ...(lastTs !== undefined && { lastTs }),
      count,
    };
    yield { ...marked, ...rest, done: next === undefined };
  }
}

/** The thread that has to be fetched at this message, if any. */
function threadOf(
  { ts, thread_ts: threadTs, reply_count: replyCount = 0, latest_reply: latestReply }: HistoryMessage,
  { threads, start, threadsFrom }: ExtractSettings,
  fromBroadcasts: Set<string>,
): string | undefined {
  if (!threads) return undefined;
  if (threadTs === undefined || threadTs === ts) {
    const isOver = start !== undefined && latestReply !== undefined && compareTs(latestReply, start) < 0;
    return replyCount > 0 && !isOver ? ts : undefined;
  }
  // A reply that was sent to the channel too: where its thread began, it is fetched, unless that is before the walk ends.
  const isAhead = threadsFrom === undefined || compareTs(threadTs, threadsFrom) >= 0;
  if (isAhead || fromBroadcasts.has(threadTs)) return undefined;
  fromBroadcasts.add(threadTs);
  return threadTs;
}

/**
 * Leaves out replies that came already, because they were sent to the channel too.
 *
 * @yields those within the range
 */
async function* keptReplies(
  all: AsyncIterable<HistoryMessage>,
  { start: oldest, end: latest }: ExtractSettings,
): AsyncGenerator<HistoryMessage, void, undefined> {
  for await (const reply of all) {
    if (reply.subtype !== 'thread_broadcast' && isWithin(reply.ts, { oldest, latest, inclusive: true })) {
      yield reply;
    }
  }
}
