import { checkText, type CallOptions } from '@x/http-core';
import { tell } from './act.js';
import { refuseArgument } from './errors.js';
import { roomId, userId } from './ids.js';
import type { Context } from './model/context.js';
import type { AdministeredRoom } from './model/administered-room.js';
import type { Room } from './model/room.js';
import type { User } from './model/user.js';
import { unexpectedAnswer } from './parse/unexpected.js';

/** Asks somebody into a room; resolves with what the service says. */
export async function invite(
  context: Context,
  user: User | number,
  room: { readonly id: number } | number,
  call?: CallOptions,
): Promise<string> {
  return (await tell(context, '/users/invite', { UserId: userId(user), RoomId: roomId(room) }, call)).text;
}

/** Makes a room for the account and one other. */
export async function pairOff(context: Context, user: User, name: string, call?: CallOptions): Promise<Room> {
  const form = { withUserId: user.id, name: checkText(refuseArgument, 'name', name) };
  const { text } = await tell(context, '/rooms/pairoff', form, call);
  const id = /^\d{1,15}$/.test(text) ? Number(text) : unexpectedAnswer('/rooms/pairoff', 'id of a room');
  return context.rooms.get(id);
}

/** Asks the owners of a room to be let in, or to be let talk. */
export async function requestAccess(
  context: Context,
  room: AdministeredRoom,
  call?: CallOptions,
): Promise<void> {
  await tell(context, '/rooms/requestaccess', { roomId: room.id }, call);
}
