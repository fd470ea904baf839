import type { Conversation } from '../state/model.js';

/** How many of those who replied a message names. All of them are counted. */
const mostNamed = 5;

/** Who replied to a message and how often, as it is shown with the message and with the files that it shared. */
export function renderThread(conversation: Conversation, ts: string): Readonly<Record<string, unknown>> {
  const replies = conversation.messages.replies(ts);
  const latest = replies.at(-1);
  const authors = new Set(replies.map(({ userId, botId }) => userId ?? botId));
  return {
    reply_count: replies.length,
    reply_users_count: authors.size,
    ...(latest === undefined ? {} : { latest_reply: latest.ts }),
    reply_users: [...authors].slice(0, mostNamed),
  };
}
