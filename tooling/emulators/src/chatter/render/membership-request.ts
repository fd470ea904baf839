import type { MembershipRequest } from '../state/membership-request.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { renderReference } from './reference.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Group Membership Request: that somebody asks to join, and what became of it. */
export function renderMembershipRequest(request: MembershipRequest, context: RenderContext): JsonObject {
  const { id, groupId, status, responseMessage } = request;
  const user = context.state.users.get(request.userId);
  return render(
    'GroupMembershipRequest',
    {
      createdDate: isoDate(request.createdAt),
      id,
      lastUpdateDate: isoDate(request.changedAt),
      requestedGroup: renderReference(groupId, context),
      responseMessage,
      status,
      url: resourceUrl(context, `/chatter/group-membership-requests/${id}`),
      user: user === undefined ? null : renderUserSummary(user, context),
    },
    context,
  );
}
