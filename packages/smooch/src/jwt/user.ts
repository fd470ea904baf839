import { checkText } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { mint, type TokenOptions } from './mint.js';

/** What can be said about a token of a user. */
export type UserTokenOptions = TokenOptions;

/**
 * A token that proves to the service's SDKs who a user is: scope `appUser`, signed by HS256. Make it on your server, when
 * the user has logged in to you, and hand it to the page or the app.
 *
 * Rejects with `usage` / `INVALID_REQUEST` when the key id, the secret or the user id is empty or no text, and in a browser.
 *
 * @see The service's guide "Authenticating users".
 * @example
 * ```ts
 * import { jwtForUser } from '@x/smooch/jwt';
 *
 * export const tokenFor = (userId: string, secret: string): Promise<string> =>
 *   jwtForUser('app_5b85a397334c19154d2f', secret, userId, { expiresInMs: 3_600_000 });
 * ```
 */
export async function jwtForUser(
  keyId: string,
  secret: string,
  userId: string,
  options: UserTokenOptions = {},
): Promise<string> {
  checkText(refuseArgument, 'userId', userId);
  return mint(keyId, secret, { scope: 'appUser', userId }, options);
}
