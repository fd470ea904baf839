import { wholeNumber } from '../input/parameters.js';
import type { Carried } from '../render/capabilities.js';
import type { CommentSort } from '../state/comment-page.js';
import type { Call } from './call.js';

const sorts: readonly CommentSort[] = ['CreatedDateLatestAsc', 'CreatedDateOldestAsc', 'Relevance'];

/** Which comments the caller wants with a post. */
export function carriedBy({ query }: Call): Carried {
  return {
    comments: wholeNumber(query, 'recentCommentCount', { from: 0, to: 25, usual: 3 }),
    collapsed: isCollapsed(query),
    sort: readCommentSort(query.get('commentSort')),
  };
}

/** Whether answers to comments are to be left out. */
export function isCollapsed(query: URLSearchParams): boolean {
  return query.get('threadedCommentsCollapsed')?.toLowerCase() === 'true';
}

/** The order of comments; what is no order has been refused by then. */
export function readCommentSort(given: string | null): CommentSort {
  return sorts.find((known) => known.toLowerCase() === given?.toLowerCase()) ?? 'CreatedDateLatestAsc';
}
