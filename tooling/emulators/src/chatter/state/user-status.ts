import { visiblePosts } from './feeds.js';
import type { Post } from './post.js';
import type { ChatterState } from './state.js';

/** The last thing that a user said on the user's own profile, unless it was taken back, if the viewer may see it. */
export function statusOf(state: ChatterState, userId: string, viewerId: string): Post | undefined {
  const status = visiblePosts(state, viewerId)
    .filter((post) => post.actorId === userId && post.parentId === userId)
    .toReversed()
    .toSorted((left, right) => right.createdAt - left.createdAt)
    .at(0);
  return status?.id === state.statusesCleared.get(userId) ? undefined : status;
}

/** Leaves a user without a status. What was said stays in the feed. */
export function clearStatus(state: ChatterState, userId: string): void {
  const status = statusOf(state, userId, userId);
  if (status !== undefined) state.statusesCleared.set(userId, status.id);
}
