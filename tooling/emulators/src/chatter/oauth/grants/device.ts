import { authenticateClient } from '../client-authentication.js';
import {
  accessDenied,
  appBlocked,
  authorizationPending,
  clientUnknown,
  codeExpired,
  parameterMissing,
  pollingTooFast,
} from '../oauth-error.js';
import { grantedScope } from '../scopes.js';
import type { OAuthService } from '../service.js';
import type { GrantHandler, TokenRequest } from '../token-request.js';
import { approvedGrant } from './approved-grant.js';

const pollSeconds = 5;

/** Gives a device the code that it shows, and the code that it asks with. */
export function beginDeviceFlow(
  request: TokenRequest,
  service: OAuthService,
): Record<string, string | number> {
  // The secret is asked for when the device wants its token, not before.
  const app = service.apps.find(request.parameters.get('client_id'));
  if (app === undefined) throw clientUnknown();
  if (app.blockedUntilInstalled) throw appBlocked();
  const scope = grantedScope(request.parameters.get('scope'), app);
  const { deviceCode, userCode } = service.deviceCodes.begin(app.clientId, scope);
  return {
    device_code: deviceCode,
    user_code: userCode,
    verification_uri: `${request.origin}/setup/connect`,
    interval: pollSeconds,
  };
}

/** Asks whether somebody has approved the device by now. */
export const grantByDevice: GrantHandler = async (request, service) => {
  const app = await authenticateClient(request, service);
  const code = request.parameters.get('code');
  if (code === null) throw parameterMissing('code');
  const device = service.deviceCodes.byDeviceCode(code);
  if (device === undefined || device.clientId !== app.clientId) throw codeExpired();
  const now = service.clock.now();
  const isTooFast = now - device.polledAt < pollSeconds * 1_000;
  device.polledAt = now;
  if (isTooFast) throw pollingTooFast();
  const { userId, scope } = device;
  if (userId === undefined) throw authorizationPending();
  service.deviceCodes.end(device);
  if (userId === null) throw accessDenied();
  return approvedGrant(app, { userId, scope }, service);
};
