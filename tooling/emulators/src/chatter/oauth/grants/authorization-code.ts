import { verifierMatches } from '../authorization-codes.js';
import { authenticateClient } from '../client-authentication.js';
import {
  codeExpired,
  parameterMissing,
  redirectUriWrong,
  userInactive,
  verifierWrong,
} from '../oauth-error.js';
import type { GrantHandler } from '../token-request.js';
import { approvedGrant } from './approved-grant.js';

/** Trades the code that came back to the application's redirect URI. */
export const grantByAuthorizationCode: GrantHandler = async (request, service) => {
  const { parameters } = request;
  const app = await authenticateClient(request, service);
  const code = parameters.get('code');
  if (code === null) throw parameterMissing('code');
  const approval = service.codes.find(code);
  if (approval === undefined || approval.clientId !== app.clientId) throw codeExpired();
  if (parameters.get('redirect_uri') !== approval.redirectUri) throw redirectUriWrong();
  if (!verifierMatches(approval.challenge, parameters.get('code_verifier'))) throw verifierWrong();
  service.codes.use(code);
  if (service.state.users.get(approval.userId)?.isActive !== true) throw userInactive();
  return { ...approvedGrant(app, approval, service), nonce: approval.nonce };
};
