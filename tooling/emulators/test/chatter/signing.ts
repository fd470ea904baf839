import { generateKeyPairSync } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';

/** A key pair of RSA; the public half goes to the service as PEM. */
export function keyPair() {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return { privateKey, publicPem: publicKey.export({ type: 'spki', format: 'pem' }).toString() };
}

/** A JWT of these claims, signed. */
export function sign(
  claims: JWTPayload,
  key: ReturnType<typeof keyPair>['privateKey'] | Uint8Array,
  algorithm = 'RS256',
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg: algorithm }).sign(key);
}
