import { missingArgument, tooLong } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import { readId } from '../../input/ids.js';
import { searchPattern } from '../../input/read-search.js';
import type { Json } from '../../render/json.js';
import { renderLegacyUserDetail } from '../../render/legacy/user-detail.js';
import { renderLegacyUserSummary } from '../../render/legacy/user-summary.js';
import { render } from '../../render/render.js';
import { renderUserDetail } from '../../render/user-detail.js';
import { nameOf, type User } from '../../state/model.js';
import type { Answer, Call, Handlers } from '../call.js';
import { forEachId } from '../batch-results.js';
import { found, selfOf, userOf } from '../found.js';
import { numberedPage } from '../numbered-page.js';

const firstWithoutLegacy = 31;
/** Before it, the list had summaries of users. */
const firstWithDetails = 24;
const longestAboutMe = 1_000;

export const userHandlers: Handlers = {
  'GET /chatter/users': listUsers,
  'GET /chatter/users/{userId}': (call) => ({ status: 200, body: describe(userOf(call), call) }),
  'PATCH /chatter/users/{userId}': changeUser,
  'GET /chatter/users/batch/{userIds}': (call) =>
    forEachId(call, 'userIds', (id) =>
      describe(found(call.state.users.get(readId(id, keyPrefix.user))), call),
    ),
};

function describe(user: User, call: Call): Json {
  const detail = call.version < firstWithoutLegacy ? renderLegacyUserDetail : renderUserDetail;
  return detail(user, call.context);
}

/** People say of themselves what they like, in so many characters. */
async function changeUser(call: Call): Promise<Answer> {
  const user = selfOf(call);
  const { fields } = await call.input();
  if (!fields.has('aboutMe')) throw missingArgument('aboutMe');
  const aboutMe = fields.text('aboutMe') || null;
  if (aboutMe !== null && aboutMe.length > longestAboutMe) throw tooLong('aboutMe', longestAboutMe);
  user.aboutMe = aboutMe;
  return { status: 200, body: describe(user, call) };
}

/** All active users by name, in numbered pages; with `q`, of any length, those whose name or user name has it in it. */
function listUsers(call: Call): Answer {
  const wanted = searchPattern(call.query.get('q') ?? '');
  const matching = [...call.state.users.values()]
    .filter((user) => user.isActive && matchesName(user, wanted))
    .toSorted((left, right) => nameOf(left).localeCompare(nameOf(right)));
  const { items, links } = numberedPage({ items: matching, path: '/chatter/users', largestSize: 250 }, call);
  const { version, context } = call;
  const users = items.map((user) => renderUserDetail(user, context));
  const body = render('UserPage', { ...links, users }, context);
  if (version >= firstWithDetails) return { status: 200, body };
  return {
    status: 200,
    body: { ...body, users: items.map((user) => renderLegacyUserSummary(user, context)) },
  };
}

function matchesName(user: User, wanted: RegExp): boolean {
  return [nameOf(user), user.username, user.nickname].some((name) => wanted.test(name));
}
