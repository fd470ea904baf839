import type { Fetch } from '@x/http-core';

/** The cookies of one client. */
export interface Cookies {
  /** A `fetch` that sends them and keeps what answers set. */
  wrap(fetch: Fetch): Fetch;
  /** Forgets them all. */
  clear(): Promise<void>;
}
