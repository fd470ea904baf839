import { fail } from '../errors.js';
import type { Settings } from '../options.js';
import type { Cookies } from './cookies.js';

/** The cookies of a page are the browser's own: nobody but the browser can say which there are, or change them. */
export function createCookies({ cookies, cookieStore, onCookies }: Settings): Cookies {
  if (cookies !== undefined || cookieStore !== undefined || onCookies !== undefined) throw notHere();
  return {
    wrap: (fetch) => (input, init) => fetch(input, { ...init, credentials: 'include' }),
    inTurn: (change) => change(),
    holdLogin: () => Promise.resolve(true),
    replace: () => Promise.reject(notHere()),
    clear: () => Promise.resolve(),
    saved: () => Promise.resolve(),
  };
}

function notHere(): Error {
  return fail(
    'usage',
    'INVALID_OPTION',
    'a browser keeps its own cookies: log in by the page of the service',
  );
}
