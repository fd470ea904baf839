import { keyPrefix } from '../ids.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import type { Json } from './json.js';

/** Chatter Activity. Comments and likes are switched off here, so only posts are counted. */
export function activityOf(user: User, state: ChatterState): Json {
  const postCount = [...state.posts.values()].filter((post) => post.actorId === user.id).length;
  return { commentCount: 0, commentReceivedCount: 0, likeReceivedCount: 0, postCount };
}

export function followersOf(user: User, state: ChatterState): number {
  return state.subscriptions.filter((subscription) => subscription.subjectId === user.id).length;
}

/** Following Counts: whom and what a user follows. */
export function followingCountsOf(user: User, state: ChatterState): Json {
  const followed = state.subscriptions.filter((subscription) => subscription.followerId === user.id);
  const people = followed.filter((subscription) => subscription.subjectId.startsWith(keyPrefix.user)).length;
  return { people, records: followed.length - people, total: followed.length };
}
