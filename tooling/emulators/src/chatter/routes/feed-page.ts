import { illegalValue, invalidSort, switchedOff } from '../errors.js';
import { oneOf, wholeNumber } from '../input/parameters.js';
import { resourceUrl } from '../render/context.js';
import type { FeedPage } from '../render/feed-element-page.js';
import { textOf } from '../render/message-body.js';
import type { Post } from '../state/model.js';
import { wholeSecond } from '../state/state.js';
import { compareNewestFirst, type FeedSort, pageTokenOf, placeOf, readPageToken } from './page-token.js';
import type { Call } from './router.js';
import { readSearch } from './search.js';

/** A feed of which a page is wanted. */
export interface FeedSource {
  readonly posts: readonly Post[];
  /** Path of the list below the version, with ids in the place of `me`. */
  readonly path: string;
  /** Whether it can be asked what has changed. */
  readonly hasUpdates: boolean;
}

const sorts: readonly FeedSort[] = ['CreatedDateDesc', 'LastModifiedDateDesc'];

/** Cuts one page out of a feed, by the parameters that all feeds share. */
export function cutFeedPage(source: FeedSource, query: URLSearchParams, call: Call): FeedPage {
  checkSharedParameters(query);
  const pageSize = wholeNumber(query, 'pageSize', { from: 1, to: 100, usual: 25 });
  const sort = readSort(query);
  const since = source.hasUpdates ? readUpdatesToken(query.get('updatedSince')) : undefined;
  const token = query.get('page');
  const after = token === null ? undefined : readPageToken(token);
  const search = readSearch(query.get('q'));
  const thisSecond = wholeSecond(call.context.now);

  const matching = source.posts
    // What changes in this very second is left to the next question, since more may follow within it.
    .filter((post) => since === undefined || (post.modifiedAt > since && post.modifiedAt < thisSecond))
    .filter((post) => search === undefined || search.test(textOf(post.segments, call.context)))
    .toSorted((left, right) => compareNewestFirst(placeOf(left, sort), placeOf(right, sort)));
  const rest =
    after === undefined
      ? matching
      : matching.filter((post) => compareNewestFirst(after, placeOf(post, sort)) < 0);
  const posts = rest.slice(0, pageSize);
  const last = posts.at(-1);
  const nextPageToken =
    last !== undefined && rest.length > pageSize ? pageTokenOf(placeOf(last, sort)) : null;
  const updatesToken = source.hasUpdates ? `2:${newestChange(source.posts, thisSecond, since)}` : null;

  const urlWith = (name: 'page' | 'updatedSince', value: string): string =>
    resourceUrl(call, `${source.path}?${withFirst(name, value, query)}`);
  return {
    posts,
    currentPageToken: token,
    currentPageUrl: resourceUrl(call, query.size === 0 ? source.path : `${source.path}?${query}`),
    nextPageToken,
    nextPageUrl: nextPageToken === null ? null : urlWith('page', nextPageToken),
    updatesToken,
    updatesUrl: updatesToken === null ? null : urlWith('updatedSince', updatesToken),
  };
}

function readSort(query: URLSearchParams): FeedSort {
  const given = query.get('sort');
  if (given === null) return 'CreatedDateDesc';
  const sort = sorts.find((candidate) => candidate.toLowerCase() === given.toLowerCase());
  if (sort === undefined) throw invalidSort(given);
  return sort;
}

/** Parameters that change nothing here, where there are neither comments nor bundles, are checked all the same. */
function checkSharedParameters(query: URLSearchParams): void {
  wholeNumber(query, 'recentCommentCount', { from: 0, to: 25, usual: 3 });
  wholeNumber(query, 'elementsPerBundle', { from: 0, to: 10, usual: 3 });
  const density = query.get('density');
  if (density !== null) oneOf(density, 'density', ['AllUpdates', 'FewerUpdates']);
  const filter = query.get('filter');
  if (filter !== null) throw switchedOff(`filter ${filter}`);
}

/** `2:1600436144000` */
function readUpdatesToken(token: string | null): number | undefined {
  if (token === null) return undefined;
  const time = /^2:(\d{1,15})$/.exec(token)?.[1];
  if (time === undefined) throw illegalValue('updatedSince', token);
  return Number(time);
}

/**
 * The newest change that a later question need not bring again. Changes of the current second are not counted, so that
 * a question which follows the token loses nothing; it may bring an element twice, which the guide warns of.
 */
function newestChange(posts: readonly Post[], thisSecond: number, since: number | undefined): number {
  const changes = posts.map((post) => post.modifiedAt).filter((time) => time < thisSecond);
  return Math.max(since ?? 0, ...changes) || thisSecond - 1_000;
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
