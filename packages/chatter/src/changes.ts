/** How many changes are remembered. Polls overlap by seconds; this is more than a feed shows in that time. */
const mostRemembered = 10_000;

/** What tells one change of a thing from the next. */
interface Changeable {
  readonly id?: string;
  readonly modifiedDate?: string;
}

/** Which changes have been handed out, so that none is twice. */
export interface Changes {
  /** Those that have not been handed out yet, each once, oldest first. */
  fresh(items: readonly unknown[]): unknown[];
  /** Remembers that one was handed out, and gives the key that it is known by. */
  add(item: unknown): string;
}

/** Remembers changes by id and date of modification. `keys` are those of changes that were handed out before. */
export function createChanges(keys: readonly string[] = []): Changes {
  const known = new Set(keys);
  return {
    fresh(items) {
      const found = new Map<string, unknown>();
      // Feeds begin with what is newest, by the date of posting or by that of the change.
      const list = [...items];
      list.reverse();
      for (const item of list) {
        if (!known.has(keyOf(item))) found.set(keyOf(item), item);
      }
      const changed = [...found.values()];
      changed.sort((one, other) => compare(dateOf(one), dateOf(other)));
      return changed;
    },
    add(item) {
      const key = keyOf(item);
      known.add(key);
      const [oldest = ''] = known;
      if (known.size > mostRemembered) known.delete(oldest);
      return key;
    },
  };
}

const dateOf = (item: unknown): string => (item as Changeable).modifiedDate ?? '';
const keyOf = (item: unknown): string => `${(item as Changeable).id} ${dateOf(item)}`;

/** ISO dates in UTC stand in the order of their characters. */
const compare = (one: string, other: string): number => Number(one > other) - Number(one < other);
