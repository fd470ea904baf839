import { invalidPageToken } from '../../errors.js';
import type { Post } from '../../state/post.js';

/** By which time a feed is ordered, and from which end. Of relevance nothing is documented, so it is newness here. */
export type FeedSort = 'CreatedDateDesc' | 'LastModifiedDateDesc' | 'CreatedDateAsc' | 'Relevance';

/** The place of a post in the order of its feed. A page begins after such a place, so that new posts shift nothing. */
export interface FeedPlace {
  readonly time: number;
  readonly id: string;
}

const tokenPattern = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z),(0D5[\dA-Za-z]{15}),,2,$/;

export function placeOf(post: Post, sort: FeedSort): FeedPlace {
  return { time: sort === 'LastModifiedDateDesc' ? post.modifiedAt : post.createdAt, id: post.id };
}

/** Newer first; of two in one second the one with the higher id. Oldest first is the same from the other end. */
export function compareInFeed(left: FeedPlace, right: FeedPlace, sort: FeedSort): number {
  return sort === 'CreatedDateAsc' ? compareNewestFirst(right, left) : compareNewestFirst(left, right);
}

function compareNewestFirst(left: FeedPlace, right: FeedPlace): number {
  if (left.time !== right.time) return right.time - left.time;
  if (left.id === right.id) return 0;
  return left.id < right.id ? 1 : -1;
}

/** `2020-09-18T04:05:18Z,0D53h00000n2ccpCAA,,2,` */
export function pageTokenOf({ time, id }: FeedPlace): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z,${id},,2,`;
}

export function readPageToken(token: string): FeedPlace {
  const [, date, id] = tokenPattern.exec(token) ?? [];
  const time = Date.parse(date ?? '');
  if (id === undefined || Number.isNaN(time)) throw invalidPageToken(token);
  return { time, id };
}
