import { errorPage } from '../pages/error.js';
import { faqPage } from '../pages/faq.js';
import { joinFavoritePage } from '../pages/join-favorite.js';
import { pageAnswer } from './answers.js';
import type { Route } from './route.js';

export const pageRoutes: readonly Route[] = [
  { method: 'GET', path: '/faq', handle: ({ page }) => pageAnswer(faqPage(page)) },
  { method: 'GET', path: '/chats/join/favorite', handle: ({ page }) => pageAnswer(joinFavoritePage(page)) },
  // The service was never seen to answer this with another status than the pages around it.
  { method: 'GET', path: '/error', handle: ({ page }) => pageAnswer(errorPage(page)) },
];
