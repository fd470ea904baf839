import type { Comment } from './comment.js';
import { canReadGroup } from './group.js';
import type { Post } from './post.js';
import type { ChatterState } from './state.js';

/** Whether a user may see a post: what hides in a group, in a direct message or in a draft is not there for others. */
export function canSeePost(state: ChatterState, post: Post, userId: string): boolean {
  if (post.directMessage !== null) return post.directMessage.members.has(userId);
  if (post.status !== 'Published' && post.actorId !== userId) return false;
  const group = state.groups.get(post.parentId);
  return group === undefined || canReadGroup(state, group, userId);
}

/** A comment is seen by whoever sees its post, unless it waits for its author to publish it. */
export function canSeeComment(state: ChatterState, comment: Comment, userId: string): boolean {
  const post = state.posts.get(comment.postId);
  if (post === undefined || !canSeePost(state, post, userId)) return false;
  return comment.status === 'Published' || comment.userId === userId;
}
