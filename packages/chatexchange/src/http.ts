import {
  createHttp,
  type Answer,
  type Auth,
  type Draft,
  type Fields,
  type Http,
  type RequestOptions,
} from '@x/http-core';
import type { Page, Told } from './answers.js';
import { ChatExchangeError } from './errors.js';
import type { Settings } from './options.js';
import type { PageElement } from './parse/document.js';
import type { Session, Sessions } from './session.js';
import type * as Wire from './wire.js';

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

/** Asks for a page. */
export const asPage = { accept: 'text/html,application/xhtml+xml' } as const;

/** What reads HTML is loaded with the first page. */
export async function parse(html: string): Promise<PageElement> {
  const { parseHtml } = await import('#html');
  return parseHtml(html);
}

/** How the answers of one site are read. */
interface Reading<T> {
  readonly read: 'readAction' | 'readLoginPage' | 'readPage' | 'readTold';
  readonly auth?: Pick<Auth<T>, 'credential' | 'apply'> & {
    /** What tells that the credential no longer serves. */
    readonly rejected: 'isSessionLost' | 'isShut';
  };
}

/** Talks to a site of the service, until the client is closed. How answers are read is loaded with the first request. */
export function create<T>(
  settings: Settings,
  baseUrl: string,
  { read, auth }: Reading<T>,
): Pick<Http, 'json'> {
  const { userAgent, transport, ending } = settings;
  let wire: typeof Wire | undefined;
  const http = createHttp<T>({
    ...transport,
    async fetch(input, init) {
      wire ??= await import('./wire.js');
      return transport.fetch(input, init);
    },
    service: 'chatexchange',
    baseUrl,
    headers: { 'user-agent': userAgent, origin: new URL(baseUrl).origin },
    normalize: (answer) => wire?.[read](answer) ?? answer,
    describe: (answer) => wire?.describe(answer),
    ServiceError: ChatExchangeError,
    ...(auth && {
      auth: { ...auth, rejected: (answer: Answer) => wire?.[auth.rejected](answer) === true },
    }),
  });
  return {
    json: (method, target, call) =>
      ending.run(call?.signal, (signal) => http.json(method, target, { ...call, signal })),
  };
}

/** A chat server; the sessions are what makes one, and makes it anew when it is lost. */
export function createChatHttp(
  settings: Settings,
  sessions: Pick<Sessions, 'whatThereIs' | 'account' | 'current' | 'notice'>,
): ChatHttp {
  const { chatRoot } = settings;
  const reading = {
    credential: sessions.whatThereIs,
    apply: () => undefined,
    rejected: 'isShut',
  } as const;
  const acting = { credential: sessions.account, apply: addFkey, rejected: 'isSessionLost' } as const;
  const pages = create(settings, chatRoot, { read: 'readPage', auth: reading });
  const data = create(settings, chatRoot, { read: 'readAction', auth: reading });
  const actions = create(settings, chatRoot, { read: 'readAction', auth: acting });
  const words = create(settings, chatRoot, { read: 'readTold', auth: acting });

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
