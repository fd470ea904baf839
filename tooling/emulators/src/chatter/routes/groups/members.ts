import { invalidOperation, noAccess } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import { readId } from '../../input/ids.js';
import { renderGroupMember } from '../../render/group-member.js';
import { renderMySubscription } from '../../render/subscription.js';
import { render } from '../../render/render.js';
import { type GroupRole, join, type Membership, membersOf } from '../../state/group.js';
import { nameOf } from '../../state/model.js';
import { manages } from '../../state/permissions.js';
import type { ChatterState } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { linksOf, numberedPage } from '../numbered-page.js';
import { groupOf } from './group-of.js';

/** The roles that can be given. Being the owner is not one of them. */
export const givenRoles = ['GroupManager', 'StandardMember'] as const;

export const memberHandlers: Handlers = {
  'GET /chatter/groups/{groupId}/members': listMembers,
  'POST /chatter/groups/{groupId}/members': addMember,
};

const ranks: Readonly<Record<GroupRole, number>> = { GroupOwner: 0, GroupManager: 1, StandardMember: 2 };

/** Who runs the group comes first, then everybody by name. */
function listMembers(call: Call): Answer {
  const { state, context } = call;
  const group = groupOf(call);
  const items = membersOf(state, group.id).toSorted(
    (left, right) =>
      ranks[left.role] - ranks[right.role] || nameIn(state, left).localeCompare(nameIn(state, right)),
  );
  const path = `/chatter/groups/${group.id}/members`;
  const page = numberedPage({ items, path, largestSize: 1_000 }, call);
  const values = {
    ...linksOf('GroupMemberPage', page.links),
    members: page.items.map((membership) => renderGroupMember(membership, context)),
    myMembership: renderMySubscription(group.id, context),
    totalMemberCount: items.length,
  };
  return { status: 200, body: render('GroupMemberPage', values, context) };
}

/** Everybody may join a public group; those who run a group may add others. Who is a member already stays one. */
async function addMember(call: Call): Promise<Answer> {
  const { state, context } = call;
  const group = groupOf(call);
  const { fields } = await call.input();
  const given = fields.needText('userId');
  const userId = given === 'me' ? call.user.id : readId(given, keyPrefix.user);
  const role = fields.choice('role', givenRoles);
  const user = found(state.users.get(userId));
  const isManager = manages(state, group.id, call.user.id);
  const joinsAlone =
    userId === call.user.id && group.visibility === 'PublicAccess' && role !== 'GroupManager';
  if (!isManager && !joinsAlone) throw noAccess();
  if (!user.isActive) throw invalidOperation('A user who is not active cannot become a member.');
  const membership = join(state, group.id, userId, role);
  return { status: 201, body: renderGroupMember(membership, context) };
}

function nameIn(state: ChatterState, { userId }: Membership): string {
  const user = state.users.get(userId);
  return user === undefined ? '' : nameOf(user);
}
