import { authenticateClient } from '../client-authentication.js';
import { passwordWrong } from '../oauth-error.js';
import { scopeWithout } from '../scopes.js';
import type { GrantHandler } from '../token-request.js';
import { logIn, userNamed } from '../users.js';

/** Gives no refresh token: whoever has the password can ask again. */
export const grantByPassword: GrantHandler = async (request, service) => {
  const { parameters } = request;
  const client = await authenticateClient(request, service, 'always');
  const user = userNamed(service.state, parameters.get('username'));
  const isRight = user !== undefined && user.password === parameters.get('password');
  // An org that has switched the grant off says no more than that it failed.
  if (!isRight || !service.switches.allowsPasswordGrant) throw passwordWrong();
  logIn(user, client, service);
  return { grant: { userId: user.id, client, scope: scopeWithout(client, 'refresh_token') } };
};
