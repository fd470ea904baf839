import { startChatterEmulator } from '../../src/chatter/index.js';
import type { ChatterEmulatorOptions } from '../../src/chatter/index.js';
import { createManualClock, type ManualClock } from '../../src/frame/index.js';

export type Body = Record<string, unknown>;

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined without one. */
  readonly body: unknown;
}

export interface CallOptions {
  readonly headers?: Record<string, string>;
  readonly json?: unknown;
  readonly body?: BodyInit;
  /** Instead of the first user's token; null for none. */
  readonly token?: string | null;
}

type Emulator = Awaited<ReturnType<typeof startChatterEmulator>>;

export interface TestOrg extends Emulator {
  readonly clock: ManualClock;
  /** Calls any path with the first user's token and raw text. */
  call(method: string, path: string, options?: CallOptions): Promise<Answered>;
  /** Calls a Chatter path of version 66.0. */
  chatter(method: string, path: string, options?: CallOptions): Promise<Answered>;
  /** Asks for a token by form. */
  token(parameters: Record<string, string>): Promise<Answered>;
  /** Logs the second user in. */
  otherToken(): Promise<string>;
  /** Takes somebody on and logs them in. */
  newcomer(firstName: string, lastName: string): Promise<{ readonly id: string; readonly token: string }>;
}

/** An org on a clock that stands still, and a plain client for it. */
export async function startOrg(options: ChatterEmulatorOptions = {}): Promise<TestOrg> {
  const clock = createManualClock(Date.UTC(2026, 2, 9, 10, 20, 30, 400));
  const emulator = await startChatterEmulator({ clock, ...options });
  const { credentials } = emulator;

  const call = async (method: string, path: string, given: CallOptions = {}): Promise<Answered> => {
    const { json, body, token = credentials.accessToken } = given;
    const response = await fetch(emulator.url + path, {
      method,
      headers: {
        'X-Chatter-Entity-Encoding': 'false',
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
        ...(json === undefined ? {} : { 'Content-Type': 'application/json; charset=UTF-8' }),
        ...given.headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const isJson =
      text !== '' && response.headers.get('content-type')?.startsWith('application/json') === true;
    return {
      status: response.status,
      headers: response.headers,
      text,
      body: isJson ? JSON.parse(text) : undefined,
    };
  };

  const token = (parameters: Record<string, string>): Promise<Answered> =>
    call('POST', '/services/oauth2/token', { token: null, body: new URLSearchParams(parameters) });

  const logIn = async (login: { readonly username: string; readonly password: string }): Promise<string> => {
    const { clientId, clientSecret } = credentials;
    const { body } = await token({
      grant_type: 'password',
      client_id: clientId,
      client_secret: clientSecret,
      ...login,
    });
    return String((body as Body)['access_token']);
  };

  return {
    ...emulator,
    clock,
    call,
    token,
    chatter: (method, path, given) => call(method, `/services/data/v66.0/chatter/${path}`, given),
    otherToken: () => logIn({ username: credentials.otherUsername, password: credentials.otherPassword }),
    async newcomer(firstName, lastName) {
      const { id, ...login } = emulator.control.addUser(firstName, lastName);
      return { id, token: await logIn(login) };
    },
  };
}

/** What the seeded application shows of itself. */
export function clientOf({ credentials }: Pick<TestOrg, 'credentials'>): Record<string, string> {
  return { client_id: credentials.clientId, client_secret: credentials.clientSecret };
}

/** The body of an answer that must be an object. */
export function objectOf(answered: Answered): Body {
  if (typeof answered.body !== 'object' || answered.body === null || Array.isArray(answered.body)) {
    throw new TypeError(`An object was expected, not ${answered.text}`);
  }
  return { ...answered.body };
}

/** What is found at a path of names and indices, `a.0.b`. */
export function at(value: unknown, path: string): unknown {
  let found = value;
  for (const name of path.split('.')) {
    found = typeof found === 'object' && found !== null ? Reflect.get(found, name) : undefined;
  }
  return found;
}

/** The ids of the elements of a page. */
export function idsOf(answered: Answered, list = 'elements'): string[] {
  const items = objectOf(answered)[list];
  return Array.isArray(items) ? items.map((item: unknown) => String(at(item, 'id'))) : [];
}

/** The one error of an answer. */
export function errorOf(answered: Answered): { status: number; errorCode: unknown; message: unknown } {
  return {
    status: answered.status,
    errorCode: at(answered.body, '0.errorCode'),
    message: at(answered.body, '0.message'),
  };
}

/** Posts a few words on the first user's own feed, or what is said instead; the id of the post. */
export async function addPost(org: TestOrg, more: object = {}): Promise<string> {
  const json = {
    feedElementType: 'FeedItem',
    subjectId: 'me',
    body: { messageSegments: [{ type: 'Text', text: 'A post' }] },
    ...more,
  };
  const created = await org.chatter('POST', 'feed-elements', { json });
  if (created.status !== 201) throw new Error(created.text);
  return String(at(created.body, 'id'));
}

/** Reads one capability of a post, or changes it. */
export function capabilityOf(
  org: TestOrg,
  id: string,
  name: string,
  json?: object,
  more: CallOptions = {},
): Promise<Answered> {
  return org.chatter(json === undefined ? 'GET' : 'PATCH', `feed-elements/${id}/capabilities/${name}`, {
    ...(json === undefined ? {} : { json }),
    ...more,
  });
}
