export { createPkce, type Pkce } from '@x/http-core/oauth';
export { authorizationUrl, type AuthorizationOptions } from './authorization-url.js';
export { clientCredentials, type ClientCredentialsOptions } from './client-credentials.js';
export { exchangeCode, type ExchangeCodeOptions } from './exchange-code.js';
export { introspect, type IntrospectOptions, type Introspection } from './introspect.js';
export { jwtBearer, type JwtBearerOptions } from './jwt-bearer.js';
export type { LoginHostOptions } from './login-host.js';
export { readRedirect } from './read-redirect.js';
export { refreshTokens, type RefreshTokensOptions } from './refresh-tokens.js';
export { revoke, type RevokeOptions } from './revoke.js';
export type { TokenEndpointOptions } from './token-endpoint.js';
export { tokenExchange, type TokenExchangeOptions } from './token-exchange.js';
export { userInfo, type UserInfo } from './user-info.js';
// By star, since naming what is deprecated counts as using it.
export * from './username-password.js';
export { verifySignature } from './verify-signature.js';
export type { SessionOptions } from '../session.js';
export type { ChatterTokens, TokenAnswer } from '../tokens.js';
