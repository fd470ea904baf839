import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import type { SlackAnswer } from '../types/result.js';
import { createAppCall, type AppOptions } from './app.js';
import { noToken, type Installation } from './tokens.js';

/** What {@link exchangeCode} takes. */
export interface ExchangeCodeOptions extends AppOptions {
  /** What the user came back with. */
  readonly code: string;
  /** The same as in the authorization address, to the letter; left out where it was. */
  readonly redirectUri?: string | undefined;
  /** Of `createPkce`, if its challenge was in the authorization address. */
  readonly codeVerifier?: string | undefined;
}

/** What a classic app is given. */
export interface ClassicInstallation extends SlackAnswer {
  readonly access_token: string;
  readonly scope: string;
  readonly user_id: string;
  readonly team_id: string;
  readonly team_name: string;
  readonly enterprise_id?: string | null;
  readonly bot?: {
    readonly bot_user_id: string;
    /** The one that RTM takes. */
    readonly bot_access_token: string;
  };
}

/**
 * Trades the code that a user came back with for tokens, by `oauth.v2.access`. Resolves with the answer as Slack words it.
 *
 * @throws `auth` / `invalid_code` for a code that is too old (10 minutes) or used already, and with Slack's other words;
 * `protocol` / `INVALID_TOKEN_ANSWER`; `usage` at once for options that cannot work, a secret in a web page among them. A code is
 * never sent twice.
 * @see https://docs.slack.dev/reference/methods/oauth.v2.access
 * @example
 * ```ts
 * import { createSlackWeb, type SlackWeb } from '@x/slack-rtm';
 * import { exchangeCode } from '@x/slack-rtm/oauth';
 *
 * const app = { clientId: '12.34', clientSecret: '…', redirectUri: 'https://example.com/back' };
 * export async function install(code: string): Promise<SlackWeb> {
 *   const { access_token: token = '' } = await exchangeCode({ ...app, code });
 *   return createSlackWeb({ token });
 * }
 * ```
 */
export async function exchangeCode(options: ExchangeCodeOptions): Promise<Installation> {
  const installation = await exchange<Installation>('oauth.v2.access', options);
  if (!(installation.access_token ?? installation.authed_user?.access_token)) throw noToken('access_token');
  return installation;
}

/**
 * The same for a classic app, by `oauth.access`: its `bot.bot_access_token` is what RTM takes.
 *
 * @throws As {@link exchangeCode}; `refused` / `oauth_authorization_url_mismatch` for an app that is no classic one.
 * @example
 * ```ts
 * import { createSlackRtm, type SlackRtm } from '@x/slack-rtm';
 * import { exchangeClassicCode } from '@x/slack-rtm/oauth';
 *
 * export async function install(code: string): Promise<SlackRtm> {
 *   const { bot } = await exchangeClassicCode({ clientId: '12.34', clientSecret: '…', code });
 *   return createSlackRtm({ token: bot?.bot_access_token ?? '' });
 * }
 * ```
 */
export async function exchangeClassicCode(options: ExchangeCodeOptions): Promise<ClassicInstallation> {
  const installation = await exchange<ClassicInstallation>('oauth.access', options);
  if (!installation.access_token) throw noToken('access_token');
  return installation;
}

async function exchange<Answer>(method: string, options: ExchangeCodeOptions): Promise<Answer> {
  const { code, redirectUri, codeVerifier } = options;
  return createAppCall(options)<Answer>(method, {
    code: checkText(refuseOption, 'code', code),
    redirect_uri: redirectUri,
    code_verifier: codeVerifier,
  });
}
