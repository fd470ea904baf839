import { isOwner, mayEnter } from '../state/chat-server.js';
import type { Message, Room, User } from '../state/model.js';
import type { Call } from './call.js';
import { PageNotFound, PrivateRoom } from './refusals.js';

/** A room that exists and that the visitor may enter. */
export function requireRoom(call: Call, id: number): Room {
  const room = call.chat.server.rooms.get(id);
  // Those who may not see a deleted room are not told that there was one.
  if (room === undefined || (room.deleted && call.user?.isModerator !== true)) throw new PageNotFound();
  if (!mayEnter(room, call.user)) throw new PrivateRoom(id);
  return room;
}

/** A user of this chat server. */
export function requireUser(call: Call, id: number): User {
  const user = call.chat.server.users.get(id);
  if (user === undefined) throw new PageNotFound();
  return user;
}

/** A message that the visitor may read, with its room. Removed ones only show themselves to their author and those in charge. */
export function requireMessage(call: Call, id: number): { readonly message: Message; readonly room: Room } {
  const message = call.chat.server.messages.get(id);
  if (message === undefined) throw new PageNotFound();
  const room = requireRoom(call, message.roomId);
  const mayReadRemoved = message.userId === call.user?.id || isOwner(room, call.user);
  if (message.deleted !== undefined && !mayReadRemoved) throw new PageNotFound();
  return { message, room };
}
