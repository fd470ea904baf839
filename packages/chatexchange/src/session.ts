import type { Credential, Fetch } from '@x/http-core';
import { createCookies } from '#cookies';
import { createLoginHttp } from './login-http.js';
import type { Account, Settings } from './options.js';
import type { PageElement } from './parse/document.js';
import type { Identity } from './parse/identity.js';
import type { Renewal, SessionState } from './renewal.js';

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
  const state: SessionState = { current: nobody, account: given.account };
  let running: Promise<Session> | undefined;
  let made: Renewal | undefined;

  /** How one gets a session is loaded when one is needed. */
  async function open(): Promise<Renewal> {
    const { createRenewal } = await import('./renewal.js');
    made ??= createRenewal({
      settings,
      login: createLoginHttp(settings, settings.loginRoot),
      chat: createLoginHttp(settings, settings.chatRoot),
      cookies,
      state,
      nobody,
    });
    return made;
  }

  /** The same reference says that there is nothing new. */
  function take(found: Session): Session {
    const { fkey, me } = state.current;
    if (found.fkey !== fkey || found.me?.id !== me?.id) state.current = found;
    return state.current;
  }

  /** One at a time: whoever asks meanwhile gets what it brings. */
  function obtain(load: (renewal: Renewal) => Promise<Session>): Promise<Session> {
    running ??= cookies
      .inTurn(async () => load(await open()))
      .then(take)
      .finally(() => {
        running = undefined;
      });
    return running;
  }

  /** Waits for what runs, however it ends. */
  async function settled(): Promise<void> {
    await running?.catch(() => undefined);
  }

  /** As {@link obtain}, for what somebody asked for by name: another that runs is waited for, and not taken for it. */
  async function insist(load: (renewal: Renewal) => Promise<Session>): Promise<void> {
    if (running === undefined) {
      await obtain(load);
    } else {
      await settled();
      await insist(load);
    }
  }

  function refresh(stale: Session): Promise<Session> {
    const { current } = state;
    return running ?? (current === stale ? obtain((renewal) => renewal.renew()) : Promise.resolve(current));
  }

  const whatThereIs: Credential<Session> = {
    async get() {
      await settled();
      return state.current;
    },
    refresh,
  };
  const account: Credential<Session> = {
    get: async () => running ?? (state.current === nobody ? refresh(nobody) : state.current),
    refresh,
  };

  return {
    fetch,
    whatThereIs,
    account,
    get current() {
      return state.current;
    },
    async notice(page, before) {
      const { readIdentity } = await import('./parse/identity.js');
      const found = readIdentity(page);
      const isOurs = before.me === undefined || found?.me?.id === before.me.id;
      const isEnough = found?.me !== undefined || state.account === undefined;
      const isNews = state.current === before && running === undefined;
      if (found !== undefined && isOurs && isEnough && isNews) take(found);
    },
    async me() {
      const { me } = await account.get();
      if (me !== undefined) return me;
      throw await (await open()).whyNobody();
    },
    logIn: (as) => insist((renewal) => renewal.enter(as)),
    logInWithCookie: (others) => insist((renewal) => renewal.take(others)),
    async logOut() {
      await settled();
      await cookies.inTurn(async () => (await open()).leave());
    },
    saved: () => cookies.saved(),
  };
}
