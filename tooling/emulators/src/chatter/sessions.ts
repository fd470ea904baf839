import type { Clock, Random } from '../frame/index.js';
import { authHeaderInvalid, sessionInvalid, sessionRefused } from './errors.js';
import type { ClientApp } from './state/model.js';

/** That a user lets an application act in the user's name. */
export interface Grant {
  readonly userId: string;
  readonly client: ClientApp;
  readonly scope: string;
}

/** What an access token stands for. */
export interface Session {
  readonly grant: Grant;
  /** 1 for the first access token of its grant, one more for each that follows. */
  readonly generation: number;
  readonly issuedAt: number;
  readonly expiresAt: number;
}

/** Which sessions are meant: those that have all that is given. */
export interface SessionFilter {
  readonly userId?: string;
  readonly generation?: number;
}

/** Why the service declines sessions that are alive. A new token does not help against either. */
export type SessionRefusal = 'agent' | 'rest';

/** Access tokens and what they stand for. */
export interface Sessions {
  /** A new access token. */
  open(grant: Grant): string;
  /** What a token stands for; undefined when it is unknown, expired or revoked. */
  find(token: string): Session | undefined;
  /** The grant by which a call with this `Authorization` header may use the API. Throws the 401 of all others. */
  admit(authorization: string | null): Grant;
  /** Ends one token. False when it was not alive. */
  close(token: string): boolean;
  /** Ends all tokens of a grant. */
  closeAllOf(grant: Grant): void;
  /** Ends all tokens, or those that the filter means. */
  closeAll(filter?: SessionFilter): void;
  /** From now on declines every session for this reason; undefined for none. */
  refuse(reason: SessionRefusal | undefined): void;
}

const refusals: Readonly<Record<SessionRefusal, string>> = {
  agent: 'Connected app is not attached to Agent',
  rest: 'This session is not valid for use with the REST API',
};

/** With one of these a token may use the data API. */
const apiScopes: ReadonlySet<string> = new Set(['api', 'chatter_api', 'full', 'web']);

export function createSessions(options: {
  readonly clock: Clock;
  readonly random: Random;
  readonly orgId: string;
  readonly sessionMs: number;
}): Sessions {
  const { clock, random, orgId, sessionMs } = options;
  const sessions = new Map<string, Session>();
  const generations = new WeakMap<Grant, number>();
  let refusal: SessionRefusal | undefined;

  const find = (token: string): Session | undefined => {
    const session = sessions.get(token);
    if (session === undefined || clock.now() < session.expiresAt) return session;
    sessions.delete(token);
    return undefined;
  };
  const closeWhere = (isMeant: (session: Session) => boolean): void => {
    for (const [token, session] of sessions) if (isMeant(session)) sessions.delete(token);
  };

  return {
    open(grant) {
      const token = `${orgId.slice(0, 15)}!AQ${random.base62(6)}.${random.base62(86)}`;
      const generation = (generations.get(grant) ?? 0) + 1;
      generations.set(grant, generation);
      const issuedAt = clock.now();
      sessions.set(token, { grant, generation, issuedAt, expiresAt: issuedAt + sessionMs });
      return token;
    },
    find,
    admit(authorization) {
      if (authorization === null) throw sessionInvalid();
      const token = tokenOf(authorization);
      if (token === undefined) throw authHeaderInvalid();
      const session = find(token);
      if (session === undefined) throw sessionInvalid();
      if (refusal !== undefined) throw sessionRefused(refusals[refusal]);
      const { grant } = session;
      if (!grant.scope.split(' ').some((scope) => apiScopes.has(scope))) throw sessionRefused(refusals.rest);
      return grant;
    },
    close: (token) => find(token) !== undefined && sessions.delete(token),
    closeAllOf: (grant) => closeWhere((session) => session.grant === grant),
    closeAll({ userId, generation } = {}) {
      closeWhere(
        (session) =>
          (userId === undefined || session.grant.userId === userId) &&
          (generation === undefined || session.generation === generation),
      );
    },
    refuse(reason) {
      refusal = reason;
    },
  };
}

/** The token of an `Authorization` header of either scheme. */
export function tokenOf(authorization: string | null): string | undefined {
  return /^(?:Bearer|OAuth) +(\S+)$/i.exec(authorization ?? '')?.[1];
}
