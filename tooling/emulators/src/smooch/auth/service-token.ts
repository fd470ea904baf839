import { SignJWT } from 'jose';
import type { Key } from '../state/model/index.js';

/** A token that a key signs for whatever the key opens, good until the key goes. */
export async function serviceToken({ id, secret, scope }: Key, now: number): Promise<string> {
  return new SignJWT({ scope })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: id })
    .setIssuedAt(Math.floor(now / 1000))
    .sign(new TextEncoder().encode(secret));
}
