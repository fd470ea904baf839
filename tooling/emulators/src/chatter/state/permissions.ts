import type { Comment } from './comment.js';
import { membershipOf } from './group.js';
import type { Post } from './post.js';
import type { ChatterState } from './state.js';

/** A post is deleted by who wrote it, by whom it was written to, and by the managers of its group; what a record did, by nobody. */
export function canDeletePost(state: ChatterState, post: Post, userId: string): boolean {
  if (post.recordSnapshot !== null) return false;
  return post.actorId === userId || post.parentId === userId || manages(state, post.parentId, userId);
}

/** A text is changed by who wrote it. */
export function canEditPost(post: Post, userId: string): boolean {
  return post.actorId === userId;
}

export function canEditComment(comment: Comment, userId: string): boolean {
  return comment.userId === userId;
}

/** A comment is deleted by who wrote it, and by whoever could delete its post. */
export function canDeleteComment(state: ChatterState, comment: Comment, userId: string): boolean {
  const post = state.posts.get(comment.postId);
  return comment.userId === userId || (post !== undefined && canDeletePost(state, post, userId));
}

/** Whether a user runs a group. */
export function manages(state: ChatterState, groupId: string, userId: string): boolean {
  const role = membershipOf(state, groupId, userId)?.role;
  return role === 'GroupOwner' || role === 'GroupManager';
}
