import type { HistoryMessage } from '../types/message.js';
import type { SlackWeb } from '../web.js';

/** How many messages are asked for at once: Slack gives no more, and to some apps fewer. */
const limit = 999;

/** What a list holds, as far as it was read. */
export interface Read<Item> {
  readonly items: readonly Item[];
  /** Whether there was more than could be had. */
  readonly truncated: boolean;
}

/** The calls that a catch-up may make. */
export interface Budget {
  /** What came after `oldest`; without one more call for it, also what came after `since`. */
  history(channel: string, oldest: string, since: string): Promise<Read<HistoryMessage>>;
  replies(channel: string, threadTs: string, oldest: string): Promise<Read<HistoryMessage>>;
  /** The ids of all conversations that the token's user is in. */
  conversations(): Promise<Read<string>>;
}

/** Whether it can be told apart from others; if not, it is no message. */
const hasTs = ({ ts }: HistoryMessage): boolean => typeof ts === 'string';

/** Makes a budget of so many calls. Its functions reject only with the reason of the signal. */
export function createBudget(web: SlackWeb, calls: number, signal: AbortSignal): Budget {
  let left = calls;

  async function read<Page extends { readonly response_metadata?: { readonly next_cursor?: string } }, Item>(
    ask: (cursor: { readonly cursor?: string }) => Promise<Page>,
    itemsOf: (page: Page) => readonly Item[],
    isEnough: (last: Item | undefined) => boolean = () => false,
  ): Promise<Read<Item>> {
    const items: Item[] = [];
    let cursor: string | undefined;
    do {
      if (left <= 0) return { items, truncated: true };
      left -= 1;
      try {
        const page = await ask(cursor === undefined ? {} : { cursor });
        items.push(...itemsOf(page));
        cursor = page.response_metadata?.next_cursor;
      } catch {
        signal.throwIfAborted();
        // It may be none of ours any more, or out of reach: the others go on.
        return { items, truncated: true };
      }
    } while (cursor && !isEnough(items.at(-1)));
    return { items, truncated: false };
  }

  return {
    history: (channel, oldest, since) =>
      read(
        (cursor) =>
          web.call('conversations.history', { channel, oldest: since, limit, ...cursor }, { signal }),
        ({ messages }) => messages.filter(hasTs),
        // The newest come first.
        (last) => last !== undefined && last.ts <= oldest,
      ),
    replies: (channel, ts, oldest) =>
      read(
        (cursor) => web.call('conversations.replies', { channel, ts, oldest, limit, ...cursor }, { signal }),
        ({ messages }) => messages.filter(hasTs),
      ),
    conversations: () =>
      read(
        (cursor) =>
          web.call<{ readonly channels: readonly { readonly id: string }[] }>(
            'users.conversations',
            { types: 'public_channel,private_channel,mpim,im', exclude_archived: true, limit, ...cursor },
            { signal },
          ),
        ({ channels }) => channels.map(({ id }) => id),
      ),
  };
}
