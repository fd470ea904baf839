import type { Clock, Random } from '../frame/index.js';
import type { ClientApp } from './state/model.js';

/** That a user lets an application act in the user's name. */
export interface Grant {
  readonly userId: string;
  readonly client: ClientApp;
  readonly scope: string;
}

/** Access tokens and what they stand for. */
export interface Sessions {
  /** A new access token. */
  open(grant: Grant): string;
  /** What a token stands for; undefined when it is unknown, expired or revoked. */
  find(token: string): Grant | undefined;
  /** Ends one token. False when it was not alive. */
  close(token: string): boolean;
  /** Ends all tokens of a grant. */
  closeAllOf(grant: Grant): void;
  closeAll(): void;
}

interface Session {
  readonly grant: Grant;
  readonly expiresAt: number;
}

export function createSessions(options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly orgId: string;
  readonly sessionMs: number;
}): Sessions {
  const { clock, random, orgId, sessionMs } = options;
  const sessions = new Map<string, Session>();

  const alive = (token: string): Session | undefined => {
    const session = sessions.get(token);
    if (session === undefined || clock.now() < session.expiresAt) return session;
    sessions.delete(token);
    return undefined;
  };

  return {
    open(grant) {
      const token = `${orgId.slice(0, 15)}!AQ${random.base62(6)}.${random.base62(86)}`;
      sessions.set(token, { grant, expiresAt: clock.now() + sessionMs });
      return token;
    },
    find: (token) => alive(token)?.grant,
    close: (token) => alive(token) !== undefined && sessions.delete(token),
    closeAllOf(grant) {
      for (const [token, session] of sessions) {
        if (session.grant === grant) sessions.delete(token);
      }
    },
    closeAll() {
      sessions.clear();
    },
  };
}

/** The token of an `Authorization` header of either scheme. */
export function tokenOf(authorization: string | null): string | undefined {
  return /^(?:Bearer|OAuth) +(\S+)$/i.exec(authorization ?? '')?.[1];
}
