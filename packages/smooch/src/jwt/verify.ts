import { jwtVerify } from 'jose/jwt/verify';
import { SmoochError } from '../errors.js';
import type { Open } from '../types/open.js';

/** What a token says. */
export interface TokenClaims {
  readonly scope?: Open<'account' | 'app' | 'appUser' | 'integration' | 'user'>;
  /** Scope `appUser`. */
  readonly userId?: string;
  /** Scope `user`. */
  readonly external_id?: string;
  /** Unix seconds. */
  readonly exp?: number;
  readonly [claim: string]: unknown;
}

/**
 * Verifies a token as the service does: HS256, with a key that you know by its id, and not over. Secrets stand by the ids of their keys.
 *
 * Rejects with `auth` and `INVALID_TOKEN` (not a JWT, another algorithm, another signature), `UNKNOWN_KEY` or `TOKEN_EXPIRED`.
 *
 * @example
 * ```ts
 * import { verifyJwt } from '@x/smooch/jwt';
 *
 * export async function userOf(token: string, secret: string): Promise<string | undefined> {
 *   const { scope, userId } = await verifyJwt(token, { app_5b85a397334c19154d2f: secret });
 *   return scope === 'appUser' ? userId : undefined;
 * }
 * ```
 */
export async function verifyJwt(
  token: string,
  secrets: Readonly<Record<string, string>>,
): Promise<TokenClaims> {
  try {
    const { payload } = await jwtVerify(
      token,
      ({ kid = '' }) => {
        const secret = Object.hasOwn(secrets, kid) ? secrets[kid] : undefined;
        return secret ? new TextEncoder().encode(secret) : refuse('UNKNOWN_KEY', 'its key is not known');
      },
      { algorithms: ['HS256'] },
    );
    return payload;
  } catch (error) {
    if (error instanceof SmoochError) throw error;
    const { code } = Object(error) as { readonly code?: unknown };
    return code === 'ERR_JWT_EXPIRED'
      ? refuse('TOKEN_EXPIRED', 'its time is over')
      : refuse('INVALID_TOKEN', 'it is no JWT that this key has signed by HS256');
  }
}

function refuse(code: string, why: string): never {
  throw new SmoochError(`smooch: the token does not hold: ${why}`, { service: 'smooch', kind: 'auth', code });
}
