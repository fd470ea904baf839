import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import { createOAuthHttp, type OAuthOptions } from './service.js';

/** What {@link revoke} takes. */
export interface RevokeOptions extends OAuthOptions {
  /** The token that is to end. */
  readonly token: string;
}

/**
 * Takes back what a user has allowed: the token no longer holds, and its webhooks are gone.
 *
 * @throws `auth` / `unauthorized` for a token that does not hold any more; `usage` at once; `network`, `timeout`, `http`.
 * @see The service's guide "OAuth", `DELETE /oauth/authorization`.
 * @example
 * ```ts
 * import { revoke } from '@x/smooch/oauth';
 *
 * export const disconnect = (token: string): Promise<void> => revoke({ token });
 * ```
 */
export async function revoke({ token, ...options }: RevokeOptions): Promise<void> {
  const http = createOAuthHttp(options, checkText(refuseOption, 'token', token));
  await http.json('DELETE', '/oauth/authorization');
}
