import { toBase64Url } from './base64.js';

/** The two halves of a proof key: the challenge goes ahead, the verifier follows with the code. */
export interface Pkce {
  /** Keep it until the user comes back, and send it along with the code. */
  readonly codeVerifier: string;
  /** For the address that the user is sent to. */
  readonly codeChallenge: string;
}

/**
 * A proof that whoever exchanges a code is the one who asked for it (PKCE, `S256`). One for each login.
 *
 * @example
 * ```ts
 * import { createPkce } from '@x/http-core/oauth';
 *
 * const { codeVerifier, codeChallenge } = await createPkce();
 * sessionStorage.setItem('verifier', codeVerifier);
 * location.href = `https://example.com/authorize?code_challenge_method=S256&code_challenge=${codeChallenge}`;
 * ```
 * @see https://www.rfc-editor.org/rfc/rfc7636
 */
export async function createPkce(): Promise<Pkce> {
  const codeVerifier = toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(codeVerifier));
  return { codeVerifier, codeChallenge: toBase64Url(new Uint8Array(digest)) };
}
