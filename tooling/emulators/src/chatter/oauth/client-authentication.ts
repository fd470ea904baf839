import type { RegisteredApp } from './apps.js';
import { verifyAssertion } from './assertion.js';
import { clientSecretWrong, clientUnknown, ipRestricted, OAuthError } from './oauth-error.js';
import type { OAuthService } from './service.js';
import type { TokenRequest } from './token-request.js';

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/**
 * Says which application asks: by HTTP Basic, by a signed assertion, or by `client_id` and `client_secret` among the
 * parameters. An application that can keep no secret may do without, unless the grant rests on nothing else.
 */
export async function authenticateClient(
  request: TokenRequest,
  service: OAuthService,
  secret: 'as registered' | 'always' = 'as registered',
): Promise<RegisteredApp> {
  const basic = fromBasic(request.authorization);
  const isAsserted = basic === undefined && request.parameters.has('client_assertion');
  const app = isAsserted
    ? await byAssertion(request, service)
    : bySecret(basic, request, service, secret === 'always');
  checkAddress(app, request);
  return app;
}

/** Refuses requests from addresses that the application has not been registered with. */
export function checkAddress(app: RegisteredApp, { context }: TokenRequest): void {
  if (app.allowedIps?.includes(context.incoming.socket.remoteAddress ?? '') === false) throw ipRestricted();
}

function bySecret(
  basic: readonly [string, string] | undefined,
  { parameters }: TokenRequest,
  service: OAuthService,
  isAlwaysNeeded: boolean,
): RegisteredApp {
  const [id, given] = basic ?? [parameters.get('client_id'), parameters.get('client_secret')];
  const app = service.apps.find(id);
  if (app === undefined) throw clientUnknown();
  const isGiven = given !== null && given !== '';
  if (!isGiven && !app.secretRequired && !isAlwaysNeeded) return app;
  if (given !== app.clientSecret) throw clientSecretWrong();
  return app;
}

async function byAssertion(request: TokenRequest, service: OAuthService): Promise<RegisteredApp> {
  const { parameters, origin } = request;
  if (parameters.get('client_assertion_type') !== assertionType) throw clientSecretWrong();
  try {
    const { app, claims } = await verifyAssertion(parameters.get('client_assertion') ?? '', service, [
      origin,
      `${origin}/services/oauth2/token`,
    ]);
    if (claims.sub === app.clientId && [null, app.clientId].includes(parameters.get('client_id'))) return app;
  } catch (error) {
    if (!(error instanceof OAuthError) || error.error !== 'invalid_grant') throw error;
  }
  throw clientSecretWrong();
}

/** RFC 6749, section 2.3.1: both halves are form-encoded before they are joined. */
function fromBasic(authorization: string | null): [string, string] | undefined {
  const encoded = /^Basic +(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString().split(':');
  return [formDecode(id), formDecode(rest.join(':'))];
}

function formDecode(text: string): string {
  return new URLSearchParams(`value=${text.replaceAll('&', '%26')}`).get('value') ?? '';
}
