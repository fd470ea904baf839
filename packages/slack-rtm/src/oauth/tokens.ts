import { slackError, type SlackError } from '../errors.js';
import type { OtherFields } from '../types/open.js';
import type { SlackAnswer } from '../types/result.js';

/** A token as Slack gives it. */
export interface TokenGrant extends OtherFields {
  readonly access_token?: string;
  readonly token_type?: string;
  /** Parted by commas. */
  readonly scope?: string;
  /** Of an app whose tokens rotate. It works once. */
  readonly refresh_token?: string;
  /** Seconds from the answer on: 43,200. */
  readonly expires_in?: number;
}

/** What an app is given where it has been installed: the token of its bot, and that of the user who did it. */
export interface Installation extends SlackAnswer, TokenGrant {
  readonly bot_user_id?: string;
  readonly app_id?: string;
  readonly team?: { readonly id: string; readonly name?: string } | null;
  readonly enterprise?: { readonly id: string; readonly name?: string } | null;
  readonly is_enterprise_install?: boolean;
  readonly authed_user?: TokenGrant & { readonly id: string };
  readonly incoming_webhook?: {
    readonly channel: string;
    readonly channel_id: string;
    readonly configuration_url: string;
    /** Whoever has it can post. */
    readonly url: string;
  };
}

/** A token that expires, and what gets the next. */
export interface RotatingTokens {
  readonly accessToken: string;
  /** Works once. */
  readonly refreshToken: string;
  /** Milliseconds since 1970; `undefined` when nobody has said. */
  readonly expiresAt?: number | undefined;
}

/**
 * What `rotatingToken` needs of an answer: of `exchangeCode` itself for the token of the bot, of its `authed_user` for that of the
 * user.
 *
 * @param now When the answer came, in milliseconds since 1970. Default: now.
 * @throws `protocol` / `INVALID_TOKEN_ANSWER` when it holds no token, or none that rotates.
 * @example
 * ```ts
 * import { exchangeCode, rotatingToken, tokensOf } from '@x/slack-rtm/oauth';
 *
 * const app = { clientId: '12.34', clientSecret: '…' };
 * const installation = await exchangeCode({ ...app, code: '…', redirectUri: 'https://example.com/back' });
 * export const token = rotatingToken({ ...app, ...tokensOf(installation) });
 * ```
 */
export function tokensOf(grant: TokenGrant, now: number = Date.now()): RotatingTokens {
  const { access_token: accessToken, refresh_token: refreshToken, expires_in: seconds } = grant;
  if (!accessToken || !refreshToken) throw noToken('access_token with a refresh_token');
  return {
    accessToken,
    refreshToken,
    expiresAt: seconds === undefined ? undefined : now + seconds * 1000,
  };
}

/** An answer that should hold a token. */
export function noToken(wanted: string): SlackError {
  return slackError('protocol', 'INVALID_TOKEN_ANSWER', `the answer holds no ${wanted}`);
}
