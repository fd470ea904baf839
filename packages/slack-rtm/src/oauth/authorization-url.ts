import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import { baseUrlOf } from '../options.js';

/** What {@link authorizationUrl} asks the user for. */
export interface AuthorizationOptions {
  /** As of `createSlackWeb`: the page is on the same host. */
  readonly baseUrl?: string | undefined;
  /** The client id of the app. */
  readonly clientId: string;
  /** What the bot may do. */
  readonly scope?: string | readonly string[] | undefined;
  /** What the app may do in the name of the user. */
  readonly userScope?: string | readonly string[] | undefined;
  /** Where the user comes back to with a code: one of those in the settings of the app. */
  readonly redirectUri?: string | undefined;
  /** Comes back as it is: what tells this login from one that somebody else has begun. */
  readonly state?: string | undefined;
  /** The id of a workspace, to spare the user the choice. */
  readonly team?: string | undefined;
  /** Of {@link createPkce}. */
  readonly codeChallenge?: string | undefined;
  /** Whether it is a classic app, whose scopes are all in `scope`, `bot` among them. Default false. */
  readonly classic?: boolean | undefined;
}

/**
 * Where to send a user who is to install the app. The user comes back to `redirectUri`, whose query {@link readRedirect} reads.
 *
 * @throws `usage` / `INVALID_OPTION` for an empty client id, and when no scope is asked for.
 * @see https://docs.slack.dev/authentication/installing-with-oauth
 * @example
 * ```ts
 * import { authorizationUrl } from '@x/slack-rtm/oauth';
 *
 * export const url: string = authorizationUrl({
 *   clientId: '12.34',
 *   scope: ['chat:write', 'channels:history'],
 *   redirectUri: 'https://example.com/back',
 *   state: crypto.randomUUID(),
 * });
 * ```
 */
export function authorizationUrl(options: AuthorizationOptions): string {
  const { clientId, scope, userScope, redirectUri, state, team, codeChallenge, classic = false } = options;
  if ((scope ?? userScope ?? []).length === 0) refuseOption('scope', 'given, or userScope');
  if (classic && userScope !== undefined) refuseOption('userScope', 'left out for a classic app');
  const url = new URL(classic ? '/oauth/authorize' : '/oauth/v2/authorize', baseUrlOf(options));
  const parameters = {
    client_id: checkText(refuseOption, 'clientId', clientId),
    scope: scope?.toString(),
    user_scope: userScope?.toString(),
    redirect_uri: redirectUri,
    state,
    team,
    code_challenge: codeChallenge,
    code_challenge_method: codeChallenge === undefined ? undefined : 'S256',
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
