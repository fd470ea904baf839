import { keyPrefix } from '../ids.js';
import type { ClientApp } from './model.js';
import type { Edit, FeedEntityStatus, ModerationFlag, VoteKind } from './post.js';
import { notify } from './notification.js';
import { type Segment, toldBy } from './segment.js';
import { type ChatterState, wholeSecond } from './state.js';

/** What somebody says about a post, or about another comment. */
export interface Comment {
  readonly id: string;
  readonly postId: string;
  /** The comment that it answers; null for one that answers the post. */
  readonly threadParentId: string | null;
  readonly userId: string;
  segments: readonly Segment[];
  readonly createdAt: number;
  readonly client: ClientApp;
  status: FeedEntityStatus;
  revision: number;
  lastEdit: Edit | null;
  readonly fileId: string | null;
  readonly sharedId: string | null;
  readonly recordId: string | null;
  readonly votes: Map<string, VoteKind>;
  verified: { readonly by: string; readonly at: number; readonly anonymously: boolean } | null;
  readonly flags: Map<string, ModerationFlag>;
}

/** What a comment must say; the rest is as in a plain comment. */
export type NewComment = Pick<Comment, 'postId' | 'userId' | 'segments' | 'client'> &
  Partial<Omit<Comment, 'id'>>;

/** Adds a comment. Its post thereby changes. */
export function addComment(state: ChatterState, added: NewComment): Comment {
  const comment: Comment = {
    threadParentId: null,
    status: 'Published',
    revision: 1,
    lastEdit: null,
    fileId: null,
    sharedId: null,
    recordId: null,
    votes: new Map(),
    verified: null,
    flags: new Map(),
    ...added,
    id: state.ids.next(keyPrefix.comment),
    createdAt: wholeSecond(added.createdAt ?? state.clock.now()),
  };
  state.comments.set(comment.id, comment);
  const post = state.posts.get(comment.postId);
  if (post !== undefined) post.modifiedAt = Math.max(post.modifiedAt, comment.createdAt);
  notifyOfComment(state, comment, post?.actorId);
  return comment;
}

/** Tells those who are mentioned, and the author of the post. */
function notifyOfComment(state: ChatterState, comment: Comment, authorId: string | undefined): void {
  if (comment.status !== 'Published') return;
  const { id: targetId, userId: actorId, createdAt: at } = comment;
  const mentioned = toldBy(comment.segments);
  for (const userId of mentioned) notify(state, userId, { type: 'CommentMention', actorId, targetId, at });
  if (authorId === undefined || mentioned.has(authorId)) return;
  notify(state, authorId, { type: 'Comment', actorId, targetId, at });
}

/** Takes a comment away with its answers, their answers and all likes of them. */
export function removeComment(state: ChatterState, id: string): void {
  state.comments.delete(id);
  for (const like of state.likes.values()) if (like.likedId === id) state.likes.delete(like.id);
  for (const post of state.posts.values()) {
    if (post.question?.bestAnswerId !== id) continue;
    post.question.bestAnswerId = null;
    post.question.bestAnswerSelectedBy = null;
  }
  // A map may lose entries while it is walked.
  for (const answer of state.comments.values()) {
    if (answer.threadParentId === id) removeComment(state, answer.id);
  }
}

/** The published comments of a post, oldest first. */
export function commentsOf(state: ChatterState, postId: string): Comment[] {
  return [...state.comments.values()].filter(
    (comment) => comment.postId === postId && comment.status === 'Published',
  );
}

/** The answers to a comment, oldest first. */
export function answersTo(state: ChatterState, commentId: string): Comment[] {
  return [...state.comments.values()].filter(
    (comment) => comment.threadParentId === commentId && comment.status === 'Published',
  );
}

/** How deep a comment lies in its thread: 0 for an answer to the post. */
export function threadLevelOf(state: ChatterState, comment: Comment): number {
  const parent = comment.threadParentId === null ? undefined : state.comments.get(comment.threadParentId);
  return parent === undefined ? 0 : threadLevelOf(state, parent) + 1;
}
