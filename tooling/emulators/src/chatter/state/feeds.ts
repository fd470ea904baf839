import type { Post } from './model.js';
import type { ChatterState } from './state.js';

/** Own posts, and posts by or to whoever and whatever the user follows. */
export function newsFeed(state: ChatterState, userId: string): Post[] {
  const followed = new Set(
    state.subscriptions
      .filter((subscription) => subscription.followerId === userId)
      .map((subscription) => subscription.subjectId),
  ).add(userId);
  return [...state.posts.values()].filter(
    (post) => followed.has(post.actorId) || followed.has(post.parentId),
  );
}

/** What a user wrote, got, or was mentioned in. */
export function userProfileFeed(state: ChatterState, userId: string): Post[] {
  return [...state.posts.values()].filter(
    (post) => post.actorId === userId || post.parentId === userId || mentions(post, userId),
  );
}

/** What was posted on a record, or on the profile of a user. */
export function recordFeed(state: ChatterState, recordId: string): Post[] {
  return [...state.posts.values()].filter((post) => post.parentId === recordId);
}

function mentions(post: Post, userId: string): boolean {
  return post.segments.some((segment) => segment.type === 'Mention' && segment.userId === userId);
}
