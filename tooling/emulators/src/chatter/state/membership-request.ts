import { keyPrefix } from '../ids.js';
import { join } from './group.js';
import { notify } from './notification.js';
import { type ChatterState, wholeSecond } from './state.js';

export type RequestStatus = 'Accepted' | 'Declined' | 'Pending';

/** That a user asks to join a private group. */
export interface MembershipRequest {
  readonly id: string;
  readonly groupId: string;
  readonly userId: string;
  status: RequestStatus;
  responseMessage: string | null;
  readonly createdAt: number;
  changedAt: number;
}

/** Asks to join. Who has asked already and waits for the answer does not ask again. */
export function askToJoin(state: ChatterState, groupId: string, userId: string): MembershipRequest {
  const known = pendingRequestOf(state, groupId, userId);
  if (known !== undefined) return known;
  const now = wholeSecond(state.clock.now());
  const request: MembershipRequest = {
    id: state.ids.next(keyPrefix.groupMembershipRequest),
    groupId,
    userId,
    status: 'Pending',
    responseMessage: null,
    createdAt: now,
    changedAt: now,
  };
  state.membershipRequests.set(request.id, request);
  const ownerId = state.groups.get(groupId)?.ownerId;
  if (ownerId !== undefined)
    notify(state, ownerId, { type: 'GroupRequest', actorId: userId, targetId: groupId });
  return request;
}

/** Lets somebody in, or not, and says why. */
export function decide(
  state: ChatterState,
  request: MembershipRequest,
  decision: {
    readonly status: Exclude<RequestStatus, 'Pending'>;
    readonly responseMessage: string | null;
    readonly decidedBy: string;
  },
): void {
  const { groupId, userId } = request;
  request.status = decision.status;
  request.responseMessage = decision.responseMessage;
  request.changedAt = wholeSecond(state.clock.now());
  if (decision.status === 'Accepted') join(state, groupId, userId);
  notify(state, userId, {
    type: `GroupRequest${decision.status}`,
    actorId: decision.decidedBy,
    targetId: groupId,
  });
}

/** All requests to join a group, oldest first. */
export function requestsTo(state: ChatterState, groupId: string): MembershipRequest[] {
  return [...state.membershipRequests.values()].filter((request) => request.groupId === groupId);
}

export function pendingRequestOf(
  state: ChatterState,
  groupId: string,
  userId: string,
): MembershipRequest | undefined {
  return requestsTo(state, groupId).find(
    (request) => request.userId === userId && request.status === 'Pending',
  );
}
