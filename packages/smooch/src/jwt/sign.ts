import { CompactSign } from 'jose/jws/compact/sign';

/** What a token says. */
export type Claims = Readonly<Record<string, string | boolean>>;

/**
 * A JWT as the service takes it. It reads `exp` and ignores `iat`, so that clocks which differ a little do no harm. With so few
 * claims a JWT is a text that is signed, which is all that is loaded of jose.
 */
export async function signToken(
  keyId: string,
  secret: string,
  claims: Claims,
  expiresAtMs?: number,
): Promise<string> {
  const exp = expiresAtMs === undefined ? undefined : Math.ceil(expiresAtMs / 1000);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  return new CompactSign(encode(JSON.stringify({ ...claims, exp })))
    .setProtectedHeader({ alg: 'HS256', kid: keyId, typ: 'JWT' })
    .sign(encode(secret));
}
