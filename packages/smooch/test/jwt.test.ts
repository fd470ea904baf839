import { createHmac } from 'node:crypto';
import { rejection } from '@x/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import { signToken } from '../src/jwt/sign.js';
import { externalUserJwt, jwtForUser, serviceToken, verifyJwt } from '../src/jwt/index.js';
import { appKeys, createSmooch, type SmoochError } from '../src/index.js';
import { createSunshine, users } from '../src/v2/index.js';
import { connect, connectAccount, decode, startEmulator } from './emulator.js';

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

test('a token for the messaging of Zendesk holds the external id, and what else is told of the user', async () => {
  expect(decode(await externalUserJwt('app_1', 'secret', 'b6518'))).toEqual({
    header: { alg: 'HS256', kid: 'app_1', typ: 'JWT' },
    claims: { scope: 'user', external_id: 'b6518' },
  });
  const told = { name: 'Nora', email: 'nora@example.com', emailVerified: true, expiresInMs: 60_000 };
  expect(decode(await externalUserJwt('app_1', 'secret', 'b6518', told)).claims).toMatchObject({
    name: 'Nora',
    email: 'nora@example.com',
    email_verified: true,
    exp: expect.any(Number) as number,
  });
});

test('which is for an SDK, and opens nothing of the API', async () => {
  const emulator = await startEmulator();
  const { keyId, secret, appId } = emulator.credentials;
  const credential = await externalUserJwt(keyId, secret, 'nora.lindqvist@example.com');
  const sunshine = createSunshine({ credential, appId, baseUrl: emulator.url });
  const smooch = createSmooch({ credential, baseUrl: emulator.url });
  const nora = 'nora.lindqvist@example.com';
  for (const call of [users(sunshine).get(nora), smooch.getUser(nora)]) {
    expect([401, 403]).toContain(((await rejection(call)) as SmoochError).status);
  }
});

test('a token that the service has signed holds, too', async () => {
  const { emulator, account } = await connectAccount();
  const { keyId, secret, appId } = emulator.credentials;
  const { jwt } = await appKeys(account).jwt(appId, keyId);
  expect(await verifyJwt(jwt, { [keyId]: secret })).toMatchObject({ scope: 'app' });
  expect(await rejection(verifyJwt(jwt, { [keyId]: 'another' }))).toMatchObject({ code: 'INVALID_TOKEN' });
});

test.each([
  ['act_1', 'account'],
  ['svc_1', 'account'],
  ['int_1', 'integration'],
  ['app_1', 'app'],
  ['5b85a397334c19154d2f', 'app'],
])('a token of the key %s opens what the key does: %s', async (keyId, scope) => {
  expect(decode(await serviceToken(keyId, 'secret')).claims).toEqual({ scope });
});

test('a token for the service can be handed to another program', async () => {
  const { emulator } = await connect();
  const { keyId, secret } = emulator.credentials;
  const credential = await serviceToken(keyId, secret, { expiresInMs: 60_000 });
  const smooch = createSmooch({ credential, baseUrl: emulator.url });
  expect((await smooch.precreateUser('b6518')).appUser.userId).toBe('b6518');
});

test('a token that holds tells what it says', async () => {
  const secrets = { app_1: 'secret', app_2: 'another' };
  expect(await verifyJwt(await jwtForUser('app_2', 'another', 'b6518'), secrets)).toEqual({
    scope: 'appUser',
    userId: 'b6518',
  });
  expect(
    await verifyJwt(
      'eyJhbGciOiJIUzI1NiIsImtpZCI6InZpZW5hcyIsInR5cCI6IkpXVCJ9.eyJzY29wZSI6ImFwcCJ9.LDWhsxgx-E6zcPQr3Am2eD0nsTU6mD-ogRirbB2Pkdc',
      { vienas: 'a random, long, sequence of characters' },
    ),
  ).toEqual({ scope: 'app' });
});

test.each<readonly [string, () => Promise<string> | string, string]>([
  ['of another secret', () => jwtForUser('app_1', 'wrong', 'b6518'), 'INVALID_TOKEN'],
  ['of a key that is not known', () => jwtForUser('app_9', 'secret', 'b6518'), 'UNKNOWN_KEY'],
  ['of a key by the name of something else', () => jwtForUser('toString', 'secret', 'b6518'), 'UNKNOWN_KEY'],
  ['of a key whose secret is empty', () => jwtForUser('app_empty', 'secret', 'b6518'), 'UNKNOWN_KEY'],
  ['whose time is over', () => signToken('app_1', 'secret', { scope: 'app' }, 1000), 'TOKEN_EXPIRED'],
  [
    'without a signature',
    () => `${btoa('{"alg":"none","kid":"app_1"}')}.${btoa('{"scope":"app"}')}.`,
    'INVALID_TOKEN',
  ],
  ['that is no JWT', () => 'a token', 'INVALID_TOKEN'],
])('a token %s does not hold', async (_what, make, code) => {
  const token = await make();
  const error = await rejection(verifyJwt(token, { app_1: 'secret', app_empty: '' }));
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'auth', code, retryable: false });
  expect(String(error)).not.toContain(token);
});
