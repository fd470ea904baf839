import { deleteMessage } from '../actions/change-message.js';
import { moveMessages } from '../actions/move-messages.js';
import { createRoom } from '../actions/save-room.js';
import { mayTalk } from '../state/chat-server.js';
import type { Message, Room } from '../state/model.js';
import { jsonAnswer, okAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { Broken, Declined } from './refusals.js';
import { findRoom, requireOwner } from './rights.js';
import { idIn, idsIn, numberIn, type Route } from './route.js';

/** A list of ids that is longer than this breaks the service. */
const longestList = 2_048;
const ownersMove = 'Only a room-owner can move messages';

/** What owners do to many messages of a room at once. */
export const movingRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/admin/movePosts/:id',
    handle(call, parameters) {
      const from = requireRoom(call, idIn(parameters, 'id'));
      const mover = requireOwner(call, from, ownersMove);
      const to = findRoom(call, numberIn(call.form, 'to') ?? 0);
      if (!mayTalk(to, mover) || to === from) {
        throw new Declined('You do not have permission to move messages to this room');
      }
      const messages = messagesNamed(call, from, 'ids');
      moveMessages(call.scene, mover, messages, from, to);
      return jsonAnswer(messages.length);
    },
  },
  {
    method: 'POST',
    path: '/admin/movePostsToNew/:id',
    handle(call, parameters) {
      const from = requireRoom(call, idIn(parameters, 'id'));
      const mover = requireOwner(call, from, ownersMove);
      const name = (call.form.get('newTitle') ?? '').trim();
      if (name === '') throw new Declined('A room needs a name');
      const messages = messagesNamed(call, from, 'ids');
      const { tags, siteHost, access } = from;
      const to = createRoom(call.scene, mover, { name, description: '', tags, siteHost, access });
      moveMessages(call.scene, mover, messages, from, to);
      return okAnswer();
    },
  },
  {
    method: 'POST',
    path: '/admin/deletePosts/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      const owner = requireOwner(call, room, 'Only a room-owner can delete the messages of others');
      for (const message of messagesNamed(call, room, 'id')) {
        if (message.deleted === undefined) deleteMessage(call.scene, room, message, owner);
      }
      return okAnswer();
    },
  },
];

/** The messages of this room among those whose ids were sent, oldest first. */
function messagesNamed({ chat, form }: Call, room: Room, field: string): Message[] {
  if ((form.get(field) ?? '').length > longestList) throw new Broken('page');
  const ids = [...new Set(idsIn(form, field))].toSorted((one, other) => one - other);
  return ids.flatMap((id) => {
    const message = chat.server.messages.get(id);
    return message?.roomId === room.id ? message : [];
  });
}
