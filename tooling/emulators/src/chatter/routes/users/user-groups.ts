import { readSearch } from '../../input/read-search.js';
import { renderGroup } from '../../render/group.js';
import { renderGroupDetail } from '../../render/group-detail.js';
import { render } from '../../render/render.js';
import { canFindGroup, groupsOf } from '../../state/group.js';
import type { Answer, Call, Handlers } from '../call.js';
import { userOf } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';

/** Before it, the groups of a user came without their details. */
const firstWithDetails = 45;

export const userGroupHandlers: Handlers = {
  'GET /chatter/users/{userId}/groups': listGroupsOfUser,
};

/** The groups that a user is a member of, by name, as far as the caller may know of them. */
function listGroupsOfUser(call: Call): Answer {
  const { state, context, query, version } = call;
  const { id } = userOf(call);
  const wanted = readSearch(query.get('q'));
  const items = groupsOf(state, id)
    .filter((group) => canFindGroup(state, group, call.user.id) && (wanted?.test(group.name) ?? true))
    .toSorted((left, right) => left.name.localeCompare(right.name));
  const page = numberedPage({ items, path: `/chatter/users/${id}/groups`, largestSize: 250 }, call);
  const hasDetails = version >= firstWithDetails;
  const describe = hasDetails ? renderGroupDetail : renderGroup;
  const groups = page.items.map((group) => describe(group, context));
  const type = hasDetails ? 'UserGroupDetailCollection' : 'UserGroupPage';
  const values = { ...linksOf(type, page.links), groups, total: items.length };
  return { status: 200, body: render(type, values, context) };
}
