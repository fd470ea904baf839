import { readFeedItem } from '../../input/read-post.js';
import { renderFeedItemPage } from '../../render/feed-element-page.js';
import { renderFeedItem } from '../../render/feed-item.js';
import { renderLegacyFeedItem, renderLegacyFeedItemPage } from '../../render/legacy/feed-item.js';
import { visiblePosts } from '../../state/feeds.js';
import { addPost } from '../../state/post.js';
import type { Resource } from '../../tables.js';
import type { Answer, Call, Handlers } from '../call.js';
import { cutFeedPage } from '../feeds/feed-page.js';
import { type NamedFeed, namedFeeds, newsOf, recordOf, userProfileOf } from '../feeds/named-feeds.js';
import { isLegacy } from './is-legacy.js';

const longestText = 1_000;

/** Clients of 2012 post to a profile by its feed, which the guide only shows for news and records. */
export const profilePostResource: Resource = {
  method: 'POST',
  template: '/chatter/feeds/user-profile/{userId}/feed-items',
  since: 0,
  until: 31,
  community: 'also',
  requiresChatter: true,
  parameters: [],
};

/** The feeds that are older than feed elements, by the name of their path. */
const oldFeeds =
  /^\/chatter\/feeds\/(?:bookmarks|company|files|filter|groups|news|people|record|to|topics|user-profile)\b/;

/** Feed items were what feed elements are, until version 31.0 had both. */
export const feedItemHandlers: Handlers = {
  ...Object.fromEntries(
    Object.entries(namedFeeds)
      .filter(([template]) => oldFeeds.test(template))
      .map(([template, of]): [string, Handlers[string]] => [
        `GET ${template}/feed-items`,
        (call) => readFeed(of(call), call),
      ]),
  ),
  'GET /chatter/feed-items': (call) =>
    answerPage(
      { posts: visiblePosts(call.state, call.user.id), hasUpdates: false },
      '/chatter/feed-items',
      call,
    ),
  'POST /chatter/feeds/news/{userId}/feed-items': (call) => createPost(call, newsOf(call).feedPath),
  'POST /chatter/feeds/record/{recordId}/feed-items': (call) => createPost(call, recordOf(call).feedPath),
  'POST /chatter/feeds/user-profile/{userId}/feed-items': (call) =>
    createPost(call, userProfileOf(call).feedPath),
};

function readFeed(feed: NamedFeed, call: Call): Answer {
  return answerPage(feed, `${feed.feedPath}/feed-items`, call);
}

function answerPage(feed: Omit<NamedFeed, 'feedPath'>, path: string, call: Call): Answer {
  const page = cutFeedPage({ ...feed, path }, call);
  const describe = isLegacy(call) ? renderLegacyFeedItemPage : renderFeedItemPage;
  return { status: 200, body: describe(page, call.context) };
}

/** What is posted to a feed is posted on the thing whose id ends the path of the feed. */
async function createPost(call: Call, feedPath: string): Promise<Answer> {
  const subjectId = feedPath.slice(feedPath.lastIndexOf('/') + 1);
  const wanted = readFeedItem(await call.input(), subjectId, call, longestText);
  const post = addPost(call.state, { ...wanted, actorId: call.user.id, client: call.grant.client });
  const describe = isLegacy(call) ? renderLegacyFeedItem : renderFeedItem;
  return { status: 201, body: describe(post, call.context) };
}
