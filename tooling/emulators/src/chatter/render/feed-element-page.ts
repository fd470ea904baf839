import type { Post } from '../state/post.js';
import type { Carried } from './capabilities.js';
import type { RenderContext } from './context.js';
import { renderFeedItem } from './feed-item.js';
import type { JsonObject } from './json.js';
import { render } from './render.js';

/** One page of a feed, before it is put into words. */
export interface FeedPage {
  readonly posts: readonly Post[];
  readonly currentPageToken: string | null;
  readonly currentPageUrl: string;
  readonly nextPageToken: string | null;
  readonly nextPageUrl: string | null;
  readonly updatesToken: string | null;
  readonly updatesUrl: string | null;
  readonly carried: Carried;
}

/** Feed Element Page. The two keys about modification belong to a pilot that nobody is in, and are null. */
export function renderFeedElementPage(page: FeedPage, context: RenderContext): JsonObject {
  const { posts, carried, ...links } = page;
  const elements = posts.map((post) => renderFeedItem(post, context, carried));
  return render('FeedElementPage', { ...links, elements }, context);
}

/** The page of version 31.0 and older, of the same elements under their old name. */
export function renderFeedItemPage(page: FeedPage, context: RenderContext): JsonObject {
  const { elements, ...links } = renderFeedElementPage(page, context);
  return { ...links, items: elements ?? [] };
}
