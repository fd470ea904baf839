import type { SmoochEmulatorOptions } from '@x/emulators';
import { startEmulator, type SmoochEmulator } from './emulator.js';
import { createSunshine, type Fetch, type Sunshine, type SunshineSettings } from '../src/v2/index.js';

/** What went over the wire. */
export interface SentRequest {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  /** As JSON; a form as its fields. */
  readonly body: unknown;
}

export const appId = '5d8cff3cd55b040010928b5b';

type Answer = (request: SentRequest, count: number) => unknown;

/** A `fetch` that answers each request as `answer` says, and what it was sent. */
export function recorder(answer: Answer = () => ({})): {
  readonly fetch: Fetch;
  readonly sent: readonly SentRequest[];
} {
  const sent: SentRequest[] = [];
  return {
    sent,
    async fetch(url, init) {
      const { pathname, searchParams } = new URL(url);
      const request = {
        method: init?.method ?? 'GET',
        path: pathname,
        query: Object.fromEntries(searchParams),
        body: await parsed(init),
      };
      sent.push(request);
      const answered = answer(request, sent.length);
      return answered instanceof Response ? answered : Response.json(answered);
    },
  };
}

/** A client whose service answers each request as `answer` says, and what it was sent. */
export function scripted(
  answer?: Answer,
  settings: SunshineSettings = {},
): { readonly sunshine: Sunshine; readonly sent: readonly SentRequest[] } {
  const { fetch, sent } = recorder(answer);
  return { sunshine: createSunshine({ credential: 'a token', appId, fetch, ...settings }), sent };
}

async function parsed({ headers, body }: RequestInit = {}): Promise<unknown> {
  if (body === undefined || body === null) return undefined;
  const sent = new Response(body, { headers: new Headers(headers) });
  return sent.headers.get('content-type')?.startsWith('multipart/')
    ? Object.fromEntries(await sent.formData())
    : sent.json();
}

/** A service of its own for one test, and a client that holds the key of its app. */
export async function connectSunshine(
  settings: SunshineSettings = {},
  options: SmoochEmulatorOptions = {},
): Promise<{ readonly emulator: SmoochEmulator; readonly sunshine: Sunshine }> {
  const emulator = await startEmulator(options);
  return {
    emulator,
    sunshine: createSunshine({ ...emulator.credentials, baseUrl: emulator.url, ...settings }),
  };
}
