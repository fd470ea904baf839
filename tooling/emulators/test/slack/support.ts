import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import {
  createManualClock,
  type ManualClock,
  type SlackEmulatorOptions,
  startSlackEmulator,
} from '../../src/index.js';
import { textAt } from '../json.js';

export type Body = Readonly<Record<string, unknown>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Body;
}

export interface CallOptions {
  /** Default: the bot's. Null sends none. */
  readonly token?: string | null;
}

export interface Api {
  readonly emulator: Awaited<ReturnType<typeof startSlackEmulator>>;
  readonly clock: ManualClock;
  /** Calls a method with a form, the token in the header. */
  readonly call: (
    method: string,
    args?: Readonly<Record<string, string>>,
    options?: CallOptions,
  ) => Promise<Answer>;
  /** Calls a method in any way. */
  readonly send: (path: string, init?: RequestInit) => Promise<Answer>;
  /** Asks for an address and opens it. */
  readonly connect: (options?: {
    readonly token?: string;
    readonly args?: Readonly<Record<string, string>>;
  }) => Promise<Line>;
}

/** An emulator on a clock that stands still, and ways to talk to it. All end with the test. */
export async function startApi(options: SlackEmulatorOptions = {}): Promise<Api> {
  const clock = createManualClock();
  const emulator = await startSlackEmulator({ clock, ...options });
  onTestFinished(() => emulator.close());
  const { url, credentials } = emulator;

  const send: Api['send'] = async (path, init) => {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    return {
      status: response.status,
      headers: response.headers,
      body: isJson ? (JSON.parse(text) as Body) : { text },
    };
  };

  const call: Api['call'] = (method, args = {}, { token = credentials.botToken } = {}) =>
    send(`/api/${method}`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      },
      body: new URLSearchParams(args).toString(),
    });

  const connect: Api['connect'] = async ({ token = credentials.botToken, args = {} } = {}) => {
    const { body } = await call('rtm.connect', args, { token });
    return dial(textAt(body, 'url'));
  };

  return { emulator, clock, call, send, connect };
}

/** Does something by the control over HTTP. */
export async function act(
  { url }: { readonly url: string },
  name: string,
  body: object = {},
): Promise<{ readonly status: number; readonly json: unknown }> {
  const answer = await fetch(`${url}/_emulator/${name}`, { method: 'POST', body: JSON.stringify(body) });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
}

/** One end of an RTM socket. */
export interface Line {
  readonly webSocket: WebSocket;
  /** All frames so far. */
  readonly heard: readonly Body[];
  /** The next frame that nobody has taken yet and that has these values. */
  readonly next: (values?: Body) => Promise<Body>;
  readonly say: (frame: object) => void;
  /** The code of the close, once there is one. */
  readonly closed: Promise<number>;
}

const patienceMs = 2_000;

export async function dial(url: string): Promise<Line> {
  const webSocket = new WebSocket(url);
  const heard: Body[] = [];
  const taken = new Set<Body>();
  const waiting = new Set<() => void>();
  webSocket.on('error', () => {});
  webSocket.on('message', (data: Buffer) => {
    heard.push(parse(data.toString()));
    for (const look of waiting) look();
  });
  const closed = new Promise<number>((resolve) => webSocket.on('close', resolve));
  onTestFinished(() => webSocket.terminate());

  const next = (values: Body = {}): Promise<Body> =>
    new Promise((resolve, reject) => {
      const wanted = Object.entries(values);
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`No ${JSON.stringify(values)} among ${JSON.stringify(heard)}.`));
      }, patienceMs);
      const look = (): void => {
        const found = heard.find(
          (frame) => !taken.has(frame) && wanted.every(([key, value]) => frame[key] === value),
        );
        if (found === undefined) return;
        taken.add(found);
        clearTimeout(timer);
        waiting.delete(look);
        resolve(found);
      };
      waiting.add(look);
      look();
    });

  await new Promise<void>((resolve, reject) => {
    webSocket.once('open', resolve);
    webSocket.once('unexpected-response', (_, response) =>
      reject(new Error(`The handshake was answered with ${response.statusCode}.`)),
    );
    webSocket.once('close', () => reject(new Error('The handshake failed.')));
  });
  return { webSocket, heard, next, closed, say: (frame) => webSocket.send(JSON.stringify(frame)) };
}

/** Resolves when everything that was sent before on this line has been dealt with. */
export async function settled({ say, next }: Line): Promise<void> {
  pings += 1;
  say({ id: 900_000 + pings, type: 'ping' });
  await next({ type: 'pong', reply_to: 900_000 + pings });
}

let pings = 0;

function parse(text: string): Body {
  try {
    return JSON.parse(text) as Body;
  } catch {
    return { unreadable: text };
  }
}
