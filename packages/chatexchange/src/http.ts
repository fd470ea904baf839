import {
  createHttp,
  type Auth,
  type CallOptions,
  type Fields,
  type Http,
  type RequestOptions,
} from '@x/http-core';
import { describe, isSessionLost, readAction, readLoginPage, readPage, type Page } from './answers.js';
import { ChatExchangeError } from './errors.js';
import type { Settings } from './options.js';
import { isPrivateRoom } from './parse/private-room.js';
import type { PageElement } from './parse/document.js';
import type { Session } from './session.js';

/** The two ways to talk to a chat server. */
export interface ChatHttp {
  /** Reads a page. It is asked for without an account, unless there is one already. */
  page(path: string, call?: CallOptions): Promise<PageElement>;
  /** Sends a form with the fkey, and resolves with the JSON of the answer. */
  post<T>(path: string, form: Fields, call?: RequestOptions): Promise<T>;
  /** Reads a text. */
  text(path: string, call?: CallOptions): Promise<string>;
}

/** A page of a site where one logs in, or where it leads instead. */
export interface SitePage {
  readonly page: PageElement;
  /** The address that answered, after redirects. */
  readonly url: string;
  /** Where it leads instead, if that is all it does. */
  readonly location: string | undefined;
}

/** The site where one logs in. */
export interface LoginHttp {
  get(path: string, call?: CallOptions): Promise<SitePage>;
  post(path: string, form: Fields, call?: CallOptions): Promise<SitePage>;
}

const asPage = { accept: 'text/html,application/xhtml+xml' };

/** What reads HTML is loaded with the first page. */
async function parse(html: string): Promise<PageElement> {
  const { parseHtml } = await import('#html');
  return parseHtml(html);
}

function create<T>(
  settings: Settings,
  baseUrl: string,
  own: { readonly normalize: typeof readPage; readonly auth?: Auth<T> },
): Http {
  const { userAgent, transport } = settings;
  return createHttp<T>({
    ...transport,
    service: 'chatexchange',
    baseUrl,
    headers: { 'user-agent': userAgent, origin: new URL(baseUrl).origin },
    describe,
    ServiceError: ChatExchangeError,
    ...own,
  });
}

/** The site where one logs in, without an account. */
export function createLoginHttp(settings: Settings, baseUrl: string): LoginHttp {
  const http = create(settings, baseUrl, { normalize: readLoginPage });
  async function send(method: string, path: string, call: RequestOptions): Promise<SitePage> {
    const { html, ...page } = await http.json<Page>(method, path, { ...call, headers: asPage });
    return { ...page, page: await parse(html) };
  }
  return {
    get: (path, call = {}) => send('GET', path, call),
    // A login is not tried twice: too many of them end in a CAPTCHA.
    post: (path, form, call) => send('POST', path, { ...call, form, retries: 0 }),
  };
}

/** A chat server; `credential` is what makes a session, and makes it anew when it is lost. */
export function createChatHttp(
  settings: Settings,
  credentials: {
    readonly whatThereIs: Auth<Session>['credential'];
    readonly account: Auth<Session>['credential'];
  },
): ChatHttp {
  const { chatRoot } = settings;
  const pages = create<Session>(settings, chatRoot, {
    normalize: readPage,
    auth: {
      credential: credentials.whatThereIs,
      apply: () => undefined,
      // A private room may be open to the account.
      rejected: ({ status, text }) => status === 401 || isPrivateRoom(text),
    },
  });
  const actions = create<Session>(settings, chatRoot, {
    normalize: readAction,
    auth: {
      credential: credentials.account,
      apply(draft, { fkey }) {
        draft.form = { ...draft.form, fkey };
      },
      rejected: isSessionLost,
    },
  });
  return {
    page: async (path, call) =>
      parse((await pages.json<Page>('GET', path, { ...call, headers: asPage })).html),
    text: async (path, call) => (await pages.json<Page>('GET', path, { ...call, headers: asPage })).html,
    post: (path, form, call) => actions.json('POST', path, { ...call, form }),
  };
}
