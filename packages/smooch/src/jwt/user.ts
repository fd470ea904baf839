import { checkText, isBrowser } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { checkLifetime } from './lifetime.js';
import { signToken } from './sign.js';

/** What can be said about a token of {@link jwtForUser}. */
export interface UserTokenOptions {
  /** How long it is valid, in milliseconds. Default: as long as the key exists. */
  readonly expiresInMs?: number | undefined;
  /** Signs in a browser, too, where everybody who opens the page can read the secret. Default `false`. */
  readonly allowBrowserSecrets?: boolean | undefined;
}

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
  checkText(refuseArgument, 'keyId', keyId);
  checkText(refuseArgument, 'secret', secret);
  checkText(refuseArgument, 'userId', userId);
  if (options.allowBrowserSecrets !== true && isBrowser()) {
    refuseArgument('secret', 'kept out of a browser, where everybody can read it: sign on your server');
  }
  const { expiresInMs } = options;
  const expiresAtMs =
    expiresInMs === undefined
      ? undefined
      : Date.now() + checkLifetime(refuseArgument, 'expiresInMs', expiresInMs);
  return signToken(keyId, secret, { scope: 'appUser', userId }, expiresAtMs);
}
