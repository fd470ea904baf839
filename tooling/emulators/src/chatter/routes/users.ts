import { wholeNumber } from '../input/parameters.js';
import { readInput } from '../input/read-input.js';
import { resourceUrl } from '../render/context.js';
import { renderLegacyUserDetail } from '../render/legacy/user-detail.js';
import { renderUserDetail } from '../render/user-detail.js';
import { renderUserPage } from '../render/user-page.js';
import { nameOf, type User } from '../state/model.js';
import type { Answer, Call, Route } from './router.js';
import { userOf } from './subjects.js';

const firstWithoutLegacy = 31;

export const userRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/chatter/users/:userId',
    since: 21,
    until: 30,
    needsChatter: true,
    run: (call) => ({ status: 200, body: renderLegacyUserDetail(userOf(call), call.context) }),
  },
  {
    method: 'GET',
    path: '/chatter/users/:userId',
    since: firstWithoutLegacy,
    needsChatter: true,
    run: (call) => ({ status: 200, body: renderUserDetail(userOf(call), call.context) }),
  },
  { method: 'GET', path: '/chatter/users', since: firstWithoutLegacy, needsChatter: true, run: listUsers },
];

/** All active users by name, in numbered pages; with `q` those whose name or user name contains it. */
async function listUsers(call: Call): Promise<Answer> {
  const { query } = await readInput(call.request);
  const page = wholeNumber(query, 'page', { from: 0, to: 999_999, usual: 0 });
  const pageSize = wholeNumber(query, 'pageSize', { from: 1, to: 250, usual: 25 });
  const wanted = query.get('q')?.toLowerCase() ?? '';
  const found = [...call.state.users.values()]
    .filter((user) => user.isActive && matchesName(user, wanted))
    .toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)));
  const urlOf = (number: number): string => {
    const parameters = new URLSearchParams(query);
    parameters.set('page', String(number));
    return resourceUrl(call, `/chatter/users?${parameters}`);
  };
  const list = {
    users: found.slice(page * pageSize, (page + 1) * pageSize),
    page,
    hasNext: found.length > (page + 1) * pageSize,
    urlOf,
    currentPageUrl: resourceUrl(call, query.size === 0 ? '/chatter/users' : `/chatter/users?${query}`),
  };
  return { status: 200, body: renderUserPage(list, call.context) };
}

function matchesName(user: User, wanted: string): boolean {
  return [nameOf(user), user.username, user.nickname].some((name) => name.toLowerCase().includes(wanted));
}
