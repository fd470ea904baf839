import { type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** Feed: where the elements of a feed are, and where to post to it. `path` is the feed's own. */
export function renderFeed(path: string, context: RenderContext): JsonObject {
  const canPin = /^\/chatter\/feeds\/(?:record|topics)\//.test(path);
  return render(
    'Feed',
    {
      feedElementPostUrl: resourceUrl(context, '/chatter/feed-elements'),
      feedElementsUrl: resourceUrl(context, `${path}/feed-elements`),
      feedItemsUrl: resourceUrl(context, `${path}/feed-items`),
      pinnedFeedElementsUrl: canPin ? resourceUrl(context, `${path}/pinned-feed-elements`) : null,
      respectsMute: path.startsWith('/chatter/feeds/news/'),
    },
    context,
  );
}
