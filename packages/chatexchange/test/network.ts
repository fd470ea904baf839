import { request } from 'node:http';
import { onTestFinished } from 'vitest';
import { createChatExchange, type ChatExchange, type ChatExchangeOptions, type Fetch } from '../src/index.js';
import { accountOf, type ChatEmulator } from './emulator.js';

/** What went to a host of the network by its real name, and the cookies that went with it. */
export interface Asked {
  readonly line: string;
  readonly cookie: string;
}

/** The whole network at one emulator, under the real names of its hosts: `fetch` does not let a `Host` be set. */
export function networkAt(emulator: ChatEmulator): { readonly fetch: Fetch; readonly asked: Asked[] } {
  const asked: Asked[] = [];
  const fetch: Fetch = async (input, init = {}) => {
    const url = new URL(input);
    const plain = new Request(input, { ...init, body: init.body ?? null });
    const headers = { ...Object.fromEntries(new Headers(init.headers)), host: url.host };
    const type = plain.headers.get('content-type');
    if (type !== null) Object.assign(headers, { 'content-type': type });
    asked.push({
      line: `${plain.method} ${url.host}${url.pathname}`,
      cookie: new Headers(init.headers).get('cookie') ?? '',
    });
    const body = Buffer.from(await plain.arrayBuffer());
    return new Promise((resolve, reject) => {
      const sending = request(
        new URL(url.pathname + url.search, emulator.url),
        { method: plain.method, headers, setHost: false },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            const told = new Headers();
            for (const [name, values = []] of Object.entries(answer.headersDistinct)) {
              for (const value of values) told.append(name, value);
            }
            resolve(new Response(Buffer.concat(chunks), { status: answer.statusCode ?? 0, headers: told }));
          });
        },
      );
      sending.on('error', reject);
      sending.end(body);
    });
  };
  return { fetch, asked };
}

/** A client of an account of the network, by the real names of its hosts. */
export function clientAt(
  network: { readonly fetch: Fetch },
  emulator: ChatEmulator,
  options: Partial<ChatExchangeOptions> = {},
): ChatExchange {
  const { email, password } = accountOf(emulator);
  const chat = createChatExchange({ email, password, fetch: network.fetch, retries: 0, ...options });
  onTestFinished(() => chat.close());
  return chat;
}
