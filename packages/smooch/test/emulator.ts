import {
  startSmoochEmulator,
  type Emulator,
  type RecordedRequest,
  type SmoochControl,
  type SmoochCredentials,
  type SmoochEmulatorOptions,
} from '@x/emulators';
import { onTestFinished } from 'vitest';
import { createSmooch, type Fetch, type Smooch, type SmoochSettings } from '../src/index.js';

export type SmoochEmulator = Emulator<SmoochCredentials, SmoochControl>;

/** A service of its own for one test. */
export async function startEmulator(options: SmoochEmulatorOptions = {}): Promise<SmoochEmulator> {
  const emulator = await startSmoochEmulator(options);
  onTestFinished(() => emulator.close());
  return emulator;
}

/** A service of its own for one test, and a client that holds the key of its app. */
export async function connect(
  settings: SmoochSettings = {},
  options: SmoochEmulatorOptions = {},
): Promise<{ readonly emulator: SmoochEmulator; readonly smooch: Smooch }> {
  const emulator = await startEmulator(options);
  const { keyId, secret } = emulator.credentials;
  return { emulator, smooch: createSmooch({ keyId, secret, baseUrl: emulator.url, ...settings }) };
}

/** A service of its own for one test, and a client that holds the key of its account. */
export async function connectAccount(
  settings: SmoochSettings = {},
  options: SmoochEmulatorOptions = {},
): Promise<{ readonly emulator: SmoochEmulator; readonly account: Smooch }> {
  const emulator = await startEmulator(options);
  const { accountKey } = emulator.control;
  return { emulator, account: createSmooch({ ...accountKey, baseUrl: emulator.url, ...settings }) };
}

/** A `fetch` for which the service is at whatever host it is sought, and the addresses that were asked for. */
export function anyHost({ url }: SmoochEmulator): { readonly fetch: Fetch; readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async fetch(address, init) {
      asked.push(address);
      const { pathname, search } = new URL(address);
      return fetch(url + pathname + search, init);
    },
  };
}

/** What went over the wire: method, address, and the body as JSON. */
export function sent(emulator: SmoochEmulator): readonly [string, string, unknown][] {
  return emulator.control.requests.all.map(({ method, target, json }) => [method, target, json]);
}

/** The fields of a multipart body. */
export async function formOf(request: RecordedRequest | undefined): Promise<FormData> {
  const body = new Uint8Array(request?.body ?? []);
  return new Response(body, { headers: { ...request?.headers } }).formData();
}

/** The header and the claims of a token. */
export function decode(token: string): {
  readonly header: unknown;
  readonly claims: Record<string, unknown>;
} {
  const [header = '', claims = ''] = token
    .split('.')
    .map((part) => Buffer.from(part, 'base64url').toString());
  return { header: JSON.parse(header), claims: JSON.parse(claims) as Record<string, unknown> };
}
