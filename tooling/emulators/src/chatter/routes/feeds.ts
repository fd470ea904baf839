import { readSubject } from '../input/read-post.js';
import { readInput } from '../input/read-input.js';
import { renderFeed } from '../render/feed.js';
import { renderFeedElementPage } from '../render/feed-element-page.js';
import { newsFeed, recordFeed, userProfileFeed } from '../state/feeds.js';
import type { FeedSource } from './feed-page.js';
import { cutFeedPage } from './feed-page.js';
import type { Answer, Call, Route } from './router.js';
import { selfOf, userOf } from './subjects.js';

/** A feed as the path of a call names it. */
export interface NamedFeed extends Omit<FeedSource, 'path'> {
  /** Path of the feed itself, with ids in the place of `me`. */
  readonly feedPath: string;
  /** On whose feed something is posted that is posted to this feed. */
  readonly subjectId: string;
}

export function newsOf(call: Call): NamedFeed {
  const { id } = selfOf(call);
  return {
    feedPath: `/chatter/feeds/news/${id}`,
    subjectId: id,
    posts: newsFeed(call.state, id),
    hasUpdates: true,
  };
}

export function userProfileOf(call: Call): NamedFeed {
  const { id } = userOf(call);
  return {
    feedPath: `/chatter/feeds/user-profile/${id}`,
    subjectId: id,
    posts: userProfileFeed(call.state, id),
    // The guide leaves this feed out of those that can be asked for updates.
    hasUpdates: false,
  };
}

export function recordOf(call: Call): NamedFeed {
  const id = readSubject(call.part('recordId'), call.user.id, call.state);
  return {
    feedPath: `/chatter/feeds/record/${id}`,
    subjectId: id,
    posts: recordFeed(call.state, id),
    hasUpdates: true,
  };
}

/** The feeds that there are, by the path that names them. */
export const namedFeeds = [
  { path: '/chatter/feeds/news/:userId', of: newsOf },
  { path: '/chatter/feeds/user-profile/:userId', of: userProfileOf },
  { path: '/chatter/feeds/record/:recordId', of: recordOf },
] as const;

export const feedRoutes: readonly Route[] = namedFeeds.flatMap(({ path, of }): Route[] => [
  {
    method: 'GET',
    path,
    since: 31,
    needsChatter: true,
    run: (call) => ({ status: 200, body: renderFeed(of(call).feedPath, call.context) }),
  },
  {
    method: 'GET',
    path: `${path}/feed-elements`,
    since: 31,
    needsChatter: true,
    run: (call) => readFeed(of(call), call),
  },
]);

async function readFeed(feed: NamedFeed, call: Call): Promise<Answer> {
  const { query } = await readInput(call.request);
  const page = cutFeedPage({ ...feed, path: `${feed.feedPath}/feed-elements` }, query, call);
  return { status: 200, body: renderFeedElementPage(page, call.context) };
}
