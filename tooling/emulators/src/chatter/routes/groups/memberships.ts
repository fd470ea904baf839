import { invalidOperation, noAccess, ownerStays } from '../../errors.js';
import { keyPrefix } from '../../ids.js';
import { readId } from '../../input/ids.js';
import { renderGroupMember } from '../../render/group-member.js';
import type { Membership } from '../../state/group.js';
import { manages } from '../../state/permissions.js';
import { forEachId } from '../batch-results.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { checkManages, groupNamed } from './group-of.js';
import { givenRoles } from './members.js';

export const membershipHandlers: Handlers = {
  'GET /chatter/group-memberships/{membershipId}': (call) => answer(call, membershipOf(call)),
  'PATCH /chatter/group-memberships/{membershipId}': changeRole,
  'DELETE /chatter/group-memberships/{membershipId}': leave,
  'GET /chatter/group-memberships/batch/{membershipIds}': (call) =>
    forEachId(call, 'membershipIds', (id) =>
      renderGroupMember(membershipNamed(call, readId(id, keyPrefix.groupMembership)), call.context),
    ),
};

function answer(call: Call, membership: Membership): Answer {
  return { status: 200, body: renderGroupMember(membership, call.context) };
}

function membershipOf(call: Call): Membership {
  return membershipNamed(call, call.id('membershipId'));
}

function membershipNamed(call: Call, id: string): Membership {
  const membership = found(call.state.memberships.get(id));
  groupNamed(call, membership.groupId);
  return membership;
}

async function changeRole(call: Call): Promise<Answer> {
  const membership = membershipOf(call);
  const { fields } = await call.input();
  const role = fields.needChoice('role', givenRoles);
  checkManages(call, membership.groupId);
  if (membership.role === 'GroupOwner') {
    throw invalidOperation('The owner of a group keeps the role until somebody else is made the owner.');
  }
  membership.role = role;
  return answer(call, membership);
}

/** People leave by themselves, or are shown out by those who run the group. */
function leave(call: Call): Answer {
  const { id, groupId, userId, role } = membershipOf(call);
  if (userId !== call.user.id && !manages(call.state, groupId, call.user.id)) throw noAccess();
  if (role === 'GroupOwner') throw ownerStays();
  call.state.memberships.delete(id);
  return { status: 204 };
}
