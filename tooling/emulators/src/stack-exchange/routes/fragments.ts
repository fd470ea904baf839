import { html } from '../pages/html.js';
import { roomMini } from '../pages/room-mini.js';
import { starList } from '../pages/star-list.js';
import { mayEnter, mayTalk } from '../state/chat-server.js';
import { starredIn } from '../state/starred.js';
import { pageAnswer } from './answers.js';
import { requireRoom } from './lookups.js';
import { idIn, numberIn, type Route } from './route.js';

/** Pieces of pages that the script of the official page fetches. */
export const fragmentRoutes: readonly Route[] = [
  {
    // No number, or 0, asks for all.
    method: 'GET',
    path: '/chats/stars/:room',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'room'));
      const starred = starredIn(call.chat.server, room.id);
      const count = numberIn(call.query, 'count') ?? 0;
      return pageAnswer(starList(call.page, room, count > 0 ? starred.slice(0, count) : starred));
    },
  },
  {
    // Only one room of the network, which tested something, ever had files.
    method: 'GET',
    path: '/chats/files/:room',
    handle(call, parameters) {
      requireRoom(call, idIn(parameters, 'room'));
      return pageAnswer(html``);
    },
  },
  {
    // Where messages can be moved to.
    method: 'POST',
    path: '/rooms/minilist',
    handle(call) {
      const { chat, form, user } = call;
      const filter = (form.get('filter') ?? '').trim().toLowerCase();
      const rooms = [...chat.server.rooms.values()].filter(
        (room) =>
          room.name.toLowerCase().includes(filter) &&
          (form.get('forWriting') === 'true' ? !room.frozen && mayTalk(room, user) : mayEnter(room, user)),
      );
      return pageAnswer(html`${rooms.map((room) => roomMini(call.page, room))}`);
    },
  },
];
