import {
  checkNumber,
  checkText,
  isServiceError,
  systemClock,
  type Credential,
  type ServiceError,
} from '@x/http-core';
import { createKeptTokens, type KeepTokens } from '@x/http-core/oauth';
import { refuseOption } from '../errors.js';
import { createAppCall, type AppOptions } from './app.js';
import { tokensOf, type RotatingTokens, type TokenGrant } from './tokens.js';

/** What {@link rotatingToken} takes. */
export interface RotatingTokenOptions extends AppOptions, KeepTokens<RotatingTokens> {
  /** May be left out: the first call then gets one. */
  readonly accessToken?: string | undefined;
  /** Works once: what the last refresh gave. Newer tokens in `store` go before it. */
  readonly refreshToken: string;
  /** When the access token expires, in milliseconds since 1970. Left out, it is used until Slack says that it has expired. */
  readonly expiresAt?: number | undefined;
  /**
   * How long before its end a token is replaced at the earliest, in milliseconds; at the latest after half of that, by chance, so
   * that programs which share tokens do not all do it at once. Default 3,600,000.
   */
  readonly refreshBeforeMs?: number | undefined;
}

/** How long Slack is not asked again after it could not, or would not, replace a token, in milliseconds. */
const pauseMs = 60_000;

/** How long after it came a token that Slack refuses is not replaced, in milliseconds. */
const newMs = 10_000;

/**
 * A token that is replaced before it ends: what `token` of the clients takes. However many calls wait, it is replaced once; with a
 * `store` that has a lock, once for all processes too. New tokens are stored before they are used. While the old one is good, a
 * failure to replace it disturbs nobody. When Slack calls it expired all the same, it is replaced, and the call is made once more.
 *
 * @throws `usage` / `INVALID_OPTION` at once, also for a secret in a web page. Calls reject with `auth` / `invalid_refresh_token`
 * once the refresh token is dead, and with Slack's other words.
 * @see https://docs.slack.dev/authentication/using-token-rotation
 * @example
 * ```ts
 * import { createSlackWeb, type SlackWeb } from '@x/slack-rtm';
 * import { rotatingToken, type RotatingTokens } from '@x/slack-rtm/oauth';
 *
 * export const connect = (kept: RotatingTokens, save: (tokens: RotatingTokens) => Promise<void>): SlackWeb =>
 *   createSlackWeb({
 *     token: rotatingToken({ clientId: '12.34', clientSecret: '…', ...kept, onTokens: save }),
 *   });
 * ```
 */
export function rotatingToken(options: RotatingTokenOptions): Credential<string> {
  const { accessToken = '', refreshToken, expiresAt, clock = systemClock } = options;
  checkText(refuseOption, 'refreshToken', refreshToken);
  if (options.accessToken !== undefined) checkText(refuseOption, 'accessToken', accessToken);
  if (expiresAt !== undefined && !Number.isFinite(expiresAt))
    refuseOption('expiresAt', 'milliseconds since 1970');
  const longestMs = checkNumber(refuseOption, 'refreshBeforeMs', options.refreshBeforeMs ?? 3_600_000);
  const refreshBeforeMs = longestMs * (1 - Math.random() / 2);
  const call = createAppCall(options);
  // What is used now, which of it Slack has refused, and until when replacing it is not tried again.
  let used: RotatingTokens | undefined;
  let refused: string | undefined;
  let pausedUntil = 0;
  // The last one that came.
  let last: { readonly accessToken: string; readonly at: number } | undefined;
  // A refresh token that Slack will not have: for a while its error answers for it, however many calls come.
  let dead:
    | { readonly refreshToken: string; readonly error: ServiceError; readonly until: number }
    | undefined;

  const endsWithin = (ms: number, { expiresAt: end = Infinity }: RotatingTokens): boolean =>
    clock.now() >= end - ms;
  const isUseless = (tokens: RotatingTokens): boolean => tokens.accessToken === '' || endsWithin(0, tokens);

  const tokens = createKeptTokens<RotatingTokens>(
    options,
    async (stale) => {
      const current = stale?.refreshToken ?? refreshToken;
      if (dead?.refreshToken === current && clock.now() < dead.until) throw dead.error;
      const form = { grant_type: 'refresh_token', refresh_token: current };
      const grant = await call<TokenGrant>('oauth.v2.access', form).catch((error: unknown) => {
        if (isServiceError(error) && error.kind === 'auth') {
          dead = { refreshToken: current, error, until: clock.now() + pauseMs };
        }
        throw error;
      });
      const fresh = tokensOf({ refresh_token: current, ...grant }, clock.now());
      last = { accessToken: fresh.accessToken, at: clock.now() };
      return fresh;
    },
    { accessToken, refreshToken, expiresAt },
    isUseless,
  );

  async function get(): Promise<string> {
    try {
      used = await tokens.get();
      if (endsWithin(refreshBeforeMs, used) && clock.now() >= pausedUntil) used = await tokens.refresh(used);
    } catch (error) {
      if (used === undefined || isUseless(used) || used.accessToken === refused) throw error;
      pausedUntil = clock.now() + pauseMs;
    }
    return used.accessToken;
  }

  async function refresh(stale: string): Promise<string> {
    refused = stale;
    const current = await tokens.get();
    // Refused as soon as it was there, the next one would be, too.
    const isNew = last?.accessToken === stale && clock.now() < last.at + newMs;
    used = current.accessToken === stale && !isNew ? await tokens.refresh(current) : current;
    return used.accessToken;
  }

  return { get, refresh };
}
