import type { Answer, ErrorDescription } from '@x/http-core';
import { describe } from '../errors.js';

/** What to do about a refusal, by Slack's word. */
const advice: Readonly<Record<string, string>> = {
  invalid_code: 'a code works once, within 10 minutes: send the user to the authorization address again',
  code_already_used: 'a code works once: send the user to the authorization address again',
  invalid_code_verifier:
    'send the codeVerifier that belongs to the codeChallenge of the authorization address',
  pkce_not_allowed: 'switch proof keys on in the settings of the app, or leave codeVerifier out',
  bad_redirect_uri: 'redirectUri must be the same as in the authorization address, to the letter',
  oauth_authorization_url_mismatch: 'classic apps need exchangeClassicCode, all others exchangeCode',
  bad_client_secret: 'check clientSecret in the settings of the app',
  invalid_client_id: 'check clientId in the settings of the app',
  invalid_refresh_token:
    'a refresh token works once: take the last one that was given, and let processes that share it share a store with a lock',
  token_rotation_not_enabled: 'switch token rotation on in the settings of the app',
  token_already_exchanged: 'the token rotates already: use what it was exchanged for',
  invalid_grant_type: 'token rotation needs an app that has it switched on',
};

/** What was to prove who is asking does not. */
const unproven =
  /^(invalid_(code|client_id|code_verifier|refresh_token)|code_already_used|bad_client_secret)$/;

/** Reads what Slack says of a refusal, and adds what to do about it. */
export function adviseOnRefusal(answer: Answer, attempt: number): ErrorDescription {
  const told = describe(answer, attempt);
  const { code = '' } = told;
  return {
    ...told,
    ...(Object.hasOwn(advice, code) && { message: advice[code] }),
    ...(unproven.test(code) && { kind: 'auth' }),
  };
}
