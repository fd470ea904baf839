import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import { createAppCall, type AppOptions } from './app.js';
import { noToken, type Installation } from './tokens.js';

/** What {@link exchangeToken} takes. */
export interface ExchangeTokenOptions extends AppOptions {
  /** One that lives for ever. It ends with the exchange. */
  readonly token: string;
}

/**
 * Trades a token that lives for ever for one that rotates, once, when rotation has been switched on in the settings of the app.
 *
 * @throws `refused` / `token_already_exchanged`, `token_rotation_not_enabled`; `auth` / `bad_client_secret`, `invalid_auth`;
 * `protocol` / `INVALID_TOKEN_ANSWER`; `usage` at once.
 * @see https://docs.slack.dev/reference/methods/oauth.v2.exchange
 * @example
 * ```ts
 * import { exchangeToken, rotatingToken, tokensOf } from '@x/slack-rtm/oauth';
 *
 * const app = { clientId: '12.34', clientSecret: '…' };
 * export const token = rotatingToken({ ...app, ...tokensOf(await exchangeToken({ ...app, token: 'xoxb-…' })) });
 * ```
 */
export async function exchangeToken(options: ExchangeTokenOptions): Promise<Installation> {
  const token = checkText(refuseOption, 'token', options.token);
  const installation = await createAppCall(options)<Installation>('oauth.v2.exchange', { token });
  if (!installation.access_token) throw noToken('access_token');
  return installation;
}
