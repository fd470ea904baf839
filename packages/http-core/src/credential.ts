import { systemClock, type Clock } from './time.js';
import { tryTo } from './try-to.js';

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
  /** Keeps the value beyond this process, and lets several share it. Default: the memory. */
  readonly store?: CredentialStore<T> | undefined;
  /** Hears of a value that could not be saved. It stays in use, and saving is tried again on the next calls. */
  readonly onSaveError?: ((error: unknown) => void) | undefined;
  /** How long a failed refresh answers for itself before another is tried, in milliseconds. Default 1,000. */
  readonly failureMs?: number | undefined;
  /** Default: the clock of the system. */
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
  let unread = true;
  let unsaved = false;
  let saving: Promise<void> | undefined;
  let running: Promise<T> | undefined;
  let failed: { readonly error: unknown; readonly until: number } | undefined;

  const serves = (stale: T | undefined): boolean =>
    current !== undefined && !same(current, stale) && !isStale(current);

  async function write(): Promise<void> {
    try {
      await store?.set(current as T);
    } catch (error) {
      unsaved = true;
      // Who only listens cannot break a call.
      tryTo(() => onSaveError?.(error));
    }
  }

  /** Saves what is not saved yet; resolves when nothing is being saved any more. */
  function save(): Promise<void> | undefined {
    if (unsaved) {
      unsaved = false;
      saving = write();
    }
    return saving;
  }

  async function read(): Promise<void> {
    current = (await store?.get()) ?? current;
    unread = false;
  }

  /** Takes what another process has stored meanwhile, or loads. */
  async function renew(stale: T | undefined): Promise<T> {
    await save();
    // While the store could not take the current value, what it holds is older.
    if (!unsaved) await read();
    if (serves(stale)) return current as T;
    const loaded = await load(current ?? stale);
    if (same(loaded, stale)) return stale as T;
    current = loaded;
    unsaved = true;
    await save();
    return loaded;
  }

  async function obtain(stale: T | undefined): Promise<T> {
    // A renewal reads it under the lock.
    if (unread && stale === undefined) await read();
    if (serves(stale)) return current as T;
    if (failed && clock.now() < failed.until) throw failed.error;
    try {
      return await (store?.lock?.(() => renew(stale)) ?? renew(stale));
    } catch (error) {
      failed = { error, until: clock.now() + failureMs };
      throw error;
    }
  }

  /** A value other than `stale`; whoever asks while one is being obtained gets that. */
  async function valueFor(stale?: T): Promise<T> {
    if (!running && !unread && serves(stale)) {
      void save();
      return current as T;
    }
    return (running ??= obtain(stale).finally(() => {
      running = undefined;
    }));
  }

  return { get: () => valueFor(), refresh: valueFor };
}

type Parts = Readonly<Record<string, unknown>> | null;

/** Equality by structure, since a value read from a store is a new object. An absent property equals an undefined one. */
function same(one: unknown, other: unknown): boolean {
  if (one === other || typeof one !== 'object' || typeof other !== 'object') return one === other;
  return Object.keys({ ...one, ...other }).every((name) =>
    same((one as Parts)?.[name], (other as Parts)?.[name]),
  );
}
