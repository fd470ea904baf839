import type { Destination } from '../network/hosts.js';
import { readCookies, scopeAt, setCookie } from '../network/cookies.js';
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

/** What a request tells of its sender. */
export interface Sender {
  readonly method: string;
  readonly cookieHeader: string | null;
}

/** Who sends these cookies. Whoever sends none that is known is met for the first time. */
export function identify(
  sessions: Sessions,
  { method, cookieHeader }: Sender,
  destination: Destination,
  site: ChatSite,
  chatCookieSuffices: boolean,
): Identified {
  const sent = readCookies(cookieHeader);
  const { domain, kind } = destination;
  const scope = scopeAt(destination);
  const chatCookie = sent.get(site.cookie);
  const known =
    sessions.byAcct(sent.get('acct'), domain) ??
    (chatCookieSuffices && kind !== 'main' ? sessions.byChatCookie(chatCookie, domain) : undefined);
  // A session of the chat that has run out begins anew with a page, not with an action.
  if (known?.chatExpired === true && kind !== 'main' && method === 'GET') known.chatExpired = false;
  if (known !== undefined && !(known.chatExpired && kind !== 'main')) {
    const { chatCookie: current } = known;
    const isFresh = kind !== 'main' && current !== undefined && current !== chatCookie;
    return {
      visitor: known,
      cookies: isFresh ? [setCookie(site.cookie, current, chatMaxAge, { ...scope, hostOnly: true })] : [],
    };
  }
  const before = sessions.byProv(sent.get('prov'));
  if (before !== undefined) return { visitor: before, cookies: [] };
  const { prov, visitor } = sessions.meet();
  return { visitor, cookies: [setCookie('prov', prov, provMaxAge, scope)] };
}
