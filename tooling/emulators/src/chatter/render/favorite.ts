import type { Favorite } from '../state/favorite.js';
import { isoDate, type RenderContext, resourceUrl } from './context.js';
import type { JsonObject } from './json.js';
import { renderReference } from './reference.js';
import { render } from './render.js';
import { renderUserSummary } from './user-summary.js';

/** Favorite: a search or a topic that is kept as a feed. */
export function renderFavorite(favorite: Favorite, context: RenderContext): JsonObject {
  const owner = context.state.users.get(favorite.userId);
  const user = owner === undefined ? null : renderUserSummary(owner, context);
  const url = resourceUrl(context, `/chatter/feeds/favorites/${favorite.userId}/${favorite.id}`);
  return render(
    'Favorite',
    {
      createdBy: user,
      feedUrl: `${url}/feed-elements`,
      id: favorite.id,
      lastViewDate: isoDate(favorite.lastViewedAt),
      name: favorite.name,
      searchText: favorite.searchText,
      target: favorite.targetId === null ? null : renderReference(favorite.targetId, context),
      type: favorite.targetId === null ? 'Search' : 'Topic',
      url,
      user,
    },
    context,
  );
}
