import { isServiceError, type CallOptions } from '@x/http-core';
import { compareTs } from '../ts.js';
import type { HistoryMessage } from '../types/message.js';
import type { SlackWeb } from '../web.js';

/** What of a conversation is read. */
export interface HistoryWalk {
  readonly channel: string;
  /** Both bounds belong to it. */
  readonly oldest: string | undefined;
  readonly latest: string | undefined;
  readonly limit: number;
  readonly call: CallOptions;
}

/** Where a walk through a history is. */
export interface HistoryPlace {
  /** The page to ask for; the first one without. */
  readonly cursor: string | undefined;
  /** The earliest message that was seen. */
  readonly lastTs: string | undefined;
}

/** A page of a history, without what was seen before. */
export interface HistoryPage {
  /** Newest first. */
  readonly messages: readonly HistoryMessage[];
  readonly cursor: string | undefined;
  /** The page that follows; `undefined` after the last one. */
  readonly next: string | undefined;
}

/**
 * Walks through a history, newest first, from where a walk was left. Pages are as long as the service makes them; whatever
 * stands on two of them comes once. A cursor that has expired is replaced by the time that was reached.
 *
 * @yields each page
 */
export async function* historyPages(
  web: SlackWeb,
  { channel, oldest, latest, limit, call }: HistoryWalk,
  from: HistoryPlace,
): AsyncGenerator<HistoryPage, void, undefined> {
  let { cursor, lastTs } = from;
  let until = latest;
  for (;;) {
    const page = await untilExpired(cursor, () =>
      web.conversations.history({ channel, oldest, latest: until, inclusive: true, limit, cursor }, call),
    );
    if (page === undefined) {
      cursor = undefined;
      until = lastTs ?? latest;
      continue;
    }
    const next = page.response_metadata?.next_cursor || undefined;
    const messages = page.messages
      .toSorted((one, other) => compareTs(other.ts, one.ts))
      .filter(({ ts }, index, all) => {
        const isNew = lastTs === undefined || compareTs(ts, lastTs) < 0;
        return isNew && ts !== all[index - 1]?.ts;
      });
    yield { messages, cursor, next };
    lastTs = messages.at(-1)?.ts ?? lastTs;
    // A service that leads in a circle has nothing more.
    if (next === undefined || next === cursor) return;
    cursor = next;
  }
}

/**
 * A thread without the message that began it.
 *
 * @yields each reply, oldest first
 */
export async function* replies(
  web: SlackWeb,
  { channel, oldest, latest, limit, call }: HistoryWalk,
  threadTs: string,
): AsyncGenerator<HistoryMessage, void, undefined> {
  let cursor: string | undefined;
  let lastTs = threadTs;
  let since = oldest;
  for (;;) {
    const page = await untilExpired(cursor, () =>
      web.conversations.replies(
        { channel, ts: threadTs, oldest: since, latest, inclusive: true, limit, cursor },
        call,
      ),
    );
    if (page === undefined) {
      cursor = undefined;
      since = lastTs === threadTs ? oldest : lastTs;
      continue;
    }
    for (const message of page.messages.toSorted((one, other) => compareTs(one.ts, other.ts))) {
      // The first one is what they reply to, on whatever page.
      if (compareTs(message.ts, lastTs) <= 0) continue;
      lastTs = message.ts;
      yield message;
    }
    const next = page.response_metadata?.next_cursor || undefined;
    if (next === undefined || next === cursor) return;
    cursor = next;
  }
}

/** Asks for a page; `undefined` when its cursor has expired. */
async function untilExpired<Page>(
  cursor: string | undefined,
  ask: () => Promise<Page>,
): Promise<Page | undefined> {
  try {
    return await ask();
  } catch (error) {
    if (cursor !== undefined && isServiceError(error) && error.code === 'invalid_cursor') return undefined;
    throw error;
  }
}
