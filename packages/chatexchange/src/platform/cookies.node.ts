import type { Fetch } from '@x/http-core';
import type { CookieJar, Store } from 'tough-cookie';
import { readCookies, type CookieStore } from '../cookie-options.js';
import { fail, refuseArgument, refuseOption } from '../errors.js';
import type { Settings } from '../options.js';
import type { Cookies } from './cookies.js';

/** The last change of a login in each store that clients share. */
const turns = new WeakMap<CookieStore, Promise<unknown>>();

/**
 * Keeps cookies in a jar, which is made with the first request. They go back byte for byte, since those of the service are
 * partly percent-encoded already, and each answer is read on its own: a redirect that is followed elsewhere loses none.
 */
export function createCookies(settings: Settings): Cookies {
  const { cookieStore, onCookies, onListenerError, chatRoot, loginRoot } = settings;
  const given =
    settings.cookies === undefined ? undefined : readCookies(refuseOption, 'cookies', settings.cookies);
  const roots = [...new Set([loginRoot, chatRoot])];
  let made: Promise<CookieJar> | undefined;
  let saving: Promise<void> | undefined;
  let isUnsaved = false;

  async function make(): Promise<CookieJar> {
    const { CookieJar: Jar } = await import('tough-cookie');
    const jar = new Jar(cookieStore as Store | undefined, { looseMode: true });
    if (given !== undefined) await put(jar, given);
    return jar;
  }

  async function open(): Promise<CookieJar> {
    made ??= make().catch((error: unknown) => {
      // A store may come back.
      made = undefined;
      throw error;
    });
    return made;
  }

  async function withJar<T>(use: (jar: CookieJar) => Promise<T>): Promise<T> {
    try {
      return await use(await open());
    } catch (error) {
      throw storeFailed(error);
    }
  }

  async function put(jar: CookieJar, cookies: ReturnType<typeof readCookies>): Promise<void> {
    const { Cookie, getPublicSuffix } = await import('tough-cookie');
    if ('cookies' in cookies) {
      for (const saved of cookies.cookies) {
        const cookie = Cookie.fromJSON(saved);
        if (cookie !== undefined) await jar.store.putCookie(cookie);
      }
      return;
    }
    for (const root of roots) {
      const site = getPublicSuffix(new URL(root).hostname, { ignoreError: true });
      const scope = `${site?.includes('.') === true ? `; domain=${site}` : ''}; path=/; secure; HttpOnly`;
      for (const [name, value] of Object.entries(cookies)) {
        if (value !== undefined) await jar.setCookie(`${name}=${value}${scope}`, root);
      }
    }
  }

  async function empty(jar: CookieJar): Promise<void> {
    for (const root of roots) {
      for (const { domain, path, key } of await jar.getCookies(root, { allPaths: true })) {
        await jar.store.removeCookie(domain, path, key);
      }
    }
  }

  /** What changes while something is being saved is saved afterwards, all at once. */
  function changed(): void {
    isUnsaved = onCookies !== undefined;
    saving ??= save().finally(() => {
      saving = undefined;
    });
  }

  async function save(): Promise<void> {
    while (isUnsaved) {
      isUnsaved = false;
      try {
        await onCookies?.(await (await open()).serialize());
      } catch (error) {
        onListenerError(error);
      }
    }
  }

  /** What was answered is worth more than a cookie that the store could not take. */
  async function keep(lines: readonly string[], address: string): Promise<void> {
    if (lines.length === 0) return;
    try {
      await withJar(async (jar) => {
        for (const line of lines) await jar.setCookie(line, address, { ignoreError: true });
      });
    } catch (error) {
      onListenerError(error);
    }
    changed();
  }

  return {
    wrap: (fetch: Fetch) => async (input, init) => {
      const headers = new Headers(init?.headers);
      const cookie = await withJar((jar) => jar.getCookieString(input));
      if (cookie !== '') headers.set('cookie', cookie);
      const response = await fetch(input, { ...init, headers });
      await keep(response.headers.getSetCookie(), input);
      return response;
    },
    inTurn(change) {
      if (cookieStore === undefined) return change();
      const turn = (turns.get(cookieStore) ?? Promise.resolve()).then(change, change);
      turns.set(cookieStore, turn);
      return turn;
    },
    async holdLogin() {
      const cookies = await withJar((jar) => jar.getCookies(chatRoot));
      return cookies.some(({ key }) => /^(acct|(se)?chatusr)$/.test(key));
    },
    async replace(others) {
      const cookies = readCookies(refuseArgument, 'what one logs in with', others);
      await withJar(async (jar) => {
        await empty(jar);
        await put(jar, cookies);
      });
      changed();
    },
    async clear() {
      await withJar(empty);
      changed();
    },
    saved: async () => saving,
  };
}

function storeFailed(cause: unknown): Error {
  return fail('usage', 'COOKIE_STORE', 'the store of cookies failed', { cause });
}
