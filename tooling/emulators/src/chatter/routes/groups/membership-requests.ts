import { alreadyDecided, insufficientAccess, noAccess, tooLong } from '../../errors.js';
import { oneOf } from '../../input/parameters.js';
import { renderMembershipRequest } from '../../render/membership-request.js';
import { render } from '../../render/render.js';
import { membershipOf } from '../../state/group.js';
import { askToJoin, decide, type MembershipRequest, requestsTo } from '../../state/membership-request.js';
import { manages } from '../../state/permissions.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found } from '../found.js';
import { checkManages, groupNamed, groupOf } from './group-of.js';

const statuses = ['Accepted', 'Declined', 'Pending'] as const;
const decisions = ['Accepted', 'Declined'] as const;
const longestResponse = 756;

export const membershipRequestHandlers: Handlers = {
  'GET /chatter/groups/{groupId}/members/requests': listRequests,
  'POST /chatter/groups/{groupId}/members/requests': ask,
  'GET /chatter/group-membership-requests/{requestId}': (call) => answer(call, requestOf(call)),
  'PATCH /chatter/group-membership-requests/{requestId}': decideRequest,
};

function answer(call: Call, request: MembershipRequest): Answer {
  return { status: 200, body: renderMembershipRequest(request, call.context) };
}

/** Those who run the group see all requests, others their own. */
function listRequests(call: Call): Answer {
  const { state, context, query, user } = call;
  const group = groupOf(call);
  const wanted = query.get('status');
  const status = wanted === null ? undefined : oneOf(wanted, 'status', statuses);
  const requests = requestsTo(state, group.id)
    .filter((request) => status === undefined || request.status === status)
    .filter((request) => request.userId === user.id || manages(state, group.id, user.id));
  const rendered = requests.map((request) => renderMembershipRequest(request, context));
  const values = { requests: rendered, total: requests.length };
  return { status: 200, body: render('GroupMembershipRequestCollection', values, context) };
}

/** Asks to join: 201 for a request that is new or already waits, 204 for a member, 403 where nobody asks. */
function ask(call: Call): Answer {
  const { state, user, context } = call;
  const group = groupOf(call);
  if (membershipOf(state, group.id, user.id) !== undefined) return { status: 204 };
  if (group.visibility !== 'PrivateAccess') {
    throw insufficientAccess(
      'Only private groups are asked to be let in. Join this group by adding yourself as a member.',
    );
  }
  return { status: 201, body: renderMembershipRequest(askToJoin(state, group.id, user.id), context) };
}

async function decideRequest(call: Call): Promise<Answer> {
  const request = requestOf(call);
  checkManages(call, request.groupId);
  const { fields } = await call.input();
  const status = fields.needChoice('status', decisions);
  const responseMessage = fields.text('responseMessage') || null;
  if (responseMessage !== null && responseMessage.length > longestResponse) {
    throw tooLong('responseMessage', longestResponse);
  }
  if (request.status !== 'Pending') {
    throw alreadyDecided(`This request has been decided already: ${request.status}.`);
  }
  decide(call.state, request, { status, responseMessage, decidedBy: call.user.id });
  return answer(call, request);
}

/** The request that a path names, for who asked and for those who run the group. */
function requestOf(call: Call): MembershipRequest {
  const { state, user } = call;
  const request = found(state.membershipRequests.get(call.id('requestId')));
  groupNamed(call, request.groupId);
  if (request.userId !== user.id && !manages(state, request.groupId, user.id)) throw noAccess();
  return request;
}
