import { sitesOfRooms } from '../network/sites.js';
import { conversationPage } from '../pages/conversation.js';
import { roomFormPage } from '../pages/room-form.js';
import { jsonAnswer, pageAnswer, redirectAnswer } from './answers.js';
import { requireRoom } from './lookups.js';
import { PageNotFound } from './refusals.js';
import { idIn, type Route } from './route.js';

/** Addresses below `/rooms` that are no rooms. */
export const roomChoiceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/rooms/sites',
    handle: ({ chat }) => jsonAnswer(sitesOfRooms(chat.server.site).map(({ host }) => host)),
  },
  {
    method: 'GET',
    path: '/rooms/create',
    handle({ chat, page, query, user }) {
      if (user === undefined) {
        return redirectAnswer(`${page.loginRoot}/users/login?returnurl=${encodeURIComponent(page.path)}`);
      }
      const host = query.get('host') ?? chat.server.site.login.host;
      return pageAnswer(roomFormPage(page, { name: query.get('name') ?? '', host }));
    },
  },
  {
    method: 'GET',
    path: '/rooms/:room/conversation/:slug',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'room'));
      const conversation = room.conversations.get(parameters['slug'] ?? '');
      if (conversation === undefined) throw new PageNotFound();
      return pageAnswer(conversationPage(call.page, room, conversation));
    },
  },
];
