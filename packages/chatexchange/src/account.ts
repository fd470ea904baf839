import { isServiceError, type CallOptions, type Pages } from '@x/http-core';
import { tell } from './act.js';
import { chunks, messageIds } from './ids.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { Room } from './model/room.js';

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

/** Joins all favorite rooms of the account, which are asked for then; resolves with those that it could enter. */
export async function joinFavorites(
  context: Context,
  favorites: Pages<Room>,
  call: CallOptions = {},
): Promise<readonly Room[]> {
  await tell(context, '/chats/join/favorite', { quiet: true, immediate: true }, call);
  const entered = await Promise.all((await favorites.toArray()).map((room) => enter(room, call)));
  return entered.filter((room) => room !== undefined);
}

/** One room that has been closed meanwhile is no reason not to enter the others. */
async function enter(room: Room, call: CallOptions): Promise<Room | undefined> {
  try {
    await room.join(call);
    return room;
  } catch (error) {
    if (isServiceError(error) && error.kind === 'refused') return undefined;
    throw error;
  }
}
