import type { Credential } from '@x/http-core';
import type { SessionOptions } from './session.js';
import type { ChatterTokens } from './tokens.js';

/** What {@link createChatter} takes: tokens, or a credential made elsewhere. */
export interface ChatterOptions extends SessionOptions {
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
  /** A credential that renews itself in its own way, in place of everything above. */
  readonly credential?: Credential<ChatterTokens> | undefined;
  /**
   * Where tokens are refreshed. Default: `https://login.salesforce.com`, for a sandbox `https://test.salesforce.com`, and
   * for an instance that is not Salesforce's own the instance itself.
   */
  readonly loginUrl?: string | undefined;
  /**
   * Hosts beside Salesforce's own that a token answer may move the org to, such as a company's own domain: `name`, or
   * `name:port`. The org must be there by https; by http on this machine only.
   */
  readonly allowedInstanceHosts?: readonly string[] | undefined;
  /** The version of the API. Default `'66.0'`. Versions up to 30.0 are retired. */
  readonly version?: string | undefined;
  /**
   * `'raw'` gives texts as people wrote them; `'html'` lets Salesforce encode `<`, `>`, `&`, quotes and backslashes in
   * every text. Default `'raw'`.
   */
  readonly entityEncoding?: 'raw' | 'html' | undefined;
  /**
   * How long no call is sent that counts against Chatter's limit of the hour once the service has said that it is reached,
   * in milliseconds, unless the answer tells by `Retry-After`. Such calls fail with `rate-limit` meanwhile. Default
   * 3,600,000: the service does not say when the hour began.
   */
  readonly hourlyLimitPauseMs?: number | undefined;
  /** A client secret in a web page is no secret: it is refused there unless this is set. */
  readonly allowBrowserSecrets?: boolean | undefined;
}

/** The version of the API that is used unless another is asked for. */
export const defaultVersion = '66.0';
