import { createServer as createHttpServer } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import { createManualClock } from '@x/emulators/frame';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createHttp, ServiceError, sleep, type HttpOptions } from '../src/index.js';
import { echo, record, startService } from './service.js';

const service = 'example';

describe('a request', () => {
  test('carries path, query, headers and a JSON body as they were given', async () => {
    const { url, control } = await startService();
    const http = createHttp({ service, baseUrl: `${url}/base/`, headers: { 'x-every': 'time' } });
    const answer = await http.json<Awaited<ReturnType<typeof echo>>>('post', '/a%20b/c', {
      query: { q: 'ü&=', list: ['a', 'b'], yes: true, none: undefined, nothing: null, zero: 0 },
      headers: { 'x-once': '1' },
      json: { text: 'Grüße' },
    });
    expect(answer).toMatchObject({ method: 'POST', path: '/base/a%20b/c', text: '{"text":"Grüße"}' });
    const [sent] = control.requests.all;
    expect(Object.fromEntries(sent?.query ?? [])).toEqual({ q: 'ü&=', list: 'a,b', yes: 'true', zero: '0' });
    expect(sent?.headers).toMatchObject({
      'x-every': 'time',
      'x-once': '1',
      accept: 'application/json',
      'content-type': 'application/json',
    });
  });

  test('writes a form', async () => {
    const { url, control } = await startService();
    await createHttp({ service, baseUrl: url }).json('POST', '/a', {
      form: { a: 'ü b', none: undefined, n: 1 },
    });
    expect(control.requests.all[0]?.text).toBe('a=%C3%BC+b&n=1');
    expect(control.requests.all[0]?.headers['content-type']).toMatch(/^application\/x-www-form-urlencoded/);
  });

  test.each([
    ['text', 'Grüße'],
    ['bytes', new TextEncoder().encode('Grüße')],
    ['a blob', new Blob(['Grüße'])],
    ['a stream', new Blob(['Grüße']).stream()],
    ['what a function opens', () => new Blob(['Grüße']).stream()],
  ])('sends %s as it is', async (_name, body) => {
    const { url, control } = await startService();
    await createHttp({ service, baseUrl: url }).json('PUT', '/a', { body });
    expect(control.requests.all[0]?.text).toBe('Grüße');
  });

  test('sends files as multipart', async () => {
    const { url } = await startService(async (request) => {
      const file = (await request.formData()).get('source') as File;
      return Response.json({ name: file.name, type: file.type, text: await file.text() });
    });
    const body = new FormData();
    body.set('source', new Blob(['bytes'], { type: 'image/png' }), 'a.png');
    const answer = await createHttp({ service, baseUrl: url }).json('POST', '/a', { body });
    expect(answer).toEqual({ name: 'a.png', type: 'image/png', text: 'bytes' });
  });

  test('leaves what it was given untouched', async () => {
    const { url } = await startService();
    const options = Object.freeze({
      query: Object.freeze({ a: 1 }),
      headers: Object.freeze({ 'x-a': '1' }),
      json: Object.freeze({ a: 1 }),
    });
    await createHttp({ service, baseUrl: url }).json('POST', '/a', options);
    expect(options).toEqual({ query: { a: 1 }, headers: { 'x-a': '1' }, json: { a: 1 } });
  });

  test('goes through the fetch that was given', async () => {
    const http = createHttp({
      service,
      baseUrl: 'https://api.example.com',
      fetch: async (address) => Response.json({ address }),
    });
    expect(await http.json('GET', '/a')).toEqual({ address: 'https://api.example.com/a' });
  });
});

describe('an answer', () => {
  test('without a body is undefined', async () => {
    const { url } = await startService(() => new Response(null, { status: 204 }));
    expect(await createHttp({ service, baseUrl: url }).json('DELETE', '/a')).toBeUndefined();
  });

  test('can be read as a stream', async () => {
    const { url } = await startService(() => new Response('x'.repeat(100_000)));
    const response = await createHttp({ service, baseUrl: url }).request('GET', '/a');
    expect((await response.text()).length).toBe(100_000);
  });

  test('that is no JSON is a protocol error with what came and its status', async () => {
    const { url } = await startService(
      () => new Response('<html>', { headers: { 'content-type': 'text/html' } }),
    );
    const error = await rejection(createHttp({ service, baseUrl: url }).json('GET', '/a'));
    expect(error).toMatchObject({ kind: 'protocol', code: 'INVALID_JSON', status: 200, details: '<html>' });
    expect((error as Error).message).toContain('text/html');
  });

  test('that is larger than allowed is not read to its end', async () => {
    const { url } = await startService(() => new Response('x'.repeat(1_000_000)));
    const http = createHttp({ service, baseUrl: url, maxAnswerBytes: 1000 });
    const error = await rejection(http.json('GET', '/a'));
    expect(error).toMatchObject({
      kind: 'protocol',
      code: 'ANSWER_TOO_LARGE',
      status: 200,
      retryable: false,
    });
  });

  test('that is larger than allowed ends its connection', async () => {
    const ended = new Promise<void>((resolve) => {
      const server = createHttpServer((_request, response) => {
        const writing = setInterval(() => response.write('x'.repeat(1000)), 1);
        response.on('close', () => {
          clearInterval(writing);
          server.close();
          resolve();
        });
      }).listen(0, '127.0.0.1', () => {
        const { port } = server.address() as AddressInfo;
        const http = createHttp({ service, baseUrl: `http://127.0.0.1:${port}`, maxAnswerBytes: 5000 });
        void rejection(http.json('GET', '/endless'));
      });
    });
    await expect(ended).resolves.toBeUndefined();
  });

  test.each([
    [400, 'refused'],
    [401, 'auth'],
    [403, 'refused'],
    [404, 'refused'],
    [405, 'http'],
    [409, 'refused'],
    [410, 'refused'],
    [418, 'http'],
    [422, 'refused'],
    [429, 'rate-limit'],
    [500, 'http'],
    [501, 'http'],
    [503, 'http'],
    [599, 'http'],
  ])('with the status %d is of the kind %s', async (status, kind) => {
    const { url } = await startService(() => new Response('no', { status }));
    const error = await rejection(
      createHttp({ service, baseUrl: url, retries: 0 }).json('GET', '/a?secret=1'),
    );
    expect(error).toMatchObject({ kind, code: `HTTP_${status}`, status, details: 'no', service });
    expect((error as Error).message).toMatch(new RegExp(`^example: GET /a answered ${status}`));
  });

  test('is described by the client in the service’s words', async () => {
    const { url } = await startService(() => Response.json({ oops: 'channel_not_found' }, { status: 404 }));
    class ExampleError extends ServiceError {
      override name = 'ExampleError';
    }
    const http = createHttp({
      service,
      baseUrl: url,
      ServiceError: ExampleError,
      describe: ({ data, headers }) => ({
        code: (data as { oops: string }).oops,
        message: 'There is no such channel',
        requestId: headers.get('content-type') ?? undefined,
        details: 'more',
      }),
    });
    const error = await rejection(http.json('GET', '/a'));
    expect(error).toBeInstanceOf(ExampleError);
    expect(error).toMatchObject({
      kind: 'refused',
      code: 'channel_not_found',
      message: 'example: GET /a answered 404 channel_not_found: There is no such channel',
      requestId: 'application/json',
      details: 'more',
    });
  });

  test('that normalize makes plain is treated as what it means, with the status as received', async () => {
    const { url, control } = await startService((_request, count) =>
      count < 1 ? Response.json({ ok: false }) : Response.json({ ok: true }),
    );
    const options: HttpOptions<never> = {
      service,
      baseUrl: url,
      normalize: (answer) => ((answer.data as { ok: boolean }).ok ? answer : { ...answer, status: 429 }),
    };
    const error = await rejection(createHttp({ ...options, retries: 0 }).json('POST', '/a'));
    expect(error).toMatchObject({ kind: 'rate-limit', status: 200, retryable: true });
    expect(await createHttp(options).json('POST', '/a')).toEqual({ ok: true });
    expect(control.requests.all).toHaveLength(2);
  });
});

describe('repeating', () => {
  const statuses = [408, 429, 500, 501, 502, 503, 504, 507];

  test.each(statuses)('a GET is sent again after %d', async (status) => {
    const clock = createManualClock();
    const { url, control } = await startService((request, count) =>
      count === 0 ? new Response('', { status }) : echo(request),
    );
    const { events, observe } = record();
    const answer = createHttp({ service, baseUrl: url, clock, observe }).json('GET', '/a');
    await expect.poll(() => events.at(-1)?.type).toBe('retry');
    await clock.advance(500);
    await answer;
    expect(control.requests.all).toHaveLength(2);
  });

  test.each(['POST', 'PATCH'])('a %s is sent again after 429 only', async (method) => {
    for (const status of statuses) {
      const { url, control } = await startService(
        () => new Response('', { status, headers: { 'retry-after': '0' } }),
      );
      const error = await rejection(createHttp({ service, baseUrl: url }).json(method, '/a'));
      expect(error).toMatchObject({ status, retryable: status === 429 });
      expect(control.requests.all).toHaveLength(status === 429 ? 3 : 1);
    }
  });

  test('a POST that only reads is repeated when its method says so', async () => {
    const { url, control } = await startService(
      () => new Response('', { status: 503, headers: { 'retry-after': '0' } }),
    );
    const http = createHttp({ service, baseUrl: url });
    await rejection(http.json('POST', '/a', { repeatable: true }));
    expect(control.requests.all).toHaveLength(3);
  });

  test('Retry-After is waited for, in seconds and as a date', async () => {
    for (const header of ['7', new Date(Date.UTC(2026, 0, 5, 9, 0, 7)).toUTCString()]) {
      const clock = createManualClock(Date.UTC(2026, 0, 5, 9));
      const { url, control } = await startService((request, count) =>
        count === 0 ? new Response('', { status: 429, headers: { 'retry-after': header } }) : echo(request),
      );
      const { events, observe } = record();
      const answer = createHttp({ service, baseUrl: url, clock, observe }).json('POST', '/a');
      await expect.poll(() => events.find(({ type }) => type === 'retry')).toMatchObject({ delayMs: 7000 });
      await clock.advance(6999);
      expect(control.requests.all).toHaveLength(1);
      await clock.advance(1);
      await answer;
      expect(control.requests.all).toHaveLength(2);
    }
  });

  test('a Retry-After past the cap fails at once and says how long', async () => {
    const { url, control } = await startService(
      () => new Response('', { status: 429, headers: { 'retry-after': '3600' } }),
    );
    const error = await rejection(createHttp({ service, baseUrl: url }).json('GET', '/a'));
    expect(error).toMatchObject({ kind: 'rate-limit', retryAfterMs: 3_600_000, retryable: true });
    expect(control.requests.all).toHaveLength(1);
  });

  test('a description can forbid it', async () => {
    const { url, control } = await startService(() => new Response('', { status: 503 }));
    const http = createHttp({ service, baseUrl: url, describe: () => ({ retryable: false }) });
    expect(await rejection(http.json('GET', '/a'))).toMatchObject({ retryable: false });
    expect(control.requests.all).toHaveLength(1);
  });

  test('the number of repetitions is the client’s or the call’s', async () => {
    const { url, control } = await startService(
      () => new Response('', { status: 503, headers: { 'retry-after': '0' } }),
    );
    const http = createHttp({ service, baseUrl: url, retries: 1 });
    await rejection(http.json('GET', '/a'));
    expect(control.requests.all).toHaveLength(2);
    await rejection(http.json('GET', '/a', { retries: 4 }));
    expect(control.requests.all).toHaveLength(7);
  });

  test.each(['reset', 'cut', 'drop'] as const)(
    'a %s in the answer is repeated for a GET and not for a POST',
    async (kind) => {
      const { url, control } = await startService(() => Response.json({ text: 'x'.repeat(10_000) }));
      const http = createHttp({ service, baseUrl: url });
      control.faults.add({ fault: { kind } });
      expect(await http.json('GET', '/a')).toEqual({ text: 'x'.repeat(10_000) });
      expect(control.requests.all).toHaveLength(2);
      control.faults.add({ fault: kind === 'cut' ? { kind, reset: true } : { kind, when: 'after' } });
      expect(await rejection(http.json('POST', '/a'))).toMatchObject({
        kind: 'network',
        code: 'NETWORK',
        retryable: false,
      });
      expect(control.requests.all).toHaveLength(3);
    },
  );

  test('a POST whose connection was never made is sent again', async () => {
    const { url } = await startService();
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as { port: number };
    await new Promise((resolve) => closed.close(resolve));
    const addresses = [`http://127.0.0.1:${port}`, url];
    const http = createHttp({
      service,
      baseUrl: 'https://api.example.com',
      fetch: (address, init) =>
        fetch(address.replace('https://api.example.com', String(addresses.shift())), init),
    });
    expect(await http.json('POST', '/a')).toMatchObject({ method: 'POST' });
    addresses.push(`http://127.0.0.1:${port}`);
    const error = await rejection(http.json('POST', '/a', { retries: 0 }));
    expect(error).toMatchObject({ kind: 'network', retryable: true });
    expect((error as Error).message).toContain('ECONNREFUSED');
  });

  test('a failure for which the runtime gives no reason, as in a browser, is told without one', async () => {
    const http = createHttp({
      service,
      baseUrl: 'https://api.example.com',
      retries: 0,
      fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    });
    const error = await rejection(http.json('GET', '/a'));
    expect(error).toMatchObject({ kind: 'network', code: 'NETWORK', retryable: true });
    expect((error as Error).message).toBe('example: GET /a got no answer: network');
  });

  test('a stream is sent once', async () => {
    const { url, control } = await startService(() => new Response('', { status: 503 }));
    const body = new Blob(['x']).stream();
    await rejection(createHttp({ service, baseUrl: url }).json('PUT', '/a', { body }));
    expect(control.requests.all).toHaveLength(1);
  });

  test('a stream that a function opens is opened anew for each repetition', async () => {
    const { url, control } = await startService((request, count) =>
      count < 2 ? new Response('', { status: 429, headers: { 'retry-after': '0' } }) : echo(request),
    );
    let opened = 0;
    const body = (): ReadableStream<Uint8Array> => new Blob([`${(opened += 1)}: Grüße`]).stream();
    const headers = { 'content-length': '10' };
    await createHttp({ service, baseUrl: url }).json('POST', '/a', { body, headers });
    expect(control.requests.all.map(({ text }) => text)).toEqual(['1: Grüße', '2: Grüße', '3: Grüße']);
    expect(control.requests.all[2]?.headers).toMatchObject(headers);
  });

  test('every repetition carries the whole body again', async () => {
    const { url, control } = await startService((request, count) =>
      count < 2 ? new Response('', { status: 429, headers: { 'retry-after': '0' } }) : echo(request),
    );
    await createHttp({ service, baseUrl: url }).json('POST', '/a', { json: { text: 'Grüße' } });
    expect(control.requests.all.map(({ text }) => text)).toEqual(
      Array.from({ length: 3 }, () => '{"text":"Grüße"}'),
    );
  });
});

describe('what a call says about itself', () => {
  test('are its requests, answers and pauses, without query or header', async () => {
    const { url } = await startService((request, count) =>
      count === 0 ? new Response('', { status: 503, headers: { 'retry-after': '0' } }) : echo(request),
    );
    const { events, observe } = record();
    await createHttp({ service, baseUrl: url, observe }).json('GET', '/a?secret=1');
    expect(events.map(({ type, attempt }) => [type, attempt])).toEqual([
      ['request', 1],
      ['response', 1],
      ['retry', 1],
      ['request', 2],
      ['response', 2],
    ]);
    expect(events[1]).toMatchObject({ method: 'GET', path: '/a', status: 503 });
    expect(JSON.stringify(events)).not.toContain('secret');
  });

  test('cannot break it', async () => {
    const { url } = await startService();
    const observe = (): never => {
      throw new Error('a logger that fails');
    };
    expect(await createHttp({ service, baseUrl: url, observe }).json('GET', '/a')).toMatchObject({
      path: '/a',
    });
  });
});

describe('a pace', () => {
  test('says when each try goes, and its wait counts into the limit of the whole call alone', async () => {
    const { url, control } = await startService();
    const clock = createManualClock();
    control.faults.add({ fault: { kind: 'status', status: 503 } });
    const http = createHttp({ service, baseUrl: url, clock, timeoutMs: 4000, totalTimeoutMs: 60_000 });
    const tries: number[] = [];
    const call = http.json('GET', '/a', {
      async pace(send, { signal }) {
        tries.push(clock.now());
        await sleep(5000, signal, clock);
        return send();
      },
    });
    const over: unknown[] = [];
    void call.then((answer) => over.push(answer));
    while (over.length === 0) await clock.advance(10);
    expect(await call).toMatchObject({ path: '/a' });
    expect(tries).toHaveLength(2);
    const [first, second] = control.requests.all.map(({ status }) => status);
    expect([first, second]).toEqual([503, 200]);
  });

  test('can end the call, and ends with it', async () => {
    const { url, control } = await startService();
    const http = createHttp({ service, baseUrl: url });
    const ended = await rejection(
      http.json('GET', '/a', {
        async pace(_send, over) {
          over.abort('enough');
          throw new Error('never seen');
        },
      }),
    );
    expect(ended).toBe('enough');
    const controller = new AbortController();
    const waiting = rejection(
      http.json('GET', '/a', {
        signal: controller.signal,
        pace: async (send, { signal }) => sleep(60_000, signal).then(send),
      }),
    );
    controller.abort('mine');
    expect(await waiting).toBe('mine');
    expect(control.requests.all).toEqual([]);
  });
});
