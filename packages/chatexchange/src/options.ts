import {
  checkBaseUrl,
  checkText,
  isBrowser,
  type Fetch,
  type RefuseOption,
  type TransportOptions,
} from '@x/http-core';
import type { WebSocketLike } from '@x/http-core/socket';
import type { CookieStore, GivenCookies, SavedCookies } from './cookie-options.js';
import { createEnding, type Ending } from './ending.js';
import { refuseOption } from './errors.js';
import { checkDuplicates, type Duplicates, type PostHabits } from './habits.js';

/** A chat server, by the site that names it. Rooms, messages and users of one are unknown to the others. */
export type ChatHost = 'stackexchange.com' | 'stackoverflow.com' | 'meta.stackexchange.com';

/** The options of {@link createChatExchange}. */
export interface ChatExchangeOptions extends TransportOptions {
  /** Default `stackexchange.com`. With `chat.` before it, it is understood, too. */
  readonly host?: ChatHost | `chat.${ChatHost}` | undefined;
  /** The address of the account. Without it, everything public can be read and nothing said. */
  readonly email?: string | undefined;
  /** The password of the account. It goes to the login form of the main site and nowhere else. */
  readonly password?: string | undefined;
  /**
   * A login that was made before: cookies as `onCookies` gave them, or their JSON, or the value of the cookie `acct` as a
   * browser shows it. It is tried before the password. Node.js only.
   */
  readonly cookies?: GivenCookies | undefined;
  /** Keeps the cookies, in place of the memory: any store of tough-cookie. Clients that share one share a login. Node.js only. */
  readonly cookieStore?: CookieStore | undefined;
  /**
   * Told the cookies whenever the service has changed them: time to save them, in a place that only you can read. Calls do
   * not wait for it; `close()` does. Its error goes to `onListenerError`. Node.js only.
   */
  readonly onCookies?: ((cookies: SavedCookies) => unknown) | undefined;
  /** The root of the chat server, where `host` does not say it. */
  readonly chatRoot?: string | undefined;
  /** The root of the site where one logs in, where `host` does not say it. Default with `chatRoot`: the same. */
  readonly loginRoot?: string | undefined;
  /** Who is calling, in the words of HTTP: name a way to reach you. Browsers send their own. */
  readonly userAgent?: string | undefined;
  /** Makes the WebSocket, in place of `ws` in Node.js and the browser's own. */
  readonly webSocket?: ((url: string) => WebSocketLike) | undefined;
  /** An `http.Agent` for the WebSocket; Node.js only. */
  readonly agent?: object | undefined;
  /** So many milliseconds without a frame mean that a socket is dead. Default 45,000. */
  readonly silenceMs?: number | undefined;
  /** After about so many milliseconds a socket makes way for another, without a break. Default: never. */
  readonly renewMs?: number | undefined;
  /**
   * Joins short messages that wait behind one another in the same room to one of several lines, up to 500 characters: only
   * such as have no Markdown, or are all indented, and no replies. Each call resolves with the joined message. Default `false`.
   */
  readonly sendAggressively?: boolean | undefined;
  /** What is done about a text that the service passes over because the account said the same just before. Default `error`. */
  readonly duplicates?: Duplicates | undefined;
  /**
   * Waits before the service asks for it: as long as it was measured to want between messages, and a second between
   * votes. That saves the requests that would be refused, and may wait in vain. Default `false`.
   */
  readonly paceAhead?: boolean | undefined;
  /** Gets the error of a listener that throws, of `onCookies`, and of a room that `watch` could not enter. Default: thrown where nobody can catch it. */
  readonly onListenerError?: ((error: unknown) => void) | undefined;
  /**
   * Takes a password although there is a `document`: in Node.js with a DOM, for example. A real page cannot log in: the
   * service takes its form from its own site only. Default `false`.
   */
  readonly allowBrowserSecrets?: boolean | undefined;
}

/** What logs in by the form of a main site. */
export interface Account {
  readonly email: string;
  readonly password: string;
}

/** The options, checked and complete. */
export interface Settings {
  readonly chatRoot: string;
  readonly loginRoot: string;
  /** The main site where one logs in, by its name. */
  readonly site: string;
  /** What logs in; absent for a client that only reads, or whose browser is logged in already. */
  readonly account: Account | undefined;
  readonly cookies: GivenCookies | undefined;
  readonly cookieStore: CookieStore | undefined;
  readonly onCookies: ((cookies: SavedCookies) => unknown) | undefined;
  readonly userAgent: string;
  readonly transport: TransportOptions & { readonly fetch: Fetch };
  readonly webSocket: ((url: string) => WebSocketLike) | undefined;
  readonly agent: object | undefined;
  readonly silenceMs: number;
  readonly renewMs: number | undefined;
  readonly habits: PostHabits;
  readonly paceAhead: boolean;
  readonly onListenerError: (error: unknown) => void;
  readonly ending: Ending;
}

/** The chat of all other sites has no accounts of its own. */
const loginSites: Readonly<Record<ChatHost, string>> = {
  'stackexchange.com': 'meta.stackexchange.com',
  'stackoverflow.com': 'stackoverflow.com',
  'meta.stackexchange.com': 'meta.stackexchange.com',
};

/** Refuses what cannot work, and fills in what is left out. */
export function readOptions(options: ChatExchangeOptions, ending: Ending = createEnding()): Settings {
  const {
    host = 'stackexchange.com',
    email,
    password,
    cookies,
    cookieStore,
    onCookies,
    chatRoot,
    loginRoot = chatRoot,
    userAgent = '@x/chatexchange (+https://github.com/x/x-clients)',
    webSocket,
    agent,
    silenceMs = 45_000,
    renewMs,
    sendAggressively = false,
    duplicates = 'error',
    paceAhead = false,
    onListenerError = throwLater,
    allowBrowserSecrets = false,
    ...transport
  } = options;
  const given: unknown = host;
  const site = String(given).replace(/^chat\./, '') as ChatHost;
  if (!Object.hasOwn(loginSites, site)) {
    refuseOption('host', `one of ${Object.keys(loginSites).join(', ')}`);
  }
  const account = readAccount(refuseOption, email, password);
  const secret = password === undefined ? 'cookies' : 'password';
  if (options[secret] !== undefined && !allowBrowserSecrets && isBrowser()) {
    refuseOption(
      secret,
      'kept out of a browser, where everybody can read it: log in by the page of the service, or set allowBrowserSecrets',
    );
  }
  if (cookies !== undefined && cookieStore !== undefined) {
    refuseOption('cookies', 'left out beside a cookieStore, which has its own: use loginWithCookie');
  }
  for (const [name, ms, most] of [
    ['silenceMs', silenceMs, 2 ** 31 - 1],
    // About so many: a quarter more has to be possible, too.
    ['renewMs', renewMs, 1.5 * 2 ** 30],
  ] as const) {
    if (ms !== undefined && !(Number.isInteger(ms) && ms > 0 && ms <= most)) {
      refuseOption(name, 'a whole number of milliseconds from 1');
    }
  }
  checkDuplicates(refuseOption, duplicates);
  return {
    chatRoot: checkBaseUrl(refuseOption, 'chatRoot', chatRoot ?? `https://chat.${site}`),
    loginRoot: checkBaseUrl(refuseOption, 'loginRoot', loginRoot ?? `https://${loginSites[site]}`),
    site: loginSites[site],
    account,
    cookies,
    cookieStore,
    onCookies,
    userAgent: checkText(refuseOption, 'userAgent', userAgent),
    transport: {
      ...transport,
      // Looked up at each call.
      fetch: transport.fetch ?? ((input, init) => fetch(input, init)),
    },
    webSocket,
    agent,
    silenceMs,
    habits: { sendAggressively, duplicates },
    paceAhead,
    renewMs,
    onListenerError,
    ending,
  };
}

/** Both halves of an account, or none. */
export function readAccount(
  refuse: RefuseOption,
  email: string | undefined,
  password: string | undefined,
): Account | undefined {
  if (email === undefined && password === undefined) return undefined;
  return {
    email: checkText(refuse, 'email', email),
    password: checkText(refuse, 'password', password),
  };
}

function throwLater(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
