import { postMessage } from '../actions/post-message.js';
import { toSeconds } from '../content/wire-json.js';
import { currentRevision, type Room, type User } from '../state/model.js';
import { jsonAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireReadableText } from './message-text.js';
import { findRoom, requireWriter, takePostingTurn } from './rights.js';
import { idIn, numberIn, type Route } from './route.js';

/** How long the same text from the same author is swallowed; the service has told nobody. */
const repeatWindowMs = 5 * 60_000;

export const postingRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/chats/:id/messages/new',
    handle(call, parameters) {
      const room = findRoom(call, idIn(parameters, 'id'));
      const author = requireWriter(call, room);
      const text = requireReadableText(call);
      if (repeatsItself(call, room, author, text)) return jsonAnswer({ id: null, time: null });
      takePostingTurn(call, author);
      const message = postMessage(call.scene, room, author, {
        text,
        parentId: numberIn(call.form, 'parentId'),
      });
      return jsonAnswer({ id: message.id, time: toSeconds(message.postedAt) });
    },
  },
];

function repeatsItself({ chat, page }: Call, room: Room, author: User, text: string): boolean {
  const last = chat.server.messages.inRoomBy(room.id, author.id).at(-1);
  return (
    last !== undefined &&
    last.deleted === undefined &&
    page.now - last.postedAt < repeatWindowMs &&
    currentRevision(last).source === text
  );
}
