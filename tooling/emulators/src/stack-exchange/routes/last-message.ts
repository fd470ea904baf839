import { toSeconds } from '../content/wire-json.js';
import { messagesIn } from '../state/chat-server.js';
import { isHighlight } from '../state/highlights.js';
import { jsonAnswer } from './answers.js';
import { requireRoom } from './lookups.js';
import { idIn, numberIn, type Route } from './route.js';

/** What was said before a message, so that the page knows how long the pause in between was. */
export const lastMessageRoute: Route = {
  method: 'POST',
  path: '/chats/:room/lastMessage',
  needsFkey: false,
  handle(call, parameters) {
    const room = requireRoom(call, idIn(parameters, 'room'));
    const { chat, form, page, user } = call;
    const beforeId = numberIn(form, 'beforeId') ?? Infinity;
    const highlights = form.get('highlights') === 'true';
    const last = messagesIn(chat.server, room.id).findLast(
      (message) => message.id < beforeId && (!highlights || isHighlight(chat.server, message, user)),
    );
    if (last === undefined) return jsonAnswer({ msgid: null, gap: null });
    // How the service counts the gap is not known: here it is in seconds, up to the message that was named.
    const until = chat.server.messages.get(beforeId)?.postedAt ?? page.now;
    return jsonAnswer({ msgid: last.id, gap: toSeconds(until - last.postedAt) });
  },
};
