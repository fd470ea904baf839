import { keyPrefix } from '../ids.js';
import type { User } from '../state/model.js';
import type { ChatterState } from '../state/state.js';
import { subscriptionsBy, subscriptionsTo } from '../state/subscription.js';
import type { JsonObject } from './json.js';

/** Chatter Activity: what a user wrote, and what came back. */
export function activityOf(user: User, state: ChatterState): JsonObject {
  const posts = [...state.posts.values()].filter((post) => post.actorId === user.id);
  const comments = [...state.comments.values()];
  const own = new Set(posts.map((post) => post.id));
  const likeable = new Set([
    ...own,
    ...comments.filter((comment) => comment.userId === user.id).map((comment) => comment.id),
  ]);
  return {
    commentCount: comments.filter((comment) => comment.userId === user.id).length,
    commentReceivedCount: comments.filter((comment) => comment.userId !== user.id && own.has(comment.postId))
      .length,
    likeReceivedCount: [...state.likes.values()].filter(({ likedId }) => likeable.has(likedId)).length,
    postCount: posts.length,
  };
}

export function followersOf(user: User, state: ChatterState): number {
  return subscriptionsTo(state, user.id).length;
}

/** Following Counts: whom and what a user follows. */
export function followingCountsOf(user: User, state: ChatterState): JsonObject {
  const followed = subscriptionsBy(state, user.id);
  const people = followed.filter((subscription) => subscription.subjectId.startsWith(keyPrefix.user)).length;
  return { people, records: followed.length - people, total: followed.length };
}
