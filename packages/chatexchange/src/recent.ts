/** What was set lately, by whole numbers. */
export interface Recent<Value> {
  get(key: number): Value | undefined;
  set(key: number, value: Value): void;
}

/**
 * Keeps `most` at most, and the newer half of them for certain: they are forgotten in two generations, as taking the oldest
 * out of a large map one by one takes ever longer.
 */
export function createRecent<Value>(most: number): Recent<Value> {
  let newer = new Map<number, Value>();
  let older = new Map<number, Value>();
  return {
    get: (key) => newer.get(key) ?? (older.size > 0 ? older.get(key) : undefined),
    set(key, value) {
      if (newer.size >= most / 2) {
        older = newer;
        newer = new Map();
      }
      newer.set(key, value);
    },
  };
}
