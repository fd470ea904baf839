import { decodeProtectedHeader, jwtVerify, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import { forbidden, invalidCredentials, missingKeyId } from '../errors.js';
import type { Key } from '../state/model/index.js';
import type { Caller } from './caller.js';
import { callerOfKey } from './key-caller.js';

/** Checks a JWT against the key that it names. Only HS256 counts, and the time is the emulator's. */
export async function verifyBearer(
  token: string,
  keys: ReadonlyMap<string, Key>,
  now: number,
): Promise<Caller> {
  const keyId = keyIdOf(token);
  const key = keys.get(keyId);
  if (key === undefined) throw invalidCredentials();
  return callerOf(key, await verifiedClaims(token, key, now));
}

function keyIdOf(token: string): string {
  const { kid } = headerOf(token);
  if (typeof kid !== 'string' || kid === '') throw missingKeyId();
  return kid;
}

function headerOf(token: string): ProtectedHeaderParameters {
  try {
    return decodeProtectedHeader(token);
  } catch {
    throw invalidCredentials();
  }
}

async function verifiedClaims(token: string, key: Key, now: number): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, new TextEncoder().encode(key.secret), {
      algorithms: ['HS256'],
      currentDate: new Date(now),
    });
    return payload;
  } catch {
    throw invalidCredentials();
  }
}

/** The scope that the token claims, as far as its key can grant it. */
function callerOf(key: Key, claims: JWTPayload): Caller {
  const scope = claims['scope'];
  if (scope === key.scope) return callerOfKey(key);
  if (scope === 'appUser' && key.scope === 'app' && key.appId !== undefined) {
    return { scope, appId: key.appId, userId: userIdOf(claims) };
  }
  throw forbidden();
}

/** The service refuses a user id that is a number. */
function userIdOf(claims: JWTPayload): string {
  const userId = claims['userId'];
  if (typeof userId !== 'string' || userId === '') throw invalidCredentials();
  return userId;
}
