/** One object an id, for as long as somebody holds it. */
export interface IdentityMap<T extends object> {
  get(id: number): T;
  /** The object, if somebody holds it. */
  peek(id: number): T | undefined;
}

/** Keeps objects without keeping them alive. */
export function createIdentityMap<T extends object>(make: (id: number) => T): IdentityMap<T> {
  const references = new Map<number, WeakRef<T>>();
  const collected = new FinalizationRegistry<number>((id) => {
    // There may be another by now.
    if (references.get(id)?.deref() === undefined) references.delete(id);
  });
  const peek = (id: number): T | undefined => references.get(id)?.deref();
  return {
    peek,
    get(id) {
      const held = peek(id);
      if (held !== undefined) return held;
      const made = make(id);
      references.set(id, new WeakRef(made));
      collected.register(made, id);
      return made;
    },
  };
}
