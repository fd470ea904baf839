import { type Group, membersOf, membershipOf } from '../state/group.js';
import { filesInGroup } from '../state/group-content.js';
import { pendingRequestOf } from '../state/membership-request.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { renderMotif } from './motif.js';
import { renderBannerPhoto, renderPhoto } from './photo.js';
import { render } from './render.js';
import { renderMySubscription } from './subscription.js';
import { renderUserSummary } from './user-summary.js';

/** Group: a group wherever another thing mentions one. */
export function renderGroup(group: Group, context: RenderContext): JsonObject {
  return render('Group', groupValues(group, context), context);
}

/** What all descriptions of a group have. */
export function groupValues(group: Group, context: RenderContext): JsonObject {
  const { state } = context;
  const owner = state.users.get(group.ownerId);
  const posts = [...state.posts.values()].filter((post) => post.parentId === group.id);
  const lastPostDate = posts.length === 0 ? null : isoDate(Math.max(...posts.map((post) => post.createdAt)));
  return {
    bannerPhoto: renderBannerPhoto(group.id, context),
    canHaveChatterGuests: group.canHaveChatterGuests,
    description: group.description,
    emailToChatterAddress: `${group.id}@post.${state.org.id.toLowerCase()}.chatter.example.com`,
    fileCount: filesInGroup(state, group.id).length,
    id: group.id,
    isArchived: group.isArchived,
    isAutoArchiveDisabled: group.isAutoArchiveDisabled,
    isBroadcast: group.isBroadcast,
    lastFeedElementPostDate: lastPostDate,
    lastFeedItemPostDate: lastPostDate,
    memberCount: membersOf(state, group.id).length,
    motif: renderMotif(group.id, context),
    myRole: roleOf(group, context),
    mySubscription: renderMySubscription(group.id, context),
    name: group.name,
    owner: owner === undefined ? null : renderUserSummary(owner, context),
    photo: renderPhoto(group.id, context),
    type: 'CollaborationGroup',
    url: resourceUrl(context, `/chatter/groups/${group.id}`),
    visibility: group.visibility,
  };
}

/** What the viewer is in a group; who waits to be let in is a kind of stranger. */
function roleOf(group: Group, { state, viewer }: RenderContext): string {
  const role = membershipOf(state, group.id, viewer.id)?.role;
  if (role !== undefined) return role;
  const hasAsked = pendingRequestOf(state, group.id, viewer.id) !== undefined;
  return hasAsked ? 'NotAMemberPrivateRequested' : 'NotAMember';
}
