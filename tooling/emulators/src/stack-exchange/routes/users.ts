import { toSeconds } from '../content/wire-json.js';
import { escapeHtml } from '../content/escape.js';
import { activityBars } from '../pages/hour-bars.js';
import { userPage, userTabs } from '../pages/user.js';
import { mayEnter, roomsOf } from '../state/chat-server.js';
import type { Message, Room, User } from '../state/model.js';
import { jsonAnswer, pageAnswer, textAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireUser } from './lookups.js';
import { choiceIn, pageIn } from './paging.js';
import { Broken } from './refusals.js';
import { idIn, numberIn, type Route } from './route.js';

const messagesOnPage = 50;
const usualFound = 50;
const mostFound = 100;

const show: Route['handle'] = (call, parameters) => {
  const user = requireUser(call, idIn(parameters, 'id'));
  const wanted = choiceIn(call, 'tab', userTabs);
  // Nobody sees the preferences of others.
  const tab = wanted === 'prefs' && call.user !== user ? 'general' : wanted;
  const listed = tab === 'recent' ? messagesBy(call, user) : tab === 'replies' ? repliesTo(call, user) : [];
  return pageAnswer(
    userPage(call.page, user, {
      tab,
      rooms: choiceIn(call, 'rooms', ['current', 'frequent']),
      messages: pageIn(call, listed, messagesOnPage),
      query: call.query,
    }),
  );
};

export const userRoutes: readonly Route[] = [
  { method: 'GET', path: '/users/search', handle: search },
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

/** Users whose name begins so, each as a line of JSON of its own. */
function search({ chat, query }: Call): Response {
  const limit = numberIn(query, 'limit') ?? usualFound;
  if (limit < 0) throw new Broken('redirect');
  const wanted = (query.get('q') ?? '').trim().toLowerCase();
  const found = [...chat.server.users.values()]
    .filter(({ id, name }) => id > 0 && wanted !== '' && name.toLowerCase().startsWith(wanted))
    .slice(0, Math.min(limit, mostFound));
  return textAnswer(
    found.map(({ id, name, pictureHash }) => JSON.stringify({ id, dn: name, hash: pictureHash })).join('\n'),
  );
}

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
function userThumb({ chat, page, query, user: reader }: Call, user: User): object {
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
    can_moderate: user.isModerator,
    is_registered: user.parent !== undefined,
    site:
      user.parent === undefined
        ? null
        : { icon: `https://${user.parent.host}/favicon.ico`, caption: server.site.login.name },
    user_message: user.about === '' ? null : escapeHtml(user.about),
    usage:
      query.get('showUsage') === 'true' ? activityBars(server.messages.by(user.id), page.now).text : null,
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

/** What somebody wrote where the visitor may read it, the newest first. */
function messagesBy(call: Call, user: User): Message[] {
  return call.chat.server.messages
    .by(user.id)
    .filter((message) => mayRead(call, message))
    .toReversed();
}

function repliesTo(call: Call, user: User): Message[] {
  const { messages } = call.chat.server;
  return [...messages.values()]
    .filter(({ parent }) => parent?.isReply === true && messages.get(parent.id)?.userId === user.id)
    .filter((message) => mayRead(call, message))
    .toReversed();
}

function mayRead({ chat, user }: Call, message: Message): boolean {
  const room = chat.server.rooms.get(message.roomId);
  return message.deleted === undefined && room !== undefined && mayEnter(room, user);
}
