import { isServiceError, type Clock } from '@x/http-core';
import { fail } from './errors.js';

/** Keeps logins apart: too many of them, good or bad, end in a CAPTCHA. */
export interface LoginGate {
  /** Runs a login; rejects in its place with the refusal that still counts, or when a session was renewed just before. */
  pass<T>(login: () => Promise<T>, isRenewal: boolean): Promise<T>;
  /** Somebody else logs in: what was refused says nothing about them. */
  forget(): void;
}

const quietMs = 60_000;
/** After a failure that says nothing about the account. */
const pauseMs = 1000;

export function createLoginGate(clock: Clock): LoginGate {
  let refused: { readonly error: unknown; readonly until: number } | undefined;
  let renewableAt = 0;

  return {
    async pass(login, isRenewal) {
      const now = clock.now();
      if (refused !== undefined && now < refused.until) throw refused.error;
      if (isRenewal) {
        if (now < renewableAt) throw lostAgain(renewableAt - now);
        renewableAt = now + quietMs;
      }
      try {
        return await login();
      } catch (error) {
        refused = { error, until: clock.now() + pauseAfter(error) };
        throw error;
      }
    },
    forget() {
      refused = undefined;
    },
  };
}

function pauseAfter(error: unknown): number {
  if (!isServiceError(error)) return pauseMs;
  const { kind, code, retryAfterMs = 0 } = error;
  const isRefusal = /^(auth|rate-limit|refused)$/.test(kind) || code === 'CLOUDFLARE';
  return Math.max(isRefusal ? quietMs : pauseMs, retryAfterMs);
}

function lostAgain(retryAfterMs: number): Error {
  return fail('auth', 'SESSION_LOST', 'the session was lost again, less than a minute after the last login', {
    retryable: true,
    retryAfterMs,
  });
}
