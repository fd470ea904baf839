import { errorPage } from '../pages/error.js';
import { homePage } from '../pages/home.js';
import { joinFavoritePage } from '../pages/join-favorite.js';
import { pageAnswer } from './answers.js';
import type { Route } from './route.js';

export const pageRoutes: readonly Route[] = [
  { method: 'GET', path: '/', handle: ({ page }) => pageAnswer(homePage(page)) },
  // Where the login site has the same address, clients may repeat its POST here.
  { method: 'POST', path: '/', needsFkey: false, handle: ({ page }) => pageAnswer(homePage(page)) },
  { method: 'GET', path: '/rooms', handle: ({ page }) => pageAnswer(homePage(page)) },
  { method: 'GET', path: '/chats/join/favorite', handle: ({ page }) => pageAnswer(joinFavoritePage(page)) },
  // The service was never seen to answer this with another status than the pages around it.
  { method: 'GET', path: '/error', handle: ({ page }) => pageAnswer(errorPage(page)) },
];
