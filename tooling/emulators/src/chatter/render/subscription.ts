import { keyPrefix } from '../ids.js';
import { membershipOf } from '../state/group.js';
import { subscriptionOf } from '../state/subscription.js';
import type { RenderContext } from './context.js';
import type { Json } from './json.js';
import { renderReference } from './reference.js';

/** A reference to what ties the viewer to a thing: the membership of a group, else the subscription. Null without. */
export function renderMySubscription(subjectId: string, context: RenderContext): Json {
  const find = subjectId.startsWith(keyPrefix.group) ? membershipTo : subscriptionOf;
  const tie = find(context.state, context.viewer.id, subjectId);
  return tie === undefined ? null : renderReference(tie.id, context);
}

function membershipTo(
  state: RenderContext['state'],
  userId: string,
  groupId: string,
): { readonly id: string } | undefined {
  return membershipOf(state, groupId, userId);
}
