import type { Grant } from '../sessions.js';
import { authenticateClient } from './client-authentication.js';
import { clientNotEntitled } from './oauth-error.js';
import type { OAuthService } from './service.js';
import { identityUrl } from './token-answer.js';
import type { TokenRequest } from './token-request.js';

/** `POST /services/oauth2/introspect`: what a token stands for, told to applications that may know. */
export async function answerIntrospectRequest(
  request: TokenRequest,
  service: OAuthService,
): Promise<Record<string, string | number | boolean>> {
  const app = await authenticateClient(request, service, 'always');
  if (!app.mayIntrospect) throw clientNotEntitled();
  const token = request.parameters.get('token') ?? '';
  const session = service.sessions.find(token);
  if (session !== undefined) {
    const { grant, issuedAt, expiresAt } = session;
    return {
      ...described(grant, request.origin, service),
      token_type: 'access_token',
      exp: seconds(expiresAt),
      iat: seconds(issuedAt),
      nbf: seconds(issuedAt),
    };
  }
  const refreshToken = service.refreshTokens.find(token);
  if (refreshToken === undefined) return { active: false };
  const { grant, issuedAt } = refreshToken;
  const times = { iat: seconds(issuedAt), nbf: seconds(issuedAt) };
  return { ...described(grant, request.origin, service), token_type: 'refresh_token', ...times };
}

function described(
  { userId, client, scope }: Grant,
  origin: string,
  { state }: OAuthService,
): Record<string, string | boolean> {
  return {
    active: true,
    scope,
    client_id: client.clientId,
    username: state.users.get(userId)?.username ?? '',
    sub: identityUrl(origin, state.org.id, userId),
  };
}

function seconds(time: number): number {
  return Math.floor(time / 1_000);
}
