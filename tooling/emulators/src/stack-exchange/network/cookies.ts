import type { Destination } from './hosts.js';

/** The cookies of a request, their values exactly as they were sent: the service never decodes them. */
export function readCookies(header: string | null): ReadonlyMap<string, string> {
  const cookies = new Map<string, string>();
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies.set(pair.slice(0, at).trim(), pair.slice(at + 1).trim());
  }
  return cookies;
}

export interface CookieScope {
  /** Undefined for loopback: a cookie of that host alone. */
  readonly domain: string | undefined;
  /** Whether it travels over plain HTTP as well. */
  readonly isPlain: boolean;
  /** For the host that sets it alone, whatever its domain. */
  readonly hostOnly?: boolean;
}

/** What the cookies that a host sets are for. */
export function scopeAt({ cookieDomain, port }: Destination): CookieScope {
  return { domain: cookieDomain, isPlain: cookieDomain === undefined || port !== undefined };
}

/** Lifetimes are relative, since a cookie jar does not know what time it is here. */
export function setCookie(name: string, value: string, maxAgeSeconds: number, scope: CookieScope): string {
  const { domain, isPlain, hostOnly = false } = scope;
  return [
    `${name}=${value}`,
    `max-age=${maxAgeSeconds}`,
    ...(domain === undefined || hostOnly ? [] : [`domain=${domain}`]),
    'path=/',
    ...(isPlain ? [] : ['secure']),
    'HttpOnly',
  ].join('; ');
}

export function clearCookie(name: string, scope: CookieScope): string {
  return setCookie(name, '', 0, scope);
}
