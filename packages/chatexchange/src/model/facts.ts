import type { CallOptions } from '@x/http-core';
import { lazy, type Lazy } from './lazy.js';

/** Where some of the facts come from. */
export interface Source<T> {
  readonly keys: readonly (keyof T)[];
  /** One request; what it does not find it says to be `undefined`. */
  load(call?: CallOptions): Promise<Partial<T>>;
}

/** What is known of one room, message or user, and how the rest is got. */
export interface Facts<T extends object> {
  /** What is here; nothing is asked. */
  readonly known: Partial<T>;
  /** Takes in what is new; what is said to be `undefined` is known not to be there. */
  learn(facts: Partial<T>): void;
  /** Forgets what has changed to something unknown. */
  forget(...keys: readonly (keyof T)[]): void;
  get<Key extends keyof T>(key: Key): Lazy<T[Key]>;
  /** Everything; asks for what is missing, or with `refresh` for all of it. */
  load(options?: LoadOptions): Promise<T>;
}

/** What {@link Facts.load} can be told. */
export interface LoadOptions extends CallOptions {
  /** Asks anew for what is known already, too. Default `false`. */
  readonly refresh?: boolean | undefined;
}

/** Keeps facts. Those who wait for the same source at the same time share one request. */
export function createFacts<T extends object>(sources: readonly Source<T>[]): Facts<T> {
  let known: Partial<T> = {};
  const running = new Map<Source<T>, { readonly promise: Promise<void>; readonly learned: Set<keyof T> }>();

  function ask(source: Source<T>, call?: CallOptions): Promise<void> {
    const flight = running.get(source);
    // Who brings a signal or a time limit of their own asks on their own.
    if (flight !== undefined && call === undefined) return flight.promise;
    const learned = new Set<keyof T>();
    const promise = (async () => {
      try {
        const loaded = await source.load(call);
        // What an event said while the page was on its way is newer than the page.
        const fresh = Object.entries(loaded).filter(([key]) => !learned.has(key as keyof T));
        known = { ...known, ...(Object.fromEntries(fresh) as Partial<T>) };
      } finally {
        if (running.get(source)?.learned === learned) running.delete(source);
      }
    })();
    running.set(source, { promise, learned });
    return promise;
  }

  function touch(keys: readonly (keyof T)[]): void {
    for (const { learned } of running.values()) for (const key of keys) learned.add(key);
  }

  return {
    get known() {
      return { ...known };
    },
    learn(facts) {
      known = { ...known, ...facts };
      touch(Object.keys(facts) as (keyof T)[]);
    },
    forget(...keys) {
      known = Object.fromEntries(
        Object.entries(known).filter(([key]) => !keys.includes(key as keyof T)),
      ) as Partial<T>;
    },
    get: (key) =>
      lazy(async () => {
        const source = sources.find(({ keys }) => keys.includes(key));
        if (!(key in known) && source !== undefined) await ask(source);
        return known[key] as T[typeof key];
      }),
    async load({ refresh = false, ...call } = {}) {
      const own = Object.values(call).some((value) => value !== undefined) ? call : undefined;
      for (const source of sources) {
        if (refresh || source.keys.some((key) => !(key in known))) await ask(source, own);
      }
      return { ...known } as T;
    },
  };
}
