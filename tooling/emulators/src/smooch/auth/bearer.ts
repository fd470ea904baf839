import { compactVerify, decodeProtectedHeader, type JWTPayload, type ProtectedHeaderParameters } from 'jose';
import { forbidden, invalidCredentials, missingKeyId } from '../errors.js';
import { isBody, type Body } from '../input/fields.js';
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
    const { payload } = await compactVerify(token, new TextEncoder().encode(key.secret), {
      algorithms: ['HS256'],
    });
    const claims: unknown = JSON.parse(new TextDecoder().decode(payload));
    if (isBody(claims) && isInTime(claims, Math.floor(now / 1000))) return claims;
  } catch {
    // Whatever is wrong with a token, it is told in the same words.
  }
  throw invalidCredentials();
}

/** `iat` is not looked at: some write a date in it, and clocks that are ahead one of the future. */
function isInTime({ exp, nbf }: Body, nowSeconds: number): boolean {
  const hasEnded = exp !== undefined && !(typeof exp === 'number' && exp > nowSeconds);
  const hasBegun = nbf === undefined || (typeof nbf === 'number' && nbf <= nowSeconds);
  return hasBegun && !hasEnded;
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
