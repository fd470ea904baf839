import { createHmac } from 'node:crypto';
import { rejection } from '@x/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import { signToken } from '../src/jwt/sign.js';
import { jwtForUser } from '../src/jwt/index.js';
import { createSmooch } from '../src/index.js';
import { connect, decode, startEmulator } from './emulator.js';

afterEach(() => vi.unstubAllGlobals());

test('a token is what the service documents, byte for byte', async () => {
  expect(await signToken('vienas', 'a random, long, sequence of characters', { scope: 'app' })).toBe(
    'eyJhbGciOiJIUzI1NiIsImtpZCI6InZpZW5hcyIsInR5cCI6IkpXVCJ9.eyJzY29wZSI6ImFwcCJ9.LDWhsxgx-E6zcPQr3Am2eD0nsTU6mD-ogRirbB2Pkdc',
  );
});

test.each(['tiny!', 'a'.repeat(24), 'ü'.repeat(80)])(
  'a token is signed by HS256 with the secret %s',
  async (secret) => {
    const token = await jwtForUser('app_1', secret, 'b6518');
    const [header, claims, signature] = token.split('.');
    expect(signature).toBe(createHmac('sha256', secret).update(`${header}.${claims}`).digest('base64url'));
  },
);

test('a user token holds the user and no time', async () => {
  expect(decode(await jwtForUser('app_1', 'secret', 'steve@channel5.com'))).toEqual({
    header: { alg: 'HS256', kid: 'app_1', typ: 'JWT' },
    claims: { scope: 'appUser', userId: 'steve@channel5.com' },
  });
});

test('unless it is told when to end', async () => {
  const before = Date.now();
  const { claims } = decode(await jwtForUser('app_1', 'secret', 'b6518', { expiresInMs: 90 * 86_400_000 }));
  const ends = Number(claims['exp']) * 1000 - 90 * 86_400_000;
  expect(ends).toBeGreaterThanOrEqual(before);
  expect(ends).toBeLessThanOrEqual(Date.now() + 1_000);
});

test('a client signs the same token, and sends nothing', async () => {
  const { emulator, smooch } = await connect();
  const { keyId, secret } = emulator.credentials;
  expect(await smooch.userJwt('b6518')).toBe(await jwtForUser(keyId, secret, 'b6518'));
  expect(emulator.control.requests.all).toEqual([]);
});

test('the service takes it for that user and no other', async () => {
  const emulator = await startEmulator();
  const { keyId, secret } = emulator.credentials;
  const credential = await jwtForUser(keyId, secret, 'customer-2093', { expiresInMs: 60_000 });
  const smooch = createSmooch({ credential, baseUrl: emulator.url });
  expect((await smooch.postMessage('customer-2093', 'Hello')).message.role).toBe('appUser');
  expect(await rejection(smooch.postMessage('nora.lindqvist@example.com', 'Hello'))).toMatchObject({
    kind: 'refused',
    code: 'forbidden',
  });
});

test.each([
  ['keyId', ['', 'secret', 'user']],
  ['secret', ['app_1', ' ', 'user']],
  ['userId', ['app_1', 'secret', '']],
  ['userId', ['app_1', 'secret', 7]],
  ['expiresInMs', ['app_1', 'secret', 'user', { expiresInMs: 0 }]],
  ['expiresInMs', ['app_1', 'secret', 'user', { expiresInMs: Infinity }]],
  ['expiresInMs', ['app_1', 'secret', 'user', { expiresInMs: Number.NaN }]],
])('an unusable %s is refused: %j', async (name, input) => {
  const error = await rejection(jwtForUser(...(input as Parameters<typeof jwtForUser>)));
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'usage', code: 'INVALID_REQUEST' });
  expect(String(error)).toContain(name);
});

test('a client that has a credential and no key signs nothing', async () => {
  const smooch = createSmooch({ credential: 'a token' });
  expect(await rejection(smooch.userJwt('b6518'))).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
});

test('a browser signs only when that is asked for by name', async () => {
  vi.stubGlobal('window', globalThis);
  vi.stubGlobal('document', {});
  expect(await rejection(jwtForUser('app_1', 'secret', 'b6518'))).toMatchObject({ kind: 'usage' });
  expect(await jwtForUser('app_1', 'secret', 'b6518', { allowBrowserSecrets: true })).toMatch(/^ey/);
  expect(
    await createSmooch({ keyId: 'app_1', secret: 's', allowBrowserSecrets: true }).userJwt('b6518'),
  ).toMatch(/^ey/);
});
