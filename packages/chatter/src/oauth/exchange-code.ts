import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import type { ChatterTokens } from '../tokens.js';
import { createGrantEndpoint } from './grant-endpoint.js';
import type { TokenEndpointOptions } from './token-endpoint.js';

/** What {@link exchangeCode} takes. */
export interface ExchangeCodeOptions extends TokenEndpointOptions {
  /** What the user came back with, see {@link readRedirect}. */
  readonly code: string;
  /** The same as in the authorization URL, to the letter. */
  readonly redirectUri: string;
  /** Of {@link createPkce}, if its challenge was in the authorization URL. */
  readonly codeVerifier?: string | undefined;
}

/**
 * Trades the code of the web server flow for tokens. They can be spread into the options of `createChatter`.
 *
 * @throws `auth` / `invalid_grant` for a code that is too old (15 minutes), used already, or not for this verifier, and
 * with Salesforce's other words for apps and users that may not; `protocol` / `INVALID_TOKEN_ANSWER`; `usage` at once for
 * options that cannot work; `network`, `timeout`, `http`. A code is never sent twice.
 * @example
 * ```ts
 * import { createChatter } from '@x/chatter';
 * import { exchangeCode } from '@x/chatter/oauth';
 *
 * const app = { clientId: '3MVG…', loginUrl: 'https://mydomain.my.salesforce.com' };
 * const tokens = await exchangeCode({ ...app, code: 'aPrx…', codeVerifier: '…', redirectUri: 'https://example.com/back' });
 * export const chatter = createChatter({ ...app, ...tokens });
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm
 */
export async function exchangeCode(options: ExchangeCodeOptions): Promise<ChatterTokens> {
  const { code, redirectUri, codeVerifier } = options;
  return createGrantEndpoint(options)({
    grant_type: 'authorization_code',
    code: checkText(refuseOption, 'code', code),
    redirect_uri: checkText(refuseOption, 'redirectUri', redirectUri),
    code_verifier: codeVerifier,
  });
}
