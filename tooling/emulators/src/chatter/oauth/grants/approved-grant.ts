import type { RegisteredApp } from '../apps.js';
import { hasScope } from '../scopes.js';
import type { OAuthService } from '../service.js';
import type { Granted } from '../token-request.js';

/** What comes of an approval by the user in person: with a refresh token, if its scope is among those approved. */
export function approvedGrant(
  client: RegisteredApp,
  { userId, scope }: { readonly userId: string; readonly scope: string },
  service: OAuthService,
): Granted {
  const grant = { userId, client, scope };
  const isLasting = hasScope(scope, 'refresh_token');
  return {
    grant,
    refreshToken: isLasting ? service.refreshTokens.issue(grant) : undefined,
    identifies: true,
  };
}
