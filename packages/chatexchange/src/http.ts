import {
  createHttp,
  type Auth,
  type CallOptions,
  type Fields,
  type Http,
  type RequestOptions,
} from '@x/http-core';
import { parseHtml } from '#html';
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

/** The site where one logs in. */
export interface LoginHttp {
  get(path: string, call?: CallOptions): Promise<Page>;
  post(path: string, form: Fields, call?: CallOptions): Promise<Page>;
}

const asPage = { accept: 'text/html,application/xhtml+xml' };

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
  const headers = asPage;
  return {
    get: (path, call) => http.json('GET', path, { ...call, headers }),
    // A login is not tried twice: too many of them end in a CAPTCHA.
    post: (path, form, call) => http.json('POST', path, { ...call, headers, form, retries: 0 }),
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
      parseHtml((await pages.json<Page>('GET', path, { ...call, headers: asPage })).html),
    text: async (path, call) => (await pages.json<Page>('GET', path, { ...call, headers: asPage })).html,
    post: (path, form, call) => actions.json('POST', path, { ...call, form }),
  };
}
