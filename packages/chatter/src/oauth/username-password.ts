import { checkText, type Credential } from '@x/http-core';
import { createKeptTokens, keepFromBrowser } from '@x/http-core/oauth';
import { refuseOption } from '../errors.js';
import type { SessionOptions } from '../session.js';
import type { ChatterTokens } from '../tokens.js';
import { createGrantEndpoint } from './grant-endpoint.js';
import type { TokenEndpointOptions } from './token-endpoint.js';

/** What {@link usernamePassword} takes. */
export interface UsernamePasswordOptions extends TokenEndpointOptions, SessionOptions {
  readonly username: string;
  /** The password, followed by the security token where the org asks for it. */
  readonly password: string;
}

/**
 * A credential of the username-password flow.
 *
 * @deprecated Salesforce blocks this flow in all orgs made since Summer '23 and is about to end it. Use
 * {@link clientCredentials} or {@link jwtBearer}.
 * @throws `usage` / `INVALID_OPTION` at once, also in a browser. Calls reject with `auth` / `invalid_grant`.
 * @example
 * ```ts
 * import { createChatter } from '@x/chatter';
 * import { usernamePassword } from '@x/chatter/oauth';
 *
 * const credential = usernamePassword({ clientId: '3MVG…', username: 'ann@example.com', password: '…' });
 * export const chatter = createChatter({ credential });
 * ```
 */
export function usernamePassword(options: UsernamePasswordOptions): Credential<ChatterTokens> {
  const { username, password } = options;
  checkText(refuseOption, 'username', username);
  keepFromBrowser(refuseOption, options, 'password', password);
  const requestTokens = createGrantEndpoint(options);
  return createKeptTokens(options, (stale) =>
    requestTokens({ grant_type: 'password', username, password }, stale),
  );
}
