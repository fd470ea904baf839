import { authenticateClient } from '../client-authentication.js';
import { refreshInFlight, refreshTokenDead, userInactive } from '../oauth-error.js';
import type { GrantHandler } from '../token-request.js';

/** Trades a refresh token for a new access token, and for a new refresh token where they rotate. */
export const grantByRefreshToken: GrantHandler = async (request, service) => {
  const { parameters, context } = request;
  const app = await authenticateClient(request, service);
  const token = parameters.get('refresh_token') ?? '';
  if (service.inFlight.isTaken(token, context)) throw refreshInFlight();
  const holder = service.refreshTokens.find(token)?.grant.userId;
  if (holder !== undefined && service.state.users.get(holder)?.isActive !== true) throw userInactive();
  const redeemed = service.refreshTokens.redeem(token, {
    clientId: app.clientId,
    rotate: app.rotatesTokens ?? service.switches.rotatesTokens,
    idleMs: app.refreshIdleMs,
  });
  if (redeemed === undefined) throw refreshTokenDead();
  return { grant: redeemed.grant, refreshToken: redeemed.next, identifies: true };
};
