import { createCredential, type Credential, type CredentialStore, type TransportOptions } from '@x/http-core';
import type { ChatterTokens } from './tokens.js';

/** What keeps tokens beyond the program that got them. */
export interface SessionOptions extends TransportOptions {
  /**
   * Told of new tokens before they are used, and awaited: the place to save them, all of them, since Salesforce may give
   * a new refresh token and move the org. If it fails, the tokens stay in use and it is called again on later calls.
   */
  readonly onTokens?: ((tokens: ChatterTokens) => unknown) | undefined;
  /** Where tokens are kept for the next start, and shared with other processes if it has a lock. */
  readonly store?: CredentialStore<ChatterTokens> | undefined;
}

/** A session that renews itself. `load` gets tokens in the place of those that no longer serve. */
export function createSession(
  options: SessionOptions,
  load: (stale: ChatterTokens | undefined) => Promise<ChatterTokens>,
  initial?: ChatterTokens,
): Credential<ChatterTokens> {
  const { store, onTokens, observe, clock } = options;
  return createCredential({
    initial,
    load,
    isStale: ({ accessToken }) => accessToken === '',
    store: {
      get: async () => store?.get(),
      async set(tokens) {
        await store?.set(tokens);
        await onTokens?.(tokens);
      },
      lock: async (run) => store?.lock?.(run) ?? run(),
    },
    onSaveError: (error) => observe?.({ type: 'unsaved', error }),
    clock,
  });
}
