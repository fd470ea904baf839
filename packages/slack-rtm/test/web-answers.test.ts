import { everythingPrinted, rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import type { HttpEvent, SlackError } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb, type SlackEmulator } from './setup.js';

/** Answers the next call as something before Slack, or Slack, would. */
function answer(
  { control }: SlackEmulator,
  body: string,
  { status = 200, headers = {} }: { status?: number; headers?: Record<string, string> } = {},
): void {
  control.faults.add({ fault: { kind: 'status', status, headers, body } });
}

describe('an answer', () => {
  test(behaviour(118), async () => {
    const { emulator, web } = await setUpWeb();
    const { botUserId, botId, teamId } = emulator.credentials;
    const result = await web.auth.test();
    expect(result).toMatchObject({ ok: true, user_id: botUserId, bot_id: botId, team_id: teamId });
    expect(JSON.parse(JSON.stringify(result))).toEqual({ ...result });
  });

  test(behaviour(121), async () => {
    const { emulator, web } = await setUpWeb();
    const token = emulator.control.issueToken({
      kind: 'bot',
      classic: false,
      user: emulator.credentials.botUserId,
      scopes: ['users:read', 'chat:write'],
    });
    const { meta } = await web.call('users.list', { limit: 1, token });
    expect(meta).toEqual({
      status: 200,
      attempt: 1,
      requestId: expect.stringMatching(/^[\da-f]{32}$/) as string,
      scopes: ['users:read', 'chat:write'],
      acceptedScopes: ['users:read', 'read'],
      warnings: [],
      messages: [],
    });
  });

  test('keeps what is known of it where nobody sees it', async () => {
    const { web } = await setUpWeb();
    const result = await web.auth.test();
    expect(Object.keys(result)).not.toContain('meta');
    expect(JSON.stringify(result)).not.toContain('requestId');
    expect({ ...result }).not.toHaveProperty('meta');
  });

  test('tells of warnings, however Slack words them', async () => {
    const { emulator, web } = await setUpWeb();
    const { otherChannelId } = emulator.credentials;
    await web.call('conversations.join', { channel: otherChannelId });
    const { meta } = await web.call('conversations.join', { channel: otherChannelId });
    expect(meta.warnings).toEqual(['already_in_channel']);
    answer(
      emulator,
      '{"ok":true,"warning":"a,b","response_metadata":{"warnings":["b","c"],"messages":["[WARN] d"]}}',
    );
    expect((await web.auth.test()).meta).toMatchObject({ warnings: ['b', 'c', 'a'], messages: ['[WARN] d'] });
  });

  test(behaviour(127), async () => {
    const { emulator, web } = await setUpWeb();
    answer(emulator, '{"ok":true,"team":"x"}', { headers: { 'content-type': 'text/plain' } });
    expect(await web.auth.test()).toMatchObject({ team: 'x' });
    answer(emulator, 'Over capacity', { headers: { 'content-type': 'text/html' } });
    const error = (await rejection(web.auth.test())) as SlackError;
    expect(error).toMatchObject({ kind: 'protocol', code: 'INVALID_JSON', status: 200 });
    expect(error.details).toBe('Over capacity');
    answer(emulator, '');
    expect(await rejection(web.auth.test())).toMatchObject({ kind: 'protocol', code: 'UNEXPECTED_ANSWER' });
  });
});

describe('a failure', () => {
  test(behaviour(123, 'a refusal, with what Slack says of it'), async () => {
    const { emulator, web } = await setUpWeb();
    const data = {
      ok: false,
      error: 'invalid_blocks',
      needed: 'x:write',
      provided: 'x:read',
      errors: ['first'],
      response_metadata: { messages: ['[ERROR] no type'], warnings: ['w'] },
    };
    answer(emulator, JSON.stringify(data), { headers: { 'x-slack-req-id': 'id-1' } });
    const error = (await rejection(web.auth.test())) as SlackError;
    expect(error).toMatchObject({ kind: 'refused', code: 'invalid_blocks', status: 200, requestId: 'id-1' });
    expect([error.needed, error.provided]).toEqual(['x:write', 'x:read']);
    expect([error.messages, error.warnings]).toEqual([['[ERROR] no type'], ['w']]);
    expect(error.details).toEqual(data);
  });

  test(behaviour(123, 'a bad status, with its body read or raw'), async () => {
    const { emulator, web } = await setUpWeb({ retries: 0 });
    answer(emulator, '<h1>no</h1>', { status: 503 });
    const raw = (await rejection(web.auth.test())) as SlackError;
    expect(raw).toMatchObject({ kind: 'http', code: 'HTTP_503', status: 503, retryable: true });
    expect(raw.details).toBe('<h1>no</h1>');
    answer(emulator, '{"reason":"no"}', { status: 404, headers: { 'retry-after': '3' } });
    const read = (await rejection(web.auth.test())) as SlackError;
    expect(read).toMatchObject({ kind: 'refused', code: 'HTTP_404', status: 404, retryAfterMs: 3000 });
    expect(read.details).toEqual({ reason: 'no' });
  });

  test.each([
    ['a refusal without a word', '{"ok":false,"error":""}', 200],
    ['a refusal that is no refusal of Slack', '{"ok":false,"error":{"code":1}}', 200],
    ['an empty answer', '', 204],
    ['something made', '{"id":1}', 201],
  ])('is %s, which is not Slack', async (_, body, status) => {
    const { emulator, web } = await setUpWeb({ retries: 0 });
    answer(emulator, body, { status });
    const error = await rejection(web.auth.test());
    expect(error).toMatchObject({ kind: 'protocol', code: 'UNEXPECTED_ANSWER', status, retryable: false });
  });

  test(behaviour(123, 'a lost connection, with the word of the system'), async () => {
    const { emulator, web } = await setUpWeb({ retries: 0 });
    await emulator.close();
    const error = await rejection(web.auth.test());
    expect(error).toMatchObject({ kind: 'network', code: 'NETWORK' });
    expect(String(error)).toMatch(/auth\.test got no answer: ECONNREFUSED/);
  });

  test(behaviour(117), async () => {
    const { emulator, web } = await setUpWeb({ timeoutMs: 30, retries: 0 });
    emulator.control.faults.add({ fault: { kind: 'hang' } });
    const error = await rejection(web.auth.test());
    expect(error).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', retryable: true });
    expect(String(error)).toMatch(/auth\.test took over 30 ms/);
  });

  test.each([
    ['channels.list', 'method_deprecated', /conversations\.list/],
    ['im.open', 'method_deprecated', /conversations\.open/],
    ['files.upload', 'method_deprecated', /uploadFiles/],
    ['rtm.start', 'method_deprecated', /rtm\.connect/],
    ['apps.connections.open', 'not_allowed_token_type', /xapp/],
    ['search.messages', 'not_allowed_token_type', /of a user/],
    ['users.list', 'limit_required', /limit/],
    ['auth.test', 'not_authed', /give the client a token/],
  ])('of %s with %s says what to do', async (method, code, words) => {
    const { emulator, web } = await setUpWeb();
    answer(emulator, JSON.stringify({ ok: false, error: code }));
    const error = await rejection(web.call(method));
    expect(error).toMatchObject({ name: 'SlackError', code });
    expect(String(error)).toMatch(words);
  });

  test(behaviour(116), async () => {
    const events: HttpEvent[] = [];
    const observe = (event: HttpEvent): void => void events.push(event);
    const secrets = { cookie: 'xoxd-secretcookie', client_secret: 'secretsecret', code: 'secretcode' };
    const { emulator, web } = await setUpWeb({ observe, cookie: secrets.cookie, retries: 0 });
    const { botToken, userToken } = emulator.credentials;
    answer(emulator, JSON.stringify({ ok: false, error: `saw_${botToken}` }));
    const errors = [
      await rejection(web.call('auth.test', { token: userToken, ...secrets })),
      await rejection(web.call('oauth.v2.access', secrets)),
      await rejection(web.call('nobody.knows', { ...secrets, refresh_token: userToken })),
    ];
    const printed = everythingPrinted([errors, events]);
    for (const secret of [botToken, userToken, ...Object.values(secrets)])
      expect(printed).not.toContain(secret);
    expect(events.length).toBeGreaterThan(0);
  });
});
