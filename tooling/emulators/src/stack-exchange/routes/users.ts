import { toSeconds } from '../content/wire-json.js';
import { escapeHtml } from '../content/escape.js';
import { userPage } from '../pages/user.js';
import { mayEnter, roomsOf } from '../state/chat-server.js';
import type { Room, User } from '../state/model.js';
import { jsonAnswer, pageAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireUser } from './lookups.js';
import { idIn, numberIn, type Route } from './route.js';

const show: Route['handle'] = (call, parameters) =>
  pageAnswer(userPage(call.page, requireUser(call, idIn(parameters, 'id'))));

export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/thumbs/:id',
    handle: (call, parameters) => jsonAnswer(userThumb(call, requireUser(call, idIn(parameters, 'id')))),
  },
  { method: 'GET', path: '/users/:id/:slug?', handle: show },
  { method: 'GET', path: '/user/info', handle: (call) => jsonAnswer(userInfo(call, call.query)) },
  {
    method: 'POST',
    path: '/user/info',
    needsFkey: false,
    handle: (call) => jsonAnswer(userInfo(call, call.form)),
  },
];

/** Those of the asked users that exist; the others are left out. */
function userInfo({ chat }: Call, fields: URLSearchParams): object {
  const { server } = chat;
  const room = server.rooms.get(numberIn(fields, 'roomId') ?? 0);
  const ids = (fields.get('ids') ?? '').split(',').map(Number);
  const users = ids.flatMap((id) => server.users.get(id) ?? []);
  return {
    users: users.map((user) => ({
      id: user.id,
      name: user.name,
      email_hash: user.pictureHash,
      reputation: user.reputation ?? 0,
      is_moderator: user.isModerator,
      is_owner: room === undefined ? null : room.owners.has(user.id),
      last_post: secondsOrNull(user, 'lastPostAt'),
      last_seen: secondsOrNull(user, 'lastSeenAt'),
    })),
  };
}

/** A user in short, with exact times. */
function userThumb({ chat, user: reader }: Call, user: User): object {
  const { server } = chat;
  const rooms = roomsOf(server, user.id).filter((room) => mayEnter(room, reader));
  const invitable = reader === undefined || reader === user ? [] : roomsOf(server, reader.id);
  const lastPostIn = (room: Room): number | null => {
    const last = server.messages.inRoomBy(room.id, user.id).at(-1);
    return last === undefined ? null : toSeconds(last.postedAt);
  };
  return {
    id: user.id,
    name: user.name,
    email_hash: user.pictureHash,
    reputation: user.reputation ?? 0,
    is_moderator: user.isModerator,
    is_registered: user.parent !== undefined,
    site:
      user.parent === undefined
        ? null
        : { icon: `https://${user.parent.host}/favicon.ico`, caption: server.site.login.name },
    user_message: user.about === '' ? null : escapeHtml(user.about),
    usage: null,
    last_seen: secondsOrNull(user, 'lastSeenAt'),
    last_post: secondsOrNull(user, 'lastPostAt'),
    issues: 0,
    profileUrl: user.parent === undefined ? null : `//${user.parent.host}/users/${user.parent.id}`,
    host: user.parent?.host ?? null,
    rooms: rooms.map((room) => ({
      id: room.id,
      name: room.name,
      activity: server.messages.inRoomBy(room.id, user.id).length,
      last_post: lastPostIn(room),
    })),
    invite_targets: invitable.map(({ id, name }) => ({ id, name })),
    may_pairoff: reader !== undefined && reader !== user,
  };
}

function secondsOrNull(user: User, field: 'lastPostAt' | 'lastSeenAt'): number | null {
  const at = user[field];
  return at === undefined ? null : toSeconds(at);
}
