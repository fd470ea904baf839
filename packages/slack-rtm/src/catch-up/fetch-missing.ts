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
  /** Waits until the connection has told what was written up to then. */
  readonly reach: (ts: string) => Promise<void>;
  /** Tells what was missed in a conversation, by its timestamps: there is no more. */
  readonly fill: (entry: Missing, messages: ReadonlyMap<string, HistoryMessage>) => void;
}

/**
 * Fetches what is missing in conversations, those that were active last first: the histories of all, and then their threads, so that
 * the calls that may be made serve most.
 */
export async function fetchMissing(entries: Iterable<Missing>, options: FetchOptions): Promise<void> {
  const { places, budget, span, reach, fill } = options;
  const found: { entry: Missing; messages: Map<string, HistoryMessage>; threads: Set<string> }[] = [];
  for (const entry of byActivity(entries, places)) {
    const { items, truncated } = await budget.history(entry.channel, entry.oldest);
    span.truncated ||= truncated;
    const known = places.get(entry.channel)?.threads.keys() ?? [];
    // Threads that began in the gap are not known yet.
    const begun = items.filter(({ reply_count: count = 0 }) => count > 0).map(({ ts }) => ts);
    const messages = new Map(items.filter(isNewMessage).map((message) => [message.ts, message]));
    const each = { entry, messages, threads: new Set([...known, ...begun].toReversed()) };
    if (each.threads.size > 0) found.push(each);
    else fill(entry, messages);
  }
  for (const { entry, messages, threads } of found) {
    const known = latestOf(messages);
    for (const threadTs of threads) {
      const { items, truncated } = await budget.replies(entry.channel, threadTs, entry.oldest);
      span.truncated ||= truncated;
      for (const reply of items.filter(isNewMessage)) messages.set(reply.ts, reply);
    }
    // Between a reply that is newer than all of the history there may be others, which come over the connection.
    const latest = latestOf(messages);
    if (latest > known) await reach(latest);
    fill(entry, messages);
  }
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
