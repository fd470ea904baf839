import type { Comment } from './comment.js';

/** In which order comments come. Of relevance nothing is documented, so it is newness here. */
export type CommentSort = 'CreatedDateLatestAsc' | 'CreatedDateOldestAsc' | 'Relevance';

/** Some of many comments, oldest first, and where the next page begins. */
export interface CommentCut {
  readonly items: readonly Comment[];
  /** Null on the last page. */
  readonly nextToken: string | null;
}

/**
 * Cuts a page out of comments that are given oldest first. Unless the oldest are wanted first, the first page has the newest
 * and each further page older ones; within a page the older stand above the newer. A token is the id of the last comment
 * that was reached, so that new comments shift nothing.
 */
export function cutComments(
  comments: readonly Comment[],
  sort: CommentSort,
  size: number,
  token: string | null,
): CommentCut {
  if (sort === 'CreatedDateOldestAsc') {
    const rest = token === null ? comments : comments.filter(({ id }) => id > token);
    const items = rest.slice(0, size);
    return { items, nextToken: rest.length > size ? (items.at(-1)?.id ?? null) : null };
  }
  const rest = token === null ? comments : comments.filter(({ id }) => id < token);
  const items = size === 0 ? [] : rest.slice(-size);
  return { items, nextToken: rest.length > size ? (items[0]?.id ?? null) : null };
}
