import { renderLegacyUserDetail } from '../../render/legacy/user-detail.js';
import { render } from '../../render/render.js';
import { renderUserDetail } from '../../render/user-detail.js';
import { nameOf, type User } from '../../state/model.js';
import type { Answer, Call, Handlers } from '../call.js';
import { userOf } from '../found.js';
import { numberedPage } from '../numbered-page.js';

const firstWithoutLegacy = 31;

export const userHandlers: Handlers = {
  'GET /chatter/users': listUsers,
  'GET /chatter/users/{userId}': readUser,
};

function readUser(call: Call): Answer {
  const describe = call.version < firstWithoutLegacy ? renderLegacyUserDetail : renderUserDetail;
  return { status: 200, body: describe(userOf(call), call.context) };
}

/** All active users by name, in numbered pages; with `q` those whose name or user name contains it. */
function listUsers(call: Call): Answer {
  const wanted = call.query.get('q')?.toLowerCase() ?? '';
  const users = [...call.state.users.values()]
    .filter((user) => user.isActive && matchesName(user, wanted))
    .toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)));
  const { items, links } = numberedPage({ items: users, path: '/chatter/users', largestSize: 250 }, call);
  const values = { ...links, users: items.map((user) => renderUserDetail(user, call.context)) };
  return { status: 200, body: render('UserPage', values, call.context) };
}

function matchesName(user: User, wanted: string): boolean {
  return [nameOf(user), user.username, user.nickname].some((name) => name.toLowerCase().includes(wanted));
}
