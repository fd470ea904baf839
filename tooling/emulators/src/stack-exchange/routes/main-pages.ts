import { currentUserPage } from '../pages/current-user.js';
import { pageAnswer } from './answers.js';
import type { Call } from './call.js';
import type { Route } from './route.js';

const show = ({ chat, visitor }: Call): Response =>
  pageAnswer(currentUserPage(chat.server.site.login, visitor));

/** As much of a main site as tells whether one is logged in. */
export const mainPageRoutes: readonly Route[] = [
  { method: 'GET', path: '/', handle: show },
  { method: 'GET', path: '/users/current', handle: show },
  // Clients that repeat a POST where it was redirected get what everybody else gets.
  { method: 'POST', path: '/', needsFkey: false, handle: show },
];
