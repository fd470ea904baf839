import { missingArgument, noAccess } from '../../errors.js';
import { readId } from '../../input/ids.js';
import { readSearch } from '../../input/read-search.js';
import { keyPrefix } from '../../ids.js';
import { renderFavorite } from '../../render/favorite.js';
import { renderFeedElementPage } from '../../render/feed-element-page.js';
import { textOf } from '../../render/message-body.js';
import { render } from '../../render/render.js';
import { addFavorite, type Favorite, favoritesOf } from '../../state/favorite.js';
import { topicFeed, visiblePosts } from '../../state/feeds.js';
import type { Post } from '../../state/post.js';
import { wholeSecond } from '../../state/state.js';
import type { Answer, Call, Handlers } from '../call.js';
import { found, selfOf } from '../found.js';
import { cutFeedPage } from './feed-page.js';

const base = '/chatter/feeds/favorites/{userId}';

export const favoriteHandlers: Handlers = {
  [`GET ${base}`]: listFavorites,
  [`POST ${base}`]: createFavorite,
  [`GET ${base}/{favoriteId}`]: (call) => ({
    status: 200,
    body: renderFavorite(favoriteOf(call), call.context),
  }),
  [`PATCH ${base}/{favoriteId}`]: viewFavorite,
  [`GET ${base}/{favoriteId}/feed-elements`]: readFavorite,
};

function listFavorites(call: Call): Answer {
  const favorites = favoritesOf(call.state, selfOf(call).id).map((favorite) =>
    renderFavorite(favorite, call.context),
  );
  const values = { favorites, total: favorites.length };
  return { status: 200, body: render('FavoritesPage', values, call.context) };
}

/** Keeps a search by its text, or a topic by its id. */
async function createFavorite(call: Call): Promise<Answer> {
  const { id: userId } = selfOf(call);
  const { fields } = await call.input();
  const searchText = fields.text('searchText') ?? null;
  const target = fields.text('targetId');
  if (searchText === null && target === undefined) throw missingArgument('searchText');
  if (searchText !== null) readSearch(searchText);
  const topic = target === undefined ? null : found(call.state.topics.get(readId(target, keyPrefix.topic)));
  const favorite = addFavorite(call.state, {
    userId,
    name: topic?.name ?? searchText ?? '',
    searchText: topic === null ? searchText : null,
    targetId: topic?.id ?? null,
  });
  return { status: 201, body: renderFavorite(favorite, call.context) };
}

async function viewFavorite(call: Call): Promise<Answer> {
  const favorite = favoriteOf(call);
  const { fields } = await call.input();
  if (fields.boolean('updateLastViewDate') === true) favorite.lastViewedAt = wholeSecond(call.context.now);
  return { status: 200, body: renderFavorite(favorite, call.context) };
}

function readFavorite(call: Call): Answer {
  const favorite = favoriteOf(call);
  const path = `/chatter/feeds/favorites/${favorite.userId}/${favorite.id}/feed-elements`;
  const page = cutFeedPage({ posts: postsOf(favorite, call), path, hasUpdates: false }, call);
  return { status: 200, body: renderFeedElementPage(page, call.context) };
}

function postsOf({ targetId, searchText }: Favorite, { state, user, context }: Call): Post[] {
  if (targetId !== null) return topicFeed(state, targetId, user.id);
  const search = readSearch(searchText);
  return visiblePosts(state, user.id).filter((post) => search?.test(textOf(post.segments, context)) === true);
}

function favoriteOf(call: Call): Favorite {
  selfOf(call);
  const favorite = found(call.state.favorites.get(call.id('favoriteId')));
  if (favorite.userId !== call.user.id) throw noAccess();
  return favorite;
}
