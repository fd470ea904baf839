import { systemClock } from '@x/http-core';
import { logIn, logOut } from '#login';
import { fail } from './errors.js';
import { createLoginGate } from './login-gate.js';
import type { LoginHttp } from './login-http.js';
import type { Account, Settings } from './options.js';
import { parseIdentity } from './parse/identity.js';
import type { Cookies } from './platform/cookies.js';
import type { Session } from './session.js';

/** What is known of the session, as far as it changes. */
export interface SessionState {
  current: Session;
  account: Account | undefined;
}

/** The ways to a session and out of it. */
export interface Renewal {
  /** A session in the place of the one that no longer serves, or the first. */
  renew(): Promise<Session>;
  /** A session of this account, which counts from now on. */
  enter(as: Account): Promise<Session>;
  /** A session of a login that was made elsewhere. */
  take(cookies: unknown): Promise<Session>;
  /** Ends it at the service, if there is one, and forgets the cookies. */
  leave(): Promise<void>;
  /** Why there is nobody. */
  whyNobody(): Promise<Error>;
}

/** What sessions are renewed with. */
export interface RenewalParts {
  readonly settings: Settings;
  /** The site where one logs in, and the chat, with the cookies. */
  readonly login: LoginHttp;
  readonly chat: LoginHttp;
  readonly cookies: Cookies;
  readonly state: SessionState;
  /** The session before anything was asked. */
  readonly nobody: Session;
}

export function createRenewal(parts: RenewalParts): Renewal {
  const { settings, login, chat, cookies, state, nobody } = parts;
  const gate = createLoginGate(settings.transport.clock ?? systemClock);
  /** Whoever it is by cookies that were given since, the account says nothing about them. */
  let isByCookie = false;

  /** Identity and fkey, from one page. */
  async function identify(): Promise<Session> {
    return parseIdentity((await chat.get('/')).page, '/');
  }

  async function knock(as: Account): Promise<Session> {
    await logIn(login, settings, as);
    const found = await identify();
    isByCookie = false;
    if (found.me !== undefined) return found;
    throw fail('auth', 'LOGIN_FAILED', 'the login was taken, but the chat does not know who it is');
  }

  async function forget(): Promise<void> {
    state.current = nobody;
    await cookies.clear();
  }

  return {
    async renew() {
      const { account, current } = state;
      const before = current.me;
      const isWho = ({ me }: Session): boolean => before === undefined || me?.id === before.id;
      if (current !== nobody || account === undefined || (await cookies.holdLogin())) {
        const found = await identify();
        if (isWho(found) && (found.me !== undefined || account === undefined)) return found;
        // Whoever it is now, it is not who began.
        if (found.me !== undefined && account !== undefined) await cookies.clear();
      }
      if (account === undefined) throw cookieRefused();
      const found = await gate.pass(() => knock(account), before !== undefined);
      if (isWho(found)) return found;
      // The cookies were of somebody else than the password is.
      state.account = undefined;
      await forget();
      throw cookieRefused();
    },
    async enter(as) {
      const { account, current } = state;
      const isOther = account?.email !== as.email || account.password !== as.password;
      if (!isOther && !isByCookie && current.me !== undefined) return current;
      state.account = as;
      if (isOther) gate.forget();
      if (isOther || isByCookie) await forget();
      return gate.pass(() => knock(as), false);
    },
    async take(others) {
      state.current = nobody;
      await cookies.replace(others);
      const found = await identify();
      isByCookie = found.me !== undefined;
      if (isByCookie) return found;
      await cookies.clear();
      throw cookieRefused();
    },
    async leave() {
      if (state.current.me === undefined && !(await cookies.holdLogin())) return;
      try {
        await logOut(login);
      } finally {
        await forget();
      }
    },
    whyNobody: async () =>
      (await cookies.holdLogin())
        ? cookieRefused()
        : fail('auth', 'NOT_LOGGED_IN', 'this needs an account: give email and password'),
  };
}

function cookieRefused(): Error {
  return fail(
    'auth',
    'COOKIE_REFUSED',
    'the chat does not take the cookies for a login (any more): log in by password, or take them from a browser anew',
  );
}
