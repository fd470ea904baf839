import type { Destination } from '../network/hosts.js';
import { readCookies, setCookie } from '../network/cookies.js';
import type { ChatSite } from '../network/sites.js';
import type { Sessions, Visitor } from './sessions.js';

const days = 24 * 3_600;
const provMaxAge = 20_000 * days;
const chatMaxAge = 360 * days;

export interface Identified {
  readonly visitor: Visitor;
  /** `Set-Cookie` lines for what the visitor does not have yet. */
  readonly cookies: readonly string[];
}

/** Who sends these cookies. Whoever sends none that is known is met for the first time. */
export function identify(
  sessions: Sessions,
  cookieHeader: string | null,
  destination: Destination,
  site: ChatSite,
  chatCookieSuffices: boolean,
): Identified {
  const sent = readCookies(cookieHeader);
  const { domain, cookieDomain, kind } = destination;
  const chatCookie = sent.get(site.cookie);
  const known =
    sessions.byAcct(sent.get('acct'), domain) ??
    (chatCookieSuffices && kind !== 'main' ? sessions.byChatCookie(chatCookie, domain) : undefined);
  if (known !== undefined) {
    const fresh = kind !== 'main' && known.chatCookie !== undefined && known.chatCookie !== chatCookie;
    const scope = { domain: cookieDomain, hostOnly: true };
    return {
      visitor: known,
      cookies: fresh ? [setCookie(site.cookie, known.chatCookie, chatMaxAge, scope)] : [],
    };
  }
  const before = sessions.byProv(sent.get('prov'));
  if (before !== undefined) return { visitor: before, cookies: [] };
  const { prov, visitor } = sessions.meet();
  return { visitor, cookies: [setCookie('prov', prov, provMaxAge, { domain: cookieDomain })] };
}
