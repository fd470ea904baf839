import { invalidSort } from '../../errors.js';
import { oneOf, wholeNumber } from '../../input/parameters.js';
import { readSearch } from '../../input/read-search.js';
import { resourceUrl } from '../../render/context.js';
import type { FeedPage } from '../../render/feed-element-page.js';
import { textOf } from '../../render/message-body.js';
import { commentsOf } from '../../state/comment.js';
import { feedFilters } from '../../state/feed-filters.js';
import type { Post } from '../../state/post.js';
import { wholeSecond } from '../../state/state.js';
import type { Call } from '../call.js';
import { carriedBy } from '../carried.js';
import { compareInFeed, type FeedSort, pageTokenOf, placeOf, readPageToken } from './page-token.js';
import { newestChange, readUpdatesToken } from './updates-token.js';

/** A feed of which a page is wanted. */
export interface FeedSource {
  readonly posts: readonly Post[];
  /** Path of the list below the version, with ids in the place of `me`. */
  readonly path: string;
  /** Whether it can be asked what has changed. */
  readonly hasUpdates: boolean;
  /** What it can be sorted by beside what all feeds can. */
  readonly moreSorts?: readonly FeedSort[];
}

const sorts: readonly FeedSort[] = ['CreatedDateDesc', 'LastModifiedDateDesc'];

/** Cuts one page out of a feed, by the parameters that all feeds share. */
export function cutFeedPage(source: FeedSource, call: Call): FeedPage {
  const { query } = call;
  const pageSize = wholeNumber(query, 'pageSize', { from: 1, to: 100, usual: 25 });
  const sort = readSort(query, source.moreSorts ?? []);
  const since = source.hasUpdates ? readUpdatesToken(query.get('updatedSince')) : undefined;
  const token = query.get('page');
  const after = token === null ? undefined : readPageToken(token);
  const thisSecond = wholeSecond(call.context.now);

  const matching = source.posts
    // What changes in this very second is left to the next question, since more may follow within it.
    .filter((post) => since === undefined || (post.modifiedAt > since && post.modifiedAt < thisSecond))
    .filter(wantedBy(call))
    .toSorted((left, right) => compareInFeed(placeOf(left, sort), placeOf(right, sort), sort));
  const rest =
    after === undefined
      ? matching
      : matching.filter((post) => compareInFeed(after, placeOf(post, sort), sort) < 0);
  const posts = rest.slice(0, pageSize);
  const last = posts.at(-1);
  const nextPageToken =
    last !== undefined && rest.length > pageSize ? pageTokenOf(placeOf(last, sort)) : null;
  const updatesToken = source.hasUpdates ? `2:${newestChange(source.posts, thisSecond, since)}` : null;

  const urlWith = (name: 'page' | 'updatedSince', value: string): string =>
    resourceUrl(call.context, `${source.path}?${withFirst(name, value, query)}`);
  return {
    posts,
    currentPageToken: token,
    currentPageUrl: resourceUrl(call.context, query.size === 0 ? source.path : `${source.path}?${query}`),
    nextPageToken,
    nextPageUrl: nextPageToken === null ? null : urlWith('page', nextPageToken),
    updatesToken,
    updatesUrl: updatesToken === null ? null : urlWith('updatedSince', updatesToken),
    carried: carriedBy(call),
  };
}

/** What `q`, `filter`, `density` and `showInternalOnly` leave of a feed. */
function wantedBy({ query, state, user, context }: Call): (post: Post) => boolean {
  const search = readSearch(query.get('q'));
  const filter = query.get('filter');
  const passes = filter === null ? undefined : feedFilters[oneOf(filter, 'filter', Object.keys(feedFilters))];
  const fewer = query.get('density')?.toLowerCase() === 'fewerupdates';
  const internalOnly = query.get('showInternalOnly')?.toLowerCase() === 'true';
  const says = (post: Post, pattern: RegExp): boolean =>
    [post, ...commentsOf(state, post.id)].some(({ segments }) => pattern.test(textOf(segments, context)));
  return (post) =>
    (search === undefined || says(post, search)) &&
    (passes === undefined || passes(post, state, user.id)) &&
    // Fewer updates are those without what records did by themselves.
    (!fewer || post.recordSnapshot === null || post.actorId === user.id) &&
    (!internalOnly || post.visibility === 'InternalUsers');
}

function readSort(query: URLSearchParams, more: readonly FeedSort[]): FeedSort {
  const given = query.get('sort');
  if (given === null) return 'CreatedDateDesc';
  const sort = [...sorts, ...more].find((candidate) => candidate.toLowerCase() === given.toLowerCase());
  if (sort === undefined) throw invalidSort(given);
  return sort;
}

/** The parameters of this page for another one: the new one first, those that only belong to this page left out. */
function withFirst(name: 'page' | 'updatedSince', value: string, query: URLSearchParams): URLSearchParams {
  const parameters = new URLSearchParams([[name, value]]);
  for (const [other, given] of query) {
    const stays = other !== 'page' && (name === 'page' || other !== 'updatedSince');
    if (stays) parameters.append(other, given);
  }
  return parameters;
}
