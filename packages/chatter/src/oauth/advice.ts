import type { Answer, ErrorDescription } from '@x/http-core';
import { describeAnswer } from '../errors.js';

/** What to do about a refusal, by the service's code and words. The first that fits is given. */
const advice: readonly (readonly [RegExp, string])[] = [
  [/already being processed/, 'another request is using this token: try again in a moment'],
  [/expired access\/refresh token/, 'the refresh token is dead: the user must log in again'],
  [/code verifier/, 'send the codeVerifier that belongs to the codeChallenge of the authorization URL'],
  [
    /authorization code/,
    'a code works once, within 15 minutes: send the user to the authorization URL again',
  ],
  [/audience/i, 'audience must be the login host, or the URL of the site, and not the token endpoint'],
  [
    /approved this consumer/,
    'let an admin pre-authorise the user for the app, or let the user log in to it once',
  ],
  [
    /invalid assertion/,
    'check privateKey against the certificate of the app, username, and the clock of this machine',
  ],
  [/ip restricted/, 'the app or the profile of the user allows only certain addresses'],
  [/no client credentials user/, 'name a user under "Run As" in the settings of the app'],
  [/no token exchange handler/, 'the org needs an Apex token exchange handler'],
  [/not supported on this domain/, 'use the My Domain of the org as loginUrl'],
  [
    /invalid_client|unauthorized_client|invalid_app_access/,
    'check clientId and clientSecret, and which users the app allows; a new app takes some minutes to work',
  ],
  [/redirect_uri_mismatch/, 'redirectUri must be one of the callback URLs of the app, to the letter'],
  [/invalid_scope/, 'ask only for scopes that the app has'],
  [/unsupported_grant_type/, 'this flow must be switched on in the settings of the app'],
  [/rate_limit_exceeded/, 'too many logins: wait for some minutes'],
  [/OAUTH_APP_BLOCKED|OAUTH_APPROVAL_ERROR_GENERIC/, 'an admin must install the app in the org first'],
  [/access_denied/, 'the user declined'],
];

/** A sentence of the service and what to do about it. */
export function withAdvice(code: string, message = ''): string {
  const [, what] = advice.find(([pattern]) => pattern.test(`${code} ${message}`)) ?? [];
  return [message, what].filter(Boolean).join(' – ');
}

/** Reads what an OAuth endpoint says of a request that it refuses, and adds what to do about it. */
export function adviseOnRefusal(answer: Answer): ErrorDescription {
  const told = describeAnswer(answer);
  return { ...told, message: withAdvice(`${told.code}`, told.message) };
}
