import { searchPage } from '../pages/search.js';
import { starList } from '../pages/star-list.js';
import { findMessages, type Search } from '../search/find-messages.js';
import { starredIn } from '../state/starred.js';
import { pageAnswer } from './answers.js';
import { requireRoom } from './lookups.js';
import { choiceIn, pageIn } from './paging.js';
import { idIn, numberIn, type Route } from './route.js';

const resultsOnPage = 50;

/** Messages that are found by what they say, or by how they are liked. */
export const searchRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/search',
    handle(call) {
      const { query, chat, user } = call;
      const roomId = numberIn(query, 'room');
      if (roomId !== undefined) requireRoom(call, roomId);
      const search: Search = {
        text: (query.get('q') ?? '').trim(),
        roomId,
        userId: numberIn(query, 'user'),
        order: choiceIn(call, 'sort', ['newest', 'relevance', 'stars']),
      };
      const found = pageIn(call, findMessages(chat.server, user, search), resultsOnPage);
      return pageAnswer(searchPage(call.page, search, found, query));
    },
  },
  {
    // A piece of a page. No number, or 0, asks for all.
    method: 'GET',
    path: '/chats/stars/:room',
    handle(call, parameters) {
      const room = requireRoom(call, idIn(parameters, 'room'));
      const starred = starredIn(call.chat.server, room.id);
      const count = numberIn(call.query, 'count') ?? 0;
      return pageAnswer(starList(call.page, room, count > 0 ? starred.slice(0, count) : starred));
    },
  },
];
