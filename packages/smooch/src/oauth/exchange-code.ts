import { checkText } from '@x/http-core';
import { keepFromBrowser, type BrowserSecrets } from '@x/http-core/oauth';
import { notAsDocumented, refuseOption } from '../errors.js';
import { createOAuthHttp, type OAuthOptions } from './service.js';

/** What {@link exchangeCode} takes. */
export interface ExchangeCodeOptions extends OAuthOptions, BrowserSecrets {
  /** The client id of the partner. */
  readonly clientId: string;
  /** The secret that belongs to it. */
  readonly clientSecret: string;
  /** What the user came back with. */
  readonly code: string;
}

/** A token as the service gives it. */
export interface TokenAnswer {
  /** A JWT of the scope `integration`, without an end: the `credential` of a client. */
  readonly access_token: string;
  readonly token_type: string;
  readonly [field: string]: unknown;
}

/**
 * Trades the code that a user came back with for a token. Resolves with the answer as the service words it.
 *
 * @throws `auth` or `refused` with the service's word for a code that is too old or used already, and for a wrong secret; `protocol` /
 * `INVALID_TOKEN_ANSWER`; `usage` at once for options that cannot work, a secret in a web page among them. A code is never sent
 * twice, but after a 429.
 * @see The service's guide "OAuth", `POST /oauth/token`.
 * @example
 * ```ts
 * import { exchangeCode, tokenInfo } from '@x/smooch/oauth';
 * import { createSunshine, type Sunshine } from '@x/smooch/v2';
 *
 * export async function connect(code: string): Promise<Sunshine> {
 *   const { access_token: token } = await exchangeCode({ clientId: 'my-shop', clientSecret: '…', code });
 *   const { app } = await tokenInfo({ token });
 *   return createSunshine({ credential: token, appId: app.id, subdomain: app.subdomain });
 * }
 * ```
 */
export async function exchangeCode(options: ExchangeCodeOptions): Promise<TokenAnswer> {
  const { clientId, clientSecret, code, version = 'v2', allowBrowserSecrets, ...rest } = options;
  keepFromBrowser(refuseOption, { allowBrowserSecrets }, 'clientSecret', clientSecret);
  const fields = {
    code: checkText(refuseOption, 'code', code),
    grant_type: 'authorization_code',
    client_id: checkText(refuseOption, 'clientId', clientId),
    client_secret: clientSecret,
  };
  const http = createOAuthHttp({ ...rest, version });
  const body = version === 'v2' ? { json: fields } : { form: fields };
  const answer = await http.json<TokenAnswer | undefined>('POST', '/oauth/token', body);
  if (!answer?.access_token) {
    return notAsDocumented('INVALID_TOKEN_ANSWER', 'POST /oauth/token answered without an access_token');
  }
  return answer;
}
