import type { Random } from '../../frame/index.js';
import type { Person } from '../state/model.js';

/** A browser, or a client that behaves like one: logged in or not. */
export interface Visitor {
  readonly person: Person | undefined;
  /** The domain that a login holds for; undefined for those who are not logged in. */
  readonly domain: string | undefined;
  /** The value of the `acct` cookie; undefined for those who are not logged in. */
  readonly acct: string | undefined;
  /** The value of the chat's own cookie, the same on all chat servers. */
  chatCookie: string | undefined;
  /** True while the cookie that was given out last is worth nothing and no page has given a new one. */
  chatExpired: boolean;
  /** Whoever gave the right password and was asked whether to make an account. */
  awaitsAccount: Person | undefined;
  /** What forms of a main site must carry: 64 hexadecimal digits. */
  mainFkey: string;
  /** What requests to a chat server must carry: 32 hexadecimal digits. */
  chatFkey: string;
}

/** Who is who, by the values of cookies. */
export interface Sessions {
  /** An anonymous visitor, with the value for the `prov` cookie. */
  meet(): { readonly prov: string; readonly visitor: Visitor };
  byProv(prov: string | undefined): Visitor | undefined;
  /** Somebody who is logged in for this domain. */
  byAcct(acct: string | undefined, domain: string): Visitor | undefined;
  byChatCookie(value: string | undefined, domain: string): Visitor | undefined;
  logIn(person: Person, domain: string): Visitor;
  logOut(visitor: Visitor): void;
  /** Ends every login. */
  expireAll(): void;
  /** Ends every session of the chats; logins on the main sites stay. */
  expireChatCookies(): void;
  /** Whether somebody is still logged in; true for those who never were. */
  isCurrent(visitor: Visitor): boolean;
  /** Every fkey that was given out so far is worthless. */
  rotateFkeys(): void;
}

/** Anonymous visitors are forgotten from this number on, the oldest first. */
const mostAnonymous = 10_000;

export function createSessions(random: Random): Sessions {
  const anonymous = new Map<string, Visitor>();
  /** By the values of their `acct` cookies. */
  const loggedIn = new Map<string, Visitor>();

  const freshKeys = (): Pick<Visitor, 'mainFkey' | 'chatFkey'> => ({
    mainFkey: random.hex(64),
    chatFkey: random.hex(32),
  });
  const freshChatCookie = (): string => `t=${random.base62(32)}`;

  return {
    meet() {
      const prov = random.uuid();
      const visitor: Visitor = {
        person: undefined,
        domain: undefined,
        acct: undefined,
        chatCookie: undefined,
        chatExpired: false,
        awaitsAccount: undefined,
        ...freshKeys(),
      };
      anonymous.set(prov, visitor);
      const [oldest] = anonymous.keys();
      if (anonymous.size > mostAnonymous && oldest !== undefined) anonymous.delete(oldest);
      return { prov, visitor };
    },
    byProv: (prov) => (prov === undefined ? undefined : anonymous.get(prov)),
    byAcct(acct = '', domain) {
      const visitor = loggedIn.get(acct);
      return visitor?.domain === domain ? visitor : undefined;
    },
    byChatCookie: (value, domain) =>
      value === undefined
        ? undefined
        : [...loggedIn.values()].find((visitor) => visitor.chatCookie === value && visitor.domain === domain),
    logIn(person, domain) {
      // Partly percent-encoded already: whoever encodes or decodes it on the way is not recognised.
      const acct = `t=${random.base62(43)}%2b${random.base62(20)}%3d&s=${random.base62(32)}`;
      const visitor: Visitor = {
        person,
        domain,
        acct,
        chatCookie: freshChatCookie(),
        chatExpired: false,
        awaitsAccount: undefined,
        ...freshKeys(),
      };
      loggedIn.set(acct, visitor);
      return visitor;
    },
    logOut({ acct = '' }) {
      loggedIn.delete(acct);
    },
    expireAll() {
      loggedIn.clear();
    },
    expireChatCookies() {
      for (const visitor of loggedIn.values()) {
        visitor.chatCookie = freshChatCookie();
        visitor.chatFkey = freshKeys().chatFkey;
        visitor.chatExpired = true;
      }
    },
    isCurrent: ({ acct }) => acct === undefined || loggedIn.has(acct),
    rotateFkeys() {
      for (const visitor of [...anonymous.values(), ...loggedIn.values()])
        Object.assign(visitor, freshKeys());
    },
  };
}
