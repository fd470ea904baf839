import { createRecent } from '@x/http-core/recent';

/** Ids that came lately. */
export interface SeenIds {
  /** Whether an id is new; asking makes it old. */
  add(id: number): boolean;
}

/**
 * Keeps `most` at most, and the newer half of them for certain. Ids grow, but for those of what comes late or twice: numbers
 * in their order, in a place made beforehand, cost a fraction of what a set does and leave nothing to collect, which is felt
 * when thousands come in a second.
 */
export function createSeenIds(most: number): SeenIds {
  let newer = new Float64Array(Math.ceil(most / 2));
  let older = new Float64Array(newer.length);
  let newerCount = 0;
  let olderCount = 0;
  let greatest = -1;
  /** Those that came when a greater one had come. */
  const late = createRecent<number, true>(most);
  return {
    add(id) {
      if (id > greatest) {
        if (newerCount === newer.length) {
          [older, newer] = [newer, older];
          olderCount = newerCount;
          newerCount = 0;
        }
        newer[newerCount] = id;
        newerCount += 1;
        greatest = id;
        return true;
      }
      if (includes(newer, newerCount, id) || includes(older, olderCount, id)) return false;
      if (late.get(id) === true) return false;
      late.set(id, true);
      return true;
    },
  };
}

/** Whether the first `count` of numbers that are in their order have an id among them. */
function includes(ids: Float64Array, count: number, id: number): boolean {
  let from = 0;
  let to = count;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if ((ids[middle] ?? 0) < id) from = middle + 1;
    else to = middle;
  }
  return from < count && ids[from] === id;
}
