import { deleteMessage, editMessage } from '../actions/change-message.js';
import { postMessage } from '../actions/post-message.js';
import { toSeconds } from '../content/wire-json.js';
import { isOwner, mayTalk } from '../state/chat-server.js';
import { currentRevision, type Message, type Room, type User } from '../state/model.js';
import { jsonAnswer, okAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireReadableText } from './message-text.js';
import { Broken, Declined, PageNotFound, tooFast } from './refusals.js';
import { idIn, numberIn, type Route } from './route.js';

/** How long authors can change or remove what they wrote. */
const changeWindowMs = 120_000;
/** How long the same text from the same author is swallowed; the service has told nobody. */
const repeatWindowMs = 5 * 60_000;

export const postingRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/chats/:id/messages/new',
    handle(call, parameters) {
      const room = call.chat.server.rooms.get(idIn(parameters, 'id'));
      if (room === undefined) throw new PageNotFound();
      const author = requireWriter(call, room);
      const text = requireReadableText(call);
      if (repeatsItself(call, room, author, text)) return jsonAnswer({ id: null, time: null });
      takeTurn(call, author);
      const message = postMessage(call.scene, room, author, {
        text,
        parentId: numberIn(call.form, 'parentId'),
      });
      return jsonAnswer({ id: message.id, time: toSeconds(message.postedAt) });
    },
  },
  {
    method: 'POST',
    path: '/messages/:id',
    handle(call, parameters) {
      const { message, room } = findMessage(call, idIn(parameters, 'id'));
      const { user } = call;
      if (!mayTalk(room, user)) throw new Declined('You cannot write or edit messages in this room');
      if (message.userId !== user.id && !user.isModerator) {
        throw new Declined('You can only edit your own messages');
      }
      if (message.deleted !== undefined) {
        throw new Declined('This message has already been deleted and cannot be edited');
      }
      if (isTooLate(call, message, user)) throw new Declined('It is too late to edit this message');
      const text = requireReadableText(call);
      takeTurn(call, user);
      editMessage(call.scene, room, message, user, { text, parentId: numberIn(call.form, 'parentId') });
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/messages/:id/delete',
    handle(call, parameters) {
      const { message, room } = findMessage(call, idIn(parameters, 'id'));
      const { user } = call;
      const inCharge = isOwner(room, user);
      if (user === undefined || (message.userId !== user.id && !inCharge)) {
        throw new Declined('You can only delete your own messages');
      }
      if (message.deleted !== undefined) throw new Declined('This message has already been deleted.');
      if (!inCharge && isTooLate(call, message, user)) {
        throw new Declined('It is too late to delete this message');
      }
      deleteMessage(call.scene, room, message, user);
      return okAnswer();
    },
  },
];

function requireWriter({ user }: Call, room: Room): User {
  if (!mayTalk(room, user)) {
    throw new Declined('The room does not exist, or you do not have permission', 404);
  }
  if (room.frozen) throw new Declined('The room has been frozen; new messages cannot be added');
  return user;
}

/** An id that never was breaks the service instead of being refused. */
function findMessage({ chat }: Call, id: number): { readonly message: Message; readonly room: Room } {
  const message = chat.server.messages.get(id);
  const room = message === undefined ? undefined : chat.server.rooms.get(message.roomId);
  if (message === undefined || room === undefined) throw new Broken('redirect');
  return { message, room };
}

function isTooLate({ page }: Call, message: Message, user: User): boolean {
  return !user.isModerator && page.now - message.postedAt > changeWindowMs;
}

function repeatsItself({ chat, page }: Call, room: Room, author: User, text: string): boolean {
  const last = chat.server.messages.inRoomBy(room.id, author.id).at(-1);
  return (
    last !== undefined &&
    last.deleted === undefined &&
    page.now - last.postedAt < repeatWindowMs &&
    currentRevision(last).source === text
  );
}

function takeTurn({ chat }: Call, user: User): void {
  const seconds = chat.throttle.take(user.id);
  if (seconds !== undefined) throw tooFast(seconds);
}
