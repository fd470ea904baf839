import type { Credential } from '@x/http-core';
import { createKeptTokens } from '@x/http-core/oauth';
import { refuseOption } from '../errors.js';
import type { SessionOptions } from '../session.js';
import type { ChatterTokens } from '../tokens.js';
import { createGrantEndpoint } from './grant-endpoint.js';
import type { TokenEndpointOptions } from './token-endpoint.js';

/** What {@link tokenExchange} takes. */
export interface TokenExchangeOptions extends TokenEndpointOptions, SessionOptions {
  /** The token of another identity provider, of 10,000 characters at most; or what gets one, for each renewal anew. */
  readonly subjectToken: string | (() => string | Promise<string>);
  readonly subjectTokenType: 'access_token' | 'refresh_token' | 'id_token' | 'saml2' | 'jwt';
  /** The Apex class that maps tokens to users, if the app has several. */
  readonly tokenHandler?: string | undefined;
  /** Parted by spaces. */
  readonly scope?: string | undefined;
}

const most = 10_000;

/**
 * A credential of the token exchange flow: a token of another identity provider is traded for one of Salesforce. Needs an
 * Apex token exchange handler in the org. A refresh token, if the answer has one, renews the session; else the exchange is
 * made again.
 *
 * @throws `usage` / `INVALID_OPTION` at once. Calls reject with `auth` and Salesforce's word, or with what `subjectToken`
 * throws.
 * @example
 * ```ts
 * import { createChatter } from '@x/chatter';
 * import { tokenExchange } from '@x/chatter/oauth';
 *
 * export const chatter = createChatter({
 *   credential: tokenExchange({
 *     loginUrl: 'https://mydomain.my.salesforce.com',
 *     clientId: '3MVG…',
 *     subjectToken: async () => (await fetch('/token')).text(),
 *     subjectTokenType: 'jwt',
 *   }),
 * });
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_token_exchange_overview.htm
 */
export function tokenExchange(options: TokenExchangeOptions): Credential<ChatterTokens> {
  const { subjectToken, subjectTokenType, tokenHandler, scope } = options;
  const checked = (token: string): string =>
    token !== '' && token.length <= most
      ? token
      : refuseOption('subjectToken', `a text of 1 to ${most} characters, or a function that gives one`);
  if (typeof subjectToken !== 'function') checked(subjectToken);
  const requestTokens = createGrantEndpoint(options);
  return createKeptTokens(options, async (stale) =>
    requestTokens(
      stale?.refreshToken === undefined
        ? {
            grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
            subject_token: checked(typeof subjectToken === 'function' ? await subjectToken() : subjectToken),
            subject_token_type: `urn:ietf:params:oauth:token-type:${subjectTokenType}`,
            token_handler: tokenHandler,
            scope,
          }
        : { grant_type: 'refresh_token', refresh_token: stale.refreshToken },
      stale,
    ),
  );
}
