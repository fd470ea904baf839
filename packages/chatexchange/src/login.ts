import { isServiceError } from '@x/http-core';
import { fail } from './errors.js';
import type { LoginHttp, SitePage } from './login-http.js';
import { parseFormKey, parseLogin, type LoginPage } from './parse/login.js';
import type { Account, Settings } from './options.js';

/**
 * Logs in by e-mail and password, as the form of the main site does. What it wins is in the cookies. Rejects with `auth`
 * and one of `WRONG_PASSWORD`, `CAPTCHA`, `ACCOUNT_MISSING`, `READ_ONLY`, `LOGIN_FAILED`.
 */
export async function logIn(http: LoginHttp, { loginRoot }: Settings, account: Account): Promise<void> {
  const answer = (await submit(http, loginRoot, account)) ?? (await submit(http, loginRoot, account));
  if (answer === undefined) {
    throw loginError('LOGIN_FAILED', 'the service did not take its own form back');
  }
  if (answer === 'already') return;
  if (answer.location === undefined) refuse(parseLogin(answer.page), true);
  else if (!isHome(new URL(answer.location).pathname)) {
    throw await whereItLed(http, answer.location);
  }
}

/**
 * Fills in the form and sends it. `undefined` when the form was out of date: another call was given another cookie
 * meanwhile, and the service has not looked at the password.
 */
async function submit(
  http: LoginHttp,
  loginRoot: string,
  account: Account,
): Promise<SitePage | 'already' | undefined> {
  const form = await http.get('/users/login?returnurl=%2F');
  const { pathname } = new URL(form.location ?? form.url);
  // Who is logged in already is led away from the form.
  if (isHome(pathname)) return 'already';
  if (isForHumans(pathname)) throw loginError('CAPTCHA', captcha);
  const asked = parseLogin(form.page);
  if (asked.fkey === undefined || asked.isCaptcha) refuse(asked);
  try {
    return await http.post(`/users/login?ssrc=head&returnurl=${encodeURIComponent(`${loginRoot}/`)}`, {
      ...account,
      fkey: asked.fkey,
      ssrc: 'head',
      oauth_version: '',
      oauth_server: '',
    });
  } catch (error) {
    if (isServiceError(error) && error.status === 404) return undefined;
    throw error;
  }
}

function isHome(pathname: string): boolean {
  return pathname === '/';
}

function isForHumans(pathname: string): boolean {
  return /captcha|human/i.test(pathname);
}

/** After a redirect that leads to something in the way. */
async function whereItLed(http: LoginHttp, location: string): Promise<unknown> {
  const { pathname, search } = new URL(location);
  if (isForHumans(pathname)) return loginError('CAPTCHA', captcha);
  let led: SitePage;
  try {
    led = await http.get(pathname + search);
  } catch (error) {
    return error;
  }
  const told = parseLogin(led.page);
  return told.accountMissing ? loginError('ACCOUNT_MISSING', accountMissing) : loginError('CAPTCHA', captcha);
}

const captcha =
  'the service wants to see a human: log in once by a browser from this address, or wait some minutes';
const accountMissing = 'there is no account on this site yet: make one there, by a browser';

function refuse(page: LoginPage, tried = false): never {
  if (page.isCaptcha) throw loginError('CAPTCHA', captcha);
  if (page.accountMissing) throw loginError('ACCOUNT_MISSING', accountMissing);
  if (page.isReadOnly) {
    throw loginError('READ_ONLY', 'the site is read-only for now, and nobody can log in: try again later', {
      retryable: true,
      retryAfterMs: 60_000,
    });
  }
  if (tried && page.fkey !== undefined) {
    throw loginError('WRONG_PASSWORD', 'e-mail and password do not belong together');
  }
  throw loginError('LOGIN_FAILED', `there is no login form, but a page named "${page.title.slice(0, 100)}"`);
}

function loginError(code: string, message: string, facts?: Parameters<typeof fail>[3]): Error {
  return fail('auth', code, `the login failed: ${message}`, facts);
}

/** Ends the login at the service. */
export async function logOut(http: LoginHttp): Promise<void> {
  const { page, location } = await http.get('/users/logout');
  if (location !== undefined) return;
  const fkey = parseFormKey(page);
  if (fkey !== undefined) await http.post('/users/logout', { fkey, returnUrl: '/' });
}
