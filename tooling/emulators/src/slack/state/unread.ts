import { microsOf, never } from '../timestamps.js';
import { countBefore } from './message-log.js';
import type { Conversation, Message } from './model.js';

/** What somebody has not read yet in one conversation. */
export interface Unread {
  readonly all: number;
  /** Without what people are not shown as news, such as who joined. */
  readonly shown: number;
  /** Those that are addressed to this user. */
  readonly mentions: number;
}

const quiet = /^(?:channel|group)_(?:join|leave|topic|purpose|name|archive|unarchive)$/;

export function unreadOf(conversation: Conversation, userId: string): Unread {
  const { main } = conversation.messages;
  const lastRead = microsOf(conversation.lastRead.get(userId) ?? never);
  const unread = main.slice(countBefore(main, lastRead + 1)).filter((message) => message.userId !== userId);
  const shown = unread.filter(({ subtype }) => !quiet.test(subtype ?? ''));
  return {
    all: unread.length,
    shown: shown.length,
    mentions: shown.filter((message) => isAddressedTo(conversation, message, userId)).length,
  };
}

function isAddressedTo({ kind }: Conversation, { text }: Message, userId: string): boolean {
  return (
    kind === 'im' || text.includes(`<@${userId}>`) || /<!(?:channel|here|everyone)(?:\|[^>]*)?>/.test(text)
  );
}
