import type { Post } from '../state/model.js';
import type { RenderContext } from './context.js';
import { renderFeedItem } from './feed-item.js';
import { bodyOf, type Json, since } from './json.js';

/** One page of a feed, before it is put into words. */
export interface FeedPage {
  readonly posts: readonly Post[];
  readonly currentPageToken: string | null;
  readonly currentPageUrl: string;
  readonly nextPageToken: string | null;
  readonly nextPageUrl: string | null;
  readonly updatesToken: string | null;
  readonly updatesUrl: string | null;
}

/** Feed Element Page. The two keys about modification belong to a pilot that nobody is in, and are null. */
export function renderFeedElementPage(page: FeedPage, context: RenderContext): Json {
  return renderPage('elements', page, context);
}

/** The page of version 31.0 and older, of the same elements under their old name. */
export function renderFeedItemPage(page: FeedPage, context: RenderContext): Json {
  return renderPage('items', page, context);
}

function renderPage(listName: 'elements' | 'items', page: FeedPage, context: RenderContext): Json {
  return bodyOf(context.version, {
    currentPageToken: since(37, page.currentPageToken),
    currentPageUrl: page.currentPageUrl,
    [listName]: page.posts.map((post) => renderFeedItem(post, context)),
    isModifiedToken: null,
    isModifiedUrl: null,
    nextPageToken: since(37, page.nextPageToken),
    nextPageUrl: page.nextPageUrl,
    updatesToken: page.updatesToken,
    updatesUrl: page.updatesUrl,
  });
}
