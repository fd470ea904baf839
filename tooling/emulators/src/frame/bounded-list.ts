/** What is remembered of many things: the latest ones. */
export interface BoundedList<Item> {
  /** Oldest first. */
  readonly all: readonly Item[];
  add(item: Item): void;
  clear(): void;
}

/** How far a list may outgrow its limit before the oldest are forgotten together, since to forget one costs as much as to forget many. */
const slack = 1.125;

/** Remembers at least the latest `limit` things, and at most an eighth more. */
export function createBoundedList<Item>(limit: number): BoundedList<Item> {
  const all: Item[] = [];
  return {
    all,
    add(item) {
      all.push(item);
      if (all.length > limit * slack) all.splice(0, all.length - limit);
    },
    clear() {
      all.length = 0;
    },
  };
}
