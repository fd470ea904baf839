import type { RouteContext } from '../../frame/index.js';
import { grantByAuthorizationCode } from './grants/authorization-code.js';
import { grantByClientCredentials } from './grants/client-credentials.js';
import { beginDeviceFlow, grantByDevice } from './grants/device.js';
import { grantByJwt } from './grants/jwt-bearer.js';
import { grantByPassword } from './grants/password.js';
import { grantByRefreshToken } from './grants/refresh-token.js';
import { grantByTokenExchange } from './grants/token-exchange.js';
import { grantTypeUnsupported, orgInactive } from './oauth-error.js';
import { readParameters } from './parameters.js';
import type { OAuthService } from './service.js';
import { tokenAnswer } from './token-answer.js';
import type { GrantHandler, TokenRequest } from './token-request.js';

const grants: ReadonlyMap<string | null, GrantHandler> = new Map([
  ['authorization_code', grantByAuthorizationCode],
  ['refresh_token', grantByRefreshToken],
  ['password', grantByPassword],
  ['client_credentials', grantByClientCredentials],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', grantByJwt],
  ['urn:ietf:params:oauth:grant-type:token-exchange', grantByTokenExchange],
  ['device', grantByDevice],
]);

/** `POST /services/oauth2/token` for every grant, and for the beginning of the device flow. */
export async function answerTokenRequest(
  request: TokenRequest,
  service: OAuthService,
): Promise<Record<string, string | number>> {
  const { parameters } = request;
  if (!service.switches.isOrgActive) throw orgInactive();
  if (parameters.get('response_type') === 'device_code') return beginDeviceFlow(request, service);
  const handle = grants.get(parameters.get('grant_type'));
  if (handle === undefined) throw grantTypeUnsupported();
  return tokenAnswer(await handle(request, service), request.origin, service);
}

/** Notes a refresh at its arrival, before a fault may hold it: from then on it is being processed. */
export async function noteTokenRequest(
  request: Request,
  context: RouteContext,
  service: OAuthService,
): Promise<void> {
  const parameters = await readParameters(request).catch(() => undefined);
  const token = parameters?.get('refresh_token') ?? null;
  if (token !== null) service.inFlight.begin(token, context);
}
