import { checkText } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import { mint, type TokenOptions } from './mint.js';

/** What {@link externalUserJwt} can be told beside the user. */
export interface ExternalUserTokenOptions extends TokenOptions {
  /** What the user is called. */
  readonly name?: string | undefined;
  /** The address of the user. */
  readonly email?: string | undefined;
  /** Whether you have seen that the e-mail address is the user's. */
  readonly emailVerified?: boolean | undefined;
}

/**
 * A token that proves to the messaging of Zendesk who a user is: scope `user`, signed by HS256 with a signing key of its Admin
 * Center. It is for the SDKs; the API of Sunshine Conversations refuses it.
 *
 * Rejects with `usage` / `INVALID_REQUEST` when the key id, the secret or the external id is empty or no text, and in a browser.
 *
 * @see The service's guide "Authenticating end users for messaging".
 * @example
 * ```ts
 * import { externalUserJwt } from '@x/smooch/jwt';
 *
 * export const tokenFor = (externalId: string, secret: string): Promise<string> =>
 *   externalUserJwt('app_5b85a397334c19154d2f', secret, externalId, { name: 'Nora', expiresInMs: 3_600_000 });
 * ```
 */
export async function externalUserJwt(
  keyId: string,
  secret: string,
  externalId: string,
  { name, email, emailVerified, ...options }: ExternalUserTokenOptions = {},
): Promise<string> {
  checkText(refuseArgument, 'externalId', externalId);
  const claims = {
    scope: 'user',
    external_id: externalId,
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(emailVerified !== undefined && { email_verified: emailVerified }),
  };
  return mint(keyId, secret, claims, options);
}
