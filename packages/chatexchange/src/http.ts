import {
  createHttp,
  type Auth,
  type CallOptions,
  type Draft,
  type Fields,
  type Http,
  type RequestOptions,
} from '@x/http-core';
import { readAction, readLoginPage, readPage, readTold, type Page, type Told } from './answers.js';
import { describe, isSessionLost } from './describe.js';
import { ChatExchangeError } from './errors.js';
import type { Settings } from './options.js';
import { isPrivateRoom } from './parse/private-room.js';
import type { PageElement } from './parse/document.js';
import type { Session, Sessions } from './session.js';

/**
 * The ways to talk to a chat server. What is read is asked for without an account, unless there is one already; what is
 * sent carries the fkey, of the account if there is one.
 */
export interface ChatHttp {
  /** Reads a page. */
  page(path: string, call?: RequestOptions): Promise<PageElement>;
  /** Reads a text. */
  text(path: string, call?: RequestOptions): Promise<string>;
  /** Reads JSON that is there for the asking. */
  json<T>(path: string, call?: RequestOptions): Promise<T>;
  /** Sends a form, and resolves with the JSON of the answer: `"ok"` where there is nothing else to say. */
  post<T>(path: string, form: Fields, call?: RequestOptions): Promise<T>;
  /** Sends a form that is answered in words, with nothing, or by a way elsewhere; with a file in it if need be. */
  tell(path: string, form: Fields | FormData, call?: RequestOptions): Promise<Told>;
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

/** A chat server; the sessions are what makes one, and makes it anew when it is lost. */
export function createChatHttp(
  settings: Settings,
  sessions: Pick<Sessions, 'whatThereIs' | 'account' | 'current' | 'notice'>,
): ChatHttp {
  const { chatRoot } = settings;
  const reading: Auth<Session> = {
    credential: sessions.whatThereIs,
    apply: () => undefined,
    // A private room may be open to the account.
    rejected: ({ status, text }) => status === 401 || isPrivateRoom(text),
  };
  const acting: Auth<Session> = { credential: sessions.account, apply: addFkey, rejected: isSessionLost };
  const pages = create(settings, chatRoot, { normalize: readPage, auth: reading });
  const data = create(settings, chatRoot, { normalize: readAction, auth: reading });
  const actions = create(settings, chatRoot, { normalize: readAction, auth: acting });
  const words = create(settings, chatRoot, { normalize: readTold, auth: acting });

  async function read(path: string, call?: RequestOptions): Promise<string> {
    return (await pages.json<Page>('GET', path, { ...call, headers: asPage })).html;
  }

  return {
    text: read,
    async page(path, call) {
      const before = sessions.current;
      const page = await parse(await read(path, call));
      await sessions.notice(page, before);
      return page;
    },
    json: (path, call) => data.json('GET', path, call),
    post: (path, form, call) => actions.json('POST', path, { ...call, form }),
    tell: (path, form, call) =>
      words.json('POST', path, { ...call, ...(form instanceof FormData ? { body: form } : { form }) }),
  };
}

/** Each form carries the fkey, one with a file in it as well. What is given belongs to the caller. */
function addFkey(draft: Draft, { fkey }: Session): void {
  if (!(draft.body instanceof FormData)) {
    draft.form = { ...draft.form, fkey };
    return;
  }
  const filled = new FormData();
  for (const [name, value] of draft.body.entries()) filled.append(name, value);
  filled.append('fkey', fkey);
  draft.body = filled;
}
