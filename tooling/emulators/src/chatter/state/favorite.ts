import { keyPrefix } from '../ids.js';
import { type ChatterState, wholeSecond } from './state.js';

/** A search or a topic that a user keeps as a feed. */
export interface Favorite {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly searchText: string | null;
  readonly targetId: string | null;
  lastViewedAt: number;
}

/** Keeps a search or a topic; the same one a second time changes nothing. */
export function addFavorite(state: ChatterState, added: Omit<Favorite, 'id' | 'lastViewedAt'>): Favorite {
  const known = favoritesOf(state, added.userId).find(
    (favorite) => favorite.searchText === added.searchText && favorite.targetId === added.targetId,
  );
  if (known !== undefined) return known;
  const favorite = {
    ...added,
    id: state.ids.next(keyPrefix.favorite),
    lastViewedAt: wholeSecond(state.clock.now()),
  };
  state.favorites.set(favorite.id, favorite);
  return favorite;
}

export function favoritesOf(state: ChatterState, userId: string): Favorite[] {
  return [...state.favorites.values()].filter((favorite) => favorite.userId === userId);
}
