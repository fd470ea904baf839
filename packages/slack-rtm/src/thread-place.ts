import type { MessageContent } from './types/message.js';

/**
 * Whether a message is a reply in a thread; the message that began the thread is none.
 *
 * @example
 * ```ts
 * import { isThreadReply, type NewMessage } from '@x/slack-rtm';
 *
 * export const threadOf = (message: NewMessage): string | undefined =>
 *   isThreadReply(message) ? message.thread_ts : message.ts;
 * ```
 */
export function isThreadReply({
  ts,
  thread_ts: threadTs,
}: Pick<MessageContent, 'ts' | 'thread_ts'>): boolean {
  return threadTs !== undefined && threadTs !== ts;
}

/**
 * Whether a reply in a thread was also sent to the conversation.
 *
 * @example
 * ```ts
 * import { isBroadcast, isThreadReply, type NewMessage } from '@x/slack-rtm';
 *
 * export const isInChannel = (message: NewMessage): boolean => !isThreadReply(message) || isBroadcast(message);
 * ```
 */
export function isBroadcast({ subtype }: { readonly subtype?: unknown }): boolean {
  return subtype === 'thread_broadcast';
}
