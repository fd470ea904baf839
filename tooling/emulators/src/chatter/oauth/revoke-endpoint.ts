import { tokenTypeUnsupported, tokenUnknown } from './oauth-error.js';
import type { OAuthService } from './service.js';
import type { TokenRequest } from './token-request.js';

/** `POST /services/oauth2/revoke`: ends an access token, or a refresh token with all its access tokens. */
export function answerRevokeRequest({ parameters }: TokenRequest, service: OAuthService): void {
  const token = parameters.get('token');
  if (token === null || token === '') throw tokenTypeUnsupported();
  if (!service.sessions.close(token) && !service.refreshTokens.revoke(token)) throw tokenUnknown();
}
