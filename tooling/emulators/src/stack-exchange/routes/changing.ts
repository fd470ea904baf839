import { deleteMessage, editMessage, purgeHistory, undeleteMessage } from '../actions/change-message.js';
import { isOwner } from '../state/chat-server.js';
import type { Message, User } from '../state/model.js';
import { okAnswer, redirectAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireReadableText } from './message-text.js';
import { Declined } from './refusals.js';
import { findMessage, mayWriteNow, requireAccount, requireModerator, takePostingTurn } from './rights.js';
import { idIn, numberIn, type Route } from './route.js';

/** How long authors can change or remove what they wrote. */
const changeWindowMs = 120_000;

/** What can be done to the wording of a message, and to whether it is there. */
export const changingRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/messages/:id{-?[0-9]+}',
    handle(call, parameters) {
      const { message, room } = findMessage(call, idIn(parameters, 'id'));
      const { user } = call;
      if (user === undefined || !mayWriteNow(call, room)) {
        throw new Declined('You cannot write or edit messages in this room');
      }
      if (message.userId !== user.id && !user.isModerator) {
        throw new Declined('You can only edit your own messages');
      }
      if (message.deleted !== undefined) {
        throw new Declined('This message has already been deleted and cannot be edited');
      }
      if (isTooLate(call, message, user)) throw new Declined('It is too late to edit this message');
      const text = requireReadableText(call);
      takePostingTurn(call, user);
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
  {
    // Who may is not known for sure: here those in charge, and who removed a message of their own.
    method: 'POST',
    path: '/messages/:id/undelete',
    handle(call, parameters) {
      const { message, room } = findMessage(call, idIn(parameters, 'id'));
      const user = requireAccount(call);
      const isOwnDoing = message.userId === user.id && (message.deleted?.userId ?? user.id) === user.id;
      if (!isOwner(room, user) && !isOwnDoing) {
        throw new Declined('You do not have permission to undelete this message');
      }
      if (message.deleted === undefined) throw new Declined('This message is not deleted');
      undeleteMessage(call.scene, room, message, user);
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/messages/:id/purge-history',
    handle(call, parameters) {
      const { message } = findMessage(call, idIn(parameters, 'id'));
      requireModerator(call);
      purgeHistory(message);
      return redirectAnswer(`/messages/${message.id}/history`);
    },
  },
];

function isTooLate({ page }: Call, message: Message, user: User): boolean {
  return !user.isModerator && page.now - message.postedAt > changeWindowMs;
}
