import type { Random } from '../../frame/index.js';
import type { Grant } from '../sessions.js';

/** What became of a refresh token that was presented. */
export type Redeemed =
  | { readonly outcome: 'accepted'; readonly grant: Grant; readonly next: string | undefined }
  | { readonly outcome: 'reused'; readonly grant: Grant }
  | { readonly outcome: 'unknown' };

export interface RefreshTokens {
  issue(grant: Grant): string;
  /** Uses a token. With `rotate` it gives way to a new one, and presenting it again ends its whole family. */
  redeem(token: string, rotate: boolean): Redeemed;
  /** Ends the family of a token and says whose it was. */
  revoke(token: string): Grant | undefined;
}

/** All tokens that came of one approval. */
interface Family {
  readonly grant: Grant;
  current: string | undefined;
}

export function createRefreshTokens(random: Random): RefreshTokens {
  const families = new Map<string, Family>();
  const newToken = (family: Family): string => {
    const token = `5Aep861${random.base62(79)}`;
    family.current = token;
    families.set(token, family);
    return token;
  };

  return {
    issue: (grant) => newToken({ grant, current: undefined }),
    redeem(token, rotate) {
      const family = families.get(token);
      if (family?.current === undefined) return { outcome: 'unknown' };
      const { grant } = family;
      if (family.current !== token) {
        family.current = undefined;
        return { outcome: 'reused', grant };
      }
      return { outcome: 'accepted', grant, next: rotate ? newToken(family) : undefined };
    },
    revoke(token) {
      const family = families.get(token);
      if (family?.current === undefined) return undefined;
      family.current = undefined;
      return family.grant;
    },
  };
}
