import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { textAt } from '../json.js';
import { type Api, type Body, startApi } from './support.js';

interface AppAtWork extends Api {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly appId: string;
  /** Calls a method without a token. */
  readonly ask: (method: string, args: Readonly<Record<string, string>>) => Promise<Body>;
  /** A person agrees; the code that the app is then sent. */
  readonly agree: (query: Readonly<Record<string, string>>) => string;
}

const redirectUri = 'https://app.example/back';

async function startApp(classic = false): Promise<AppAtWork> {
  const api = await startApi();
  const { oauth } = api.emulator.control;
  const app = oauth.apps().find((candidate) => candidate.classic === classic);
  if (app === undefined) throw new Error('There is no such app.');
  const { clientId, clientSecret, appId } = app;
  const credentials = { client_id: clientId, client_secret: clientSecret };
  return {
    ...api,
    clientId,
    clientSecret,
    appId,
    ask: async (method, args) => (await api.call(method, { ...credentials, ...args }, { token: null })).body,
    agree(query) {
      const url = new URL('/oauth/v2/authorize', api.emulator.url);
      const asked = { client_id: clientId, redirect_uri: redirectUri, ...query };
      for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
      return new URL(oauth.approve('ines', url)).searchParams.get('code') ?? '';
    },
  };
}

describe('a code', () => {
  test('is exchanged for a token of the bot and one of the person', async () => {
    const { ask, agree, call, appId, emulator } = await startApp();
    const code = agree({ scope: 'chat:write,users:read', user_scope: 'search:read' });
    const { teamId, userId } = emulator.credentials;
    const body = await ask('oauth.v2.access', { code, redirect_uri: redirectUri });
    expect(body).toEqual({
      ok: true,
      access_token: expect.stringMatching(/^xoxb-/) as unknown,
      token_type: 'bot',
      scope: 'chat:write,users:read',
      bot_user_id: emulator.control.users().find(({ name }) => name === 'surveyor')?.id,
      app_id: appId,
      team: { id: teamId, name: 'Contour Maps' },
      enterprise: null,
      is_enterprise_install: false,
      authed_user: {
        id: userId,
        access_token: expect.stringMatching(/^xoxp-/) as unknown,
        token_type: 'user',
        scope: 'search:read',
      },
    });
    const token = textAt(body, 'access_token');
    expect((await call('auth.test', {}, { token })).body).toMatchObject({ ok: true, user: 'surveyor' });
  });

  test('works once, for ten minutes, for one app, with its redirect_uri', async () => {
    const { ask, agree, clock } = await startApp();
    const exchange = async (code: string, redirect_uri = redirectUri) =>
      (await ask('oauth.v2.access', { code, redirect_uri }))['error'];
    const scope = 'chat:write';
    const code = agree({ scope });
    expect([await exchange(code), await exchange(code)]).toEqual([undefined, 'invalid_code']);
    expect(await exchange(agree({ scope }), 'https://other.example/')).toBe('bad_redirect_uri');
    const late = agree({ scope });
    await clock.advance(600_000);
    expect(await exchange(late)).toBe('invalid_code');
    expect(await ask('oauth.v2.access', {})).toEqual({ ok: false, error: 'invalid_code' });
  });

  test('that was asked for with a challenge needs its verifier', async () => {
    const { ask, agree } = await startApp();
    const verifier = 'a-verifier-that-is-forty-three-characters-long';
    const challenge = createHash('sha256').update(verifier).digest('base64url');
    const query = { scope: 'chat:write', code_challenge: challenge, code_challenge_method: 'S256' };
    const args = { redirect_uri: redirectUri };
    expect(await ask('oauth.v2.access', { ...args, code: agree(query) })).toMatchObject({
      error: 'invalid_code_verifier',
    });
    const proof = { ...args, code: agree(query), code_verifier: verifier };
    expect(await ask('oauth.v2.access', proof)).toMatchObject({ ok: true });
  });

  test('of a classic app leads to a bot that may use RTM', async () => {
    const { ask, agree, call, emulator } = await startApp(true);
    const body = await ask('oauth.access', { code: agree({ scope: 'bot' }), redirect_uri: redirectUri });
    expect(body).toEqual({
      ok: true,
      access_token: expect.stringMatching(/^xoxp-/) as unknown,
      scope: 'bot',
      user_id: emulator.credentials.userId,
      team_id: emulator.credentials.teamId,
      team_name: 'Contour Maps',
      enterprise_id: null,
      bot: {
        bot_user_id: emulator.credentials.botUserId,
        bot_access_token: expect.stringMatching(/^xoxb-/) as unknown,
      },
    });
    const { bot_access_token: token } = body['bot'] as { readonly bot_access_token: string };
    expect((await call('rtm.connect', {}, { token })).body).toMatchObject({ ok: true });
  });

  test('is given by a page, or is not', async () => {
    const { clientId, emulator } = await startApp();
    const url = new URL('/oauth/v2/authorize', emulator.url);
    expect((await fetch(url)).status).toBe(400);
    url.search = new URLSearchParams({
      client_id: clientId,
      redirect_uri: redirectUri,
      scope: 'chat:write',
      state: 's 1',
    }).toString();
    expect(await (await fetch(url)).text()).toContain('Surveyor wants to enter Contour Maps.');
    const answer = async (form: Record<string, string>): Promise<string> => {
      const body = new URLSearchParams({ user: emulator.credentials.userId, ...form });
      const response = await fetch(url, { method: 'POST', body, redirect: 'manual' });
      return response.headers.get('location') ?? '';
    };
    expect(await answer({ allow: '1' })).toMatch(/^https:\/\/app\.example\/back\?code=[\w.]+&state=s\+1$/);
    expect(await answer({})).toBe(`${redirectUri}?error=access_denied&state=s+1`);
  });
});

describe('an app proves itself', () => {
  test('by its credentials in the form or by HTTP Basic', async () => {
    const { send, agree, ask, clientId, clientSecret } = await startApp();
    expect(await ask('oauth.v2.access', { client_id: '1.2' })).toMatchObject({ error: 'invalid_client_id' });
    expect(await ask('oauth.v2.access', { client_secret: 'x' })).toMatchObject({
      error: 'bad_client_secret',
    });
    expect(await ask('oauth.v2.access', { grant_type: 'password' })).toMatchObject({
      error: 'invalid_grant_type',
    });
    const { body } = await send('/api/oauth.v2.access', {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ code: agree({ scope: 'chat:write' }), redirect_uri: redirectUri }),
    });
    expect(body).toMatchObject({ ok: true, token_type: 'bot' });
  });
});

describe('tokens that rotate', () => {
  test('live for twelve hours, and their refresh tokens work once', async () => {
    const { ask, agree, call, clock, emulator } = await startApp();
    emulator.control.oauth.rotateTokens(true);
    const code = agree({ scope: 'chat:write', user_scope: 'search:read' });
    const first = await ask('oauth.v2.access', { code, redirect_uri: redirectUri });
    expect(first).toMatchObject({
      access_token: expect.stringMatching(/^xoxe\.xoxb-/) as unknown,
      refresh_token: expect.stringMatching(/^xoxe-/) as unknown,
      expires_in: 43_200,
      authed_user: {
        access_token: expect.stringMatching(/^xoxe\.xoxp-/) as unknown,
        refresh_token: expect.stringMatching(/^xoxe-/) as unknown,
        expires_in: 43_200,
      },
    });
    await clock.advance(43_200_000);
    const old = textAt(first, 'access_token');
    expect((await call('auth.test', {}, { token: old })).body).toEqual({ ok: false, error: 'token_expired' });
    const refresh = (token: string) =>
      ask('oauth.v2.access', { grant_type: 'refresh_token', refresh_token: token });
    const second = await refresh(textAt(first, 'refresh_token'));
    expect(second).toMatchObject({ ok: true, token_type: 'bot', scope: 'chat:write', expires_in: 43_200 });
    const token = textAt(second, 'access_token');
    expect((await call('auth.test', {}, { token })).body).toMatchObject({ ok: true, expires_in: 43_200 });
    expect(await refresh(textAt(first, 'refresh_token'))).toEqual({
      ok: false,
      error: 'invalid_refresh_token',
    });
    expect(await refresh(textAt(second, 'refresh_token'))).toMatchObject({ ok: true });
  });

  test('cannot be refreshed or exchanged for while the app has not chosen them', async () => {
    const { ask, emulator } = await startApp();
    const { granularBotToken } = emulator.credentials;
    const error = 'token_rotation_not_enabled';
    expect(await ask('oauth.v2.access', { grant_type: 'refresh_token' })).toEqual({ ok: false, error });
    expect(await ask('oauth.v2.exchange', { token: granularBotToken })).toEqual({ ok: false, error });
  });

  test('replace a token that lives for ever, once', async () => {
    const { ask, call, emulator } = await startApp();
    emulator.control.oauth.rotateTokens(true);
    const { granularBotToken } = emulator.credentials;
    const body = await ask('oauth.v2.exchange', { token: granularBotToken });
    expect(body).toMatchObject({ ok: true, token_type: 'bot', expires_in: 43_200 });
    const token = textAt(body, 'access_token');
    expect((await call('auth.test', {}, { token })).body).toMatchObject({ user: 'surveyor' });
    expect(await ask('oauth.v2.exchange', { token: granularBotToken })).toEqual({
      ok: false,
      error: 'token_already_exchanged',
    });
  });

  test('for configuring apps have successors of their own', async () => {
    const { call, emulator, clock } = await startApp();
    const { refreshToken } = emulator.control.oauth.issueConfigurationToken('ines');
    const rotate = async () =>
      (await call('tooling.tokens.rotate', { refresh_token: refreshToken }, { token: null })).body;
    const seconds = Math.floor(clock.now() / 1_000);
    expect(await rotate()).toEqual({
      ok: true,
      token: expect.stringMatching(/^xoxe\.xoxp-/) as unknown,
      refresh_token: expect.stringMatching(/^xoxe-/) as unknown,
      team_id: emulator.credentials.teamId,
      user_id: emulator.credentials.userId,
      iat: seconds,
      exp: seconds + 43_200,
    });
    expect(await rotate()).toEqual({ ok: false, error: 'invalid_refresh_token' });
  });
});

test('a token that revokes itself is dead, and so are its connections', async () => {
  const { call, connect } = await startApi();
  const line = await connect();
  expect((await call('auth.revoke', { test: '1' })).body).toEqual({ ok: true, revoked: false });
  expect((await call('auth.revoke')).body).toEqual({ ok: true, revoked: true });
  await line.closed;
  expect((await call('auth.test')).body).toEqual({ ok: false, error: 'token_revoked' });
});

test('an app that was told of an event may ask for whom it is installed', async () => {
  const { call, emulator } = await startApi();
  const options = { token: emulator.credentials.appToken };
  const list = async (context: string) =>
    (await call('apps.event.authorizations.list', { event_context: context }, options)).body;
  expect(await list('4-abc')).toEqual({
    ok: true,
    authorizations: [
      {
        enterprise_id: null,
        team_id: emulator.credentials.teamId,
        user_id: emulator.control.users().find(({ name }) => name === 'surveyor')?.id,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
  });
  expect(await list('nonsense')).toEqual({ ok: false, error: 'invalid_event_context' });
});
