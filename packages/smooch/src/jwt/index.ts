export { externalUserJwt, type ExternalUserTokenOptions } from './external-user.js';
export type { TokenOptions } from './mint.js';
export { serviceToken, type ServiceTokenOptions } from './service.js';
export { jwtForUser, type UserTokenOptions } from './user.js';
export { verifyJwt, type TokenClaims } from './verify.js';
