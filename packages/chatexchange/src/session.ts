import { createCredential, systemClock, type Credential, type Fetch } from '@x/http-core';
import { createCookies } from '#cookies';
import { fail } from './errors.js';
import { createLoginHttp } from './http.js';

import type { Settings } from './options.js';
import { parseIdentity, type Identity } from './parse/identity.js';

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
  /** Somebody who is logged in. Rejects with `auth` / `NOT_LOGGED_IN` when there is no account. */
  me(): Promise<{ readonly id: number; readonly name: string }>;
  /** Ends it at the service and forgets the cookies. */
  logOut(): Promise<void>;
}

/** Before anything was asked. */
const nobody: Session = { fkey: '', me: undefined };

/** A refused login is not tried again for a while, however many calls ask for it. */
const quietMs = 60_000;

/** Logs in at the first call that needs it, and again, once for all callers, when the session was lost. */
export function createSessions(given: Settings): Sessions {
  const cookies = createCookies();
  const fetch = cookies.wrap(given.transport.fetch);
  const settings: Settings = { ...given, transport: { ...given.transport, fetch } };
  const login = createLoginHttp(settings, settings.loginRoot);
  const chat = createLoginHttp(settings, settings.chatRoot);
  const { clock = systemClock } = settings.transport;
  let refused: { readonly error: unknown; readonly at: number } | undefined;

  /** Identity and fkey, from one page. */
  async function identify(): Promise<Session> {
    return parseIdentity((await chat.get('/')).page, '/');
  }

  async function load(stale: Session | undefined): Promise<Session> {
    const { account } = settings;
    const isFirst = stale === undefined || stale === nobody;
    if (account === undefined || !isFirst) {
      const found = await identify();
      if (account === undefined || found.me !== undefined) return found;
    }
    if (refused !== undefined && clock.now() - refused.at < quietMs) throw refused.error;
    try {
      const { logIn } = await import('#login');
      await logIn(login, settings, account);
    } catch (error) {
      refused =
        (error as { readonly kind?: unknown }).kind === 'auth' ? { error, at: clock.now() } : undefined;
      throw error;
    }
    const found = await identify();
    if (found.me === undefined) {
      throw fail('auth', 'LOGIN_FAILED', 'the login was taken, but the chat does not know who it is');
    }
    return found;
  }

  const credential = createCredential<Session>({ initial: nobody, load, clock });
  const account: Credential<Session> = {
    async get() {
      const session = await credential.get();
      return session === nobody ? credential.refresh(nobody) : session;
    },
    refresh: (stale) => credential.refresh(stale),
  };

  return {
    fetch,
    whatThereIs: credential,
    account,
    async me() {
      const { me } = await account.get();
      if (me !== undefined) return me;
      throw fail('auth', 'NOT_LOGGED_IN', 'this needs an account: give email and password');
    },
    async logOut() {
      if ((await credential.get()) === nobody) return;
      const { logOut } = await import('#login');
      await logOut(login);
      await cookies.clear();
    },
  };
}
