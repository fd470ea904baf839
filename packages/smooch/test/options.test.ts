import { expectNoSecrets, rejection } from '@x/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import { createSmooch, type SmoochOptions } from '../src/index.js';
import { anyHost, sent, startEmulator } from './emulator.js';

const key = { keyId: 'app_5b85a397334c19154d2f', secret: 'a secret of mine' };

afterEach(() => vi.unstubAllGlobals());

function refusal(options: object): unknown {
  try {
    createSmooch(options as SmoochOptions);
  } catch (error) {
    return error;
  }
  return undefined;
}

test.each([
  ['keyId', { secret: key.secret }],
  ['keyId', { ...key, keyId: ' ' }],
  ['keyId', { ...key, keyId: 7 }],
  ['secret', { keyId: key.keyId }],
  ['secret', { ...key, secret: '' }],
  ['scope', { ...key, scope: 'integration' }],
  ['appId', { ...key, appId: '' }],
  ['version', { ...key, version: 'v2' }],
  ['region', { ...key, region: 'mars' }],
  ['subdomain', { ...key, subdomain: '' }],
  ['subdomain', { ...key, subdomain: 'shop.zendesk.com' }],
  ['subdomain', { ...key, subdomain: 'evil.example/' }],
  ['baseUrl', { ...key, baseUrl: 'http://api.smooch.io' }],
  ['baseUrl', { ...key, baseUrl: 'https://user:hunter2@api.smooch.io' }],
  ['baseUrl', { ...key, baseUrl: 'api.smooch.io' }],
  ['auth', { ...key, auth: 'digest' }],
  ['auth', { ...key, auth: 'basic', version: 'v1' }],
  ['credential', { credential: '' }],
  ['credential', { credential: 7 }],
  ['credential', { credential: {} }],
  ['tokenLifetimeMs', { ...key, tokenLifetimeMs: 0 }],
  ['tokenLifetimeMs', { ...key, tokenLifetimeMs: Infinity }],
  ['tokenLifetimeMs', { ...key, tokenLifetimeMs: '1h' }],
  ['timeoutMs', { ...key, timeoutMs: -1 }],
  ['totalTimeoutMs', { ...key, totalTimeoutMs: Number.NaN }],
  ['retries', { ...key, retries: -1 }],
  ['maxRetryAfterMs', { ...key, maxRetryAfterMs: 2 ** 31 }],
  ['maxAnswerBytes', { ...key, maxAnswerBytes: 'much' }],
])('an unusable %s is refused at once: %j', (name, options) => {
  const error = refusal(options);
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'usage', code: 'INVALID_OPTION' });
  expect(String(error)).toContain(`smooch: ${name} must be`);
  expectNoSecrets(error, [key.secret, 'hunter2']);
});

test.each([
  [{}, 'https://api.smooch.io/v1.1/appusers'],
  [{ region: 'eu' }, 'https://api.eu-1.smooch.io/v1.1/appusers'],
  [{ version: 'v1' }, 'https://api.smooch.io/v1/appusers'],
  [{ baseUrl: 'https://smooch.example.com/', region: 'eu' }, 'https://smooch.example.com/v1.1/appusers'],
] as const)('with %j a call goes to %s', async (options, address) => {
  const emulator = await startEmulator();
  const { fetch, asked } = anyHost(emulator);
  const smooch = createSmooch({ ...emulator.credentials, appId: undefined, ...options, fetch });
  expect((await smooch.precreateUser('b6518')).appUser.userId).toBe('b6518');
  expect(asked).toEqual([address]);
});

// Nobody documents whether an account at Zendesk knows the older versions.
test.each([{ subdomain: 'shop', region: 'eu' }, { baseUrl: 'https://shop.zendesk.com/sc/' }] as const)(
  'with %j a call goes below /sc, where there may be v2 only',
  async (options) => {
    const emulator = await startEmulator();
    const { fetch, asked } = anyHost(emulator);
    const smooch = createSmooch({ ...emulator.credentials, appId: undefined, ...options, fetch });
    expect(await rejection(smooch.precreateUser('b6518'))).toMatchObject({ code: 'not_found' });
    expect(asked).toEqual(['https://shop.zendesk.com/sc/v1.1/appusers']);
  },
);

test('the app that is named is one part of each path', async () => {
  const emulator = await startEmulator();
  const { fetch, asked } = anyHost(emulator);
  const smooch = createSmooch({ ...emulator.credentials, appId: 'a b', fetch });
  expect(await rejection(smooch.precreateUser('b6518'))).toMatchObject({ kind: 'refused' });
  expect(asked).toEqual(['https://api.smooch.io/v1.1/apps/a%20b/appusers']);
});

test('options are not changed, and an undefined one counts as left out', async () => {
  const emulator = await startEmulator();
  const { keyId, secret } = emulator.credentials;
  const options = Object.freeze({
    keyId,
    secret,
    scope: undefined,
    appId: undefined,
    version: undefined,
    region: undefined,
    subdomain: undefined,
    baseUrl: emulator.url,
    auth: undefined,
    credential: undefined,
    tokenLifetimeMs: undefined,
    allowBrowserSecrets: undefined,
    fetch: undefined,
    timeoutMs: undefined,
    totalTimeoutMs: undefined,
    retries: undefined,
    maxRetryAfterMs: undefined,
    maxAnswerBytes: undefined,
    observe: undefined,
    clock: undefined,
  });
  await createSmooch(options).precreateUser('b6518');
  expect(sent(emulator)).toEqual([['POST', '/v1.1/appusers', { userId: 'b6518' }]]);
});

test('a browser is given no secret, unless that is asked for by name', () => {
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('document', {});
  const error = refusal(key);
  expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
  expect(String(error)).toContain('allowBrowserSecrets');
  expectNoSecrets(error, [key.secret]);
  expect(refusal({ ...key, credential: 'a token' })).toBeDefined();
  expect(refusal({ ...key, allowBrowserSecrets: true })).toBeUndefined();
  expect(refusal({ credential: 'a token' })).toBeUndefined();
});

test('a worker of a page is a browser, and what runs at the edge of a network is none', () => {
  vi.stubGlobal('window', globalThis);
  expect(refusal(key)).toBeUndefined();
  vi.stubGlobal('importScripts', () => {});
  expect(refusal(key)).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
});
