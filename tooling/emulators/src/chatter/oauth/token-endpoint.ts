import type { RouteContext } from '../../frame/index.js';
import type { Grant } from '../sessions.js';
import { authenticateClient } from './client-authentication.js';
import {
  grantTypeUnsupported,
  passwordWrong,
  postRequired,
  refreshInFlight,
  refreshTokenDead,
  userInactive,
} from './oauth-error.js';
import { readParameters } from './parameters.js';
import type { OAuthService } from './service.js';
import { tokenAnswer } from './token-answer.js';

interface Granted {
  readonly grant: Grant;
  readonly refreshToken: string | undefined;
}

/** `POST /services/oauth2/token` for the grants `refresh_token` and `password`. */
export async function answerTokenRequest(
  request: Request,
  context: RouteContext,
  service: OAuthService,
): Promise<Record<string, string>> {
  if (request.method !== 'POST') throw postRequired();
  const parameters = await readParameters(request);
  const grantType = parameters.get('grant_type');
  if (grantType !== 'refresh_token' && grantType !== 'password') throw grantTypeUnsupported();
  authenticateClient(request.headers.get('authorization'), parameters, service.state.app);
  const { grant, refreshToken } =
    grantType === 'refresh_token'
      ? grantByRefreshToken(parameters, context, service)
      : grantByPassword(parameters, service);
  return tokenAnswer({
    grant,
    accessToken: service.sessions.open(grant),
    refreshToken,
    orgId: service.state.org.id,
    instanceUrl: new URL(request.url).origin,
    now: service.clock.now(),
  });
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

function grantByRefreshToken(
  parameters: URLSearchParams,
  context: RouteContext,
  service: OAuthService,
): Granted {
  const token = parameters.get('refresh_token') ?? '';
  if (service.inFlight.isTaken(token, context)) throw refreshInFlight();
  const redeemed = service.refreshTokens.redeem(token, service.rotatesTokens());
  if (redeemed.outcome === 'reused') service.sessions.closeAllOf(redeemed.grant);
  if (redeemed.outcome !== 'accepted') throw refreshTokenDead();
  const { grant, next } = redeemed;
  if (service.state.users.get(grant.userId)?.isActive !== true) throw userInactive();
  return { grant, refreshToken: next };
}

/** Gives no refresh token: whoever has the password can ask again. */
function grantByPassword(parameters: URLSearchParams, service: OAuthService): Granted {
  const user = [...service.state.users.values()].find(
    (candidate) => candidate.username === parameters.get('username'),
  );
  if (user === undefined || user.password !== parameters.get('password')) throw passwordWrong();
  if (!user.isActive) throw userInactive();
  const grant = { userId: user.id, client: service.state.app, scope: 'api chatter_api' };
  return { grant, refreshToken: undefined };
}
