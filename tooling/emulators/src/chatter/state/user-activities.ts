import type { ChatterState } from './state.js';

/** Takes back what a user did with what is there: likes, votes, bookmarks, mutes and readings. What was written stays. */
export function forgetActivities(state: ChatterState, userId: string): void {
  for (const like of state.likes.values()) if (like.userId === userId) state.likes.delete(like.id);
  for (const comment of state.comments.values()) comment.votes.delete(userId);
  for (const post of state.posts.values()) {
    for (const marks of [post.bookmarkedBy, post.mutedBy, post.readBy, post.votes]) marks.delete(userId);
    post.poll?.votes.delete(userId);
  }
}
