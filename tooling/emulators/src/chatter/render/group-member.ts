import type { Membership } from '../state/group.js';
import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Group Member: a user in a group, by the id of the membership. */
export function renderGroupMember({ id, role, userId }: Membership, context: RenderContext): JsonObject {
  const user = context.state.users.get(userId);
  return render(
    'GroupMember',
    {
      id,
      role: context.version < 24 ? inCapitals(role) : role,
      url: resourceUrl(context, `/chatter/group-memberships/${id}`),
      user: user === undefined ? null : renderUserSummary(user, context),
    },
    context,
  );
}

/** `GROUP_OWNER`, as the oldest version wrote it here and nowhere else. */
function inCapitals(role: string): string {
  return role.replaceAll(/(?<=[a-z])(?=[A-Z])/g, '_').toUpperCase();
}
