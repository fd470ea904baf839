import { expectNoSecrets, rejection } from '@x/testkit';
import { afterEach, expect, test, vi } from 'vitest';
import { createSmooch } from '../src/index.js';
import { authorizationUrl, exchangeCode, revoke, tokenInfo } from '../src/oauth/index.js';
import { startEmulator } from './emulator.js';

afterEach(() => vi.unstubAllGlobals());

/** A request as it was made. */
interface Sent {
  readonly url: string;
  readonly method: string | undefined;
  readonly type: string | null;
  readonly authorization: string | null;
  readonly body: string;
}

/** A service that answers each request with the next of its answers, and the last from then on. */
function scripted(...answers: readonly (readonly [number, unknown])[]) {
  const sent: Sent[] = [];
  const fetch = async (url: string, { method, headers, body }: RequestInit = {}): Promise<Response> => {
    const all = new Headers(headers);
    sent.push({
      url,
      method,
      type: all.get('content-type'),
      authorization: all.get('authorization'),
      body: body instanceof URLSearchParams ? body.toString() : (body as string),
    });
    const [status, answer] = answers[sent.length - 1] ?? answers.at(-1) ?? [200, {}];
    return Response.json(answer, { status });
  };
  return { sent, fetch };
}

const app = { clientId: 'my-shop', clientSecret: 'hunter2-hunter2' };
const token = { access_token: 'eyJ.token', token_type: 'Bearer' };
const refused = { error: { code: 'unauthorized', description: 'Invalid code' } };

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

test('a code is traded for a token, as JSON in v2', async () => {
  const { sent, fetch } = scripted([200, token]);
  expect(await exchangeCode({ ...app, code: 'abc', fetch })).toEqual(token);
  expect(sent).toMatchObject([
    { url: 'https://oauth-bridge.zendesk.com/sc/oauth/token', method: 'POST', type: 'application/json' },
  ]);
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    code: 'abc',
    grant_type: 'authorization_code',
    client_id: 'my-shop',
    client_secret: 'hunter2-hunter2',
  });
  expect(sent[0]?.authorization).toBeNull();
});

test('and as a form before', async () => {
  const { sent, fetch } = scripted([200, token]);
  await exchangeCode({ ...app, code: 'abc', version: 'v1.1', fetch });
  expect(sent[0]).toMatchObject({
    url: 'https://api.smooch.io/oauth/token',
    body: 'code=abc&grant_type=authorization_code&client_id=my-shop&client_secret=hunter2-hunter2',
  });
});

test('a code is not sent twice when nobody knows whether it arrived, and no error tells a secret', async () => {
  const { sent, fetch } = scripted([503, {}]);
  const error = await rejection(exchangeCode({ ...app, code: 'abc', fetch }));
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'http', status: 503, retryable: false });
  expectNoSecrets(error, [app.clientSecret, 'abc']);
  expect(sent).toHaveLength(1);
});

test('a code that does not hold is refused in the words of the service', async () => {
  const { fetch } = scripted([401, refused]);
  const error = await rejection(exchangeCode({ ...app, code: 'abc', fetch }));
  expect(error).toMatchObject({ kind: 'auth', code: 'unauthorized' });
  expect(String(error)).toContain('Invalid code');
});

test('an answer without a token is none', async () => {
  const { fetch } = scripted([200, {}]);
  expect(await rejection(exchangeCode({ ...app, code: 'abc', fetch }))).toMatchObject({
    kind: 'protocol',
    code: 'INVALID_TOKEN_ANSWER',
  });
});

test('a token tells for which app it is', async () => {
  const { sent, fetch } = scripted([200, { app: { id: '5698', subdomain: 'shop' } }]);
  expect((await tokenInfo({ token: 'eyJ.token', fetch })).app).toEqual({ id: '5698', subdomain: 'shop' });
  expect(sent).toMatchObject([
    {
      url: 'https://oauth-bridge.zendesk.com/sc/v2/tokenInfo',
      method: 'GET',
      authorization: 'Bearer eyJ.token',
    },
  ]);
});

test('a token that is taken back is shown to be taken back', async () => {
  const { sent, fetch } = scripted([200, {}]);
  expect(await revoke({ token: 'eyJ.token', version: 'v1.1', fetch })).toBeUndefined();
  expect(sent).toMatchObject([
    {
      url: 'https://api.smooch.io/oauth/authorization',
      method: 'DELETE',
      authorization: 'Bearer eyJ.token',
    },
  ]);
});

test('one that does not hold any more is refused, once', async () => {
  const { sent, fetch } = scripted([401, refused]);
  const error = await rejection(revoke({ token: 'eyJ.token', fetch }));
  expect(error).toMatchObject({ kind: 'auth', code: 'unauthorized' });
  expectNoSecrets(error, ['eyJ']);
  expect(sent).toHaveLength(1);
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
  vi.stubGlobal('document', {});
  const { fetch } = scripted([200, token]);
  expect(await rejection(exchangeCode({ ...app, code: 'abc', fetch }))).toMatchObject({ kind: 'usage' });
  expect(await exchangeCode({ ...app, code: 'abc', fetch, allowBrowserSecrets: true })).toEqual(token);
});
