import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSlackWeb, type SlackWebOptions } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb } from './setup.js';

const form = (text: BodyInit | null | undefined): Record<string, string> =>
  Object.fromEntries(new URLSearchParams(text as string));

/** Pretends to be a page until the test is over. */
function becomePage(): void {
  Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'document');
  });
}

/** What a client sends when it is called, with all that fetch was told. */
async function sent(
  options: Partial<SlackWebOptions>,
  method = 'api.test',
  args: object = {},
): Promise<RequestInit & { headers: Headers }> {
  const calls: RequestInit[] = [];
  const web = createSlackWeb({
    token: 'xoxb-1',
    ...options,
    fetch: async (_url, init) => {
      calls.push(init ?? {});
      return Response.json({ ok: true });
    },
  });
  await web.call(method, args);
  return { ...calls[0], headers: new Headers(calls[0]?.headers) };
}

describe('a request', () => {
  test(behaviour(125), async () => {
    const { emulator, web } = await setUpWeb();
    await web.api.test({
      text: 'a',
      list: [1, { b: true }],
      ids: { x: null },
      none: undefined,
      nothing: null,
    });
    const [request] = emulator.control.requests.all;
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(form(request?.text ?? '')).toEqual({ text: 'a', list: '[1,{"b":true}]', ids: '{"x":null}' });
  });

  test.each<[string, Blob | Uint8Array | ArrayBuffer, string]>([
    ['a file', new File(['bytes'], 'photo.png', { type: 'image/png' }), 'photo.png'],
    ['a blob', new Blob(['bytes']), 'image'],
    ['bytes', new TextEncoder().encode('bytes'), 'image'],
    ['a buffer', new TextEncoder().encode('bytes').buffer, 'image'],
  ])(behaviour(125, '%s'), async (_name, image, fileName) => {
    const { emulator, web } = await setUpWeb();
    await web.call('api.test', { image, list: ['a'], none: undefined, foo: 'bar' });
    const [request] = emulator.control.requests.all;
    expect(request?.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/);
    const parts = await new Response(request?.text, {
      headers: { 'content-type': request?.headers['content-type'] ?? '' },
    }).formData();
    expect(new Set(parts.keys())).toEqual(new Set(['foo', 'image', 'list']));
    expect([parts.get('foo'), parts.get('list')]).toEqual(['bar', '["a"]']);
    const file = parts.get('image') as File;
    expect([file.name, await file.text()]).toEqual([fileName, 'bytes']);
    expect(request?.headers['authorization']).toBe(`Bearer ${emulator.credentials.botToken}`);
  });

  test.each([['text'], [1], [true], [[1]], [() => 1]])(behaviour(122, '%s'), async (args) => {
    const { emulator, web } = await setUpWeb();
    const call = web.auth.test as (given: unknown) => Promise<unknown>;
    expect(await rejection(call(args))).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
    expect(emulator.control.requests.all).toEqual([]);
  });

  test.each([
    ['users', new Set(['U1'])],
    ['metadata', new Map([['a', 1]])],
    ['oldest', new Date(Number.NaN)],
    ['limit', Number.NaN],
    ['text', () => 'x'],
  ])('with %s that cannot be written is refused by the name of it', async (name, value) => {
    const { emulator, web } = await setUpWeb();
    const error = await rejection(web.call('conversations.history', { channel: 'C1', [name]: value }));
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
    expect(String(error)).toContain(`${name} must be`);
    expect(emulator.control.requests.all).toEqual([]);
  });

  test.each([undefined, null, 7, '', '../x', 'https://example.org/x'])(
    'of %s, which is no method, is refused',
    async (method) => {
      const { emulator, web } = await setUpWeb({ rateLimit: 'wait' });
      const call = rejection(web.call(method as unknown as string));
      expect(await call).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
      expect(emulator.control.requests.all).toEqual([]);
    },
  );

  test(behaviour(126), async () => {
    const app = { name: 'my app: (beta)', version: '1.0/2' };
    const { headers } = await sent({ appInfo: app });
    expect(headers.get('user-agent')).toBe('my%20app%3A%20%28beta%29/1.0%2F2 slack-rtm');
    const two = await sent({
      appInfo: [
        { name: 'a', version: '1' },
        { name: 'b', version: '2' },
      ],
    });
    expect(two.headers.get('user-agent')).toBe('a/1 b/2 slack-rtm');
    expect((await sent({})).headers.has('user-agent')).toBe(false);
    becomePage();
    expect((await sent({ appInfo: app })).headers.has('user-agent')).toBe(false);
  });

  test(behaviour(129), async () => {
    const { emulator } = await setUpWeb();
    const { apiUrl: baseUrl, botToken, botUserId, userToken, userId } = emulator.credentials;
    const headers = Object.freeze({ 'x-mine': 'yes' });
    const one = createSlackWeb({ token: botToken, baseUrl, headers });
    const two = createSlackWeb({ token: userToken, baseUrl, headers });
    expect((await one.auth.test()).user_id).toBe(botUserId);
    expect((await two.auth.test()).user_id).toBe(userId);
    const args = Object.freeze({ token: userToken });
    expect((await one.call('auth.test', args)).user_id).toBe(userId);
    expect(headers).toEqual({ 'x-mine': 'yes' });
    for (const request of emulator.control.requests.all) expect(request.headers['x-mine']).toBe('yes');
  });

  test('with a token of its own that is refused asks for no other', async () => {
    let asked = 0;
    const { emulator, web } = await setUpWeb({ token: () => `xoxb-${(asked += 1)}` });
    const error = await rejection(web.call('auth.test', { token: 'xoxb-wrong' }));
    expect(error).toMatchObject({ kind: 'auth', code: 'invalid_auth' });
    expect(asked).toBe(0);
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test(behaviour(130), async () => {
    expect((await sent({})).headers.get('accept')).toBe('application/json');
    expect((await sent({ headers: { Accept: 'text/plain' } })).headers.get('accept')).toBe('text/plain');
  });

  test.each(['https://example.com/api/auth.test', '//example.com/x', 'auth.test?x=1', 'a/../b'])(
    behaviour(133, '%s'),
    async (method) => {
      const { emulator, web } = await setUpWeb();
      expect(await rejection(web.call(method))).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
      expect(emulator.control.requests.all).toEqual([]);
    },
  );

  test(behaviour(139), async () => {
    const { emulator } = await setUpWeb();
    const { apiUrl: baseUrl, botToken: token } = emulator.credentials;
    const addresses: string[] = [];
    const web = createSlackWeb({
      token,
      baseUrl,
      fetch: async (address, init) => {
        addresses.push(new URL(address).pathname);
        return fetch(address, init);
      },
    });
    await web.auth.test();
    expect(addresses).toEqual(['/api/auth.test']);
  });

  test(behaviour(140), async () => {
    const { emulator, web } = await setUpWeb();
    const { appToken } = emulator.credentials;
    const own = createSlackWeb({ token: appToken, baseUrl: emulator.credentials.apiUrl });
    const event_context = 'EC1';
    await rejection(web.call('apps.event.authorizations.list', { event_context, token: appToken }));
    await rejection(own.call('apps.event.authorizations.list', { event_context }));
    for (const { headers, text } of emulator.control.requests.all) {
      expect(headers['authorization']).toBe(`Bearer ${appToken}`);
      expect(form(text)).toEqual({ event_context });
    }
    expect(emulator.control.requests.all).toHaveLength(2);
  });

  test('takes the cookie of a session token along', async () => {
    const { emulator } = await setUpWeb();
    const { apiUrl: baseUrl } = emulator.credentials;
    for (const [cookie, expected] of [
      ['xoxd-abc', 'd=xoxd-abc'],
      ['xoxd-a+b/c=', 'd=xoxd-a%2Bb%2Fc%3D'],
      ['xoxd-a%2Bb', 'd=xoxd-a%2Bb'],
      ['d=xoxd-abc; d-s=1', 'd=xoxd-abc; d-s=1'],
    ]) {
      emulator.control.requests.clear();
      const web = createSlackWeb({ token: 'xoxc-1', baseUrl, cookie });
      await rejection(web.auth.test());
      expect(emulator.control.requests.all[0]?.headers['cookie']).toBe(expected);
    }
  });

  test('says of which workspace it is, unless its arguments do', async () => {
    const { emulator, web } = await setUpWeb({ teamId: 'T1' });
    await web.call('team.info', {});
    await web.call('team.info', { team_id: 'T2' });
    await web.call('api.test', { file: new Blob(['x']), team_id: 'T3' });
    const [first, second, third] = emulator.control.requests.all;
    expect(form(first?.text ?? '')).toEqual({ team_id: 'T1' });
    expect(form(second?.text ?? '')).toEqual({ team_id: 'T2' });
    expect(third?.text).toContain('T3');
    expect(third?.text).not.toContain('T1');
  });
});

describe('in a page', () => {
  test(behaviour(143), async () => {
    becomePage();
    const init = await sent({ headers: { 'accept-language': 'de' } }, 'chat.postMessage', {
      channel: 'C1',
      text: 'x',
    });
    expect([...init.headers.keys()]).toEqual(['accept', 'accept-language', 'content-type']);
    expect(init.headers.get('content-type')).toBe('application/x-www-form-urlencoded');
    expect([init.method, init.credentials]).toEqual(['POST', 'omit']);
    expect(form(init.body)).toMatchObject({ channel: 'C1', text: 'x', token: 'xoxb-1' });
    const own = await sent({}, 'auth.test', { token: 'xoxp-2' });
    expect([form(own.body), own.headers.has('authorization')]).toEqual([{ token: 'xoxp-2' }, false]);
    const parts = await sent({}, 'api.test', { file: new Blob(['x']) });
    expect((parts.body as FormData).get('token')).toBe('xoxb-1');
    expect([...parts.headers.keys()]).toEqual(['accept']);
  });

  test(behaviour(143, 'against a service that refuses what a browser would have to ask for'), async () => {
    const { emulator } = await setUpWeb({}, { preset: 'strict' });
    const { apiUrl: baseUrl, botToken: token, botUserId } = emulator.credentials;
    becomePage();
    const fetchAsPage: SlackWebOptions['fetch'] = async (address, init) =>
      fetch(address, {
        ...init,
        headers: { ...Object.fromEntries(new Headers(init?.headers)), origin: 'https://page.example' },
      });
    const web = createSlackWeb({ token, baseUrl, fetch: fetchAsPage });
    expect((await web.auth.test()).user_id).toBe(botUserId);
    expect((await web.api.test({ foo: 'bar' })).ok).toBe(true);
  });

  test.each(['apps.connections.open', 'apps.event.authorizations.list'])(
    '%s is refused, since its token cannot be sent',
    async (method) => {
      const { emulator, web } = await setUpWeb();
      becomePage();
      const error = await rejection(web.call(method, {}));
      expect(error).toMatchObject({ kind: 'usage', code: 'NOT_IN_A_PAGE' });
      expect(String(error)).toContain('header');
      expect(emulator.control.requests.all).toEqual([]);
    },
  );

  test.each<[string, Partial<SlackWebOptions>]>([
    ['a cookie', { cookie: 'xoxd-1' }],
    ['a header of its own', { headers: { 'x-mine': 'yes' } }],
  ])('%s is refused', (_name, options) => {
    becomePage();
    expect(() => createSlackWeb({ token: 'xoxc-1', ...options })).toThrow(
      expect.objectContaining({ kind: 'usage', code: 'INVALID_OPTION' }),
    );
  });
});

test.each<[string, Partial<SlackWebOptions>]>([
  ['a cookie with a line break', { cookie: 'd=1\nx: y' }],
  ['an empty cookie', { cookie: '' }],
  ['a header that is the client’s own', { headers: { Authorization: 'Bearer x' } }],
  ['a header that cannot be sent', { headers: { 'x y': 'z' } }],
  ['no calls at once', { maxConcurrent: 0 }],
  ['a way of waiting that nobody knows', { rateLimit: 'hope' as 'wait' }],
  ['an app without a name', { appInfo: { name: '', version: '1' } }],
])('%s is refused as an option', (_name, options) => {
  expect(() => createSlackWeb({ token: 'xoxb-1', ...options })).toThrow(
    expect.objectContaining({ kind: 'usage', code: 'INVALID_OPTION' }),
  );
});
