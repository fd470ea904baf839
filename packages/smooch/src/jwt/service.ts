import { checkText } from '@x/http-core';
import { refuseArgument } from '../errors.js';
import type { Open } from '../types/open.js';
import { mint, type TokenOptions } from './mint.js';
import { scopeOf } from './scope.js';

/** What a token of {@link serviceToken} can be told. */
export interface ServiceTokenOptions extends TokenOptions {
  /** What it opens, as the key does. Default: `account` for `act_…` and `svc_…`, `integration` for `int_…`, else `app`. */
  readonly scope?: Open<'account' | 'app' | 'integration'> | undefined;
}

/**
 * A token for the API itself, to be handed to another program for a while. Clients made with a key sign their own.
 *
 * Rejects with `usage` / `INVALID_REQUEST` when the key id or the secret is empty or no text, and in a browser.
 *
 * @example
 * ```ts
 * import { createSmooch } from '@x/smooch';
 * import { serviceToken } from '@x/smooch/jwt';
 *
 * export const forAnHour = async (keyId: string, secret: string) =>
 *   createSmooch({ credential: await serviceToken(keyId, secret, { expiresInMs: 3_600_000 }) });
 * ```
 */
export async function serviceToken(
  keyId: string,
  secret: string,
  { scope, ...options }: ServiceTokenOptions = {},
): Promise<string> {
  checkText(refuseArgument, 'keyId', keyId);
  return mint(keyId, secret, { scope: scope ?? scopeOf(keyId) }, options);
}
