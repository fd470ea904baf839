import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import { adviseOnRefusal } from './advice.js';
import { createLoginHttp, type LoginHostOptions } from './login-host.js';

/** What {@link revoke} takes. */
export interface RevokeOptions extends LoginHostOptions {
  /** An access token; or a refresh token, which takes all its access tokens along. */
  readonly token: string;
}

/**
 * Ends a token, when a user logs out for example.
 *
 * @throws `auth` / `invalid_token` for a token that is not alive; `usage` at once; `network`, `timeout`, `http`.
 * @example
 * ```ts
 * import { revoke } from '@x/chatter/oauth';
 *
 * await revoke({ loginUrl: 'https://mydomain.my.salesforce.com', token: '5Aep…' });
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_revoke_token.htm
 */
export async function revoke(options: RevokeOptions): Promise<void> {
  const form = { token: checkText(refuseOption, 'token', options.token) };
  await createLoginHttp(options, adviseOnRefusal).json('POST', '/services/oauth2/revoke', { form });
}
