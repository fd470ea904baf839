import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { isServiceError } from '../src/index.js';
import { setUpWeb, type SlackEmulator } from './setup.js';

/** Answers the next call as Slack would. */
function answer({ control }: SlackEmulator, body: object, headers = {}, status = 200, times = 1): void {
  control.faults.add({
    fault: {
      kind: 'status',
      status,
      headers: { 'content-type': 'application/json; charset=utf-8', 'x-slack-req-id': 'abc', ...headers },
      body: JSON.stringify(body),
    },
    times,
  });
}

describe('a refusal', () => {
  test.each([
    'not_authed',
    'invalid_auth',
    'account_inactive',
    'token_revoked',
    'token_expired',
    'not_allowed_token_type',
    'legacy_custom_bots_deprecated',
    'team_disabled',
    'user_removed_from_team',
    'org_login_required',
    'two_factor_setup_required',
  ])('%s is about the token', async (error) => {
    const { emulator, web } = await setUpWeb();
    answer(emulator, { ok: false, error });
    expect(await rejection(web.auth.test())).toMatchObject({
      name: 'SlackError',
      service: 'slack',
      kind: 'auth',
      code: error,
      status: 200,
      requestId: 'abc',
      retryable: false,
    });
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test.each([
    'channel_not_found',
    'not_in_channel',
    'is_archived',
    'missing_scope',
    'no_permission',
    'some_new_word',
  ])('%s is about the call', async (error) => {
    const { emulator, web } = await setUpWeb();
    answer(emulator, { ok: false, error });
    expect(await rejection(web.auth.test())).toMatchObject({
      kind: 'refused',
      code: error,
      retryable: false,
    });
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test('for want of a scope tells which, and which there are', async () => {
    const { emulator, web } = await setUpWeb();
    const token = emulator.control.issueToken({
      kind: 'bot',
      user: emulator.credentials.botUserId,
      scopes: ['chat:write'],
    });
    const error = await rejection(web.call('users.list', { token }));
    expect(error).toMatchObject({ code: 'missing_scope', needed: 'users:read', provided: 'chat:write' });
    expect(String(error)).toContain('needs users:read, has chat:write');
  });

  test.each([
    ['auth.test', 'not_allowed_token_type', /another kind of token/],
    ['rtm.connect', 'not_allowed_token_type', /classic apps only.*Socket Mode/],
    ['rtm.connect', 'legacy_custom_bots_deprecated', /Socket Mode/],
    ['files.upload', 'method_deprecated', /has ended/],
    ['files.upload', 'deprecated_endpoint', /has ended/],
    ['auth.test', 'token_expired', /function/],
  ])('of %s with %s says what to do', async (method, error, words) => {
    const { emulator, web } = await setUpWeb();
    answer(emulator, { ok: false, error });
    expect(String(await rejection(web.call(method)))).toMatch(words);
  });

  test('repeats what Slack says of it, without tokens', async () => {
    const { emulator, web } = await setUpWeb();
    const messages = ['[ERROR] missing required field: channel', '[WARN] saw xoxb-123-secret'];
    answer(emulator, { ok: false, error: 'invalid_arguments', response_metadata: { messages } });
    const error = await rejection(web.auth.test());
    expect(String(error)).toContain('missing required field: channel');
    expect(String(error)).not.toContain('secret');
  });

  test('of an odd shape is read as well', async () => {
    const { emulator, web } = await setUpWeb();
    answer(emulator, { ok: false, error: 'odd', response_metadata: { messages: 7 } });
    expect(await rejection(web.auth.test())).toMatchObject({ code: 'odd' });
    answer(emulator, { ok: false, error: 'odd', response_metadata: null });
    expect(await rejection(web.auth.test())).toMatchObject({ code: 'odd' });
  });
});

describe('a call that comes too often', () => {
  test.each(['ratelimited', 'rate_limited'])(
    'is made again after a while, even if Slack says %s with 200',
    async (error) => {
      const { emulator, web } = await setUpWeb();
      const { channelId: channel } = emulator.credentials;
      answer(emulator, { ok: false, error }, { 'retry-after': '0' });
      await web.chat.postMessage({ channel, text: 'once' });
      expect(emulator.control.requests.all).toHaveLength(2);
      answer(emulator, { ok: false, error }, { 'retry-after': '90' });
      expect(await rejection(web.auth.test())).toMatchObject({
        kind: 'rate-limit',
        code: error,
        retryable: true,
        retryAfterMs: 90_000,
      });
    },
  );

  test('is told by the service itself', async () => {
    const { emulator, web } = await setUpWeb({ retries: 0 });
    emulator.control.limitMethod('auth.test', { perMinute: 1, burst: 1 });
    await web.auth.test();
    expect(await rejection(web.auth.test())).toMatchObject({
      kind: 'rate-limit',
      status: 429,
      code: 'ratelimited',
    });
  });

  test('is worth half a minute when it asked for a connection', async () => {
    const { emulator, web } = await setUpWeb({ retries: 0 });
    answer(emulator, { ok: false, error: 'ratelimited' }, {}, 429, 2);
    expect(await rejection(web.rtm.connect())).toMatchObject({ retryAfterMs: 30_000 });
    expect(await rejection(web.auth.test())).toMatchObject({ retryAfterMs: 1000 });
  });

  test.each([
    ['text/html', '<h1>Too many</h1>'],
    ['application/json', ''],
    ['application/json', '"slow down"'],
  ])('is worth as much when something before Slack says so: %s %j', async (type, body) => {
    const { emulator, web } = await setUpWeb({ retries: 0 });
    const headers = { 'content-type': type };
    emulator.control.faults.add({ fault: { kind: 'status', status: 429, headers, body }, times: 2 });
    const told = { kind: 'rate-limit', code: 'HTTP_429', retryAfterMs: 30_000 };
    expect(await rejection(web.rtm.connect())).toMatchObject(told);
    expect(await rejection(web.auth.test())).toMatchObject({ ...told, retryAfterMs: 1000 });
  });
});

describe('trouble within the service', () => {
  test.each(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout'])(
    'called %s is tried again by what only reads, and by nothing else',
    async (error) => {
      const { emulator, web } = await setUpWeb({ idempotency: false });
      const { channelId: channel } = emulator.credentials;
      answer(emulator, { ok: false, error }, { 'retry-after': '0' });
      await web.auth.test();
      expect(emulator.control.requests.all).toHaveLength(2);
      answer(emulator, { ok: false, error });
      const failure = await rejection(web.chat.postMessage({ channel, text: 'x' }));
      expect(failure).toMatchObject({ kind: 'http', code: error, retryable: false });
      expect(emulator.control.requests.all).toHaveLength(3);
    },
  );

  test('such as a move to other servers takes its time', async () => {
    const { emulator, web } = await setUpWeb({ retries: 0 });
    answer(emulator, { ok: false, error: 'migration_in_progress' });
    expect(await rejection(web.auth.test())).toMatchObject({ retryable: true, retryAfterMs: 2000 });
  });

  test('may be told by a field of its own', async () => {
    const { emulator, web } = await setUpWeb();
    answer(emulator, { ok: false, not_in_channel: true });
    const error = await rejection(web.conversations.leave({ channel: 'C1' }));
    expect(error).toMatchObject({ kind: 'refused', code: 'not_in_channel', retryable: false });
  });

  test.each<[unknown]>([
    [{}],
    [[]],
    [{ ok: 1 }],
    [{ ok: false }],
    [{ ok: false, error: 7 }],
    ['text'],
    [null],
  ])('is not what answers %j: that is not Slack', async (body) => {
    const { emulator, web } = await setUpWeb();
    answer(emulator, body as object);
    const error = await rejection(web.auth.test());
    expect(error).toMatchObject({ kind: 'protocol', code: 'UNEXPECTED_ANSWER', retryable: false });
    expect(isServiceError(error)).toBe(true);
    expect(emulator.control.requests.all).toHaveLength(1);
  });
});

describe('a token', () => {
  test('that is given by a function is asked for once, and again when it is refused', async () => {
    const tokens: string[] = [];
    const { emulator, web } = await setUpWeb({ token: async () => tokens.shift() ?? 'none' });
    tokens.push(emulator.credentials.userToken, emulator.credentials.botToken, 'never asked for');
    await web.auth.test();
    emulator.control.revokeToken(emulator.credentials.userToken);
    const answers = await Promise.all(Array.from({ length: 20 }, () => web.auth.test()));
    expect(new Set(answers.map((each) => each.user_id))).toEqual(new Set([emulator.credentials.botUserId]));
    expect(tokens).toEqual(['never asked for']);
  });

  test.each([[''], ['xoxb a'], ['xoxb-ü'], [7 as unknown as string], [undefined as unknown as string]])(
    'that cannot be one is refused: %j',
    async (token) => {
      const error = await rejection(setUpWeb({ token }));
      expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
      expect(String(error)).not.toContain('xoxb a');
    },
  );

  test('whose function fails gives its own error', async () => {
    const mine = new Error('vault is sealed');
    const { web } = await setUpWeb({ token: () => Promise.reject(mine) });
    expect(await rejection(web.auth.test())).toBe(mine);
  });
});
