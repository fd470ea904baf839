import { keepFromBrowser, type BrowserSecrets } from '@x/http-core/oauth';
import { refuseOption } from '../errors.js';
import type { ConfigurationGrant } from '../types/methods/oauth.js';
import type { SlackAnswer } from '../types/result.js';
import { createOAuthHttp, type OAuthOptions } from './app.js';
import { noToken } from './tokens.js';

/** What {@link rotateConfigurationToken} takes. */
export interface RotateConfigurationTokenOptions extends OAuthOptions, BrowserSecrets {
  /** Works once. */
  readonly refreshToken: string;
}

/** A token for `apps.manifest.*`, and what gets the next. */
export interface ConfigurationTokens extends SlackAnswer, ConfigurationGrant {}

/**
 * Gets the next token for configuring apps, by `tooling.tokens.rotate`.
 *
 * @throws `auth` / `invalid_refresh_token`; `protocol` / `INVALID_TOKEN_ANSWER`; `usage` at once, also in a web page.
 * @see https://docs.slack.dev/reference/methods/tooling.tokens.rotate
 * @example
 * ```ts
 * import { rotateConfigurationToken } from '@x/slack-rtm/oauth';
 *
 * export const { token, refresh_token: next } = await rotateConfigurationToken({ refreshToken: 'xoxe-…' });
 * ```
 */
export async function rotateConfigurationToken(
  options: RotateConfigurationTokenOptions,
): Promise<ConfigurationTokens> {
  keepFromBrowser(refuseOption, options, 'refreshToken', options.refreshToken);
  const form = { refresh_token: options.refreshToken };
  const tokens = await createOAuthHttp(options).json<ConfigurationTokens>('POST', '/tooling.tokens.rotate', {
    form,
  });
  if (!tokens.token) throw noToken('token');
  return tokens;
}
