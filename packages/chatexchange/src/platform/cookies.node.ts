import type { Fetch } from '@x/http-core';
import type { CookieJar } from 'tough-cookie';
import type { Cookies } from './cookies.js';

/**
 * Keeps cookies in a jar, which is made with the first request. They go back byte for byte, since those of the service are
 * partly percent-encoded already, and each answer is read on its own: a redirect that is followed elsewhere loses none.
 */
export function createCookies(): Cookies {
  let made: Promise<CookieJar> | undefined;
  const open = (): Promise<CookieJar> => (made ??= createJar());

  return {
    wrap: (fetch: Fetch) => async (input, init) => {
      const jar = await open();
      const headers = new Headers(init?.headers);
      const cookie = await jar.getCookieString(input);
      if (cookie !== '') headers.set('cookie', cookie);
      const response = await fetch(input, { ...init, headers });
      for (const line of response.headers.getSetCookie()) {
        await jar.setCookie(line, input, { ignoreError: true });
      }
      return response;
    },
    clear: async () => (await open()).removeAllCookies(),
  };
}

async function createJar(): Promise<CookieJar> {
  const { CookieJar: Jar } = await import('tough-cookie');
  return new Jar(undefined, { looseMode: true });
}
