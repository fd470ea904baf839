import { currentAnnouncement } from '../state/announcement.js';
import type { Group } from '../state/group.js';
import { requestsTo } from '../state/membership-request.js';
import { manages } from '../state/permissions.js';
import { renderAnnouncement } from './announcement.js';
import type { RenderContext } from './context.js';
import { groupValues } from './group.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/**
 * Group Detail: a group as the answer to a question for that group. Only this one shows the announcement, whose post is in
 * the group in its turn.
 */
export function renderGroupDetail(group: Group, context: RenderContext): JsonObject {
  const { state, viewer } = context;
  const { information } = group;
  const announcement = currentAnnouncement(state, group.announcementId);
  const pending = requestsTo(state, group.id).filter((request) => request.status === 'Pending').length;
  return render(
    'GroupDetail',
    {
      ...groupValues(group, context),
      announcement: announcement === undefined ? null : renderAnnouncement(announcement, context),
      information: information === null ? null : render('GroupInformation', { ...information }, context),
      // Who is waiting is known to those who let people in.
      pendingRequests: manages(state, group.id, viewer.id) ? pending : null,
    },
    context,
  );
}
