/** What was noted lately, by keys. */
export interface Recent<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): void;
  delete(key: Key): void;
}

/**
 * Makes a memory of `most` keys at most, and of the newer half of them for certain: they are forgotten in two generations, as
 * taking the oldest out of a large map one by one takes ever longer.
 *
 * @example
 * ```ts
 * import { createRecent } from '@x/http-core/recent';
 *
 * const told = createRecent<string, true>(50_000);
 * export function isNew(id: string): boolean {
 *   if (told.get(id)) return false;
 *   told.set(id, true);
 *   return true;
 * }
 * ```
 */
export function createRecent<Key, Value>(most: number): Recent<Key, Value> {
  let newer = new Map<Key, Value>();
  let older = new Map<Key, Value>();
  return {
    get: (key) => newer.get(key) ?? (older.size > 0 ? older.get(key) : undefined),
    set(key, value) {
      if (newer.size >= most / 2) {
        older = newer;
        newer = new Map();
      }
      newer.set(key, value);
    },
    delete(key) {
      newer.delete(key);
      older.delete(key);
    },
  };
}
