/** The value of a key, got together with those of other keys; `undefined` when there is none. */
export type Batch<Key, Value> = (key: Key) => Promise<Value | undefined>;

/** Gets the values of many keys. */
export type BatchLoad<Key, Value> = (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Value>>;

/** Lets those who ask at the same moment share one request. `prepare` gives what makes it: while that takes, more can join. */
export function createBatch<Key, Value>(prepare: () => Promise<BatchLoad<Key, Value>>): Batch<Key, Value> {
  let gathering: { readonly keys: Set<Key>; readonly values: Promise<ReadonlyMap<Key, Value>> } | undefined;

  function gather(): NonNullable<typeof gathering> {
    const keys = new Set<Key>();
    const ready = prepare().finally(() => {
      gathering = undefined;
    });
    return { keys, values: ready.then((load) => load([...keys])) };
  }

  return async (key) => {
    gathering ??= gather();
    const { keys, values } = gathering;
    keys.add(key);
    return (await values).get(key);
  };
}
