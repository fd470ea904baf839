import { expectNoSecrets } from '@x/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import { createSunshine, tokenInfo, users, type SunshineOptions } from '../src/v2/index.js';
import { decode, startEmulator } from './emulator.js';
import { connectSunshine } from './sunshine.js';

const key = { keyId: 'app_5b85a397334c19154d2f', secret: 'a secret of mine', appId: 'a1' };

afterEach(() => vi.unstubAllGlobals());

function refusal(options: object): unknown {
  try {
    createSunshine(options as SunshineOptions);
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  ['keyId', { secret: key.secret }],
  ['secret', { ...key, secret: '' }],
  ['appId', { ...key, appId: ' ' }],
  ['auth', { ...key, auth: 'digest' }],
  ['region', { ...key, region: 'mars' }],
  ['subdomain', { ...key, subdomain: 'shop.zendesk.com' }],
  ['baseUrl', { ...key, baseUrl: 'http://api.smooch.io' }],
  ['credential', { credential: '' }],
  ['tokenLifetimeMs', { ...key, tokenLifetimeMs: 0 }],
  ['retries', { ...key, retries: -1 }],
])('an unusable %s is refused at once: %j', (name, options) => {
  const error = refusal(options);
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'usage', code: 'INVALID_OPTION' });
  expect(String(error)).toContain(`smooch: ${name} must be`);
  expectNoSecrets(error, [key.secret]);
});

test.each([
  [{}, 'https://api.smooch.io/v2/apps/a1/users/b'],
  [{ region: 'eu' }, 'https://api.eu-1.smooch.io/v2/apps/a1/users/b'],
  [{ subdomain: 'shop', region: 'eu' }, 'https://shop.zendesk.com/sc/v2/apps/a1/users/b'],
  [
    { baseUrl: 'https://oauth-bridge.zendesk.com/sc/', subdomain: 'shop' },
    'https://oauth-bridge.zendesk.com/sc/v2/apps/a1/users/b',
  ],
] as const)('with %j a call goes to %s', async (options, address) => {
  const asked: string[] = [];
  const sunshine = createSunshine({
    ...key,
    ...options,
    fetch: async (url) => {
      asked.push(url);
      return Response.json({ user: {} });
    },
  });
  await users(sunshine).get('b');
  expect(asked).toEqual([address]);
});

test('a key shows itself by HTTP Basic, and by a token on request', async () => {
  const { emulator, sunshine } = await connectSunshine();
  const { keyId, secret } = emulator.credentials;
  await users(sunshine).create({});
  const byToken = createSunshine({ ...emulator.credentials, baseUrl: emulator.url, auth: 'jwt' });
  await users(byToken).create({});
  const shown = emulator.control.requests.all.map(({ headers }) => headers['authorization']);
  expect(shown[0]).toBe(`Basic ${btoa(`${keyId}:${secret}`)}`);
  expect(decode(String(shown[1]).slice('Bearer '.length))).toMatchObject({
    header: { alg: 'HS256', kid: keyId },
    claims: { scope: 'app' },
  });
});

test.each([
  ['app_1', 'app'],
  ['act_1', 'account'],
  ['svc_1', 'account'],
  ['int_1', 'integration'],
])('a token that the key %s signs has the scope %s', async (keyId, scope) => {
  const shown: string[] = [];
  const sunshine = createSunshine({
    keyId,
    secret: 'a secret of mine',
    auth: 'jwt',
    fetch: async (_url, init) => {
      shown.push(String(new Headers(init?.headers).get('authorization')));
      return Response.json({ app: {} });
    },
  });
  await tokenInfo(sunshine).get();
  expect(decode(String(shown[0]).slice('Bearer '.length)).claims).toMatchObject({ scope });
});

test('what belongs to an app is not asked for without one', async () => {
  const sunshine = createSunshine({ credential: 'a token', fetch: () => Promise.reject(new Error('sent')) });
  await expect(users(sunshine).get('b')).rejects.toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  await expect(users(sunshine).list({ email: 'a@b.c' }).toArray()).rejects.toThrow(
    'appId must be chosen: createSunshine({ appId }), or sunshine.for(appId)',
  );
  expect(() => sunshine.for('')).toThrow('appId must be');
});

test('a client for another app has the same credential', async () => {
  const emulator = await startEmulator();
  const { appId, ...credentials } = emulator.credentials;
  const sunshine = createSunshine({ ...credentials, baseUrl: emulator.url });
  const { user } = await users(sunshine.for(appId)).create({ externalId: 'ada' });
  expect(user.externalId).toBe('ada');
  expect(sunshine.appId).toBeUndefined();
});

test('an account at Zendesk is spoken to below /sc', async () => {
  const emulator = await startEmulator();
  const sunshine = createSunshine({ ...emulator.credentials, baseUrl: `${emulator.url}/sc` });
  await users(sunshine).create({ externalId: 'ada' });
  expect(emulator.control.requests.all[0]?.path).toBe(`/sc/v2/apps/${emulator.credentials.appId}/users`);
});

test('a browser is given no secret, unless that is asked for by name', () => {
  vi.stubGlobal('document', {});
  expect(refusal(key)).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
  expect(refusal({ ...key, allowBrowserSecrets: true })).toBeUndefined();
  expect(refusal({ credential: 'a token' })).toBeUndefined();
});
