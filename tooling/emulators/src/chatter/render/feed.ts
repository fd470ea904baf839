import { type RenderContext, resourceUrl } from './context.js';
import { bodyOf, type Json, since, until } from './json.js';

/** Feed: where the elements of a feed are, and where to post to it. `path` is the feed's own. */
export function renderFeed(path: string, context: RenderContext): Json {
  const isRecord = path.startsWith('/chatter/feeds/record/');
  return bodyOf(context.version, {
    feedElementPostUrl: resourceUrl(context, '/chatter/feed-elements'),
    // Filled for the landing feed only.
    feedElements: since(40, null),
    feedElementsUrl: resourceUrl(context, `${path}/feed-elements`),
    feedItemsUrl: until(31, resourceUrl(context, `${path}/feed-items`)),
    isModifiedUrl: null,
    pinnedFeedElementsUrl: since(41, isRecord ? resourceUrl(context, `${path}/pinned-feed-elements`) : null),
    redirectedFeedFilter: since(42, null),
    redirectedFeedSort: since(42, null),
    redirectedFeedType: since(40, null),
    respectsMute: since(35, path.startsWith('/chatter/feeds/news/')),
  });
}
