import type { Clock, Random } from '../../frame/index.js';
import type { Grant } from '../sessions.js';

/** What a live refresh token stands for. */
export interface RefreshToken {
  readonly grant: Grant;
  readonly issuedAt: number;
}

export interface RefreshTokens {
  /** A token for a new approval. A sixth of one user for one application silently ends the oldest. */
  issue(grant: Grant): string;
  find(token: string): RefreshToken | undefined;
  /** Whether an approval of this application by this user stands: one that was for longer than a session, and not revoked. */
  hasApproved(userId: string, clientId: string): boolean;
  /**
   * Uses a token, and answers its successor if it has one; undefined when the token is dead. With `rotate` it gives way to a new
   * one, and presenting it again ends its whole family.
   */
  redeem(
    token: string,
    use: RefreshUse,
  ): { readonly grant: Grant; readonly next: string | undefined } | undefined;
  /** Ends the family of a token. False when it was dead. */
  revoke(token: string): boolean;
}

export interface RefreshUse {
  /** Who shows the token, which must be the one that it was issued to. */
  readonly clientId: string;
  readonly rotate: boolean;
  /** How long the token may have lain unused, in milliseconds. */
  readonly idleMs: number | undefined;
}

/** All tokens that came of one approval. */
interface Family {
  readonly grant: Grant;
  current: string | undefined;
  issuedAt: number;
  usedAt: number;
}

const mostApprovals = 5;

export function createRefreshTokens(options: {
  readonly clock: Clock;
  readonly random: Random;
  /** Told when a grant has come to its end. */
  readonly onEnd: (grant: Grant) => void;
}): RefreshTokens {
  const { clock, random, onEnd } = options;
  const families = new Map<string, Family>();
  const approvals = new Map<string, Family[]>();
  const keyOf = (userId: string, clientId: string): string => `${userId} ${clientId}`;

  const newToken = (family: Family): string => {
    const token = `5Aep861${random.base62(79)}`;
    family.current = token;
    family.issuedAt = clock.now();
    families.set(token, family);
    return token;
  };
  const end = (family: Family): void => {
    family.current = undefined;
    onEnd(family.grant);
  };
  const living = (token: string): Family | undefined => {
    const family = families.get(token);
    return family?.current === token ? family : undefined;
  };

  return {
    issue(grant) {
      const key = keyOf(grant.userId, grant.client.clientId);
      const alive = (approvals.get(key) ?? []).filter((family) => family.current !== undefined);
      for (const oldest of alive.splice(0, alive.length - mostApprovals + 1)) end(oldest);
      const family = { grant, current: undefined, issuedAt: 0, usedAt: clock.now() };
      approvals.set(key, [...alive, family]);
      return newToken(family);
    },
    find(token) {
      const family = living(token);
      return family && { grant: family.grant, issuedAt: family.issuedAt };
    },
    hasApproved(userId, clientId) {
      const given = approvals.get(keyOf(userId, clientId)) ?? [];
      return given.some((family) => family.current !== undefined);
    },
    redeem(token, { clientId, rotate, idleMs = Infinity }) {
      const family = families.get(token);
      if (family?.current === undefined || family.grant.client.clientId !== clientId) return undefined;
      if (family.current !== token || clock.now() - family.usedAt > idleMs) {
        end(family);
        return undefined;
      }
      family.usedAt = clock.now();
      return { grant: family.grant, next: rotate ? newToken(family) : undefined };
    },
    revoke(token) {
      const family = living(token);
      if (family !== undefined) end(family);
      return family !== undefined;
    },
  };
}
