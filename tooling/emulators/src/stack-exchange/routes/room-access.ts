import { kick } from '../actions/kick.js';
import { invite, requestAccess, setUserAccess } from '../actions/room-access.js';
import { isOwner, mayEnter } from '../state/chat-server.js';
import type { User, UserAccess } from '../state/model.js';
import { jsonAnswer, okAnswer, textAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { Declined } from './refusals.js';
import { findRoom, requireAccount, requireOwner } from './rights.js';
import { durationIn, idIn, numberIn, type Route } from './route.js';

const minuteMs = 60_000;

const accessNames: Readonly<Record<string, UserAccess | 'remove'>> = {
  remove: 'remove',
  'read-only': 'read-only',
  'read-write': 'read-write',
  owner: 'owner',
};

/** Who may do what in a room. The sentences of these refusals are not known. */
export const roomAccessRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/rooms/setuseraccess/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      const owner = requireOwner(call, room, 'Only a room-owner can change who has access');
      const user = requireOther(call, 'aclUserId');
      const access = accessNames[call.form.get('userAccess') ?? ''];
      if (access === undefined) throw new Declined('There is no such access');
      setUserAccess(call.scene, room, owner, user, access === 'remove' ? undefined : access);
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/rooms/kickmute/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      const owner = requireOwner(call, room, 'Only a room-owner can kick users');
      const user = requireOther(call, 'userId');
      if (isOwner(room, user)) throw new Declined('Owners of the room and moderators cannot be kicked');
      const seconds = durationIn(call.form);
      const lastsMs = kick(
        call.scene,
        room,
        owner,
        user,
        seconds === undefined || seconds <= 0 ? undefined : seconds * 1000,
      );
      const minutes = Math.ceil(lastsMs / minuteMs);
      const words = minutes === 1 ? '1 minute' : `${minutes} minutes`;
      return jsonAnswer({ message: `${user.name} has been kicked and cannot talk here for ${words}.` });
    },
  },
  {
    method: 'POST',
    path: '/rooms/requestaccess',
    handle(call) {
      const room = findRoom(call, numberIn(call.form, 'roomId') ?? 0);
      requestAccess(call.scene, room, requireAccount(call));
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/users/invite',
    handle(call) {
      const actor = requireAccount(call);
      const room = findRoom(call, numberIn(call.form, 'RoomId') ?? 0);
      const user = requireOther(call, 'UserId');
      if (!mayEnter(room, actor)) throw new Declined('You do not have permission to invite to this room');
      if (user === actor) throw new Declined('You cannot invite yourself');
      invite(call.scene, room, actor, user);
      return textAnswer(`${user.name} has been invited to ${room.name}.`);
    },
  },
];

/** The person that a form names. */
function requireOther({ chat, form }: Call, field: string): User {
  const user = chat.server.users.get(numberIn(form, field) ?? 0);
  if (user === undefined || user.id < 0) throw new Declined('There is no such user', 404);
  return user;
}
