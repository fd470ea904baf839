import { checkText } from '@x/http-core';
import { refuseOption } from '../errors.js';
import { rootOf, type OAuthOptions } from './service.js';

/** What {@link authorizationUrl} asks the user for. */
export interface AuthorizationOptions extends Pick<OAuthOptions, 'baseUrl' | 'version'> {
  /** The client id of the partner. */
  readonly clientId: string;
  /** Where the user comes back to with a code. Default: the one that the service knows of the partner. */
  readonly redirectUri?: string | undefined;
  /** Comes back as it is: what tells this login from one that somebody else has begun. */
  readonly state?: string | undefined;
}

/**
 * Where to send a user who is to connect an app. The user comes back to `redirectUri` with `code` and `state`, or with
 * `error=access_denied`.
 *
 * @throws `usage` / `INVALID_OPTION` for an empty client id.
 * @see The service's guide "OAuth", `GET /oauth/authorize`.
 * @example
 * ```ts
 * import { authorizationUrl } from '@x/smooch/oauth';
 *
 * export const url: string = authorizationUrl({ clientId: 'my-shop', state: crypto.randomUUID() });
 * ```
 */
export function authorizationUrl(options: AuthorizationOptions): string {
  const { clientId, redirectUri, state } = options;
  const url = new URL(`${rootOf(options, 'page')}/oauth/authorize`);
  const parameters = {
    client_id: checkText(refuseOption, 'clientId', clientId),
    response_type: 'code',
    state,
    redirect_uri: redirectUri,
  };
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
