import { isBrowser } from '@x/http-core';
import { refuseOption } from '../errors.js';
import type { AppInfo, SlackWebOptions } from '../options.js';

/** What goes with every call of a client beside its token. Refuses what could not work, or would do another's work. */
export function headersOf({
  headers = {},
  cookie,
  appInfo,
}: SlackWebOptions): Readonly<Record<string, string>> {
  const page = isBrowser();
  const all: Record<string, string> = { ...(page ? {} : userAgentOf(appInfo)), ...headers };
  for (const name of Object.keys(headers)) {
    if (/^(authorization|cookie|content-type)$/i.test(name)) refuseOption('headers', `without ${name}`);
    if (page && !/^accept/i.test(name))
      refuseOption('headers', `without ${name} in a page: Slack allows none there`);
  }
  if (cookie !== undefined) {
    if (page) refuseOption('cookie', 'left out in a page, which cannot send it');
    all['cookie'] = cookieOf(cookie);
  }
  try {
    return Object.fromEntries(new Headers(all));
  } catch {
    return refuseOption('headers', 'names and values that HTTP can carry');
  }
}

/** The cookie as it is sent; a bare value is that of `d`. */
function cookieOf(cookie: unknown): string {
  if (typeof cookie !== 'string' || !/^[!-~]+(; ?[!-~]+)*$/.test(cookie)) {
    return refuseOption('cookie', "a cookie like 'd=…', or its value");
  }
  if (/^d(-s)?=/.test(cookie)) return cookie;
  return `d=${/%[\da-f]{2}/i.test(cookie) ? cookie : encodeURIComponent(cookie)}`;
}

function userAgentOf(appInfo: AppInfo | readonly AppInfo[] = []): Record<string, string> {
  const words = [appInfo].flat().map(({ name, version }) => `${word(name)}/${word(version)}`);
  return words.length === 0 ? {} : { 'user-agent': [...words, 'slack-rtm'].join(' ') };
}

/** A word of a user agent, which has no blanks, slashes or brackets in it. */
function word(text: unknown): string {
  if (typeof text !== 'string' || text === '') return refuseOption('appInfo', 'names and versions');
  return encodeURIComponent(text).replaceAll(/[()]/g, (bracket) => `%${bracket.charCodeAt(0).toString(16)}`);
}
