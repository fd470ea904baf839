import { verifyAssertion } from '../assertion.js';
import { checkAddress } from '../client-authentication.js';
import { assertionInvalid, parameterMissing, userNotApproved } from '../oauth-error.js';
import { scopeWithout } from '../scopes.js';
import type { GrantHandler } from '../token-request.js';
import { isAdmitted, logIn, userNamed } from '../users.js';

/** Lets a user in whom the application names in a signed JWT, and who has approved it before. */
export const grantByJwt: GrantHandler = async (request, service) => {
  const { parameters, origin } = request;
  const assertion = parameters.get('assertion');
  if (assertion === null) throw parameterMissing('assertion');
  const { app, claims } = await verifyAssertion(assertion, service, service.instances.all(origin));
  checkAddress(app, request);
  // The older name of the claim wins.
  const username = claims['prn'] ?? claims.sub;
  if (typeof username !== 'string') throw assertionInvalid();
  const user = userNamed(service.state, username);
  if (user === undefined) throw userNotApproved();
  logIn(user, app, service);
  if (!isAdmitted(user, app) && !service.refreshTokens.hasApproved(user.id, app.clientId)) {
    throw userNotApproved();
  }
  return { grant: { userId: user.id, client: app, scope: scopeWithout(app, 'refresh_token') } };
};
