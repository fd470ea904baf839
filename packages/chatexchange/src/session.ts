import { systemClock, type Credential, type Fetch } from '@x/http-core';
import { createCookies } from '#cookies';
import { fail } from './errors.js';
import { createLoginHttp } from './http.js';
import { createLoginGate } from './login-gate.js';
import type { Account, Settings } from './options.js';
import type { PageElement } from './parse/document.js';
import type { Identity } from './parse/identity.js';

/** Who one is at a chat server, and the fkey that goes with it. */
export type Session = Identity;

/** The one session of a client. */
export interface Sessions {
  /** A `fetch` that carries the cookies of the session. */
  readonly fetch: Fetch;
  /** The session as far as there is one: nobody logs in because of it, unless it is refused. */
  readonly whatThereIs: Credential<Session>;
  /** The session, made if there is none. */
  readonly account: Credential<Session>;
  /** What is known now. */
  readonly current: Session;
  /** Takes identity and fkey from a page that was asked for when `before` was what was known. */
  notice(page: PageElement, before: Session): Promise<void>;
  /** Somebody who is logged in. Rejects with `auth` / `NOT_LOGGED_IN` when there is no account. */
  me(): Promise<NonNullable<Session['me']>>;
  /** Logs in as this account, which counts from now on. */
  logIn(account: Account): Promise<void>;
  /** Takes a login that was made elsewhere. */
  logInWithCookie(cookies: unknown): Promise<void>;
  /** Ends it at the service and forgets the cookies. */
  logOut(): Promise<void>;
  /** Resolves when the cookies are saved. */
  saved(): Promise<void>;
}

/** Before anything was asked. */
const nobody: Session = { fkey: '', me: undefined };

/** Logs in at the first call that needs it, and again, once for all callers, when the session was lost. */
export function createSessions(given: Settings): Sessions {
  const cookies = createCookies(given);
  const fetch = cookies.wrap(given.transport.fetch);
  const settings: Settings = { ...given, transport: { ...given.transport, fetch } };
  const login = createLoginHttp(settings, settings.loginRoot);
  const chat = createLoginHttp(settings, settings.chatRoot);
  const gate = createLoginGate(settings.transport.clock ?? systemClock);
  let { account } = settings;
  let current = nobody;
  let running: Promise<Session> | undefined;

  /** One at a time: whoever asks meanwhile gets what it brings. */
  function obtain(load: () => Promise<Session>): Promise<Session> {
    running ??= load()
      .then((session) => {
        // The same reference says that there is nothing new.
        if (session.fkey !== current.fkey || session.me?.id !== current.me?.id) current = session;
        return current;
      })
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  /** As {@link obtain}, for what somebody asked for by name: another that runs is waited for, and not taken for it. */
  async function insist(load: () => Promise<Session>): Promise<void> {
    const other = running;
    if (other === undefined) {
      await obtain(load);
    } else {
      await other.catch(() => undefined);
      await insist(load);
    }
  }

  /** Identity and fkey, from one page. */
  async function identify(): Promise<Session> {
    const { parseIdentity } = await import('./parse/identity.js');
    return parseIdentity((await chat.get('/')).page, '/');
  }

  async function enter(as: Account): Promise<Session> {
    const { logIn } = await import('#login');
    await logIn(login, settings, as);
    const found = await identify();
    if (found.me !== undefined) return found;
    throw fail('auth', 'LOGIN_FAILED', 'the login was taken, but the chat does not know who it is');
  }

  async function renew(): Promise<Session> {
    const before = current.me;
    if (current !== nobody || account === undefined || (await cookies.holdLogin())) {
      const found = await identify();
      const isSame = before === undefined || found.me?.id === before.id;
      if (isSame && (found.me !== undefined || account === undefined)) return found;
      // Whoever it is now, it is not who began.
      if (found.me !== undefined && account !== undefined) await cookies.clear();
    }
    const as = account;
    if (as === undefined) throw cookieRefused();
    return gate.pass(() => enter(as), before !== undefined);
  }

  function refresh(stale: Session): Promise<Session> {
    return running ?? (current === stale ? obtain(renew) : Promise.resolve(current));
  }

  const whatThereIs: Credential<Session> = {
    async get() {
      await running?.catch(() => undefined);
      return current;
    },
    refresh,
  };
  const acting: Credential<Session> = { get: async () => running ?? (await begun()), refresh };

  function begun(): Promise<Session> {
    return current === nobody ? refresh(nobody) : Promise.resolve(current);
  }

  return {
    fetch,
    whatThereIs,
    account: acting,
    get current() {
      return current;
    },
    async notice(page, before) {
      const { readIdentity } = await import('./parse/identity.js');
      const found = readIdentity(page);
      const isOurs = before.me === undefined || found?.me?.id === before.me.id;
      const isEnough = found?.me !== undefined || account === undefined;
      if (found !== undefined && isOurs && isEnough && current === before && running === undefined) {
        if (found.fkey !== current.fkey || found.me?.id !== current.me?.id) current = found;
      }
    },
    async me() {
      const { me } = await acting.get();
      if (me !== undefined) return me;
      if (await cookies.holdLogin()) throw cookieRefused();
      throw fail('auth', 'NOT_LOGGED_IN', 'this needs an account: give email and password');
    },
    async logIn(as) {
      const isOther = account?.email !== as.email || account.password !== as.password;
      account = as;
      if (isOther) gate.forget();
      else if (current.me !== undefined) return;
      await insist(async () => {
        if (isOther) await forget();
        return gate.pass(() => enter(as), false);
      });
    },
    logInWithCookie: (others) =>
      insist(async () => {
        current = nobody;
        await cookies.replace(others);
        const found = await identify();
        if (found.me !== undefined) return found;
        await cookies.clear();
        throw cookieRefused();
      }),
    async logOut() {
      await running?.catch(() => undefined);
      if (current.me === undefined && !(await cookies.holdLogin())) return;
      const { logOut } = await import('#login');
      try {
        await logOut(login);
      } finally {
        await forget();
      }
    },
    saved: () => cookies.saved(),
  };

  async function forget(): Promise<void> {
    current = nobody;
    await cookies.clear();
  }
}

function cookieRefused(): Error {
  return fail(
    'auth',
    'COOKIE_REFUSED',
    'the chat does not take the cookies for a login (any more): log in by password, or take them from a browser anew',
  );
}
