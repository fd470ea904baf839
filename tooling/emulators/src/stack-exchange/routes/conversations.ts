import type { Room } from '../state/model.js';
import { jsonAnswer, okAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { Declined, PageNotFound } from './refusals.js';
import { requireAccount } from './rights.js';
import { idIn, numberIn, type Route } from './route.js';

/** Stretches of a room that people have given a title. The words of these refusals are not known. */
export const conversationRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/conversation/new',
    handle(call) {
      const room = requireRoom(call, numberIn(call.form, 'roomId') ?? 0);
      const user = requireAccount(call);
      const title = (call.form.get('title') ?? '').trim();
      const slug = conversationSlug(title);
      const first = idOfMessage(call, room, 'firstMessageId');
      const last = idOfMessage(call, room, 'lastMessageId');
      if (first === undefined || last === undefined || first > last) {
        return refused('These messages are no conversation of this room.');
      }
      if (slug === '') return refused('A conversation needs a title.');
      if (room.conversations.has(slug)) return refused('There is a conversation with this title already.');
      room.conversations.set(slug, {
        slug,
        title,
        firstMessageId: first,
        lastMessageId: last,
        userId: user.id,
        at: call.page.now,
      });
      return jsonAnswer({ ok: true });
    },
  },
  {
    method: 'POST',
    path: '/conversation/delete/:id/:slug',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      const user = requireAccount(call);
      const conversation = room.conversations.get(parameters['slug'] ?? '');
      if (conversation === undefined) throw new PageNotFound();
      if (conversation.userId !== user.id && !user.isModerator && !room.owners.has(user.id)) {
        throw new Declined('You do not have permission to delete this conversation');
      }
      room.conversations.delete(conversation.slug);
      return okAnswer();
    },
  },
];

/** `What time is it?` becomes `what-time-is-it`. */
function conversationSlug(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(' ', '-')
    .replaceAll(/[^\p{L}\p{N}-]/gu, '');
}

function idOfMessage({ chat, form }: Call, room: Room, field: string): number | undefined {
  const message = chat.server.messages.get(numberIn(form, field) ?? 0);
  return message?.roomId === room.id ? message.id : undefined;
}

function refused(message: string): Response {
  return jsonAnswer({ ok: false, message });
}
