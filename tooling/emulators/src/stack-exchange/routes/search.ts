import { searchPage } from '../pages/search.js';
import { findMessages, type Search } from '../search/find-messages.js';
import { pageAnswer } from './answers.js';
import { requireRoom } from './lookups.js';
import { choiceIn, pageIn } from './paging.js';
import { numberIn, type Route } from './route.js';

const resultsOnPage = 50;

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
];
