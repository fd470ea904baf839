import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import type { AppResponse } from '../v2/types/app.js';
import { createOAuthHttp, type OAuthOptions } from './service.js';

/** What takes a token. */
export interface TokenOptions extends Omit<OAuthOptions, 'version'> {
  /** The token that is asked about. */
  readonly token: string;
}

/**
 * Asks for which app a token of v2 is, and where that is.
 *
 * @throws `auth` / `unauthorized` for a token that does not hold; `usage` at once; `network`, `timeout`, `http`.
 * @see The service's reference of v2, `GET /v2/tokenInfo`.
 * @example
 * ```ts
 * import { tokenInfo } from '@x/smooch/oauth';
 *
 * export const appOf = async (token: string): Promise<string> => (await tokenInfo({ token })).app.id;
 * ```
 */
export async function tokenInfo({ token, ...options }: TokenOptions): Promise<AppResponse> {
  const http = createOAuthHttp(options, checkText(refuseOption, 'token', token));
  return http.json('GET', '/v2/tokenInfo');
}
