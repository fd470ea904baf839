import { checkText, systemClock, type Credential } from '@x/http-core';
import { createKeptTokens, keepFromBrowser } from '@x/http-core/oauth';
import { refuseOption } from '../errors.js';
import { loginUrlFor } from '../instance.js';
import type { SessionOptions } from '../session.js';
import type { ChatterTokens } from '../tokens.js';
import { createGrantEndpoint } from './grant-endpoint.js';
import { loginUrlOf } from './login-host.js';
import { toPkcs8 } from './private-key.js';
import type { TokenEndpointOptions } from './token-endpoint.js';

/** What {@link jwtBearer} takes. */
export interface JwtBearerOptions extends TokenEndpointOptions, SessionOptions {
  /** Whom to act as. The user must be pre-authorised for the app. */
  readonly username: string;
  /** An RSA key in PEM, PKCS#8 or PKCS#1, not encrypted, whose certificate the app knows. */
  readonly privateKey: string;
  /**
   * Whom the assertion is for. Default: as the login host implies, `https://login.salesforce.com`, for sandboxes
   * `https://test.salesforce.com`, for a site its URL.
   */
  readonly audience?: string | undefined;
}

/** How long an assertion is valid, in seconds: the service allows no more. */
const lifetime = 180;

/**
 * A credential of the JWT bearer flow: no user is asked, the app proves itself by its private key. There is no refresh
 * token; an expired session is renewed with a new assertion.
 *
 * @throws `usage` / `INVALID_OPTION` at once, also in a browser, and for a key that is encrypted or not RSA. Calls reject
 * with `auth` / `invalid_grant` (the user is not pre-authorised, the audience is another, the key is not the app's) or
 * another of Salesforce's words.
 * @example
 * ```ts
 * import { readFile } from 'node:fs/promises';
 * import { createChatter } from '@x/chatter';
 * import { jwtBearer } from '@x/chatter/oauth';
 *
 * export const chatter = createChatter({
 *   credential: jwtBearer({
 *     clientId: '3MVG…',
 *     username: 'ann@example.com',
 *     privateKey: await readFile('server.key', 'utf8'),
 *   }),
 * });
 * ```
 * @see https://help.salesforce.com/s/articleView?id=sf.remoteaccess_oauth_jwt_flow.htm
 */
export function jwtBearer(options: JwtBearerOptions): Credential<ChatterTokens> {
  const { clientId, username, privateKey, audience = audienceFor(loginUrlOf(options)) } = options;
  const { clock = systemClock } = options;
  checkText(refuseOption, 'username', username);
  keepFromBrowser(refuseOption, options, 'privateKey', privateKey);
  const pem = toPkcs8(privateKey);
  const requestTokens = createGrantEndpoint(options);

  async function sign(): Promise<string> {
    // Whoever does not sign has no use for this.
    const [{ SignJWT }, { importPKCS8 }] = await Promise.all([
      import('jose/jwt/sign'),
      import('jose/key/import'),
    ]);
    const unfit = (): never => refuseOption('privateKey', 'an RSA key in PEM, of 2,048 bits or more');
    const key = await importPKCS8(pem, 'RS256').catch(unfit);
    return new SignJWT({
      iss: clientId,
      sub: username,
      aud: audience,
      exp: Math.floor(clock.now() / 1000) + lifetime,
    })
      .setProtectedHeader({ alg: 'RS256' })
      .sign(key)
      .catch(unfit);
  }

  return createKeptTokens(options, async (stale) =>
    requestTokens(
      { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: await sign() },
      stale,
    ),
  );
}

/** The logical audience of a login host: of a My Domain, the host for everybody. */
function audienceFor(loginUrl: string): string {
  return new URL(loginUrl).hostname.endsWith('.my.salesforce.com') ? loginUrlFor(loginUrl) : loginUrl;
}
