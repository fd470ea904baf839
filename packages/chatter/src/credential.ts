import { checkBaseUrl, checkText, type Credential } from '@x/http-core';
import { createKeptTokens } from '@x/http-core/oauth';
import { refuseOption } from './errors.js';
import { loginUrlFor } from './instance.js';
import { createTokenEndpoint } from './oauth/token-endpoint.js';
import type { ChatterOptions } from './options.js';
import type { ChatterTokens } from './tokens.js';

/** The credential of a client: the one it was given, or its tokens with the refresh grant. */
export function createTokens(options: ChatterOptions): Credential<ChatterTokens> {
  const { credential, accessToken, refreshToken, clientId } = options;
  if (credential !== undefined) return credential;
  const instanceUrl = checkBaseUrl(refuseOption, 'instanceUrl', options.instanceUrl);
  for (const [name, value] of Object.entries({ accessToken, refreshToken })) {
    if (value !== undefined) checkText(refuseOption, name, value);
  }
  if ((accessToken ?? refreshToken) === undefined) {
    refuseOption('accessToken', 'given, or refreshToken, or credential');
  }
  const requestTokens =
    (refreshToken ?? clientId) === undefined
      ? undefined
      : createTokenEndpoint({
          ...options,
          clientId: clientId ?? '',
          loginUrl: options.loginUrl ?? loginUrlFor(instanceUrl),
        });
  const initial: ChatterTokens = { accessToken: accessToken ?? '', instanceUrl, refreshToken };

  return createKeptTokens(
    options,
    // A session that cannot be renewed stays what it is, and the call fails with what the service says of it.
    async (stale = initial) =>
      stale.refreshToken === undefined || requestTokens === undefined
        ? stale
        : requestTokens({ grant_type: 'refresh_token', refresh_token: stale.refreshToken }, stale),
    initial,
  );
}
