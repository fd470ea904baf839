import { adviseOnRefusal } from './advice.js';
import { loginUrlOf } from './login-host.js';
import { createTokenEndpoint, type RequestTokens, type TokenEndpointOptions } from './token-endpoint.js';

/**
 * The token endpoint for those who have no instance yet: the login host itself may be the instance, since it is trusted
 * with more than a session. Its refusals come with advice.
 */
export function createGrantEndpoint(options: TokenEndpointOptions): RequestTokens {
  const { host } = new URL(loginUrlOf(options));
  const allowedInstanceHosts = [...(options.allowedInstanceHosts ?? []), host];
  return createTokenEndpoint({ ...options, allowedInstanceHosts }, adviseOnRefusal);
}
