import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { textAt } from '../json.js';
import { act, dial, settled, startApi } from './support.js';

describe('a call', () => {
  test('fails for one method, once unless told otherwise', async () => {
    const { call, emulator } = await startApi();
    emulator.control.fail({ call: { kind: 'refusal', error: 'fatal_error' }, method: 'team.info' });
    expect((await call('auth.test')).body).toMatchObject({ ok: true });
    expect((await call('team.info')).body).toEqual({ ok: false, error: 'fatal_error' });
    expect((await call('team.info')).body).toMatchObject({ ok: true });
  });

  test('fails for one token, again and again, until it is healed', async () => {
    const { call, emulator } = await startApi();
    const { userToken: token } = emulator.credentials;
    emulator.control.fail({ call: { kind: 'html', status: 502 }, token, times: Infinity });
    for (const _ of [1, 2]) {
      const answer = await call('auth.test', {}, { token });
      expect(answer.status).toBe(502);
      expect(answer.headers.get('content-type')).toContain('text/html');
    }
    expect((await call('auth.test')).body).toMatchObject({ ok: true });
    emulator.control.heal();
    expect((await call('auth.test', {}, { token })).status).toBe(200);
  });

  test('fails for a token in a form, after some that pass', async () => {
    const { call, emulator } = await startApi();
    const { userToken } = emulator.credentials;
    emulator.control.fail({ call: { kind: 'status', status: 408 }, token: userToken, skip: 1 });
    const statuses: number[] = [];
    for (const _ of [1, 2, 3]) {
      statuses.push((await call('auth.test', { token: userToken }, { token: null })).status);
    }
    expect(statuses).toEqual([200, 408, 200]);
  });

  test.each([400, 404, 408, 409, 500, 502, 503, 504])('is answered with %d', async (status) => {
    const { call, emulator } = await startApi();
    await act(emulator, 'fail', { call: { kind: 'status', status }, method: 'auth.test' });
    expect((await call('auth.test')).status).toBe(status);
  });

  test.each([undefined, '30', 'soon'])('is limited with Retry-After %s', async (retryAfter) => {
    const { call, emulator } = await startApi();
    const failure = { kind: 'ratelimited', ...(retryAfter === undefined ? {} : { retryAfter }) };
    await act(emulator, 'fail', { call: failure, method: 'auth.test' });
    const { status, body, headers } = await call('auth.test');
    expect([status, body, headers.get('retry-after')]).toEqual([
      429,
      { ok: false, error: 'ratelimited' },
      retryAfter ?? null,
    ]);
  });

  test('is sent elsewhere', async () => {
    const { emulator } = await startApi();
    await act(emulator, 'fail', { call: { kind: 'redirect', location: 'https://elsewhere.example/' } });
    const answer = await fetch(`${emulator.credentials.apiUrl}auth.test`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://elsewhere.example/']);
  });

  test('is carried out although its answer gets lost', async () => {
    const { call, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    emulator.control.fail({ call: { kind: 'reset', when: 'after' }, method: 'chat.postMessage' });
    await expect(call('chat.postMessage', { channel, text: 'hi' })).rejects.toThrow('fetch failed');
    expect(emulator.control.messages('general').at(-1)).toMatchObject({ text: 'hi' });
    emulator.control.fail({ call: { kind: 'reset' }, method: 'chat.postMessage' });
    await expect(call('chat.postMessage', { channel, text: 'ho' })).rejects.toThrow('fetch failed');
    expect(emulator.control.messages('general').at(-1)).toMatchObject({ text: 'hi' });
  });

  test('comes back cut, mistyped or late', async () => {
    const { emulator, clock, call } = await startApi();
    const { control, credentials } = emulator;
    const ask = (): Promise<Response> =>
      fetch(`${credentials.apiUrl}auth.test`, {
        headers: { authorization: `Bearer ${credentials.botToken}` },
      });
    control.fail({ call: { kind: 'truncate' } });
    const cut = await (await ask()).text();
    expect(() => JSON.parse(cut) as unknown).toThrow(SyntaxError);
    control.fail({ call: { kind: 'wrongType', contentType: 'text/html' } });
    expect((await ask()).headers.get('content-type')).toBe('text/html');
    control.fail({ call: { kind: 'delay', ms: 5_000 } });
    const late = call('auth.test');
    await control.waitForRequest({ method: 'auth.test' }, { fresh: true });
    await clock.advance(5_000);
    expect((await late).body).toMatchObject({ ok: true });
  });

  test('is limited by a rule for its method', async () => {
    const { call, emulator } = await startApi();
    await act(emulator, 'rate-limit', { method: 'auth.test', perMinute: 1 });
    const statuses = [(await call('auth.test')).status, (await call('auth.test')).status];
    expect(statuses).toEqual([200, 429]);
    await act(emulator, 'rate-limit', { method: 'auth.test' });
    emulator.control.rateLimit('auth.test', { retryAfterSeconds: 7 });
    expect((await call('auth.test')).headers.get('retry-after')).toBe('7');
    expect((await call('auth.test')).status).toBe(200);
  });
});

describe('a handshake', () => {
  test('is refused for the connections of one token', async () => {
    const { emulator, connect } = await startApi();
    const { userToken: token } = emulator.credentials;
    emulator.control.fail({ handshake: { kind: 'refuse', status: 503 }, token });
    await (await connect()).next({ type: 'hello' });
    await expect(connect({ token })).rejects.toThrow('answered with 503');
    await (await connect({ token })).next({ type: 'hello' });
  });

  test('is answered late', async () => {
    const { emulator, call, clock } = await startApi();
    await act(emulator, 'fail', { handshake: { kind: 'delay', ms: 3_000 } });
    const url = textAt((await call('rtm.connect')).body, 'url');
    const opening = dial(url);
    await expect.poll(() => emulator.control.requests.matching({ upgrade: true }).length).toBe(1);
    expect(emulator.control.connections()).toEqual([]);
    await clock.advance(3_000);
    await (await opening).next({ type: 'hello' });
  });
});

describe('a frame', () => {
  test('is spoilt on one connection alone', async () => {
    const { emulator, connect } = await startApi();
    const [one, other] = [await connect(), await connect()];
    await settled(one);
    await settled(other);
    emulator.control.fail({
      frame: { kind: 'lose' },
      connectionId: 'connection-2',
      type: 'pong',
      times: Infinity,
    });
    other.say({ id: 1, type: 'ping' });
    other.say({ id: 2, type: 'typing', channel: 'C0NONE' });
    await other.next({ reply_to: 2 });
    await settled(one);
    expect(other.heard.filter(({ reply_to: id }) => id === 1)).toEqual([]);
    expect(emulator.control.frames({ connectionId: 'connection-2', type: 'pong' }).at(-1)?.lost).toBe(true);
  });

  test('is lost for one token although its message is stored', async () => {
    const { emulator, connect } = await startApi();
    const { userToken: token, channelId: channel } = emulator.credentials;
    const [bot, person] = [await connect(), await connect({ token })];
    await act(emulator, 'fail', { frame: { kind: 'lose' }, type: 'ack', token });
    person.say({ id: 1, type: 'message', channel, text: 'heard?' });
    await bot.next({ type: 'message', text: 'heard?' });
    await settled(person);
    expect(person.heard.filter(({ reply_to: id }) => id === 1)).toEqual([]);
  });

  test('of hello never comes, comes after another, or is another', async () => {
    const { emulator, connect, call } = await startApi();
    const { control, credentials } = emulator;
    control.fail({ frame: { kind: 'lose' }, type: 'hello' });
    const deaf = await connect();
    await settled(deaf);
    expect(deaf.heard.map(({ type }) => type)).toEqual(['pong']);

    control.fail({ frame: { kind: 'insert', text: '{"type":"team_join"}' }, type: 'hello' });
    const early = await connect();
    await early.next({ type: 'hello' });
    expect(early.heard.map(({ type }) => type)).toEqual(['team_join', 'hello']);

    const error = JSON.stringify({ type: 'error', error: { code: 1, msg: 'Socket URL has expired' } });
    await act(emulator, 'fail', { frame: { kind: 'replace', text: error }, type: 'hello' });
    expect(await (await connect()).next()).toMatchObject({ type: 'error', error: { code: 1 } });

    control.fail({ frame: { kind: 'swap' }, type: 'hello' });
    const { body } = await call('rtm.connect');
    control.say('general', 'ines', 'before you came');
    const swapped = await dial(textAt(body, 'url'));
    await swapped.next({ type: 'hello' });
    expect(swapped.heard.map(({ type }) => type)).toEqual(['message', 'hello']);
    expect(credentials.channelId).toBe(swapped.heard[0]?.['channel']);
  });

  test('of pongs comes late', async () => {
    const { emulator, connect, clock } = await startApi();
    const line = await connect();
    await act(emulator, 'fail', { frame: { kind: 'delay', ms: 400 }, type: 'pong' });
    line.say({ id: 1, type: 'ping' });
    await settled(line);
    expect(line.heard.some(({ reply_to: id }) => id === 1)).toBe(false);
    await clock.advance(400);
    await line.next({ type: 'pong', reply_to: 1 });
  });

  test('ends the connection in its place', async () => {
    const { emulator, connect } = await startApi();
    const line = await connect();
    await settled(line);
    emulator.control.fail({ frame: { kind: 'cut', how: 'half' }, contains: 'the last' });
    emulator.control.say('general', 'ines', 'the last word');
    expect(await line.closed).toBe(1006);
    expect(line.webSocket.readyState).toBe(WebSocket.CLOSED);
  });
});

test('a rule that says nothing of what fails is refused', async () => {
  const { emulator } = await startApi();
  expect(await act(emulator, 'fail', { times: 2 })).toMatchObject({
    status: 400,
    json: { error: 'A rule needs "call", "handshake" or "frame".' },
  });
  expect(await act(emulator, 'fail', { call: { kind: 'bogus' } })).toMatchObject({ status: 400 });
  expect(await act(emulator, 'heal')).toMatchObject({ status: 204 });
});
