export { toBase64 } from './oauth/base64.js';
export { keepFromBrowser, type BrowserSecrets } from './oauth/keep-from-browser.js';
export { createKeptTokens, type KeepTokens } from './oauth/kept-tokens.js';
export { createPkce, type Pkce } from './oauth/pkce.js';
