import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import { createOAuthHttp, type OAuthOptions } from './app.js';

/** What {@link revoke} takes. */
export interface RevokeOptions extends OAuthOptions {
  /** The token that is to end. */
  readonly token: string;
}

/**
 * Ends a token. Of the last one in a workspace, the app is no longer installed there.
 *
 * @throws `auth` / `invalid_auth`, `token_revoked` for a token that is not alive; `usage` at once; `network`, `timeout`, `http`.
 * @see https://docs.slack.dev/reference/methods/auth.revoke
 * @example
 * ```ts
 * import { revoke } from '@x/slack-rtm/oauth';
 *
 * await revoke({ token: 'xoxb-…' });
 * ```
 */
export async function revoke(options: RevokeOptions): Promise<void> {
  const form = { token: checkText(refuseOption, 'token', options.token) };
  await createOAuthHttp(options).json('POST', '/auth.revoke', { form });
}
