import type { Credential, CredentialStore, TransportOptions } from '@x/http-core';
import type { ChatterTokens } from './tokens.js';

/** What {@link createChatter} takes: tokens, or a credential made elsewhere. */
export interface ChatterOptions extends TransportOptions {
  /** Where the org lives: `instance_url` of the token answer, such as `https://mydomain.my.salesforce.com`. */
  readonly instanceUrl?: string | undefined;
  /** May be left out where there is a refresh token: the first call then gets one. */
  readonly accessToken?: string | undefined;
  /** With it, and `clientId`, an expired session renews itself. */
  readonly refreshToken?: string | undefined;
  /** The consumer key of the app that the tokens were given to. */
  readonly clientId?: string | undefined;
  /** The consumer secret, unless the app does without. */
  readonly clientSecret?: string | undefined;
  /**
   * Told of new tokens before they are used, and awaited: the place to save them, all of them, since Salesforce may give
   * a new refresh token and move the org. If it fails, the tokens stay in use and it is called again on later calls.
   */
  readonly onTokens?: ((tokens: ChatterTokens) => unknown) | undefined;
  /** Where tokens are kept for the next start, and shared with other processes if it has a lock. */
  readonly store?: CredentialStore<ChatterTokens> | undefined;
  /** A credential that renews itself in its own way, in place of everything above. */
  readonly credential?: Credential<ChatterTokens> | undefined;
  /**
   * Where tokens are refreshed. Default: `https://login.salesforce.com`, for a sandbox `https://test.salesforce.com`, and
   * for an instance that is not Salesforce's own the instance itself.
   */
  readonly loginUrl?: string | undefined;
  /** Hosts beside Salesforce's own that a token answer may move the org to, such as a company's own domain. */
  readonly allowedInstanceHosts?: readonly string[] | undefined;
  /** The version of the API. Default `'66.0'`. Versions up to 30.0 are retired. */
  readonly version?: string | undefined;
  /**
   * `'raw'` gives texts as people wrote them; `'html'` lets Salesforce encode `<`, `>`, `&`, quotes and backslashes in
   * every text. Default `'raw'`.
   */
  readonly entityEncoding?: 'raw' | 'html' | undefined;
  /** A client secret in a web page is no secret: it is refused there unless this is set. */
  readonly allowBrowserSecrets?: boolean | undefined;
}

/** The version of the API that is used unless another is asked for. */
export const defaultVersion = '66.0';

/** The part of the options that every client has. */
export function transportOf(options: ChatterOptions): TransportOptions {
  const { fetch, timeoutMs, totalTimeoutMs, retries, maxRetryAfterMs, maxAnswerBytes, observe, clock } =
    options;
  return { fetch, timeoutMs, totalTimeoutMs, retries, maxRetryAfterMs, maxAnswerBytes, observe, clock };
}
