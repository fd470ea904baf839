import { defaultAccess, invite } from '../actions/room-access.js';
import { setDeleted, setFrozen, setTimeoutOf } from '../actions/room-state.js';
import { changeRoom, createRoom, type RoomFields } from '../actions/save-room.js';
import { cookieDomainOf } from '../network/sites.js';
import { roomInfoPath } from '../pages/links.js';
import type { RoomAccess } from '../state/model.js';
import { jsonAnswer, okAnswer, redirectAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom, requireUser } from './lookups.js';
import { Declined } from './refusals.js';
import { requireAccount, requireModerator, requireOwner, requireReputation } from './rights.js';
import { roomThumb } from './room-thumb.js';
import { durationIn, idIn, numberIn, type Route } from './route.js';

const createReputation = 100;
const longestReason = 100;
const ownersOnly = 'Only a room-owner can change this room';

/** What a room is, and whether it can be used. The sentences of these refusals are not known. */
export const roomSettingRoutes: readonly Route[] = [
  {
    // Opens a room when none is named. Without `noDupeCheck` a second of the same name is refused.
    method: 'POST',
    path: '/rooms/save',
    handle(call) {
      const { server } = call.chat;
      const id = numberIn(call.form, 'roomId');
      if (id !== undefined) {
        const room = requireRoom(call, id);
        const owner = requireOwner(call, room, ownersOnly);
        changeRoom(call.scene, room, owner, readChanges(call));
        return redirectAnswer(`${roomInfoPath(room)}?tab=general`);
      }
      const owner = requireReputation(call, createReputation, 'to create rooms');
      const { name, description = '', tags = [], siteHost, access = 'public' } = readChanges(call);
      if (name === undefined) throw new Declined('A room needs a name');
      const isTaken = [...server.rooms.values()].some((room) => room.name === name);
      if (isTaken && call.form.get('noDupeCheck') !== 'true') {
        throw new Declined('There is a room of this name already');
      }
      const fields = { name, description, tags, access, siteHost: siteHost ?? server.site.login.host };
      return redirectAnswer(`${roomInfoPath(createRoom(call.scene, owner, fields))}?tab=general`);
    },
  },
  {
    method: 'POST',
    path: '/rooms/favorite',
    handle(call) {
      const room = requireRoom(call, numberIn(call.form, 'roomId') ?? 0);
      const user = requireAccount(call);
      if (!room.favoriteOf.delete(user.id)) room.favoriteOf.add(user.id);
      return jsonAnswer(roomThumb(call, room, false));
    },
  },
  {
    method: 'POST',
    path: '/rooms/timeout/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      requireOwner(call, room, 'Only a room-owner can put a room into timeout');
      const seconds = durationIn(call.form) ?? 0;
      const reason = (call.form.get('reason') ?? '').trim();
      if (seconds < 0) throw new Declined('The duration of a timeout cannot be negative');
      if (reason.length > longestReason) throw new Declined('The reason is too long');
      setTimeoutOf(call.scene, room, seconds * 1000, reason);
      return jsonAnswer(seconds === 0 ? 'Timeout cleared' : 'Timeout applied');
    },
  },
  {
    method: 'POST',
    path: '/rooms/setfrozen/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      requireModerator(call);
      setFrozen(call.scene, room, call.form.get('freeze') === 'true');
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/rooms/setdeleted/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      requireModerator(call);
      setDeleted(call.scene, room, call.form.get('delete') === 'true');
      return okAnswer();
    },
  },
  {
    // A gallery of two owners, into which the other one is invited.
    method: 'POST',
    path: '/rooms/pairoff',
    handle(call) {
      const user = requireAccount(call);
      const other = requireUser(call, numberIn(call.form, 'withUserId') ?? 0);
      if (other === user || other.id < 0) throw new Declined('You cannot pair off with this user');
      const name = readName(call) ?? `Room for ${user.name} and ${other.name}`;
      const room = createRoom(call.scene, user, {
        name,
        description: '',
        tags: [],
        siteHost: call.chat.server.site.login.host,
        access: 'gallery',
      });
      room.owners.add(other.id);
      invite(call.scene, room, user, other);
      return jsonAnswer(room.id);
    },
  },
];

/** The fields that were sent. */
function readChanges(call: Call): Partial<RoomFields> {
  const { form } = call;
  const name = form.has('name') ? readName(call) : undefined;
  if (form.has('name') && name === undefined) throw new Declined('A room needs a name');
  const description = form.get('description');
  const tags = form.get('tags');
  const siteHost = form.get('host') ?? '';
  const access = form.get('defaultAccess');
  return {
    ...(name === undefined ? {} : { name }),
    ...(description === null ? {} : { description }),
    ...(tags === null ? {} : { tags: tags.split(/\s+/).filter((tag) => tag !== '') }),
    ...(cookieDomainOf(siteHost) === undefined ? {} : { siteHost }),
    ...(access === null ? {} : { access: readAccess(access) }),
  };
}

function readName({ form }: Call): string | undefined {
  const name = (form.get('name') ?? '').trim();
  return name === '' ? undefined : name;
}

const roomAccesses = ['public', 'gallery', 'private'] as const satisfies readonly RoomAccess[];

function readAccess(text: string): RoomAccess {
  const access = roomAccesses.find((known) => defaultAccess[known] === text);
  if (access === undefined) throw new Declined('There is no such access');
  return access;
}
