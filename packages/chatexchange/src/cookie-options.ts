import type { RefuseOption } from '@x/http-core';

/** The cookies of a client, written down: what `onCookies` gives, and `cookies` takes back. It can be kept as JSON. */
export interface SavedCookies {
  readonly cookies: readonly object[];
}

/** The cookie of a login that was made in a browser, with the values as the browser shows them. */
export interface LoginCookie {
  /** The value of `acct`. */
  readonly acct: string;
  /** The value of `prov`, which goes with it. */
  readonly prov?: string | undefined;
}

/** What a login can be made of without a password; a text is the JSON of saved cookies, or the bare value of `acct`. */
export type GivenCookies = string | SavedCookies | LoginCookie;

/** A store of tough-cookie, as `new MemoryCookieStore()` or one that keeps cookies elsewhere. */
export interface CookieStore {
  readonly synchronous?: boolean | undefined;
  findCookie(...values: never[]): unknown;
  findCookies(...values: never[]): unknown;
  putCookie(...values: never[]): unknown;
  updateCookie(...values: never[]): unknown;
  removeCookie(...values: never[]): unknown;
  removeCookies(...values: never[]): unknown;
  removeAllCookies(...values: never[]): unknown;
  getAllCookies(...values: never[]): unknown;
}

const expected = 'cookies as onCookies gave them, their JSON, or the bare value of the cookie acct';

/** Reads cookies in whatever shape they are given, or refuses them by the name under which they came. */
export function readCookies(refuse: RefuseOption, name: string, given: unknown): SavedCookies | LoginCookie {
  if (typeof given === 'string') {
    const text = given.trim();
    return text.startsWith('{') ? readCookies(refuse, name, readJson(text)) : readLogin(refuse, name, text);
  }
  const { cookies, acct, prov } = Object(given) as Readonly<Record<string, unknown>>;
  if (isList(cookies)) return { cookies };
  return isValue(acct) && (prov === undefined || isValue(prov)) ? { acct, prov } : refuse(name, expected);
}

/** The value alone, or the line of cookies that a browser shows. */
function readLogin(refuse: RefuseOption, name: string, text: string): LoginCookie {
  const named = (key: string): string | undefined =>
    new RegExp(`(?:^|;)\\s*${key}=([^;]*)`).exec(text)?.[1]?.trim();
  const acct = named('acct') ?? text;
  return isValue(acct) ? { acct, prov: named('prov') || undefined } : refuse(name, expected);
}

/** Cookies are sent byte for byte, so nothing in them may end them. */
function isValue(value: unknown): value is string {
  return typeof value === 'string' && /^[\x21-\x3A\x3C-\x7E]+$/.test(value);
}

function isList(value: unknown): value is readonly object[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'object' && each !== null);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
