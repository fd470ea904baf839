import { checkBaseUrl, checkText, isBrowser, type Fetch, type TransportOptions } from '@x/http-core';
import type { WebSocketLike } from '@x/http-core/socket';
import { refuseOption } from './errors.js';
import { checkDuplicates, type Duplicates, type PostHabits } from './post.js';

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
  /** Gets the error of a listener that throws, and of a room that `watch` could not enter. Default: thrown where nobody can catch it. */
  readonly onListenerError?: ((error: unknown) => void) | undefined;
  /**
   * Takes a password although there is a `document`: in Node.js with a DOM, for example. A real page cannot log in: the
   * service takes its form from its own site only. Default `false`.
   */
  readonly allowBrowserSecrets?: boolean | undefined;
}

/** The options, checked and complete. */
export interface Settings {
  readonly chatRoot: string;
  readonly loginRoot: string;
  /** The main site where one logs in, by its name. */
  readonly site: string;
  /** What logs in; absent for a client that only reads, or whose browser is logged in already. */
  readonly account: { readonly email: string; readonly password: string } | undefined;
  readonly userAgent: string;
  readonly transport: TransportOptions & { readonly fetch: Fetch };
  readonly webSocket: ((url: string) => WebSocketLike) | undefined;
  readonly agent: object | undefined;
  readonly silenceMs: number;
  readonly habits: PostHabits;
  readonly paceAhead: boolean;
  readonly onListenerError: ((error: unknown) => void) | undefined;
}

const hosts = '"stackexchange.com", "stackoverflow.com" or "meta.stackexchange.com"';

/** The chat of all other sites has no accounts of its own. */
const loginSites: Readonly<Record<ChatHost, string>> = {
  'stackexchange.com': 'meta.stackexchange.com',
  'stackoverflow.com': 'stackoverflow.com',
  'meta.stackexchange.com': 'meta.stackexchange.com',
};

/** Refuses what cannot work, and fills in what is left out. */
export function readOptions(options: ChatExchangeOptions): Settings {
  const {
    host = 'stackexchange.com',
    email,
    password,
    chatRoot,
    loginRoot = chatRoot,
    userAgent = '@x/chatexchange (+https://github.com/x/x-clients)',
    webSocket,
    agent,
    silenceMs = 45_000,
    sendAggressively = false,
    duplicates = 'error',
    paceAhead = false,
    onListenerError,
    allowBrowserSecrets = false,
    ...transport
  } = options;
  if (typeof host !== 'string') refuseOption('host', hosts);
  const site = host.replace(/^chat\./, '') as ChatHost;
  if (!Object.hasOwn(loginSites, site)) {
    refuseOption('host', hosts);
  }
  if (email !== undefined) checkText(refuseOption, 'email', email);
  if (password !== undefined) checkText(refuseOption, 'password', password);
  if ((email === undefined) !== (password === undefined)) {
    refuseOption(email === undefined ? 'email' : 'password', 'given, as the other half of the account is');
  }
  if (password !== undefined && !allowBrowserSecrets && isBrowser()) {
    refuseOption(
      'password',
      'kept out of a browser, where everybody can read it: log in by the page of the service, or set allowBrowserSecrets',
    );
  }
  if (!(Number.isInteger(silenceMs) && silenceMs > 0 && silenceMs < 2 ** 31)) {
    refuseOption('silenceMs', 'a whole number of milliseconds from 1');
  }
  checkDuplicates(refuseOption, duplicates);
  return {
    chatRoot: checkBaseUrl(refuseOption, 'chatRoot', chatRoot ?? `https://chat.${site}`),
    loginRoot: checkBaseUrl(refuseOption, 'loginRoot', loginRoot ?? `https://${loginSites[site]}`),
    site: loginSites[site],
    account: email === undefined || password === undefined ? undefined : { email, password },
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
    onListenerError,
  };
}
