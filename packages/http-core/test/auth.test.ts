import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createCredential, createHttp, ServiceError, type Auth, type Http } from '../src/index.js';
import { echo, record, startService } from './service.js';

const service = 'example';

/** A bearer token that is good as long as the service says so. */
function bearer(load: (stale?: string) => Promise<string>, initial?: string): Auth<string> {
  return {
    credential: createCredential({ initial, load }),
    apply(draft, token) {
      draft.headers.set('authorization', `Bearer ${token}`);
    },
    rejected: ({ status }) => status === 401,
  };
}

/** Accepts one token only, and echoes. */
const accepts =
  (token: string) =>
  (request: Request): Response | Promise<Response> =>
    request.headers.get('authorization') === `Bearer ${token}`
      ? echo(request)
      : new Response('', { status: 401 });

describe('an expired credential', () => {
  test('is renewed once for 100 concurrent calls, and every body arrives intact', async () => {
    const { url, control } = await startService(accepts('new'));
    let refreshes = 0;
    const http = createHttp({
      service,
      baseUrl: url,
      auth: bearer(async () => {
        refreshes += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
        return 'new';
      }, 'old'),
    });
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, number) =>
        http.json<{ text: string }>('POST', '/a', { json: { number, text: 'ü'.repeat(number * 10) } }),
      ),
    );
    expect(refreshes).toBe(1);
    expect(answers.map(({ text }) => JSON.parse(text) as unknown)).toEqual(
      Array.from({ length: 100 }, (_, number) => ({ number, text: 'ü'.repeat(number * 10) })),
    );
    expect(control.requests.all.length).toBeLessThanOrEqual(200);
  });

  test('is not renewed again by a refusal that arrives late', async () => {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    const { url } = await startService(async (request) => {
      if (request.url.endsWith('/slow') && request.headers.get('authorization') === 'Bearer old') await held;
      return accepts('new')(request);
    });
    let refreshes = 0;
    const auth = bearer(async () => `new${refreshes++ === 0 ? '' : refreshes}`, 'old');
    const http = createHttp({ service, baseUrl: url, auth });
    const slow = http.json('GET', '/slow');
    await http.json('GET', '/fast');
    release();
    await slow;
    expect(refreshes).toBe(1);
  });

  test('costs no repetition: the replay is outside the retry budget', async () => {
    const { url, control } = await startService(accepts('new'));
    const http = createHttp({ service, baseUrl: url, retries: 0, auth: bearer(async () => 'new', 'old') });
    await http.json('POST', '/a');
    expect(control.requests.all).toHaveLength(2);
  });

  test('may end once more on the way', async () => {
    let valid = 'new 1';
    let hold: (() => void) | undefined;
    const held = new Promise<void>((resolve) => (hold = resolve));
    const { url, control } = await startService(async (request) => {
      const token = request.headers.get('authorization');
      if (request.url.endsWith('/slow') && token === 'Bearer new 1') await held;
      return new Response('{}', { status: token === `Bearer ${valid}` ? 200 : 401 });
    });
    let refreshes = 0;
    const auth = bearer(async () => `new ${(refreshes += 1)}`, 'old');
    const http = createHttp({ service, baseUrl: url, auth });
    const slow = http.json('POST', '/slow');
    await http.json('GET', '/fast');
    await expect.poll(() => control.requests.matching({ path: '/slow' }).length).toBe(2);
    valid = 'new 2';
    hold?.();
    await slow;
    expect(refreshes).toBe(2);
    expect(
      control.requests.matching({ path: '/slow' }).map(({ headers }) => headers['authorization']),
    ).toEqual(['Bearer old', 'Bearer new 1', 'Bearer new 2']);
  });

  test('is renewed for a stream too, which is not sent again', async () => {
    const { url, control } = await startService(accepts('new'));
    const http = createHttp({ service, baseUrl: url, auth: bearer(async () => 'new', 'old') });
    const body = (): ReadableStream<Uint8Array> => new Blob(['x']).stream();
    expect(await rejection(http.json('PUT', '/a', { body: body() }))).toMatchObject({
      kind: 'auth',
      status: 401,
    });
    expect(await http.json('PUT', '/a', { body: body() })).toMatchObject({ text: 'x' });
    expect(control.requests.all).toHaveLength(2);
  });
});

describe('a standing refusal', () => {
  test('ends after one replay with a new credential', async () => {
    const { url, control } = await startService(() => new Response('', { status: 401 }));
    let number = 0;
    const http = createHttp({
      service,
      baseUrl: url,
      auth: bearer(async () => `new ${(number += 1)}`, 'old'),
    });
    expect(await rejection(http.json('GET', '/a'))).toMatchObject({
      kind: 'auth',
      status: 401,
      retryable: false,
    });
    expect(control.requests.all).toHaveLength(2);
    expect(number).toBe(1);
  });

  test('is not replayed at all when the refresh brought nothing new', async () => {
    const { url, control } = await startService(() => new Response('', { status: 401 }));
    const http = createHttp({ service, baseUrl: url, auth: bearer(async () => 'old', 'old') });
    expect(await rejection(http.json('GET', '/a'))).toMatchObject({ kind: 'auth' });
    expect(control.requests.all).toHaveLength(1);
  });

  test('of one resource, while others are served, ends after a few replays', async () => {
    const { url, control } = await startService(async (request) => {
      if (request.url.endsWith('/open')) return Response.json({});
      await http.json('GET', '/open');
      return new Response('', { status: 401 });
    });
    let number = 0;
    const http: Http = createHttp({
      service,
      baseUrl: url,
      auth: bearer(async () => `new ${(number += 1)}`, 'old'),
    });
    expect(await rejection(http.json('GET', '/closed'))).toMatchObject({ kind: 'auth', status: 401 });
    expect(control.requests.matching({ path: '/closed' })).toHaveLength(6);
    expect(number).toBe(5);
  });

  test('makes no loop for many callers either', async () => {
    const { url, control } = await startService(() => new Response('', { status: 401 }));
    let number = 0;
    const http = createHttp({
      service,
      baseUrl: url,
      auth: bearer(async () => `new ${(number += 1)}`, 'old'),
    });
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => http.json('GET', '/a')));
    expect(outcomes.every(({ status }) => status === 'rejected')).toBe(true);
    expect(control.requests.all.length).toBeLessThanOrEqual(100);
    expect(number).toBeLessThanOrEqual(50);
  });
});

describe('a credential', () => {
  test('is sent to the origin of the base URL and to no other', async () => {
    const own = await startService();
    const other = await startService();
    const http = createHttp({ service, baseUrl: own.url, auth: bearer(async () => 'never', 'secret') });
    await http.json('GET', new URL(`${own.url}/elsewhere`));
    await http.json('POST', new URL(`${other.url}/upload?ticket=1`), { json: {} });
    expect(own.control.requests.all[0]?.headers['authorization']).toBe('Bearer secret');
    expect(other.control.requests.all[0]?.headers).not.toHaveProperty('authorization');
  });

  test('of another origin is not renewed when that origin refuses', async () => {
    const own = await startService();
    const other = await startService(() => new Response('', { status: 401 }));
    let refreshes = 0;
    const auth = bearer(async () => `new ${(refreshes += 1)}`, 'secret');
    const http = createHttp({ service, baseUrl: own.url, auth });
    expect(await rejection(http.json('GET', new URL(`${other.url}/a`)))).toMatchObject({ status: 401 });
    expect(refreshes).toBe(0);
  });

  test('may move the service to another host, which the replay follows', async () => {
    const old = await startService(() => new Response('', { status: 401 }));
    const next = await startService();
    const http = createHttp<{ token: string; host: string }>({
      service,
      baseUrl: ({ host }) => host,
      auth: {
        credential: createCredential({
          initial: { token: 'old', host: old.url },
          load: async () => ({ token: 'new', host: next.url }),
        }),
        apply(draft, { token }) {
          draft.headers.set('authorization', token);
        },
        rejected: ({ status }) => status === 401,
      },
    });
    expect(await http.json('GET', '/a')).toMatchObject({ headers: { authorization: 'new' } });
    expect(old.control.requests.all).toHaveLength(1);
  });

  test('may go into the body, which stays the caller’s own', async () => {
    const { url, control } = await startService();
    const http = createHttp<string>({
      service,
      baseUrl: url,
      auth: {
        credential: createCredential({ load: async () => 'secret' }),
        apply(draft, token) {
          draft.form = { ...draft.form, token };
        },
        rejected: () => false,
      },
    });
    const form = Object.freeze({ text: 'hello' });
    await http.json('POST', '/a', { form });
    expect(control.requests.all[0]?.text).toBe('text=hello&token=secret');
    expect(form).toEqual({ text: 'hello' });
  });

  test('that cannot be had fails the call with the error of whoever should have given it', async () => {
    const { url, control } = await startService();
    const mine = new TypeError('fetch failed');
    const http = createHttp({ service, baseUrl: url, auth: bearer(() => Promise.reject(mine)) });
    expect(await rejection(http.json('GET', '/a'))).toBe(mine);
    expect(control.requests.all).toHaveLength(0);
  });

  test.each([
    ['no error at all', () => Promise.reject('a text')],
    [
      'thrown and not rejected with',
      (): never => {
        throw new Error('mine');
      },
    ],
  ])('that cannot be had fails the call likewise when it is %s', async (_name, get) => {
    const { url } = await startService();
    const auth: Auth<string> = { ...bearer(async () => 'never'), credential: { get, refresh: get } };
    const expected = await rejection((async () => get())());
    const error = await rejection(createHttp({ service, baseUrl: url, auth }).json('GET', '/a'));
    expect(error).toEqual(expected);
    expect(error).not.toHaveProperty('kind');
  });

  test('that cannot be had just now is asked for again, as any repeatable call is', async () => {
    const { url } = await startService();
    let tries = 0;
    const notNow = new ServiceError('example: POST /token got no answer', {
      service,
      kind: 'http',
      code: 'HTTP_503',
      retryable: true,
      retryAfterMs: 0,
    });
    const load = (): Promise<string> =>
      (tries += 1) === 1 ? Promise.reject(notNow) : Promise.resolve('token');
    const auth: Auth<string> = { ...bearer(load), credential: createCredential({ load, failureMs: 0 }) };
    expect(await createHttp({ service, baseUrl: url, auth }).json('POST', '/a')).toMatchObject({
      path: '/a',
    });
    expect(tries).toBe(2);
  });

  test('being renewed is told', async () => {
    const { url } = await startService(accepts('new'));
    const { events, observe } = record();
    await createHttp({ service, baseUrl: url, observe, auth: bearer(async () => 'new', 'old') }).json(
      'GET',
      '/a',
    );
    expect(events.map(({ type }) => type)).toEqual(['request', 'response', 'refresh', 'request', 'response']);
    expect(events[2]).toMatchObject({ method: 'GET', path: '/a', status: 401 });
  });
});

describe('an answer that leads elsewhere', () => {
  const redirect = (location: string, status = 302): Response =>
    new Response(null, { status, headers: { location } });
  const secret = {
    auth: bearer(async () => 'never', 'secret-token'),
    headers: { 'x-api-key': 'secret-key' },
  };
  const kinds = [301, 302, 303, 307, 308];

  test.each(kinds)('to another origin carries nothing there (%d)', async (status) => {
    const other = await startService();
    const { url } = await startService(() => redirect(`${other.url}/a?b=private`, status));
    const http: Http = createHttp({ service, baseUrl: url, ...secret });
    for (const method of ['GET', 'HEAD', 'POST', 'PUT']) {
      const json = method === 'GET' || method === 'HEAD' ? undefined : { text: 'body' };
      const error = await rejection(http.json(method, '/a', { json }));
      expect(error).toMatchObject({ kind: 'protocol', code: 'REDIRECTED', status, retryable: false });
      expect((error as Error).message).toContain(other.url);
      expect((error as Error).message).not.toContain('private');
    }
    expect(other.control.requests.all).toHaveLength(0);
  });

  test.each(kinds)('within the origin is followed for GET, with its headers (%d)', async (status) => {
    const { url, control } = await startService((request) =>
      request.url.endsWith('/a') ? redirect('/b?c=1', status) : echo(request),
    );
    const http = createHttp({ service, baseUrl: url, ...secret });
    expect(await http.json('GET', '/a')).toMatchObject({
      path: '/b',
      headers: { 'x-api-key': 'secret-key' },
    });
    expect(await rejection(http.json('POST', '/a', { json: {} }))).toMatchObject({ code: 'REDIRECTED' });
    expect(control.requests.all.map(({ path }) => path)).toEqual(['/a', '/b', '/a']);
  });

  test('is followed five times and no more', async () => {
    const { url, control } = await startService((_request, count) => redirect(`/${count + 1}`));
    const error = await rejection(createHttp({ service, baseUrl: url }).json('GET', '/0'));
    expect(error).toMatchObject({ code: 'REDIRECTED' });
    expect(control.requests.all).toHaveLength(6);
  });

  test.each(['http://', undefined])(
    'that cannot be understood is an error of the same kind (%s)',
    async (location) => {
      const { url } = await startService(() =>
        location === undefined ? new Response(null, { status: 302 }) : redirect(location),
      );
      const error = await rejection(createHttp({ service, baseUrl: url }).json('GET', '/a'));
      expect(error).toMatchObject({ kind: 'protocol', code: 'REDIRECTED', status: 302 });
    },
  );
});
