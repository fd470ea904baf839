import { SignJWT, type JWTPayload } from 'jose';
import { onTestFinished } from 'vitest';
import { createManualClock, type ManualClock } from '../../src/frame/index.js';
import { startSmoochEmulator, type SmoochEmulatorOptions } from '../../src/smooch/index.js';
import { textAt } from '../json.js';

export interface Key {
  readonly keyId: string;
  readonly secret: string;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface CallOptions {
  readonly json?: unknown;
  readonly form?: FormData;
  readonly headers?: Readonly<Record<string, string>>;
  /** Default: a token of the app. Null sends none. */
  readonly authorization?: string | null;
}

export interface Api {
  readonly emulator: Awaited<ReturnType<typeof startSmoochEmulator>>;
  readonly clock: ManualClock;
  readonly call: (method: string, path: string, options?: CallOptions) => Promise<Answer>;
  /** Makes an app user and gives its `_id`. */
  readonly createUser: (userId: string) => Promise<string>;
}

/** An emulator on a clock that stands still, and a way to call it. Both end with the test. */
export async function startApi(options: SmoochEmulatorOptions = {}): Promise<Api> {
  const api = await openApi(options);
  onTestFinished(() => api.emulator.close());
  return api;
}

/** The same for several tests, the last of which closes the emulator. */
export async function openApi(options: SmoochEmulatorOptions = {}): Promise<Api> {
  const clock = createManualClock();
  const emulator = await startSmoochEmulator({ clock, ...options });
  const standard = await bearer(emulator.credentials, { scope: 'app' });

  const call = async (method: string, path: string, how: CallOptions = {}): Promise<Answer> => {
    const headers = new Headers(how.headers);
    const authorization = how.authorization === undefined ? standard : how.authorization;
    if (authorization !== null) headers.set('authorization', authorization);
    if (how.json !== undefined) headers.set('content-type', 'application/json');
    const body = how.json === undefined ? how.form : JSON.stringify(how.json);
    const response = await fetch(emulator.url + path, {
      method,
      headers,
      redirect: 'manual',
      ...(body === undefined ? {} : { body }),
    });
    return { status: response.status, headers: response.headers, body: parse(await response.text()) };
  };

  return {
    emulator,
    clock,
    call,
    async createUser(userId) {
      const { body } = await call('POST', '/v1.1/appusers', { json: { userId } });
      return textAt(body, 'appUser', '_id');
    },
  };
}

/** An `authorization` header with a token that this key signed. */
export async function bearer(
  key: Key,
  claims: JWTPayload,
  header: Readonly<Record<string, unknown>> = {},
): Promise<string> {
  const token = await new SignJWT(claims)
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT', kid: key.keyId, ...header })
    .sign(new TextEncoder().encode(key.secret));
  return `Bearer ${token}`;
}

export function basic({ keyId, secret }: Key): string {
  return `Basic ${Buffer.from(`${keyId}:${secret}`).toString('base64')}`;
}

/** The body of a refusal. */
export function refusal(code: string, description: string): object {
  return { error: { code, description } };
}

/** A form with a file as `source`, and whatever else. */
export function upload(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  fields: Readonly<Record<string, string>> = {},
): FormData {
  const form = new FormData();
  for (const [field, value] of Object.entries(fields)) form.set(field, value);
  form.set('source', new File([bytes], name));
  return form;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
