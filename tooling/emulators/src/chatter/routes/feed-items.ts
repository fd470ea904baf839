import { readInput } from '../input/read-input.js';
import { readFeedItem } from '../input/read-post.js';
import { renderFeedItemPage } from '../render/feed-element-page.js';
import { renderFeedItem } from '../render/feed-item.js';
import { renderLegacyFeedItem, renderLegacyFeedItemPage } from '../render/legacy/feed-item.js';
import { cutFeedPage } from './feed-page.js';
import { namedFeeds, newsOf, type NamedFeed } from './feeds.js';
import type { Answer, Call, Route } from './router.js';

/** Feed items were what feed elements are, until version 31.0 had both. */
const lastVersion = 31;
const longestText = 1_000;

export const feedItemRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/chatter/feeds/news/:userId/feed-items',
    since: 21,
    until: lastVersion,
    needsChatter: true,
    run: readNews,
  },
  ...namedFeeds.map(({ path, of }): Route => ({
    method: 'POST',
    path: `${path}/feed-items`,
    since: 21,
    until: lastVersion,
    needsChatter: true,
    run: (call) => createPost(of(call), call),
  })),
];

async function readNews(call: Call): Promise<Answer> {
  const { query } = await readInput(call.request);
  const feed = newsOf(call);
  const page = cutFeedPage({ ...feed, path: `${feed.feedPath}/feed-items` }, query, call);
  const render = isLegacy(call) ? renderLegacyFeedItemPage : renderFeedItemPage;
  return { status: 200, body: render(page, call.context) };
}

async function createPost(feed: NamedFeed, call: Call): Promise<Answer> {
  const input = await readInput(call.request);
  const wanted = readFeedItem(input, feed.subjectId, call.state, longestText);
  const post = call.state.addPost({ ...wanted, actorId: call.user.id, client: call.grant.client });
  const render = isLegacy(call) ? renderLegacyFeedItem : renderFeedItem;
  return { status: 201, body: render(post, call.context) };
}

/** All versions before 31.0 get the shapes of 23.0, the only ones of that age that are known. */
function isLegacy(call: Call): boolean {
  return call.version < 31;
}
