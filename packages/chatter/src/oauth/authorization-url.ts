import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import type { Open } from '../types/open.js';
import { loginUrlOf } from './login-host.js';

/** What {@link authorizationUrl} asks the user for. */
export interface AuthorizationOptions {
  /** Where the user logs in. Default `https://login.salesforce.com`. */
  readonly loginUrl?: string | undefined;
  /** The consumer key of the app. */
  readonly clientId: string;
  /** Where the user comes back to with a code: one of the callback URLs of the app, to the letter. */
  readonly redirectUri: string;
  /** Parted by spaces; they must be among those of the app. Default: all that the app has. */
  readonly scope?: Open<'api refresh_token' | 'chatter_api refresh_token'> | undefined;
  /** Comes back as it is: what tells this login from one that somebody else has begun. */
  readonly state?: string | undefined;
  /** Of {@link createPkce}. */
  readonly codeChallenge?: string | undefined;
  /** Whether the user is asked to log in, or to approve, even if that could be left out. */
  readonly prompt?: Open<'login' | 'consent' | 'select_account' | 'login consent'> | undefined;
  /** The username to begin with. */
  readonly loginHint?: string | undefined;
}

/**
 * Where to send a user who is to let the app act in his or her name. The user comes back to `redirectUri`, whose query
 * {@link readRedirect} reads.
 *
 * @throws `usage` / `INVALID_OPTION` for a login URL that is not https, and for an empty client id or redirect URI.
 * @example
 * ```ts
 * import { authorizationUrl } from '@x/chatter/oauth';
 *
 * export const url: string = authorizationUrl({
 *   clientId: '3MVG…',
 *   redirectUri: 'https://example.com/back',
 *   scope: 'api refresh_token',
 *   state: crypto.randomUUID(),
 * });
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_web_server_flow.htm
 */
export function authorizationUrl(options: AuthorizationOptions): string {
  const { clientId, redirectUri, scope, state, codeChallenge, prompt, loginHint } = options;
  const url = new URL(`${loginUrlOf(options)}/services/oauth2/authorize`);
  const parameters = {
    response_type: 'code',
    client_id: checkText(refuseOption, 'clientId', clientId),
    redirect_uri: checkText(refuseOption, 'redirectUri', redirectUri),
    scope,
    state,
    code_challenge: codeChallenge,
    code_challenge_method: codeChallenge === undefined ? undefined : 'S256',
    prompt,
    login_hint: loginHint,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
