import { expect, test } from 'vitest';
import { startApi } from './support.js';

test.each([
  ['no token', null, 'not_authed'],
  ['an unknown token', 'xoxb-nobody', 'invalid_auth'],
])('%s is %s', async (_, token, error) => {
  const { call } = await startApi();
  const { status, headers, body } = await call('auth.test', { a: 'b' }, { token });
  expect([status, body]).toEqual([200, { ok: false, error }]);
  expect(headers.has('access-control-allow-headers')).toBe(true);
  expect(headers.has('x-oauth-scopes')).toBe(false);
});

test('a token that was revoked is dead, and so are its connections', async () => {
  const { call, connect, emulator } = await startApi();
  const line = await connect();
  emulator.control.revokeToken(emulator.credentials.botToken);
  expect((await call('auth.test')).body).toEqual({ ok: false, error: 'token_revoked' });
  await line.closed;
  expect(emulator.control.connections()).toEqual([]);
});

test('a token can live for a while only', async () => {
  const { call, clock, emulator } = await startApi();
  const token = emulator.control.issueToken({ kind: 'bot', user: 'compass', lifeMs: 43_200_000 });
  expect((await call('auth.test', {}, { token })).body).toMatchObject({ ok: true, expires_in: 43_200 });
  await clock.advance(43_200_000);
  expect((await call('auth.test', {}, { token })).body).toEqual({ ok: false, error: 'token_expired' });
});

test('somebody who has left cannot call', async () => {
  const { call, emulator } = await startApi();
  const token = emulator.control.issueToken({ kind: 'user', user: 'olga' });
  expect((await call('auth.test', {}, { token })).body).toEqual({ ok: false, error: 'account_inactive' });
});

test('RTM is for classic apps alone', async () => {
  const { call, emulator } = await startApi();
  const { granularBotToken, appToken, userToken } = emulator.credentials;
  for (const token of [granularBotToken, appToken]) {
    const { body } = await call('rtm.connect', {}, { token });
    expect(body).toEqual({ ok: false, error: 'not_allowed_token_type' });
  }
  expect((await call('rtm.connect', {}, { token: userToken })).body).toMatchObject({ ok: true });
});

test('a missing scope is named', async () => {
  const { call, emulator } = await startApi();
  const token = emulator.control.issueToken({
    kind: 'bot',
    classic: false,
    user: 'surveyor',
    scopes: ['chat:write', 'users:read'],
  });
  const { body, headers } = await call('conversations.list', {}, { token });
  expect(body).toEqual({
    ok: false,
    error: 'missing_scope',
    needed: 'channels:read',
    provided: 'chat:write,users:read',
  });
  expect(headers.get('x-oauth-scopes')).toBe('chat:write,users:read');
  emulator.control.configure({ scopes: false });
  expect((await call('conversations.list', {}, { token })).body).toMatchObject({ ok: true });
});

test('granular scopes are for kinds of conversations', async () => {
  const { call, emulator } = await startApi();
  const options = { token: emulator.credentials.granularBotToken };
  expect((await call('conversations.list', { types: 'public_channel' }, options)).body).toMatchObject({
    ok: true,
  });
  expect((await call('conversations.list', { types: 'public_channel,im' }, options)).body).toMatchObject({
    error: 'missing_scope',
    needed: 'im:read',
  });
});

test('Socket Mode is for app-level tokens, and for them in the header alone', async () => {
  const { call, send, emulator } = await startApi();
  const { appToken, botToken } = emulator.credentials;
  const open = async (token: string) => (await call('apps.connections.open', {}, { token })).body;
  expect(await open(appToken)).toMatchObject({ ok: true });
  expect(await open(botToken)).toEqual({ ok: false, error: 'not_allowed_token_type' });
  const inBody = await send('/api/apps.connections.open', {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: `token=${appToken}`,
  });
  expect(inBody.body).toEqual({ ok: false, error: 'not_authed' });
});
