import { clearCookie, scopeAt } from '../network/cookies.js';
import { logoutPage } from '../pages/logout.js';
import { pageAnswer, redirectAnswer } from './answers.js';
import { returnUrlOf } from './return-url.js';
import type { Route } from './route.js';

export const logoutRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/users/logout',
    handle: ({ chat, visitor }) => pageAnswer(logoutPage(chat.server.site.login, visitor.mainFkey)),
  },
  {
    method: 'POST',
    path: '/users/logout',
    handle(call) {
      const { service, visitor, destination, chat } = call;
      service.sessions.logOut(visitor);
      const scope = scopeAt(destination);
      call.cookies.push(clearCookie('acct', scope));
      // A main site cannot reach the cookie of the chat, which is dead now all the same.
      if (destination.kind === 'both') call.cookies.push(clearCookie(chat.server.site.cookie, scope));
      return redirectAnswer(returnUrlOf(call));
    },
  },
];
