import { expectNoSecrets, rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createCredential, createHttp, type HttpOptions, type RequestOptions } from '../src/index.js';
import { startService } from './service.js';

const good: HttpOptions<string> = { service: 'example', baseUrl: 'https://api.example.com' };

function thrown(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('Expected it to throw');
}

describe('an option that cannot work is refused at once', () => {
  test.each<[unknown, string]>([
    ['', 'no URL'],
    ['api.example.com', 'no scheme'],
    ['ftp://api.example.com', 'another scheme'],
    ['http://api.example.com', 'no encryption, off this machine'],
    ['http://localhost.example.com', 'a name that only looks like this machine'],
    ['http://127.0.0.1.example.com', 'a name that only looks like this machine'],
    ['https://user:pa55word@api.example.com', 'credentials'],
    ['https://pa55word@api.example.com', 'a user'],
    ['https://api.example.com?key=pa55word', 'a query'],
    ['https://api.example.com#a', 'a fragment'],
    ['https://api.example .com', 'a space'],
    ['https://', 'no host'],
    [undefined, 'nothing'],
    [42, 'a number'],
  ])('a base URL like %j (%s)', (baseUrl) => {
    const error = thrown(() => createHttp({ ...good, baseUrl: baseUrl as string }));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION', service: 'example' });
    expect((error as Error).message).toContain('baseUrl');
    expectNoSecrets(error, ['pa55word']);
  });

  test.each([
    'https://api.example.com',
    'https://api.example.com:8443/sc/',
    'http://localhost:4100',
    'http://127.0.0.1',
    'http://[::1]:4100/base',
    'HTTPS://API.example.com',
  ])('but not %s', (baseUrl) => {
    expect(() => createHttp({ ...good, baseUrl })).not.toThrow();
  });

  test.each(['timeoutMs', 'totalTimeoutMs', 'retries', 'maxRetryAfterMs', 'maxAnswerBytes'] as const)(
    '%s',
    (name) => {
      for (const value of [-1, Number.NaN, Infinity, 2 ** 31, '5', null]) {
        if (value === null) continue;
        const error = thrown(() => createHttp({ ...good, [name]: value }));
        expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
        expect((error as Error).message).toContain(name);
      }
      expect(() => createHttp({ ...good, [name]: 1 })).not.toThrow();
      expect(() => createHttp({ ...good, [name]: undefined })).not.toThrow();
    },
  );
});

describe('a call that cannot be sent is refused before anything is', () => {
  test.each<[string, string, RequestOptions]>([
    ['a negative time limit', '/a', { timeoutMs: -1 }],
    ['half a repetition', '/a', { retries: -1 }],
    ['a path that leads upwards', '/a/../b', {}],
    ['an address in place of a path', 'https://elsewhere.example/a', {}],
    ['an address without a scheme', '//elsewhere.example/a', {}],
    ['a header that is none', '/a', { headers: { authorization: 'pa55word\nx: y' } }],
    ['a body that cannot be JSON', '/a', { json: { amount: 1n } }],
  ])('%s', async (_name, path, options) => {
    const { url, control } = await startService();
    const error = await rejection(createHttp({ ...good, baseUrl: url }).json('POST', path, options));
    expect(error).toMatchObject({ kind: 'usage', service: 'example', retryable: false });
    expectNoSecrets(error, ['pa55word']);
    expect(control.requests.all).toHaveLength(0);
  });
});

test('dots in a query or a fragment lead nowhere', async () => {
  const { url, control } = await startService(() => Response.json({}));
  const http = createHttp({ ...good, baseUrl: url });
  await http.json('GET', '/a/b?c=../d');
  await http.json('GET', '/a#/../b');
  expect(control.requests.all.map(({ path }) => path)).toEqual(['/a/b', '/a']);
});

describe('no secret appears in an error', () => {
  const secrets = ['s3cret-token', 's3cret-header', 's3cret-query', 's3cret-body', 's3cret-answer'];
  const options = {
    query: { key: 's3cret-query' },
    headers: { 'x-api-key': 's3cret-header' },
    json: { password: 's3cret-body' },
    retries: 0,
  };
  const auth = {
    credential: createCredential({ load: async () => 's3cret-token' }),
    apply: (draft: { headers: Headers }, token: string) =>
      draft.headers.set('authorization', `Bearer ${token}`),
    rejected: ({ status }: { status: number }) => status === 401,
  };

  test.each([
    ['a refusal', () => Response.json({ echo: 's3cret-answer' }, { status: 400 })],
    ['a standing 401', () => new Response('s3cret-answer', { status: 401 })],
    ['an HTML page', () => new Response('s3cret-answer', { headers: { 'content-type': 'text/html' } })],
    ['a redirect', () => Response.redirect('https://elsewhere.example/?s3cret-answer')],
  ])('of %s', async (_name, answer) => {
    const { url } = await startService(answer);
    expectNoSecrets(
      await rejection(createHttp({ ...good, baseUrl: url, auth }).json('POST', '/a', options)),
      secrets,
    );
  });

  test.each(['drop', 'reset', 'truncate', 'html'] as const)('of a %s', async (kind) => {
    const { url, control } = await startService(() => Response.json({ text: 'x'.repeat(100) }));
    control.faults.add({ fault: { kind } });
    expectNoSecrets(
      await rejection(createHttp({ ...good, baseUrl: url, auth }).json('POST', '/a', options)),
      secrets,
    );
  });

  test('of a connection that cannot be made, a time-out, and a header that cannot be written', async () => {
    const fetchers = [
      () => Promise.reject(new TypeError('fetch failed')),
      () => new Promise<Response>(() => undefined),
      () => Promise.reject(new TypeError('Headers.append: "Bearer s3cret-token" is an invalid header value')),
      // oxlint-disable-next-line typescript/prefer-promise-reject-errors
      () => Promise.reject('s3cret-token'),
    ];
    const kinds = [];
    for (const fetch of fetchers) {
      const http = createHttp({ ...good, auth, fetch, timeoutMs: 5 });
      const error = await rejection(http.json('POST', '/a', options));
      kinds.push((error as { kind: string }).kind);
      expectNoSecrets(error, secrets);
    }
    expect(kinds).toEqual(['network', 'timeout', 'usage', 'usage']);
  });
});
