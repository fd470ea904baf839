export { authorizationUrl, type AuthorizationOptions } from './authorization-url.js';
export { exchangeCode, type ExchangeCodeOptions, type TokenAnswer } from './exchange-code.js';
export { revoke, type RevokeOptions } from './revoke.js';
export type { OAuthOptions } from './service.js';
export { tokenInfo, type TokenOptions } from './token-info.js';
export type { App, AppResponse } from '../v2/types/app.js';
export type { BrowserSecrets } from '@x/http-core/oauth';
