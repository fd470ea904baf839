import { describe, expect, test } from 'vitest';
import { startApi } from './support.js';

describe('lenient', () => {
  test('asks for no scopes, and takes tokens in the query', async () => {
    const { call, send, emulator } = await startApi({ preset: 'lenient' });
    const token = emulator.control.issueToken({ kind: 'bot', classic: false, user: 'surveyor', scopes: [] });
    expect((await call('users.list', {}, { token })).body).toMatchObject({ ok: true });
    expect((await send(`/api/auth.test?token=${token}`)).body).toMatchObject({ ok: true });
  });

  test('leaves the last word to switches', async () => {
    const { send, emulator } = await startApi({ preset: 'lenient', switches: { refuseQueryTokens: true } });
    const path = `/api/auth.test?token=${emulator.credentials.botToken}`;
    expect((await send(path)).body).toEqual({ ok: false, error: 'invalid_auth' });
  });
});

describe('strict', () => {
  const form = 'application/x-www-form-urlencoded';
  test.each([
    ['a form', { 'content-type': form }, 200],
    ['plain text', { 'content-type': 'text/plain;charset=UTF-8' }, 200],
    ['a header that is allowed', { 'content-type': form, 'x-b3-traceid': '1' }, 200],
    ['JSON', { 'content-type': 'application/json' }, 403],
    ['an Authorization header', { 'content-type': form, authorization: 'Bearer x' }, 403],
    ['a cookie', { 'content-type': form, cookie: 'd=xoxd-1' }, 403],
    ['a header of its own', { 'content-type': form, traceparent: '00-1-2-01' }, 403],
  ])('a page that sends %s', async (_, headers, status) => {
    const { send, emulator } = await startApi({ preset: 'strict' });
    const body = `token=${emulator.credentials.botToken}`;
    const init = { method: 'POST', headers: { origin: 'https://page.example', ...headers }, body };
    const answer = await send('/api/auth.test', init);
    expect(answer.status).toBe(status);
    expect(answer.headers.has('access-control-allow-origin')).toBe(status === 200);
  });

  test('says nothing to programs, which have no origin', async () => {
    const { call, emulator } = await startApi();
    emulator.control.usePreset('strict');
    expect((await call('auth.test')).body).toMatchObject({ ok: true });
  });
});

test('realtime has the limits of the service', async () => {
  const { call, connect, clock, emulator } = await startApi({ preset: 'realtime' });
  const line = await connect();
  for (let id = 1; id <= 11; id += 1) {
    line.say({ id, type: 'message', channel: emulator.credentials.channelId, text: 'x' });
  }
  expect(await line.next({ reply_to: 11 })).toMatchObject({ error: { code: -1 } });
  await clock.advance(120_000);
  await line.next({ type: 'goodbye' });
  await line.closed;
  const statuses = [];
  for (let count = 0; count < 4; count += 1) statuses.push((await call('rtm.connect')).status);
  expect(statuses.at(-1)).toBe(429);
});
