import { authenticateClient } from '../client-authentication.js';
import {
  parameterInvalid,
  parameterMissing,
  subjectTokenInvalid,
  tokenHandlerMissing,
} from '../oauth-error.js';
import { grantedScope } from '../scopes.js';
import type { GrantHandler } from '../token-request.js';
import { logIn, userNamed } from '../users.js';
import { approvedGrant } from './approved-grant.js';

const longestToken = 10_000;
const typePrefix = 'urn:ietf:params:oauth:token-type:';
const types: ReadonlySet<string> = new Set(['access_token', 'refresh_token', 'id_token', 'saml2', 'jwt']);

/** Trades a token of somebody else, if a handler of the org says whom it stands for. */
export const grantByTokenExchange: GrantHandler = async (request, service) => {
  const { parameters } = request;
  const app = await authenticateClient(request, service);
  const token = needed(parameters, 'subject_token');
  const type = needed(parameters, 'subject_token_type');
  if (token.length > longestToken) throw parameterInvalid('subject_token');
  if (!type.startsWith(typePrefix) || !types.has(type.slice(typePrefix.length))) {
    throw parameterInvalid('subject_token_type');
  }
  const handler = service.tokenHandlers.get(parameters.get('token_handler') ?? '');
  if (handler === undefined) throw tokenHandlerMissing();
  const user = userNamed(service.state, await handler(token, type));
  if (user === undefined) throw subjectTokenInvalid();
  const scope = grantedScope(parameters.get('scope'), app);
  logIn(user, app, service);
  return approvedGrant(app, { userId: user.id, scope }, service);
};

function needed(parameters: URLSearchParams, name: string): string {
  const value = parameters.get(name);
  if (value === null || value === '') throw parameterMissing(name);
  return value;
}
