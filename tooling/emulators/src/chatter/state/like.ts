import { keyPrefix } from '../ids.js';
import { notify } from './notification.js';
import type { ChatterState } from './state.js';

/** That a user likes a post or a comment. */
export interface Like {
  readonly id: string;
  readonly userId: string;
  readonly likedId: string;
}

/** Likes a post or a comment; a second time changes nothing. */
export function like(state: ChatterState, userId: string, likedId: string): Like {
  const known = likeOf(state, userId, likedId);
  if (known !== undefined) return known;
  const added = { id: state.ids.next(keyPrefix.like), userId, likedId };
  state.likes.set(added.id, added);
  const authorId = state.posts.get(likedId)?.actorId ?? state.comments.get(likedId)?.userId;
  if (authorId !== undefined) notify(state, authorId, { type: 'Like', actorId: userId, targetId: likedId });
  return added;
}

export function likeOf(state: ChatterState, userId: string, likedId: string): Like | undefined {
  return likesOf(state, likedId).find((candidate) => candidate.userId === userId);
}

/** All likes of a post or a comment, oldest first. */
export function likesOf(state: ChatterState, likedId: string): Like[] {
  return [...state.likes.values()].filter((candidate) => candidate.likedId === likedId);
}
