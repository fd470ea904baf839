import { createCredential, type Credential, type CredentialStore } from '../credential.js';
import type { TransportOptions } from '../http-options.js';

/** What keeps tokens beyond the program that got them. */
export interface KeepTokens<Tokens> {
  /**
   * Told of new tokens before they are used, and awaited: the place to save them, all of them. If it fails, the tokens
   * stay in use and it is called again on later calls.
   */
  readonly onTokens?: ((tokens: Tokens) => unknown) | undefined;
  /** Where tokens are kept for the next start, and shared with other processes if it has a lock. */
  readonly store?: CredentialStore<Tokens> | undefined;
}

/**
 * Tokens that renew themselves, and are kept as the user wants before they are used. `load` gets those in the place of
 * others that no longer serve; `isStale` knows of some before they are tried, by default of an empty access token.
 *
 * @example
 * ```ts
 * import { createKeptTokens } from '@x/http-core/oauth';
 *
 * export const credential = createKeptTokens(
 *   { onTokens: ({ accessToken }: { accessToken: string }) => localStorage.setItem('token', accessToken) },
 *   async () => ({ accessToken: await (await fetch('/token')).text() }),
 * );
 * ```
 */
export function createKeptTokens<Tokens extends { readonly accessToken: string }>(
  { onTokens, store, observe, clock }: KeepTokens<Tokens> & Pick<TransportOptions, 'observe' | 'clock'>,
  load: (stale: Tokens | undefined) => Promise<Tokens>,
  initial?: Tokens,
  isStale: (tokens: Tokens) => boolean = ({ accessToken }) => !accessToken,
): Credential<Tokens> {
  return createCredential({
    initial,
    load,
    isStale,
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
