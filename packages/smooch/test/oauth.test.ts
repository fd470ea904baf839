import { expectNoSecrets, rejection } from '@x/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import { createSmooch } from '../src/index.js';
import { authorizationUrl, exchangeCode, revoke, tokenInfo } from '../src/oauth/index.js';
import { createSunshine, integrations, webhooks } from '../src/v2/index.js';
import { anyHost, startEmulator } from './emulator.js';

afterEach(() => vi.unstubAllGlobals());

const app = { clientId: 'my-shop', clientSecret: 'hunter2-hunter2' };

/** A service that a partner knows, at whatever host it is sought, and a code with which a user came back. */
async function withCode() {
  const emulator = await startEmulator();
  const { id: clientId, secret: clientSecret } = emulator.control.oauthClient;
  const page = await fetch(authorizationUrl({ baseUrl: emulator.url, clientId }), { redirect: 'manual' });
  const code = new URL(page.headers.get('location') ?? '').searchParams.get('code') ?? '';
  emulator.control.requests.clear();
  return { emulator, ...anyHost(emulator), partner: { clientId, clientSecret }, code };
}

test.each(['v2', 'v1.1'] as const)('a partner is let in, acts, and leaves, by %s', async (version) => {
  const { url, control, credentials } = await startEmulator();
  const { id: clientId, secret: clientSecret, redirectUri } = control.oauthClient;
  const place = { baseUrl: url, version };

  const answer = await fetch(authorizationUrl({ ...place, clientId, state: 'of mine' }), {
    redirect: 'manual',
  });
  const back = new URL(answer.headers.get('location') ?? '');
  expect(back.href.startsWith(redirectUri)).toBe(true);
  expect(back.searchParams.get('state')).toBe('of mine');

  const code = back.searchParams.get('code') ?? '';
  const { access_token: credential } = await exchangeCode({ ...place, clientId, clientSecret, code });
  expect((await tokenInfo({ baseUrl: url, token: credential })).app.id).toBe(credentials.appId);
  const smooch = createSmooch({ credential, baseUrl: url });
  await smooch.precreateUser('b6518');

  // A code works once.
  const again = exchangeCode({ ...place, clientId, clientSecret, code });
  expect(await rejection(again)).toMatchObject({ kind: 'refused', code: 'bad_request' });

  await revoke({ ...place, token: credential });
  expect(await rejection(smooch.getUser('b6518'))).toMatchObject({ kind: 'auth', code: 'unauthorized' });
});

test.each([
  [{}, 'https://oauth-bridge.zendesk.com/sc/oauth/authorize?client_id=my-shop&response_type=code'],
  [{ version: 'v1.1' }, 'https://app.smooch.io/oauth/authorize?client_id=my-shop&response_type=code'],
  [
    { baseUrl: 'http://127.0.0.1:8080/', state: 'a b', redirectUri: 'https://example.com/back?x=1' },
    'http://127.0.0.1:8080/oauth/authorize?client_id=my-shop&response_type=code&state=a+b&redirect_uri=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1',
  ],
] as const)('with %j users are sent to %s', (options, url) => {
  expect(authorizationUrl({ clientId: 'my-shop', ...options })).toBe(url);
});

test.each([
  ['v2', 'https://oauth-bridge.zendesk.com/sc/oauth/token', 'application/json'],
  ['v1.1', 'https://api.smooch.io/oauth/token', 'application/x-www-form-urlencoded'],
  ['v1', 'https://api.smooch.io/oauth/token', 'application/x-www-form-urlencoded'],
] as const)('for %s a code is traded at %s, as %s', async (version, address, type) => {
  const { emulator, fetch: anywhere, asked, partner, code } = await withCode();
  const token = await exchangeCode({ ...partner, code, version, fetch: anywhere });
  expect(token).toEqual({ access_token: expect.stringMatching(/^ey/) as unknown, token_type: 'Bearer' });
  expect(asked).toEqual([address]);
  const [request] = emulator.control.requests.all;
  expect(request?.headers['content-type']).toContain(type);
  expect(request?.headers).not.toHaveProperty('authorization');
  const body = Buffer.from(request?.body ?? []).toString();
  const fields = version === 'v2' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body));
  expect(fields).toEqual({
    code,
    grant_type: 'authorization_code',
    client_id: partner.clientId,
    client_secret: partner.clientSecret,
  });
});

test('a token tells for which app it is, and is shown to be taken back', async () => {
  const { emulator, fetch: anywhere, asked, partner, code } = await withCode();
  const { access_token: token } = await exchangeCode({ ...partner, code, fetch: anywhere });
  const { app: found } = await tokenInfo({ token, fetch: anywhere });
  expect(found).toMatchObject({ id: emulator.credentials.appId, subdomain: expect.any(String) as unknown });
  expect(await revoke({ token, version: 'v1.1', fetch: anywhere })).toBeUndefined();
  expect(asked.slice(1)).toEqual([
    'https://oauth-bridge.zendesk.com/sc/v2/tokenInfo',
    'https://api.smooch.io/oauth/authorization',
  ]);
  const shown = emulator.control.requests.all.slice(1).map(({ headers }) => headers['authorization']);
  expect(shown).toEqual([`Bearer ${token}`, `Bearer ${token}`]);
});

test('a token that does not hold any more is refused, once', async () => {
  const { emulator, partner, code } = await withCode();
  const baseUrl = emulator.url;
  const { access_token: token } = await exchangeCode({ ...partner, code, baseUrl });
  await revoke({ token, baseUrl });
  emulator.control.requests.clear();
  for (const call of [revoke({ token, baseUrl }), tokenInfo({ token, baseUrl })]) {
    const error = await rejection(call);
    expect(error).toMatchObject({ kind: 'auth', code: 'unauthorized' });
    expectNoSecrets(error, [token]);
  }
  expect(emulator.control.requests.all).toHaveLength(2);
});

test('a partner’s webhooks go with the token', async () => {
  const { emulator, partner, code } = await withCode();
  const baseUrl = emulator.url;
  const { access_token: token } = await exchangeCode({ ...partner, code, baseUrl });
  const { appId } = emulator.credentials;
  const sunshine = createSunshine({ credential: token, appId, baseUrl });
  const target = 'https://example.com/hook';
  const { webhook } = await webhooks(sunshine).create('me', { target, triggers: ['conversation:message'] });
  expect(await webhooks(sunshine).list('me').toArray()).toEqual([webhook]);
  await revoke({ token, baseUrl });
  const owner = createSunshine({ ...emulator.credentials, baseUrl });
  const left = await integrations(owner).list().toArray();
  expect(left.map(({ type }) => String(type))).not.toContain(partner.clientId);
});

test('a user who says no comes back with the word for that', async () => {
  const { emulator, partner } = await withCode();
  emulator.control.configure({ refuseOAuth: true });
  const { clientId } = partner;
  const page = await fetch(authorizationUrl({ baseUrl: emulator.url, clientId, state: 's' }), {
    redirect: 'manual',
  });
  const back = new URL(page.headers.get('location') ?? '').searchParams;
  expect(Object.fromEntries(back)).toEqual({ error: 'access_denied', state: 's' });
});

test('a code is not sent twice when nobody knows whether it arrived, and no error tells a secret', async () => {
  const { emulator, partner, code } = await withCode();
  emulator.control.faults.add({ fault: { kind: 'status', status: 503 } });
  const error = await rejection(exchangeCode({ ...partner, code, baseUrl: emulator.url }));
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'http', status: 503, retryable: false });
  expectNoSecrets(error, [partner.clientSecret, code]);
  expect(emulator.control.requests.all).toHaveLength(1);
});

test.each([
  ['a code that does not hold', { code: 'abc' }, 'refused', 'bad_request', 'Invalid authorization code'],
  ['another secret', { clientSecret: 'wrong' }, 'auth', 'unauthorized', 'credentials were invalid'],
] as const)('%s is refused in the words of the service', async (_what, wrong, kind, word, words) => {
  const { emulator, partner, code } = await withCode();
  const error = await rejection(exchangeCode({ ...partner, code, ...wrong, baseUrl: emulator.url }));
  expect(error).toMatchObject({ kind, code: word });
  expect(String(error)).toContain(words);
});

test('a refusal in the words of OAuth is read as those of the service are', async () => {
  const { emulator, partner, code } = await withCode();
  const body = JSON.stringify({ error: 'invalid_grant', error_description: 'The code has ended' });
  emulator.control.faults.add({ fault: { kind: 'status', status: 400, body } });
  const error = await rejection(exchangeCode({ ...partner, code, baseUrl: emulator.url }));
  expect(error).toMatchObject({ kind: 'refused', code: 'invalid_grant', description: 'The code has ended' });
});

test('an answer without a token is none', async () => {
  const { emulator, partner, code } = await withCode();
  emulator.control.faults.add({ fault: { kind: 'status', status: 200, body: '{}' } });
  expect(await rejection(exchangeCode({ ...partner, code, baseUrl: emulator.url }))).toMatchObject({
    kind: 'protocol',
    code: 'INVALID_TOKEN_ANSWER',
  });
});

test.each([
  ['clientId', async () => authorizationUrl({ clientId: '' })],
  ['version', async () => authorizationUrl({ clientId: 'a', version: 'v3' as 'v2' })],
  ['baseUrl', async () => authorizationUrl({ clientId: 'a', baseUrl: 'http://example.com' })],
  ['clientSecret', () => exchangeCode({ ...app, clientSecret: '', code: 'abc' })],
  ['code', () => exchangeCode({ ...app, code: ' ' })],
  ['token', () => tokenInfo({ token: '' })],
  ['token', () => revoke({ token: '' })],
])('an unusable %s is refused unsent', async (name, call) => {
  const error = await rejection(call());
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'usage', code: 'INVALID_OPTION' });
  expect(String(error)).toContain(`smooch: ${name} must be`);
});

test('a web page keeps no secret, unless that is asked for by name', async () => {
  const { emulator, partner, code } = await withCode();
  vi.stubGlobal('document', {});
  const options = { ...partner, code, baseUrl: emulator.url };
  expect(await rejection(exchangeCode(options))).toMatchObject({ kind: 'usage' });
  expect(emulator.control.requests.all).toEqual([]);
  const token = await exchangeCode({ ...options, allowBrowserSecrets: true });
  expect(token.access_token).toMatch(/^ey/);
});
