import { expect, test } from 'vitest';
import { textAt } from '../json.js';
import { startApi } from './support.js';

test('nothing is limited until somebody asks for it', async () => {
  const { call } = await startApi();
  for (let count = 0; count < 25; count += 1) {
    expect((await call('users.list', { limit: '1' })).status).toBe(200);
  }
});

test('a method that an app calls too often answers 429, and no other does, nor to other apps', async () => {
  const { call, clock, emulator } = await startApi();
  emulator.control.rateLimits(true);
  for (let count = 0; count < 20; count += 1) expect((await call('users.list')).status).toBe(200);
  const { status, headers, body } = await call('users.list');
  expect([status, body]).toEqual([429, { ok: false, error: 'ratelimited' }]);
  expect(headers.get('retry-after')).toBe('3');
  expect(headers.get('access-control-expose-headers')).toContain('retry-after');
  expect((await call('conversations.list')).status).toBe(200);
  const { granularBotToken, userToken } = emulator.credentials;
  expect((await call('users.list', {}, { token: userToken })).status).toBe(429);
  expect((await call('users.list', {}, { token: granularBotToken })).status).toBe(200);
  await clock.advance(3_000);
  expect((await call('users.list')).status).toBe(200);
});

test('posting is limited for each channel', async () => {
  const { call, emulator } = await startApi();
  emulator.control.rateLimits(true);
  const post = async (channel: string) => (await call('chat.postMessage', { channel, text: 'x' })).status;
  expect([await post('general'), await post('general'), await post('general')]).toEqual([200, 200, 200]);
  expect([await post('general'), await post('deploys')]).toEqual([429, 200]);
});

test('a single method can be limited', async () => {
  const { call, emulator } = await startApi();
  emulator.control.limitMethod('rtm.connect', { perMinute: 2, burst: 1 });
  expect((await call('rtm.connect')).status).toBe(200);
  const { status, headers } = await call('rtm.connect');
  expect([status, headers.get('retry-after')]).toEqual([429, '30']);
  emulator.control.limitMethod('rtm.connect', undefined);
  expect((await call('rtm.connect')).status).toBe(200);
});

test('messages that come too fast are declined, and in the end the connection goes', async () => {
  const { connect, clock, emulator } = await startApi({
    switches: { flood: { perSecond: 1, burst: 2, patience: 2 } },
  });
  const { channelId } = emulator.credentials;
  const line = await connect();
  const say = (id: number): void => line.say({ id, type: 'message', channel: channelId, text: `${id}` });
  for (const id of [1, 2, 3]) say(id);
  expect(await line.next({ reply_to: 3 })).toEqual({
    ok: false,
    reply_to: 3,
    error: { code: -1, msg: 'slow down, too many messages...' },
  });
  await clock.advance(1_000);
  say(4);
  expect(await line.next({ reply_to: 4 })).toMatchObject({ ok: true });
  for (const id of [5, 6, 7]) say(id);
  await line.closed;
  expect(
    emulator.control
      .messages('general')
      .slice(-3)
      .map(({ text }) => text),
  ).toEqual(['1', '2', '4']);
});

test('one connection too many ends the oldest', async () => {
  const { connect, emulator } = await startApi({ switches: { connectionsPerToken: 2 } });
  const [first, second] = [await connect(), await connect()];
  const third = await connect();
  await third.next({ type: 'hello' });
  await first.next({ type: 'goodbye' });
  await first.closed;
  expect(emulator.control.connections().map(({ id }) => id)).toEqual(['connection-2', 'connection-3']);
  expect(second.webSocket.readyState).toBe(second.webSocket.OPEN);
});

test('a migrating team lets nobody in for a while', async () => {
  const { connect, call, clock, emulator } = await startApi();
  const line = await connect();
  emulator.control.migrate(5_000);
  await line.next({ type: 'team_migration_started' });
  await line.closed;
  expect((await call('rtm.connect')).body).toEqual({ ok: false, error: 'migration_in_progress' });
  await clock.advance(5_000);
  expect(textAt((await call('rtm.connect')).body, 'url')).toContain('ws://');
});
