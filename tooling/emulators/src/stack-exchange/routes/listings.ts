import { roomListPage } from '../pages/room-list.js';
import { userListPage, userOrders } from '../pages/user-list.js';
import { listRooms, roomOrders, roomTabs } from '../state/list-rooms.js';
import type { User } from '../state/model.js';
import { pageAnswer } from './answers.js';
import type { Call } from './call.js';
import { choiceIn, pageIn } from './paging.js';
import type { Route } from './route.js';

const roomsOnPage = 20;
const usersOnPage = 60;

/** The front page is the list of rooms. */
export const listingRoutes: readonly Route[] = [
  { method: 'GET', path: '/', handle: showRooms },
  // Where the login site has the same address, clients may repeat its POST here.
  { method: 'POST', path: '/', needsFkey: false, handle: showRooms },
  { method: 'GET', path: '/rooms', handle: showRooms },
  { method: 'GET', path: '/users', handle: showUsers },
];

function showRooms(call: Call): Response {
  const { chat, query, user } = call;
  const listing = {
    tab: choiceIn(call, 'tab', roomTabs),
    sort: choiceIn(call, 'sort', roomOrders),
    filter: query.get('filter') ?? '',
    siteHost: query.get('host') ?? chat.server.site.login.host,
    showsFrozen: query.get('nohide') === 'true',
  };
  const rooms = pageIn(call, listRooms(chat.server, user, listing), roomsOnPage);
  return pageAnswer(roomListPage(call.page, listing, rooms, query));
}

function showUsers(call: Call): Response {
  const { chat, query } = call;
  const tab = choiceIn(call, 'tab', ['all', 'moderators']);
  const sort = choiceIn(call, 'sort', userOrders);
  const filter = query.get('filter') ?? '';
  const byOrder: Readonly<Record<typeof sort, (a: User, b: User) => number>> = {
    recent: (a, b) => (b.lastSeenAt ?? 0) - (a.lastSeenAt ?? 0),
    reputation: (a, b) => (b.reputation ?? 0) - (a.reputation ?? 0),
    name: (a, b) => a.name.localeCompare(b.name, 'en'),
    created: (a, b) => b.createdAt - a.createdAt,
  };
  const users = [...chat.server.users.values()]
    .filter(({ id, isModerator }) => id > 0 && (tab === 'all' || isModerator))
    .filter(({ name }) => name.toLowerCase().includes(filter.toLowerCase()))
    .toSorted(byOrder[sort]);
  return pageAnswer(userListPage(call.page, { tab, sort, filter }, pageIn(call, users, usersOnPage), query));
}
