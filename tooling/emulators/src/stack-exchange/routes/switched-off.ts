import { PageNotFound } from './refusals.js';
import type { Route } from './route.js';

/** What only moderators and users of much reputation can reach, whose answers nobody outside has described. */
const consoles: readonly Pick<Route, 'method' | 'path'>[] = [
  { method: 'GET', path: '/admin/counters' },
  { method: 'GET', path: '/admin/flagged' },
  { method: 'GET', path: '/users/superping-search' },
  { method: 'POST', path: '/flags/:id/clear' },
];

/** They answer as to somebody without the right. */
export const switchedOffRoutes: readonly Route[] = consoles.map((console) => ({
  ...console,
  handle() {
    throw new PageNotFound();
  },
}));

/** What is known of the service and answered as not being there: method and path. */
export const featuresOff: readonly string[] = consoles
  .map(({ method, path }) => `${method} ${path}`)
  .toSorted();
