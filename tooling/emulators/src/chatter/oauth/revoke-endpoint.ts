import { tokenTypeUnsupported, tokenUnknown } from './oauth-error.js';
import { readParameters } from './parameters.js';
import type { OAuthService } from './service.js';

/** `POST /services/oauth2/revoke`: ends an access token, or a refresh token with all its access tokens. */
export async function answerRevokeRequest(request: Request, service: OAuthService): Promise<void> {
  const token = (await readParameters(request)).get('token');
  if (token === null || token === '') throw tokenTypeUnsupported();
  if (service.sessions.close(token)) return;
  const grant = service.refreshTokens.revoke(token);
  if (grant === undefined) throw tokenUnknown();
  service.sessions.closeAllOf(grant);
}
