import type { CallOptions } from '@x/http-core';
import { tell } from './act.js';
import { chunks, messageIds } from './ids.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';

/** How many messages go into one form. */
const mostAtOnce = 100;

/** Marks mentions and replies as read. */
export async function acknowledge(
  context: Context,
  messages: Iterable<Message | number>,
  call?: CallOptions,
): Promise<void> {
  for (const some of chunks(messageIds(messages), mostAtOnce)) {
    await tell(context, '/messages/ack', { id: some }, call);
  }
}

/** Shows the account in all its favorite rooms. */
export async function joinFavorites(context: Context, call?: CallOptions): Promise<void> {
  await tell(context, '/chats/join/favorite', { quiet: true, immediate: true }, call);
}
