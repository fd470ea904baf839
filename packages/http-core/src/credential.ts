import { systemClock, type Clock } from './time.js';

/**
 * Where a credential outlives the process: a file, a row, a key in Redis, any Keyv.
 *
 * With `lock`, several processes can share one credential: a refresh runs inside it, and a value that another process
 * stored meanwhile is taken instead of refreshing again. A lock must be atomic, must expire by itself should its holder
 * die, and must run the function exactly once.
 */
export interface CredentialStore<T> {
  get(): Promise<T | undefined>;
  set(value: T): Promise<unknown>;
  lock?<R>(run: () => Promise<R>): Promise<R>;
}

/** What {@link createCredential} needs to know. */
export interface CredentialOptions<T> {
  /** The value to begin with. A value in the store goes before it: it is the newer one. */
  readonly initial?: T | undefined;
  /** Gets a new value. `stale` is the one that no longer serves; `undefined` when there is none yet. */
  readonly load: (stale: T | undefined) => Promise<T>;
  /** Whether a value is known to be of no use before it is tried, because it is about to expire for example. */
  readonly isStale?: ((value: T) => boolean) | undefined;
  readonly store?: CredentialStore<T> | undefined;
  /** Hears of a value that could not be saved. It stays in use, and saving is tried again on the next calls. */
  readonly onSaveError?: ((error: unknown) => void) | undefined;
  /** How long a failed refresh answers for itself before another is tried, in milliseconds. Default 1,000. */
  readonly failureMs?: number | undefined;
  readonly clock?: Clock | undefined;
}

/** A value that can expire, and the one way to get it anew. */
export interface Credential<T> {
  /** The current value; the first call may have to read the store or to load. */
  get(): Promise<T>;
  /**
   * A value other than `stale`, which the service has just refused. All callers share one refresh; a caller whose
   * refusal arrives late gets what the others have got already. Resolves to `stale` itself, the same reference, when
   * the refresh brought nothing new.
   */
  refresh(stale: T): Promise<T>;
}

/**
 * Keeps one credential for any number of calls and processes.
 *
 * @example
 * ```ts
 * import { createCredential, type Credential } from '@x/http-core';
 *
 * export const token: Credential<string> = createCredential({
 *   load: async () => (await fetch('https://example.com/token')).text(),
 * });
 * ```
 */
export function createCredential<T>(options: CredentialOptions<T>): Credential<T> {
  const { load, isStale = () => false, store, onSaveError, failureMs = 1000, clock = systemClock } = options;
  let current = options.initial;
  /** The value that the current one took the place of: found in the store, it is old news and not a newer value. */
  let replaced: T | undefined;
  let read = store === undefined;
  let unsaved = false;
  let saving: Promise<void> | undefined;
  let running: Promise<T> | undefined;
  let failed: { readonly error: unknown; readonly stale: T | undefined; readonly at: number } | undefined;

  function save(): Promise<void> {
    saving ??= write().finally(() => {
      saving = undefined;
    });
    return saving;
  }

  async function write(): Promise<void> {
    const value = current as T;
    try {
      await store?.set(value);
      unsaved = value !== current;
    } catch (error) {
      try {
        onSaveError?.(error);
      } catch {
        // Who only listens cannot break a call.
      }
    }
  }

  /** What the store holds, if it can serve in place of `stale`. */
  async function stored(stale: T | undefined): Promise<T | undefined> {
    const value = await store?.get();
    read = true;
    return value === undefined || same(value, stale) || same(value, replaced) || isStale(value)
      ? undefined
      : value;
  }

  async function renew(stale: T | undefined): Promise<T> {
    if (unsaved) await save();
    const found = await stored(stale);
    if (found !== undefined) return (current = found);
    const loaded = await load(stale);
    if (stale !== undefined && same(loaded, stale)) return stale;
    replaced = stale;
    current = loaded;
    if (store !== undefined) {
      unsaved = true;
      await save();
    }
    return loaded;
  }

  async function renewLocked(stale: T | undefined): Promise<T> {
    if (failed !== undefined && same(failed.stale, stale) && clock.now() - failed.at < failureMs)
      throw failed.error;
    try {
      const value = await (store?.lock === undefined ? renew(stale) : store.lock(() => renew(stale)));
      failed = undefined;
      return value;
    } catch (error) {
      failed = { error, stale, at: clock.now() };
      throw error;
    }
  }

  async function obtain(): Promise<T> {
    if (!read) current = (await stored(undefined)) ?? current;
    return current === undefined || isStale(current) ? renewLocked(current) : current;
  }

  function once(run: () => Promise<T>): Promise<T> {
    running ??= run().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    async get() {
      if (running !== undefined || !read || current === undefined || isStale(current)) return once(obtain);
      if (unsaved) void save();
      return current;
    },
    async refresh(stale) {
      if (running === undefined && current !== undefined && !same(current, stale)) return current;
      return once(() => renewLocked(stale));
    },
  };
}

/** Equality by structure, since a value read from a store is a new object. An absent property equals an undefined one. */
function same(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return Object.keys({ ...one, ...other }).every((key) =>
    same((one as Record<string, unknown>)[key], (other as Record<string, unknown>)[key]),
  );
}
