import { renderFeed } from '../../render/feed.js';
import { renderFeedElementPage } from '../../render/feed-element-page.js';
import type { Handlers } from '../call.js';
import { cutFeedPage } from './feed-page.js';
import { namedFeeds } from './named-feeds.js';

/** Every feed, and the pages of its elements. */
export const feedHandlers: Handlers = Object.fromEntries(
  Object.entries(namedFeeds).flatMap(([template, of]): [string, Handlers[string]][] => [
    [`GET ${template}`, (call) => ({ status: 200, body: renderFeed(of(call).feedPath, call.context) })],
    [
      `GET ${template}/feed-elements`,
      (call) => {
        const feed = of(call);
        const page = cutFeedPage({ ...feed, path: `${feed.feedPath}/feed-elements` }, call);
        return { status: 200, body: renderFeedElementPage(page, call.context) };
      },
    ],
  ]),
);
