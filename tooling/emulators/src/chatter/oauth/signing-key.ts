import { exportJWK, generateKeyPair, type JWK } from 'jose';

/** The key that id tokens are signed with. */
export interface SigningKey {
  readonly id: string;
  readonly privateKey: CryptoKey;
  /** What `/id/keys` publishes. */
  readonly publicKey: JWK;
}

/** Makes the key when it is first needed, since most runs need none. */
export function createSigningKey(): () => Promise<SigningKey> {
  let key: Promise<SigningKey> | undefined;
  return () => (key ??= makeKey('246'));
}

async function makeKey(id: string): Promise<SigningKey> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  return {
    id,
    privateKey,
    publicKey: { ...(await exportJWK(publicKey)), kid: id, alg: 'RS256', use: 'sig' },
  };
}
