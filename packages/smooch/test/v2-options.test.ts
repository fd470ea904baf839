import { expectNoSecrets } from '@x/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import { createSmooch, serviceAccountKeys, serviceAccounts } from '../src/index.js';
import {
  createSunshine,
  integrationKeys,
  integrations,
  users,
  type SunshineOptions,
} from '../src/v2/index.js';
import { anyHost, decode, startEmulator } from './emulator.js';
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
  [{}, 'https://api.smooch.io'],
  [{ region: 'eu' }, 'https://api.eu-1.smooch.io'],
  [{ subdomain: 'shop', region: 'eu' }, 'https://shop.zendesk.com/sc'],
  [
    { baseUrl: 'https://oauth-bridge.zendesk.com/sc/', subdomain: 'shop' },
    'https://oauth-bridge.zendesk.com/sc',
  ],
] as const)('with %j a call goes to %s', async (options, root) => {
  const emulator = await startEmulator();
  const { fetch, asked } = anyHost(emulator);
  const sunshine = createSunshine({ ...emulator.credentials, ...options, fetch });
  expect((await users(sunshine).create({ externalId: 'ada' })).user.externalId).toBe('ada');
  expect(asked).toEqual([`${root}/v2/apps/${emulator.credentials.appId}/users`]);
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

test('a token that a key signs has the scope that the key opens', async () => {
  const { emulator, sunshine } = await connectSunshine();
  const { appId } = emulator.credentials;
  const { integration } = await integrations(sunshine).create({
    type: 'custom',
    webhooks: [{ target: 'https://example.com/bot', triggers: ['conversation:message'] }],
  });
  const { key: bot } = await integrationKeys(sunshine).create(integration.id, { displayName: 'Key 1' });
  const { accountKey } = emulator.control;
  const account = createSmooch({ ...accountKey, baseUrl: emulator.url });
  const { serviceAccount } = await serviceAccounts(account).create({ name: 'worker' });
  const { key: worker } = await serviceAccountKeys(account).create(serviceAccount._id, { name: 'Key 2' });
  for (const [keyId, secret, scope] of [
    [emulator.credentials.keyId, emulator.credentials.secret, 'app'],
    [accountKey.keyId, accountKey.secret, 'account'],
    [worker._id, worker.secret, 'account'],
    [bot.id, bot.secret, 'integration'],
  ] as const) {
    await users(createSunshine({ keyId, secret, appId, auth: 'jwt', baseUrl: emulator.url })).create({});
    const shown = String(emulator.control.requests.all.at(-1)?.headers['authorization']);
    expect(decode(shown.slice('Bearer '.length))).toMatchObject({
      header: { kid: keyId },
      claims: { scope },
    });
  }
});

test('what belongs to an app is not asked for without one', async () => {
  const emulator = await startEmulator();
  const sunshine = createSunshine({ ...emulator.credentials, appId: undefined, baseUrl: emulator.url });
  await expect(users(sunshine).get('b')).rejects.toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  await expect(users(sunshine).list({ email: 'a@b.c' }).toArray()).rejects.toThrow(
    'appId must be chosen: createSunshine({ appId }), or sunshine.for(appId)',
  );
  expect(() => sunshine.for('')).toThrow('appId must be');
  expect(emulator.control.requests.all).toEqual([]);
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
