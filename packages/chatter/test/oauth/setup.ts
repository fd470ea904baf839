import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { TokenEndpointOptions } from '../../src/oauth/index.js';
import { setUp as setUpOrg, type Setup } from '../setup.js';

/** What the login of an app of the org needs. */
export interface OAuthSetup extends Setup {
  readonly app: TokenEndpointOptions & { readonly loginUrl: string; readonly clientSecret: string };
}

/** An org for one test, and one of its apps. */
export async function setUp(...options: Parameters<typeof setUpOrg>): Promise<OAuthSetup> {
  const org = await setUpOrg(...options);
  const { clientId, clientSecret } = org.emulator.credentials;
  return { ...org, app: { loginUrl: org.emulator.url, clientId, clientSecret } };
}

/** A private key in the forms that people have, and the public half that the app is given. */
export interface KeyPair {
  readonly pkcs8: string;
  readonly pkcs1: string;
  readonly encrypted: readonly string[];
  readonly certificate: string;
}

export function createKeyPair(modulusLength = 2048): KeyPair {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength });
  const pem = (key: KeyObject, type: 'pkcs8' | 'pkcs1', passphrase?: string): string =>
    key
      .export({ type, format: 'pem', ...(passphrase !== undefined && { cipher: 'aes-256-cbc', passphrase }) })
      .toString();
  return {
    pkcs8: pem(privateKey, 'pkcs8'),
    pkcs1: pem(privateKey, 'pkcs1'),
    encrypted: [pem(privateKey, 'pkcs8', 'secret'), pem(privateKey, 'pkcs1', 'secret')],
    certificate: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
  };
}
