import { SignJWT } from 'jose/jwt/sign';

/** What a token says. */
export type Claims = Readonly<Record<string, string | boolean>>;

/** A JWT as the service takes it. It reads `exp` and ignores `iat`, so that clocks which differ a little do no harm. */
export async function signToken(
  keyId: string,
  secret: string,
  claims: Claims,
  expiresAtMs?: number,
): Promise<string> {
  const token = new SignJWT(claims).setProtectedHeader({ alg: 'HS256', kid: keyId, typ: 'JWT' });
  if (expiresAtMs !== undefined) token.setExpirationTime(Math.ceil(expiresAtMs / 1000));
  return token.sign(new TextEncoder().encode(secret));
}
