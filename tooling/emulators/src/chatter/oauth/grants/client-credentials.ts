import { authenticateClient } from '../client-authentication.js';
import { domainUnsupported, runAsMissing } from '../oauth-error.js';
import { scopeWithout } from '../scopes.js';
import type { GrantHandler } from '../token-request.js';
import { logIn, userNamed } from '../users.js';

/** Lets an application in as the user that it was registered to run as. Only the org's own host knows which that is. */
export const grantByClientCredentials: GrantHandler = async (request, service) => {
  if (service.switches.isLoginHost) throw domainUnsupported();
  const client = await authenticateClient(request, service, 'always');
  const user = userNamed(service.state, client.runAs);
  if (user === undefined) throw runAsMissing();
  logIn(user, client, service);
  const scope = scopeWithout(client, 'refresh_token', 'full', 'web');
  return { grant: { userId: user.id, client, scope }, saysFormat: true };
};
