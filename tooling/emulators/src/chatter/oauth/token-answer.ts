import { createHmac } from 'node:crypto';
import { signIdToken } from './id-token.js';
import { hasScope } from './scopes.js';
import type { OAuthService } from './service.js';
import type { Granted } from './token-request.js';

/** Opens a session and answers its token. There is no `expires_in`: how long a session lasts is the org's secret. */
export async function tokenAnswer(
  granted: Granted,
  origin: string,
  service: OAuthService,
): Promise<Record<string, string>> {
  const { grant, refreshToken, nonce } = granted;
  const now = service.clock.now();
  const id = identityUrl(origin, service.state.org.id, grant.userId);
  const issuedAt = String(now);
  const { clientId, clientSecret } = service.apps.find(grant.client.clientId) ?? grant.client;
  const accessToken = service.sessions.open(grant);
  const identifies = granted.identifies === true && hasScope(grant.scope, 'openid');
  const about = { issuer: origin, clientId, subject: id, accessToken, nonce, now };
  return {
    access_token: accessToken,
    ...(refreshToken === undefined ? {} : { refresh_token: refreshToken }),
    signature: createHmac('sha256', clientSecret).update(`${id}${issuedAt}`).digest('base64'),
    ...(granted.saysFormat === true ? { token_format: 'opaque' } : { scope: grant.scope }),
    ...(identifies ? { id_token: await signIdToken(await service.signingKey(), about) } : {}),
    instance_url: service.instances.urlFor(origin),
    id,
    token_type: 'Bearer',
    issued_at: issuedAt,
  };
}

/** Where the service says who somebody is; it is also that person's name in tokens. */
export function identityUrl(origin: string, orgId: string, userId: string): string {
  return `${origin}/id/${orgId}/${userId}`;
}
