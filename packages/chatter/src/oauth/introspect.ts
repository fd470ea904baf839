import { checkText } from '@x/http-core';
import { keepFromBrowser } from '@x/http-core/oauth';
import { refuseOption } from '../errors.js';
import { adviseOnRefusal } from './advice.js';
import { createLoginHttp } from './login-host.js';
import type { TokenEndpointOptions } from './token-endpoint.js';

/** What {@link introspect} takes. */
export interface IntrospectOptions extends TokenEndpointOptions {
  /** The token that is asked about. */
  readonly token: string;
  /** What it is, if that is known: Salesforce then looks there first. */
  readonly tokenTypeHint?: 'access_token' | 'refresh_token' | undefined;
}

/** What a token is worth. Of one that is not alive, nothing is told but that. */
export interface Introspection {
  readonly active: boolean;
  readonly scope?: string;
  readonly client_id?: string;
  readonly username?: string;
  readonly sub?: string;
  readonly token_type?: string;
  /** Seconds since 1970. */
  readonly exp?: number;
  /** Seconds since 1970. */
  readonly iat?: number;
  /** Seconds since 1970. */
  readonly nbf?: number;
  readonly [name: string]: unknown;
}

/**
 * Asks what a token is worth: whose it is, what for, and until when. The app needs the right to introspect.
 *
 * @throws `auth` with Salesforce's word for an app that may not; `usage` at once; `network`, `timeout`, `http`.
 * @example
 * ```ts
 * import { introspect } from '@x/chatter/oauth';
 *
 * const app = { loginUrl: 'https://mydomain.my.salesforce.com', clientId: '3MVG…', clientSecret: '…' };
 * const { active, exp } = await introspect({ ...app, token: '00D…' });
 * console.log(active, exp);
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oidc_token_introspection.htm
 */
export async function introspect(options: IntrospectOptions): Promise<Introspection> {
  const { clientId, clientSecret, token, tokenTypeHint } = options;
  if (clientSecret !== undefined) keepFromBrowser(refuseOption, options, 'clientSecret', clientSecret);
  return createLoginHttp(options, adviseOnRefusal).json('POST', '/services/oauth2/introspect', {
    form: {
      token: checkText(refuseOption, 'token', token),
      token_type_hint: tokenTypeHint,
      client_id: checkText(refuseOption, 'clientId', clientId),
      client_secret: clientSecret,
    },
    // It only asks.
    repeatable: true,
  });
}
