import { fail } from '../errors.js';

/** A page cannot send the form of another site, and the login is the browser's own. */
export function logIn(..._input: readonly unknown[]): Promise<void> {
  return Promise.reject(
    fail('auth', 'NOT_LOGGED_IN', 'nobody is logged in: log in by the page of the service, in this browser'),
  );
}

/** See {@link logIn}. */
export function logOut(..._input: readonly unknown[]): Promise<void> {
  return Promise.reject(
    fail('usage', 'INVALID_REQUEST', 'a page cannot log out: do so by the page of the service'),
  );
}
