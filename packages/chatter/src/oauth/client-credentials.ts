import { checkText, type Credential } from '@x/http-core';
import { createKeptTokens } from '@x/http-core/oauth';
import { refuseOption } from '../errors.js';
import type { SessionOptions } from '../session.js';
import type { ChatterTokens } from '../tokens.js';
import { createGrantEndpoint } from './grant-endpoint.js';
import type { TokenEndpointOptions } from './token-endpoint.js';

/** What {@link clientCredentials} takes. */
export interface ClientCredentialsOptions extends TokenEndpointOptions, SessionOptions {
  /** The My Domain of the org: `login.salesforce.com` does not know this flow. */
  readonly loginUrl: string;
  /** The consumer secret of the app. */
  readonly clientSecret: string;
}

/**
 * A credential of the client credentials flow: the app acts as the user whom its settings name under "Run As". There is no
 * refresh token; an expired session is renewed by asking again.
 *
 * @throws `usage` / `INVALID_OPTION` at once, also in a browser. Calls reject with `auth` and Salesforce's word:
 * `invalid_client`, `invalid_client_id`, `unsupported_grant_type`, ….
 * @example
 * ```ts
 * import { createChatter } from '@x/chatter';
 * import { clientCredentials } from '@x/chatter/oauth';
 *
 * export const chatter = createChatter({
 *   credential: clientCredentials({
 *     loginUrl: 'https://mydomain.my.salesforce.com',
 *     clientId: '3MVG…',
 *     clientSecret: '…',
 *   }),
 * });
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_client_credentials_flow.htm
 */
export function clientCredentials(options: ClientCredentialsOptions): Credential<ChatterTokens> {
  checkText(refuseOption, 'clientSecret', options.clientSecret);
  if (
    /^https:\/\/(login|test)\.salesforce\.com(\/|$)/.test(
      checkText(refuseOption, 'loginUrl', options.loginUrl),
    )
  ) {
    refuseOption('loginUrl', 'the My Domain of the org');
  }
  const requestTokens = createGrantEndpoint(options);
  return createKeptTokens(options, (stale) => requestTokens({ grant_type: 'client_credentials' }, stale));
}
