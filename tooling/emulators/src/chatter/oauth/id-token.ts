import { createHash } from 'node:crypto';
import { SignJWT } from 'jose';
import type { SigningKey } from './signing-key.js';

const lifetimeSeconds = 120;

/** Says who has approved which application, signed. */
export function signIdToken(
  key: SigningKey,
  about: {
    readonly issuer: string;
    readonly clientId: string;
    /** The identity URL of the user. */
    readonly subject: string;
    readonly accessToken: string;
    readonly nonce: string | undefined;
    readonly now: number;
  },
): Promise<string> {
  const { issuer, clientId, subject, accessToken, nonce } = about;
  const issuedAt = Math.floor(about.now / 1_000);
  // OpenID Connect Core, section 3.1.3.6: the left half of the hash.
  const hash = createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url');
  return new SignJWT({ at_hash: hash, ...(nonce === undefined ? {} : { nonce }) })
    .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: key.id })
    .setIssuer(issuer)
    .setSubject(subject)
    .setAudience(clientId)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + lifetimeSeconds)
    .sign(key.privateKey);
}
