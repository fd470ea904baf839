import { toBase64Url } from './base64.js';

/** The two halves of a proof key: the challenge goes ahead, the verifier follows with the code. */
export interface Pkce {
  /** Keep it until the user comes back, and give it to {@link exchangeCode}. */
  readonly codeVerifier: string;
  /** For {@link authorizationUrl}. */
  readonly codeChallenge: string;
}

/**
 * A proof that whoever exchanges a code is the one who asked for it (PKCE, `S256`). One for each login.
 *
 * @example
 * ```ts
 * import { authorizationUrl, createPkce } from '@x/chatter/oauth';
 *
 * const { codeVerifier, codeChallenge } = await createPkce();
 * sessionStorage.setItem('verifier', codeVerifier);
 * location.href = authorizationUrl({ clientId: '3MVG…', redirectUri: 'https://example.com/back', codeChallenge });
 * ```
 * @see https://www.rfc-editor.org/rfc/rfc7636
 */
export async function createPkce(): Promise<Pkce> {
  const codeVerifier = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  return { codeVerifier, codeChallenge: toBase64Url(new Uint8Array(digest)) };
}
