import { createRecent } from '../recent.js';

/** Ids that came lately. */
export interface SeenIds {
  /** Whether an id is new; asking makes it old. */
  add(id: number): boolean;
}

/**
 * Keeps `most` at most, and the newer half of them for certain. Ids grow, but for those of what comes late or twice: a list
 * in which they stay in their order costs a fraction of what a set does, which is felt when thousands come in a second.
 */
export function createSeenIds(most: number): SeenIds {
  let newer: number[] = [];
  let older: number[] = [];
  let greatest = -1;
  /** Those that came when a greater one had come. */
  const late = createRecent<true>(most);
  return {
    add(id) {
      if (id > greatest) {
        if (newer.length >= most / 2) {
          older = newer;
          newer = [];
        }
        newer.push(id);
        greatest = id;
        return true;
      }
      if (includes(newer, id) || includes(older, id) || late.get(id) === true) return false;
      late.set(id, true);
      return true;
    },
  };
}

/** Whether a list that is in order has an id. */
function includes(ids: readonly number[], id: number): boolean {
  let from = 0;
  let to = ids.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ids[middle] ?? 0) < id) from = middle + 1;
    else to = middle;
  }
  return ids[from] === id;
}
