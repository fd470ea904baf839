import { readFeedItem } from '../../input/read-post.js';
import { renderFeedItemPage } from '../../render/feed-element-page.js';
import { renderFeedItem } from '../../render/feed-item.js';
import { renderLegacyFeedItem, renderLegacyFeedItemPage } from '../../render/legacy/feed-item.js';
import { addPost } from '../../state/post.js';
import type { Resource } from '../../tables.js';
import type { Answer, Call, Handlers } from '../call.js';
import { cutFeedPage } from '../feeds/feed-page.js';
import { newsOf, recordOf, userProfileOf } from '../feeds/named-feeds.js';

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

/** Feed items were what feed elements are, until version 31.0 had both. */
export const feedItemHandlers: Handlers = {
  'GET /chatter/feeds/news/{userId}/feed-items': readNews,
  'POST /chatter/feeds/news/{userId}/feed-items': (call) => createPost(call, newsOf(call).feedPath),
  'POST /chatter/feeds/record/{recordId}/feed-items': (call) => createPost(call, recordOf(call).feedPath),
  'POST /chatter/feeds/user-profile/{userId}/feed-items': (call) =>
    createPost(call, userProfileOf(call).feedPath),
};

function readNews(call: Call): Answer {
  const feed = newsOf(call);
  const page = cutFeedPage({ ...feed, path: `${feed.feedPath}/feed-items` }, call);
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

/** All versions before 31.0 get the shapes of 23.0, the only ones of that age that are known. */
function isLegacy(call: Call): boolean {
  return call.version < 31;
}
