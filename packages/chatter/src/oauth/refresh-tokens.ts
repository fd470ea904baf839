import type { Credential } from '@x/http-core';
import { createTokens } from '../credential.js';
import type { ChatterOptions } from '../options.js';
import type { ChatterTokens } from '../tokens.js';

/** What {@link refreshTokens} takes: the options of `createChatter` that have to do with tokens. */
export type RefreshTokensOptions = Omit<ChatterOptions, 'credential'>;

/**
 * The credential that `createChatter` makes of tokens by itself: for clients that are to share one, so that they share its
 * refreshes.
 *
 * @throws `usage` / `INVALID_OPTION` at once. Calls of the clients reject with `auth` / `invalid_grant` once the refresh
 * token is dead.
 * @example
 * ```ts
 * import { createChatter } from '@x/chatter';
 * import { refreshTokens } from '@x/chatter/oauth';
 *
 * const credential = refreshTokens({
 *   instanceUrl: 'https://mydomain.my.salesforce.com',
 *   refreshToken: '5Aep…',
 *   clientId: '3MVG…',
 * });
 * export const today = createChatter({ credential });
 * export const before = createChatter({ credential, version: '50.0' });
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_refresh_token_flow.htm
 */
export function refreshTokens(options: RefreshTokensOptions): Credential<ChatterTokens> {
  return createTokens(options);
}
