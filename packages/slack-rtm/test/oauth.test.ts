import { expectNoSecrets, rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createSlackRtm, createSlackWeb } from '../src/index.js';
import {
  authorizationUrl,
  createPkce,
  exchangeClassicCode,
  exchangeCode,
  exchangeToken,
  readRedirect,
  revoke,
  rotateConfigurationToken,
  rotatingToken,
  tokensOf,
} from '../src/oauth/index.js';
import { redirectUri, startApp } from './app.js';
import { behaviour } from './behaviours.js';
import { startEmulator } from './setup.js';

describe('an authorization address', () => {
  test('asks for what the app wants', () => {
    const url = new URL(
      authorizationUrl({
        clientId: '12.34',
        scope: ['chat:write', 'channels:read'],
        userScope: 'search:read',
        redirectUri,
        state: 'a&b',
        team: 'T1',
        codeChallenge: 'challenge',
      }),
    );
    expect(url.origin + url.pathname).toBe('https://slack.com/oauth/v2/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: '12.34',
      scope: 'chat:write,channels:read',
      user_scope: 'search:read',
      redirect_uri: redirectUri,
      state: 'a&b',
      team: 'T1',
      code_challenge: 'challenge',
      code_challenge_method: 'S256',
    });
  });

  test('of a classic app is another', () => {
    const url = authorizationUrl({ clientId: '12.34', scope: 'bot', classic: true });
    expect(url).toBe('https://slack.com/oauth/authorize?client_id=12.34&scope=bot');
  });

  test.each([
    ['clientId', { clientId: '', scope: 'bot' }],
    ['scope', { clientId: '12.34' }],
    ['scope', { clientId: '12.34', scope: [] }],
    ['userScope', { clientId: '12.34', scope: 'bot', userScope: 'search:read', classic: true }],
    ['baseUrl', { clientId: '12.34', scope: 'bot', baseUrl: 'http://slack.com/api' }],
  ])('is refused without what it needs (%s)', (name, options) => {
    expect(() => authorizationUrl(options)).toThrow(name);
  });
});

describe('the way back', () => {
  test('holds the code of the login that was begun', async () => {
    const { emulator, app } = await startApp();
    const asked = { ...app, redirectUri, scope: 'chat:write', state: 'a&b' };
    const address = emulator.control.oauth.approve('ines', authorizationUrl(asked));
    const code = readRedirect(address, 'a&b');
    expect(await exchangeCode({ ...app, code, redirectUri })).toMatchObject({ token_type: 'bot' });
    expect(readRedirect(`/back?code=${code}`, undefined)).toBe(code);
  });

  test.each([
    ['/back?error=access_denied&state=7', { kind: 'auth', code: 'access_denied' }],
    ['/back?state=7', { kind: 'protocol', code: 'INVALID_REDIRECT' }],
    ['/back?code=&state=7', { kind: 'protocol', code: 'INVALID_REDIRECT' }],
    ['/back?code=1.2.secret&state=8', { kind: 'protocol', code: 'INVALID_REDIRECT' }],
    ['/back?code=1.2.secret', { kind: 'protocol', code: 'INVALID_REDIRECT' }],
    ['/back', { kind: 'protocol', code: 'INVALID_REDIRECT' }],
  ])('is refused when it is none of that login (%s)', async (address, refusal) => {
    const error = await rejection((async () => readRedirect(address, '7'))());
    expect(error).toMatchObject(refusal);
    expectNoSecrets(error, ['1.2.secret']);
  });
});

describe('a code', () => {
  test.each(['form', 'basic'] as const)('is traded for tokens (%s)', async (authentication) => {
    const { emulator, app, appId, agree } = await startApp();
    const code = agree({ scope: 'chat:write,users:read', userScope: 'search:read' });
    const installation = await exchangeCode({ ...app, authentication, code, redirectUri });
    expect(installation).toMatchObject({ ok: true, token_type: 'bot', app_id: appId });
    expect(installation.authed_user).toMatchObject({ id: emulator.credentials.userId, token_type: 'user' });
    const web = createSlackWeb({ token: installation.access_token ?? '', baseUrl: app.baseUrl });
    expect((await web.auth.test()).user_id).toBe(installation.bot_user_id);
    const [request] = emulator.control.requests.matching({ path: '/api/oauth.v2.access' });
    expect(request?.headers['authorization']?.startsWith('Basic ')).toBe(
      authentication === 'basic' ? true : undefined,
    );
    expect(request?.text.includes(app.clientSecret)).toBe(authentication === 'form');
    expect(request?.headers['content-type']).toBe('application/x-www-form-urlencoded');
  });

  test('comes with the proof that the same program asked for it', async () => {
    const { app, agree } = await startApp();
    const { codeVerifier, codeChallenge } = await createPkce();
    const asked = { scope: 'chat:write', codeChallenge };
    const wrong = { ...app, redirectUri, code: agree(asked), codeVerifier: 'another' };
    expect(await rejection(exchangeCode(wrong))).toMatchObject({
      kind: 'auth',
      code: 'invalid_code_verifier',
      message: expect.stringContaining('codeChallenge') as string,
    });
    const right = { ...app, redirectUri, code: agree(asked), codeVerifier };
    expect(await exchangeCode(right)).toMatchObject({ token_type: 'bot' });
  });

  test('of a classic app gives the token that RTM takes', async () => {
    const { emulator, app, agree } = await startApp(true);
    const code = agree({ scope: 'bot' });
    const { bot, user_id: userId } = await exchangeClassicCode({ ...app, code, redirectUri });
    expect(userId).toBe(emulator.credentials.userId);
    const slack = createSlackRtm({ token: bot?.bot_access_token ?? '', baseUrl: app.baseUrl });
    onTestFinished(() => slack.close());
    await slack.connect();
    expect(slack.self?.id).toBe(bot?.bot_user_id);
  });

  test('works once, and is not sent twice', async () => {
    const { emulator, app, agree } = await startApp();
    const given = { ...app, redirectUri, code: agree({ scope: 'chat:write' }) };
    await exchangeCode(given);
    expect(await rejection(exchangeCode(given))).toMatchObject({ kind: 'auth', code: 'invalid_code' });
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' }, times: 9 });
    expect(await rejection(exchangeCode({ ...given, code: agree({ scope: 'chat:write' }) }))).toMatchObject({
      kind: 'network',
      retryable: false,
    });
    expect(emulator.control.requests.matching({ path: '/api/oauth.v2.access' })).toHaveLength(3);
  });

  test.each([
    [{ redirectUri: 'https://app.example/elsewhere' }, 'refused', 'bad_redirect_uri', 'to the letter'],
    [{ clientSecret: 'wrong' }, 'auth', 'bad_client_secret', 'clientSecret'],
    [{ clientId: '1.2' }, 'auth', 'invalid_client_id', 'clientId'],
  ])('is refused with a word of what to do (%j)', async (change, kind, code, words) => {
    const { app, agree } = await startApp();
    const error = await rejection(
      exchangeCode({ ...app, redirectUri, code: agree({ scope: 'chat:write' }), ...change }),
    );
    expect(error).toMatchObject({ name: 'SlackError', kind, code });
    expect((error as Error).message).toContain(words);
  });

  test('of an app of the other kind is refused with what to do', async () => {
    const { app, agree } = await startApp();
    const error = await rejection(
      exchangeClassicCode({ ...app, redirectUri, code: agree({ scope: 'chat:write' }) }),
    );
    expect(error).toMatchObject({ kind: 'refused', code: 'oauth_authorization_url_mismatch' });
    expect((error as Error).message).toContain('exchangeCode');
  });

  test.each([
    ['exchangeCode', exchangeCode, 'oauth.v2.access'],
    ['exchangeClassicCode', exchangeClassicCode, 'oauth.access'],
  ])('that brings no token is an error (%s)', async (_name, exchange, method) => {
    const { emulator, app } = await startApp();
    emulator.control.faults.add({
      match: { path: `/api/${method}` },
      fault: { kind: 'status', status: 200, body: '{"ok":true}' },
    });
    expect(await rejection(exchange({ ...app, code: 'code' }))).toMatchObject({
      kind: 'protocol',
      code: 'INVALID_TOKEN_ANSWER',
    });
  });
});

test('a token that lives for ever is traded for one that rotates, once', async () => {
  const { emulator, app, appId } = await startApp();
  const token = emulator.credentials.granularBotToken;
  expect(await rejection(exchangeToken({ ...app, token }))).toMatchObject({
    kind: 'refused',
    code: 'token_rotation_not_enabled',
  });
  emulator.control.oauth.rotateTokens(true, appId);
  const answer = await exchangeToken({ ...app, token });
  expect(tokensOf(answer, 1_000)).toEqual({
    accessToken: answer.access_token,
    refreshToken: answer.refresh_token,
    expiresAt: 43_201_000,
  });
  const error = await rejection(exchangeToken({ ...app, token }));
  expect(error).toMatchObject({ code: 'token_already_exchanged' });
});

test('tokens are read out of what holds them, and nothing else', () => {
  const grant = { access_token: 'a', refresh_token: 'r' };
  expect(tokensOf(grant)).toEqual({ accessToken: 'a', refreshToken: 'r', expiresAt: undefined });
  expect(() => tokensOf({ access_token: 'a' })).toThrow('refresh_token');
  expect(() => tokensOf({ refresh_token: 'r' })).toThrow('access_token');
});

test('a token for configuring apps is followed by the next, each once', async () => {
  const { emulator, app } = await startApp();
  const { refreshToken } = emulator.control.oauth.issueConfigurationToken('ines');
  const { baseUrl } = app;
  const next = await rotateConfigurationToken({ baseUrl, refreshToken });
  expect(next.exp - next.iat).toBe(43_200);
  const web = createSlackWeb({ token: next.token, baseUrl });
  expect((await web.auth.test()).user_id).toBe(emulator.credentials.userId);
  expect(await rejection(rotateConfigurationToken({ baseUrl, refreshToken }))).toMatchObject({
    kind: 'auth',
    code: 'invalid_refresh_token',
  });
});

test('a token that is revoked ends', async () => {
  const emulator = await startEmulator();
  const { apiUrl: baseUrl, botToken: token } = emulator.credentials;
  await revoke({ baseUrl, token });
  const web = createSlackWeb({ token, baseUrl });
  expect(await rejection(web.auth.test())).toMatchObject({ kind: 'auth', code: 'token_revoked' });
  expect(await rejection(revoke({ baseUrl, token }))).toMatchObject({ kind: 'auth', code: 'token_revoked' });
});

describe('a secret', () => {
  const baseUrl = 'https://slack.com/api';
  const app = { baseUrl, clientId: '12.34', clientSecret: 's3cret' };
  const uses: readonly [string, (allow?: boolean) => Promise<unknown>][] = [
    ['exchangeCode', (allowBrowserSecrets) => exchangeCode({ ...app, code: 'c', allowBrowserSecrets })],
    [
      'exchangeClassicCode',
      (allowBrowserSecrets) => exchangeClassicCode({ ...app, code: 'c', allowBrowserSecrets }),
    ],
    ['exchangeToken', (allowBrowserSecrets) => exchangeToken({ ...app, token: 't', allowBrowserSecrets })],
    [
      'rotateConfigurationToken',
      (allowBrowserSecrets) =>
        rotateConfigurationToken({ baseUrl, refreshToken: 's3cret', allowBrowserSecrets }),
    ],
    [
      'rotatingToken',
      async (allowBrowserSecrets) => rotatingToken({ ...app, refreshToken: 'r', allowBrowserSecrets }).get(),
    ],
  ];

  test.each(uses)('is refused in a page, unless that is asked for (%s)', async (_name, use) => {
    Object.defineProperty(globalThis, 'document', { value: {}, configurable: true });
    const original = globalThis.fetch;
    const sent: string[] = [];
    globalThis.fetch = async (url) => {
      sent.push(url as string);
      return Response.json({ ok: true, access_token: 'a', refresh_token: 'r', token: 't' });
    };
    onTestFinished(() => {
      Reflect.deleteProperty(globalThis, 'document');
      globalThis.fetch = original;
    });
    const error = await rejection(use());
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
    expect((error as Error).message).toContain('allowBrowserSecrets');
    expectNoSecrets(error, ['s3cret']);
    expect(sent).toEqual([]);
    await expect(use(true)).resolves.toBeDefined();
    expect(sent).toHaveLength(1);
  });

  test(behaviour(116, 'no error of a flow of OAuth holds a code, a secret or a token'), async () => {
    const { emulator, app: given } = await startApp();
    const { apiUrl } = emulator.credentials;
    const secrets = ['c0de-of-a-user', 'v3rifier', 'xoxb-s3cret', 'xoxe-1-s3cret', given.clientSecret];
    const [code = '', codeVerifier = '', token = '', refreshToken = ''] = secrets;
    const calls = (['form', 'basic'] as const).flatMap((authentication) => [
      () => exchangeCode({ ...given, authentication, code, codeVerifier }),
      () => exchangeClassicCode({ ...given, authentication, code }),
      () => exchangeToken({ ...given, authentication, token }),
      () => rotateConfigurationToken({ baseUrl: apiUrl, refreshToken }),
      () => rotatingToken({ ...given, authentication, refreshToken }).get(),
    ]);
    for (const fault of [
      undefined,
      { kind: 'html', status: 503 },
      { kind: 'status', status: 200, body: '{"ok":false,"error":"xoxb-s3cret","detail":"c0de-of-a-user"}' },
      { kind: 'status', status: 200, body: '{"ok":true}' },
      { kind: 'drop', when: 'after' },
    ] as const) {
      emulator.control.faults.clear();
      if (fault !== undefined) emulator.control.faults.add({ fault, times: 99 });
      for (const call of calls) expectNoSecrets(await rejection(call()), secrets);
      if (fault?.kind === 'drop')
        expectNoSecrets(await rejection(revoke({ baseUrl: apiUrl, token })), secrets);
    }
    const encoded = Buffer.from(`${given.clientId}:${given.clientSecret}`).toString('base64');
    expectNoSecrets(await rejection(exchangeCode({ ...given, authentication: 'basic', code })), [encoded]);
  });
});

test.each([
  ['clientId', { clientId: '' }],
  ['clientSecret', { clientSecret: '' }],
  ['code', { code: ' ' }],
  ['baseUrl', { baseUrl: 'http://example.com' }],
  ['authentication', { authentication: 'header' as 'form' }],
])('what cannot work is refused before anything is sent (%s)', async (name, change) => {
  const given = { clientId: '12.34', clientSecret: 's3cret', code: 'c', ...change };
  const error = await rejection(exchangeCode(given));
  expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
  expect((error as Error).message).toContain(name);
});
