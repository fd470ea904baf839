import type { HistoryMessage } from '../types/message.js';
import type { Budget } from './budget.js';
import { isNewMessage } from './frames.js';
import type { Missing, Span } from './missing.js';
import type { Places } from './places.js';

/** How what is missing is fetched, and who gets it. */
export interface FetchOptions {
  readonly places: Places;
  readonly budget: Budget;
  readonly span: Span;
  /** Waits until the connection has told what was written up to then; false when it does not. */
  readonly reach: (ts: string) => Promise<boolean>;
  /** Tells what was missed in a conversation, by its timestamps: there is no more. */
  readonly fill: (entry: Missing, messages: ReadonlyMap<string, HistoryMessage>) => void;
}

/** What was found of a conversation. */
interface Found {
  readonly entry: Missing;
  readonly messages: Map<string, HistoryMessage>;
  /** Threads with replies that may be missing, the latest first. */
  readonly threads: ReadonlySet<string>;
}

/**
 * Fetches what is missing in conversations, those that were active last first: the histories of all, and then their threads, so that
 * the calls that may be made serve most.
 */
export async function fetchMissing(entries: Iterable<Missing>, options: FetchOptions): Promise<void> {
  const { places, reach, fill } = options;
  const open: Found[] = [];
  for (const entry of byActivity(entries, places)) {
    const found = await readHistory(entry, places.get(entry.channel)?.threads.keys() ?? [], options);
    if (found.threads.size > 0) open.push(found);
    else fill(entry, found.messages);
  }
  for (const found of open) {
    const { entry, messages } = found;
    const known = latestOf(messages);
    await readReplies(found, options);
    // Between a reply that is newer than all of the history there may be others, which come over the connection.
    const latest = latestOf(messages);
    if (latest > known && !(await reach(latest))) await readBetween(found, known, latest, options);
    fill(entry, messages);
  }
}

/** Reads a history. Of the threads, those are left out in which nothing is newer than what is there `already`. */
async function readHistory(
  entry: Missing,
  threads: Iterable<string>,
  { budget, span }: FetchOptions,
  already: ReadonlyMap<string, unknown> = new Map(),
): Promise<Found> {
  const { channel, oldest, since } = entry;
  const { items, truncated } = await budget.history(channel, oldest, since);
  span.truncated ||= truncated;
  const messages = new Map(items.filter(isNewMessage).map((message) => [message.ts, message]));
  const isSettled = (ts: string): boolean => {
    const { latest_reply: latest } = messages.get(ts) ?? {};
    return latest !== undefined && (latest <= oldest || already.has(latest));
  };
  // Threads that began in the gap are not known yet, nor those whose first reply fell into it.
  const begun = items.filter(({ reply_count: count = 0 }) => count > 0).map(({ ts }) => ts);
  const unsettled = [...threads, ...begun].filter((ts) => !isSettled(ts));
  return { entry, messages, threads: new Set(unsettled.toReversed()) };
}

async function readReplies(
  { entry, messages, threads }: Found,
  { budget, span }: FetchOptions,
): Promise<void> {
  for (const threadTs of threads) {
    const { items, truncated } = await budget.replies(entry.channel, threadTs, entry.oldest);
    span.truncated ||= truncated;
    for (const reply of items.filter(isNewMessage)) messages.set(reply.ts, reply);
  }
}

/** Adds what was written between one answer and the next, where the connection does not bring it: it may be dead, or deaf. */
async function readBetween(
  { entry, messages, threads }: Found,
  known: string,
  latest: string,
  options: FetchOptions,
): Promise<void> {
  const oldest = known > entry.oldest ? known : entry.oldest;
  const again = await readHistory({ ...entry, oldest }, threads, options, messages);
  await readReplies(again, options);
  for (const [ts, message] of again.messages) if (ts <= latest) messages.set(ts, message);
}

/** The latest first; those of which nothing was heard come last. */
function byActivity(entries: Iterable<Missing>, places: Places): readonly Missing[] {
  const order = new Map(places.active().map((channel, index) => [channel, index]));
  return [...entries].toSorted(
    (one, other) => (order.get(one.channel) ?? Infinity) - (order.get(other.channel) ?? Infinity) || 0,
  );
}

function latestOf(messages: ReadonlyMap<string, unknown>): string {
  let latest = '';
  for (const ts of messages.keys()) if (ts > latest) latest = ts;
  return latest;
}
