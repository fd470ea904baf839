import { keyPrefix } from '../ids.js';
import { notify } from './notification.js';
import type { ChatterState } from './state.js';

/** That a user follows a user, a record, a topic or a file. */
export interface Subscription {
  readonly id: string;
  readonly followerId: string;
  readonly subjectId: string;
}

/** Follows; a second time changes nothing. */
export function follow(state: ChatterState, followerId: string, subjectId: string): Subscription {
  const known = subscriptionOf(state, followerId, subjectId);
  if (known !== undefined) return known;
  const subscription = { id: state.ids.next(keyPrefix.subscription), followerId, subjectId };
  state.subscriptions.set(subscription.id, subscription);
  notify(state, subjectId, { type: 'Follow', actorId: followerId, targetId: followerId });
  return subscription;
}

export function subscriptionOf(
  state: ChatterState,
  followerId: string,
  subjectId: string,
): Subscription | undefined {
  return subscriptionsBy(state, followerId).find((subscription) => subscription.subjectId === subjectId);
}

/** What a user follows, in the order of following. */
export function subscriptionsBy(state: ChatterState, followerId: string): Subscription[] {
  return [...state.subscriptions.values()].filter((subscription) => subscription.followerId === followerId);
}

/** Who follows something, in the order of following. */
export function subscriptionsTo(state: ChatterState, subjectId: string): Subscription[] {
  return [...state.subscriptions.values()].filter((subscription) => subscription.subjectId === subjectId);
}
