import { checkText, type CallOptions } from '@x/http-core';
import { act, tell } from './act.js';
import { fail, refuseArgument } from './errors.js';
import { chunks, messageIds, roomId } from './ids.js';
import type { Context } from './model/context.js';
import type { Message } from './model/message.js';
import type { AdministeredRoom } from './model/administered-room.js';
import type { Room } from './model/room.js';
import { path } from './path.js';

/** More at once upset the pages of those who are watching. */
const mostAtOnce = 100;
/** A longer list of ids breaks the service. */
const longestList = 2048;

/** Moves messages to another room; resolves with how many. */
export async function moveMessages(
  context: Context,
  from: AdministeredRoom,
  messages: Iterable<Message | number>,
  to: Room | number,
  call?: CallOptions,
): Promise<number> {
  const ids = messageIds(messages);
  const target = context.rooms.get(roomId(to));
  let moved = 0;
  for (const some of chunks(ids, mostAtOnce)) {
    const count = await act<unknown>(
      context,
      path`/admin/movePosts/${from.id}`,
      { to: target.id, ids: some },
      call,
    );
    if (typeof count !== 'number') {
      throw fail('protocol', 'UNEXPECTED_ANSWER', 'the service did not say how many messages it moved');
    }
    moved += count;
    for (const id of some) {
      const message = context.messages.peek(id);
      if (count === some.length) message?.learn({ room: target });
      else message?.hear({ facts: {}, stale: ['room'] });
    }
  }
  return moved;
}

/** Moves messages to a room that is made for them. */
export async function moveMessagesToNewRoom(
  context: Context,
  from: AdministeredRoom,
  messages: Iterable<Message | number>,
  title: string,
  call?: CallOptions,
): Promise<void> {
  const ids = messageIds(messages);
  // In parts they would come into as many rooms.
  if (ids.length === 0 || ids.join(',').length > longestList) {
    refuseArgument(
      'messages',
      `at least one, and no more than have ids of ${longestList} characters together`,
    );
  }
  const newTitle = checkText(refuseArgument, 'title', title);
  await act(context, path`/admin/movePostsToNew/${from.id}`, { ids, newTitle }, call);
  for (const id of ids) context.messages.peek(id)?.hear({ facts: {}, stale: ['room'] });
}

/** Removes messages of a room. */
export async function deleteMessages(
  context: Context,
  room: AdministeredRoom,
  messages: Iterable<Message | number>,
  call?: CallOptions,
): Promise<void> {
  for (const some of chunks(messageIds(messages), mostAtOnce)) {
    await tell(context, path`/admin/deletePosts/${room.id}`, { id: some }, call);
    for (const id of some) context.messages.peek(id)?.learn({ deleted: true });
  }
}
