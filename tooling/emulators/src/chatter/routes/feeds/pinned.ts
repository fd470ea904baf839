import { invalidOperation, noAccess } from '../../errors.js';
import { readId } from '../../input/ids.js';
import { keyPrefix } from '../../ids.js';
import { renderFeedItem } from '../../render/feed-item.js';
import { render } from '../../render/render.js';
import { manages } from '../../state/permissions.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, postNamed } from '../found.js';
import { recordOf, topicOf } from './named-feeds.js';

const mostPinned = 3;

/** The feeds that have pinned elements: what is pinned there stands by the id of the thing whose feed it is. */
const feeds = {
  '/chatter/feeds/record/{recordId}': recordOf,
  '/chatter/feeds/topics/{topicId}': topicOf,
} as const;

export const pinnedHandlers: Handlers = Object.fromEntries(
  Object.entries(feeds).flatMap(([template, of]): [string, Handlers[string]][] => [
    [`GET ${template}/pinned-feed-elements`, (call) => listPinned(idOf(of(call).feedPath), call)],
    [
      `PATCH ${template}/pinned-feed-elements`,
      (call) => {
        const feed = of(call);
        return pin(
          idOf(feed.feedPath),
          feed.posts.map((post) => post.id),
          call,
        );
      },
    ],
  ]),
);

function idOf(feedPath: string): string {
  return feedPath.slice(feedPath.lastIndexOf('/') + 1);
}

function listPinned(subjectId: string, call: Call): Answer {
  const elements = [...(call.state.pins.get(subjectId) ?? [])].flatMap((id) => {
    const post = call.state.posts.get(id);
    return post === undefined ? [] : [renderFeedItem(post, call.context)];
  });
  return { status: 200, body: render('PinnedFeedElementCollection', { elements }, call.context) };
}

/** Pins an element of a feed, or takes the pin out. Those who run a group say what is pinned there. */
async function pin(subjectId: string, idsInFeed: readonly string[], call: Call): Promise<Answer> {
  const { state, user, context } = call;
  if (state.groups.has(subjectId) && !manages(state, subjectId, user.id)) throw noAccess();
  const { fields } = await call.input();
  const { id } = postNamed(call, readId(fields.needText('entityId'), keyPrefix.feedElement));
  found(idsInFeed.find((inFeed) => inFeed === id));
  const isPinned = fields.needBoolean('isPinned');
  const pinned = state.pins.get(subjectId) ?? new Set();
  if (isPinned && !pinned.has(id) && pinned.size >= mostPinned) {
    throw invalidOperation(`A feed can have at most ${mostPinned} pinned elements.`);
  }
  if (isPinned) pinned.add(id);
  else pinned.delete(id);
  state.pins.set(subjectId, pinned);
  return { status: 200, body: render('PinCapability', { isPinnableByMe: true, isPinned }, context) };
}
