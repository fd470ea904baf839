export { createPkce, type BrowserSecrets, type KeepTokens, type Pkce } from '@x/http-core/oauth';
export type { AppOptions, OAuthOptions } from './app.js';
export { authorizationUrl, type AuthorizationOptions } from './authorization-url.js';
export {
  exchangeClassicCode,
  exchangeCode,
  type ClassicInstallation,
  type ExchangeCodeOptions,
} from './exchange-code.js';
export { exchangeToken, type ExchangeTokenOptions } from './exchange-token.js';
export { readRedirect } from './read-redirect.js';
export { revoke, type RevokeOptions } from './revoke.js';
export {
  rotateConfigurationToken,
  type ConfigurationTokens,
  type RotateConfigurationTokenOptions,
} from './rotate-configuration-token.js';
export { rotatingToken, type RotatingTokenOptions } from './rotating-token.js';
export { tokensOf, type Installation, type RotatingTokens, type TokenGrant } from './tokens.js';
