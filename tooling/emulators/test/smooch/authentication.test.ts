import { createHmac } from 'node:crypto';
import { UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { basic, bearer, refusal, startApi } from './support.js';

const required = refusal('unauthorized', 'Authorization is required');
const invalid = refusal('unauthorized', 'Provided credentials were invalid');
const forbidden = refusal('forbidden', 'Forbidden');

const nora = 'nora.lindqvist%40example.com';

describe('a token', () => {
  test('of the app opens both path forms of both versions', async () => {
    const { call, emulator } = await startApi();
    const { appId } = emulator.credentials;
    for (const root of ['/v1', '/v1.1', `/v1/apps/${appId}`, `/v1.1/apps/${appId}`]) {
      expect((await call('GET', `${root}/appusers/${nora}`)).status).toBe(200);
    }
  });

  test('is required', async () => {
    const { call } = await startApi();
    for (const authorization of [null, '', 'Bearer', 'Digest abc']) {
      const answer = await call('GET', `/v1.1/appusers/${nora}`, { authorization });
      expect(answer).toMatchObject({ status: 401, body: required });
    }
  });

  test.each([
    ['that is no token', () => 'Bearer nonsense'],
    [
      'signed by another secret',
      (keyId: string) => bearer({ keyId, secret: 'x'.repeat(80) }, { scope: 'app' }),
    ],
    [
      'of a key that does not exist',
      (_: string, secret: string) => bearer({ keyId: `app_${'0'.repeat(24)}`, secret }, { scope: 'app' }),
    ],
    [
      'signed by another algorithm',
      (keyId: string, secret: string) => bearer({ keyId, secret }, { scope: 'app' }, { alg: 'HS512' }),
    ],
    [
      'for a user whose id is a number',
      (keyId: string, secret: string) => bearer({ keyId, secret }, { scope: 'appUser', userId: 12 }),
    ],
  ])('%s is invalid', async (_, make) => {
    const { call, emulator } = await startApi();
    const { keyId, secret } = emulator.credentials;
    const authorization = await make(keyId, secret);
    expect(await call('GET', `/v1.1/appusers/${nora}`, { authorization })).toMatchObject({
      status: 401,
      body: invalid,
    });
  });

  test('without a signature is invalid, even when it names a key', async () => {
    const { call, emulator } = await startApi();
    const [, payload = ''] = new UnsecuredJWT({ scope: 'app' }).encode().split('.');
    const header = { alg: 'none', typ: 'JWT', kid: emulator.credentials.keyId };
    const encoded = Buffer.from(JSON.stringify(header)).toString('base64url');
    const answer = await call('GET', `/v1.1/appusers/${nora}`, {
      authorization: `Bearer ${encoded}.${payload}.`,
    });
    expect(answer).toMatchObject({ status: 401, body: invalid });
  });

  test('must name its key', async () => {
    const { call, emulator } = await startApi();
    const authorization = await bearer(emulator.credentials, { scope: 'app' }, { kid: undefined });
    expect(await call('GET', `/v1.1/appusers/${nora}`, { authorization })).toMatchObject({
      status: 401,
      body: refusal('unauthorized', 'Invalid JWT header. Missing key id (kid)'),
    });
  });

  test("expires by the emulator's clock", async () => {
    const { call, clock, emulator } = await startApi();
    const exp = clock.now() / 1000 + 60;
    const authorization = await bearer(emulator.credentials, { scope: 'app', exp });
    const get = () => call('GET', `/v1.1/appusers/${nora}`, { authorization });
    expect((await get()).status).toBe(200);
    await clock.advance(61_000);
    expect(await get()).toMatchObject({ status: 401, body: invalid });
  });

  test('may say anything of when it was issued', async () => {
    const { call, clock, emulator } = await startApi();
    for (const iat of ['2026-01-05', clock.now() / 1000 + 3600]) {
      // Signed by hand, as libraries refuse to write such a date.
      const encode = (part: object): string => Buffer.from(JSON.stringify(part)).toString('base64url');
      const { keyId, secret } = emulator.credentials;
      const signed = `${encode({ alg: 'HS256', typ: 'JWT', kid: keyId })}.${encode({ scope: 'app', iat })}`;
      const authorization = `Bearer ${signed}.${createHmac('sha256', secret).update(signed).digest('base64url')}`;
      expect((await call('GET', `/v1.1/appusers/${nora}`, { authorization })).status).toBe(200);
    }
  });

  test.each([undefined, 'account', 'integration', 'user'])(
    'of an app key cannot claim scope %s',
    async (scope) => {
      const { call, emulator } = await startApi();
      const authorization = await bearer(emulator.credentials, { scope });
      expect(await call('GET', `/v1.1/appusers/${nora}`, { authorization })).toMatchObject({
        status: 403,
        body: forbidden,
      });
    },
  );

  test('dies with its key', async () => {
    const { call, emulator } = await startApi();
    const added = emulator.control.addKey();
    const authorization = await bearer(added, { scope: 'app' });
    expect((await call('GET', `/v1.1/appusers/${nora}`, { authorization })).status).toBe(200);
    emulator.control.revokeKey(added.keyId);
    expect(await call('GET', `/v1.1/appusers/${nora}`, { authorization })).toMatchObject({
      status: 401,
      body: invalid,
    });
    expect((await call('GET', `/v1.1/appusers/${nora}`)).status).toBe(200);
  });
});

describe('an account', () => {
  test('reaches the app by the long paths only', async () => {
    const { call, emulator } = await startApi();
    const { appId } = emulator.credentials;
    const authorization = await bearer(emulator.control.accountKey, { scope: 'account' });
    const long = await call('GET', `/v1.1/apps/${appId}/appusers/${nora}`, { authorization });
    expect(long.status).toBe(200);
    expect(long.headers.get('x-smooch-app-id')).toBe(appId);
    expect(long.headers.get('x-smooch-jwt-scope')).toBe('account');
    expect(await call('GET', `/v1.1/appusers/${nora}`, { authorization })).toMatchObject({ status: 403 });
  });

  test('does not find an app that is not its own', async () => {
    const { call, emulator } = await startApi();
    const authorization = await bearer(emulator.control.accountKey, { scope: 'account' });
    expect(
      await call('GET', `/v1.1/apps/${'0'.repeat(24)}/appusers/${nora}`, { authorization }),
    ).toMatchObject({ status: 404, body: refusal('not_found', 'App not found') });
  });

  test('cannot act as the key of an app', async () => {
    const { call, emulator } = await startApi();
    const authorization = await bearer(emulator.control.accountKey, { scope: 'app' });
    expect(await call('GET', `/v1.1/appusers/${nora}`, { authorization })).toMatchObject({ status: 403 });
  });
});

test('the key of an app is refused another app', async () => {
  const { call } = await startApi();
  expect(await call('GET', `/v1.1/apps/${'0'.repeat(24)}/appusers/${nora}`)).toMatchObject({
    status: 403,
    body: forbidden,
  });
});

describe('a token for one user', () => {
  const start = async () => {
    const api = await startApi();
    const noraId = api.emulator.control.users()[0]?._id ?? '';
    const authorization = await bearer(api.emulator.credentials, {
      scope: 'appUser',
      userId: 'nora.lindqvist@example.com',
    });
    return { ...api, noraId, authorization };
  };

  test('reaches that user, by either id', async () => {
    const { call, authorization, noraId } = await start();
    for (const user of [nora, noraId]) {
      expect((await call('GET', `/v1.1/appusers/${user}/messages`, { authorization })).status).toBe(200);
    }
  });

  test('reaches nobody else and nothing of the app', async () => {
    const { call, authorization } = await start();
    for (const path of ['/appusers/customer-2093', '/appusers/customer-2093/messages', '/webhooks']) {
      expect(await call('GET', `/v1.1${path}`, { authorization })).toMatchObject({
        status: 403,
        body: forbidden,
      });
    }
    const json = { userId: 'somebody' };
    expect((await call('POST', '/v1.1/appusers', { authorization, json })).status).toBe(403);
  });

  test('does not speak for the business', async () => {
    const { call, authorization } = await start();
    const post = (role: string) =>
      call('POST', `/v1.1/appusers/${nora}/messages`, {
        authorization,
        json: { role, type: 'text', text: 'Hi' },
      });
    expect((await post('appUser')).status).toBe(201);
    expect((await post('appMaker')).status).toBe(403);
  });
});

describe('HTTP Basic', () => {
  test('opens v1.1, with the scope of the key', async () => {
    const { call, emulator } = await startApi();
    const { appId } = emulator.credentials;
    const app = basic(emulator.credentials);
    const account = basic(emulator.control.accountKey);
    expect((await call('GET', `/v1.1/appusers/${nora}`, { authorization: app })).status).toBe(200);
    expect((await call('GET', `/v1.1/appusers/${nora}`, { authorization: account })).status).toBe(403);
    const long = `/v1.1/apps/${appId}/appusers/${nora}`;
    expect((await call('GET', long, { authorization: account })).status).toBe(200);
  });

  test('with a wrong secret is invalid', async () => {
    const { call, emulator } = await startApi();
    const authorization = basic({ keyId: emulator.credentials.keyId, secret: 'wrong' });
    expect(await call('GET', `/v1.1/appusers/${nora}`, { authorization })).toMatchObject({
      status: 401,
      body: invalid,
    });
  });

  test('is unknown to v1', async () => {
    const { call, emulator } = await startApi();
    const authorization = basic(emulator.credentials);
    expect(await call('GET', `/v1/appusers/${nora}`, { authorization })).toMatchObject({
      status: 401,
      body: required,
    });
  });
});

test('an unknown route is told before the credentials are looked at', async () => {
  const { call } = await startApi();
  for (const [method, path] of [
    ['GET', '/v1.1/nowhere'],
    ['GET', '/v3/appusers/x'],
    ['PATCH', `/v1.1/appusers/${nora}`],
    ['GET', `/v1/appusers/${nora}/conversation`],
    ['POST', '/v1/init'],
  ] as const) {
    expect(await call(method, path, { authorization: null })).toMatchObject({
      status: 404,
      body: { error: { code: 'not_found' } },
    });
  }
});
