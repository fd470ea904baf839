import { request as sendRequest } from 'node:http';
import { onTestFinished } from 'vitest';
import { createManualClock, type ManualClock } from '../../src/frame/index.js';
import {
  type StackExchangeAccount,
  type StackExchangeEmulatorOptions,
  startStackExchangeEmulator,
} from '../../src/stack-exchange/index.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON, or undefined. */
  readonly json: unknown;
}

export interface Chat {
  readonly emulator: Awaited<ReturnType<typeof startStackExchangeEmulator>>;
  readonly clock: ManualClock;
  readonly roomId: number;
  readonly ada: StackExchangeAccount;
  readonly ravi: StackExchangeAccount;
  /** An owner of the room. */
  readonly tomasz: StackExchangeAccount;
  /** A moderator. */
  readonly ilse: StackExchangeAccount;
  /** Somebody without any cookie, on loopback or on a host of the network. */
  visitor(host?: string): Browser;
  /** Somebody who has logged in on loopback. */
  loggedIn(account: StackExchangeAccount): Promise<Browser>;
}

/** An emulator on a clock that stands still. It ends with the test. */
export async function startChat(options: StackExchangeEmulatorOptions = {}): Promise<Chat> {
  const clock = createManualClock();
  const emulator = await startStackExchangeEmulator({ clock, ...options });
  onTestFinished(() => emulator.close());
  const { roomId, accounts, owner, moderator } = emulator.credentials;
  const [ada, ravi] = accounts;
  return {
    emulator,
    clock,
    roomId,
    ada,
    ravi,
    tomasz: owner,
    ilse: moderator,
    visitor: (host) => createBrowser(emulator.url, host),
    async loggedIn(account) {
      const browser = createBrowser(emulator.url);
      const answer = await browser.logIn(account);
      if (answer.status !== 302) throw new Error(`The login ended with ${answer.status}.`);
      return browser;
    },
  };
}

/** As much of a browser as keeps cookies. Redirects are not followed. */
export interface Browser {
  readonly cookies: Map<string, string>;
  /** Whole `Set-Cookie` lines, as they came. */
  readonly setCookies: string[];
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends the fields as they are. */
  send(path: string, fields: Readonly<Record<string, string | number>>): Promise<Answer>;
  /** The same with the fkey of the chat. */
  post(path: string, fields?: Readonly<Record<string, string | number>>): Promise<Answer>;
  fkey(path?: string): Promise<string>;
  logIn(account: { readonly email: string; readonly password: string }): Promise<Answer>;
}

export function createBrowser(url: string, host?: string): Browser {
  const cookies = new Map<string, string>();
  const setCookies: string[] = [];

  const exchange = async (
    method: string,
    path: string,
    how: { readonly headers?: Readonly<Record<string, string>>; readonly body?: string } = {},
  ): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      ...(cookie === '' ? {} : { cookie }),
      ...(host === undefined ? {} : { host }),
      ...how.headers,
    };
    const answer = await exchangeRaw(url + path, method, headers, how.body);
    for (const line of answer.headers.getSetCookie()) {
      setCookies.push(line);
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0\b/.test(line)) cookies.delete(name);
      else cookies.set(name, value);
    }
    return answer;
  };

  const send: Browser['send'] = (path, fields) =>
    exchange('POST', path, {
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams(
        Object.entries(fields).map(([name, value]): [string, string] => [name, String(value)]),
      ).toString(),
    });

  const fkey: Browser['fkey'] = async (path = '/chats/join/favorite') =>
    valueOfField((await exchange('GET', path)).text, 'fkey');

  return {
    cookies,
    setCookies,
    get: (path, headers = {}) => exchange('GET', path, { headers }),
    send,
    post: async (path, fields = {}) => send(path, { fkey: await fkey(), ...fields }),
    fkey,
    async logIn({ email, password }) {
      const key = await fkey('/users/login');
      return send('/users/login', { fkey: key, email, password, ssrc: 'head' });
    },
  };
}

/** By `node:http`, since `fetch` sends no Host of one's own choice. */
function exchangeRaw(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: string | undefined,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = sendRequest(url, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const received = new Headers();
        for (const [name, values] of Object.entries(incoming.headersDistinct)) {
          for (const value of values ?? []) received.append(name, value);
        }
        resolve({ status: incoming.statusCode ?? 0, headers: received, text, json: parse(text) });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** The name that the top bar of a chat page shows; undefined for a link to the login. */
export function shownIdentity(page: string): string | undefined {
  const [, bar = ''] = page.split('class="topbar-menu-links"');
  return /^[^]*?<a href="\/users\/\d+\/[^"]*" title="([^"]*)">\1<\/a>/.exec(
    bar.split('</span>')[0] ?? '',
  )?.[1];
}

/** The value of the first field of a page with this name. */
export function valueOfField(page: string, name: string): string {
  const value = new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1];
  if (value === undefined) throw new Error(`There is no field ${name}.`);
  return value;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
