import { checkText, isBrowser } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { checkLifetime } from './lifetime.js';
import { signToken, type Claims } from './sign.js';

/** What can be said about a token. */
export interface TokenOptions {
  /** How long it is valid, in milliseconds. Default: as long as the key exists. */
  readonly expiresInMs?: number | undefined;
  /** Signs in a browser, too, where everybody who opens the page can read the secret. Default `false`. */
  readonly allowBrowserSecrets?: boolean | undefined;
}

/** Checks what it is given and signs a token. */
export async function mint(
  keyId: string,
  secret: string,
  claims: Claims,
  { expiresInMs, allowBrowserSecrets }: TokenOptions,
): Promise<string> {
  checkText(refuseArgument, 'keyId', keyId);
  checkText(refuseArgument, 'secret', secret);
  if (allowBrowserSecrets !== true && isBrowser()) {
    refuseArgument('secret', 'kept out of a browser, where everybody can read it: sign on your server');
  }
  const expiresAtMs =
    expiresInMs === undefined
      ? undefined
      : Date.now() + checkLifetime(refuseArgument, 'expiresInMs', expiresInMs);
  return signToken(keyId, secret, claims, expiresAtMs);
}
