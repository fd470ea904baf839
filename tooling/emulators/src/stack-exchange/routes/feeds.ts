import { atomFeed } from '../feeds/atom.js';
import { calendar } from '../feeds/calendar.js';
import { rootOf } from '../network/hosts.js';
import { messagesIn } from '../state/chat-server.js';
import type { Message, Room } from '../state/model.js';
import { starredIn } from '../state/starred.js';
import { textAnswer } from './answers.js';
import type { Call } from './call.js';
import { requireRoom } from './lookups.js';
import { idIn, type Route } from './route.js';

const entriesInFeed = 30;

/** What programs other than browsers subscribe to. */
export const feedRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/feeds/rooms/starred/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      const starred = starredIn(call.chat.server, room.id).toSorted((a, b) => b.id - a.id);
      return feedOf(call, room, `${room.name} - starred messages`, starred);
    },
  },
  {
    method: 'GET',
    path: '/feeds/rooms/:id',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'id'));
      const messages = messagesIn(call.chat.server, room.id).filter(({ deleted }) => deleted === undefined);
      return feedOf(call, room, room.name, messages.toReversed());
    },
  },
  {
    method: 'GET',
    path: '/rooms/schedule/export/all',
    handle: ({ chat }) => textAnswer(calendar(`Events on ${chat.server.site.host}`), 'text/calendar'),
  },
];

function feedOf(call: Call, room: Room, title: string, messages: readonly Message[]): Response {
  const { chat, destination, page, service } = call;
  const { server } = chat;
  const root = destination.cookieDomain === undefined ? service.url() : rootOf(server.site.host, destination);
  const feed = { title, path: page.path, root, now: page.now };
  return textAnswer(atomFeed(server, room, feed, messages.slice(0, entriesInFeed)), 'application/atom+xml');
}
