import type { Fetch } from '@x/http-core';

/** The cookies of one client. */
export interface Cookies {
  /** A `fetch` that sends them and keeps what answers set. */
  wrap(fetch: Fetch): Fetch;
  /** Changes the login while no other client does that shares the store, so that none spoils what another has just won. */
  inTurn<T>(change: () => Promise<T>): Promise<T>;
  /** Whether there may be a login among them. */
  holdLogin(): Promise<boolean>;
  /** Takes others in the place of those of the two sites. Rejects with `usage` when they are none. */
  replace(given: unknown): Promise<void>;
  /** Forgets those of the two sites. */
  clear(): Promise<void>;
  /** Resolves when nothing is being saved any more. */
  saved(): Promise<void>;
}
