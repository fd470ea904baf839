import { describe, expect, test } from 'vitest';
import { textAt } from '../json.js';
import { dial, settled, startApi } from './support.js';

describe('a connection can end', () => {
  test.each([
    ['with a close frame', 'close', 1005],
    ['without one', 'drop', 1006],
    ['by a reset', 'reset', 1006],
    ['in the middle of a frame', 'half frame', 1006],
  ] as const)('%s', async (_, how, code) => {
    const { connect, emulator } = await startApi();
    const line = await connect();
    await settled(line);
    emulator.control.cut(how);
    expect(await line.closed).toBe(code);
    await expect.poll(() => emulator.control.connections()).toEqual([]);
    expect(line.heard.map((frame) => frame['type'])).toEqual(['hello', 'pong']);
  });

  test('with a code of choice', async () => {
    const { connect, emulator } = await startApi();
    const line = await connect();
    emulator.control.cut('close', { code: 1012 });
    expect(await line.closed).toBe(1012);
  });

  test('alone, while others stay', async () => {
    const { connect, emulator } = await startApi();
    const [first, second] = [await connect(), await connect()];
    emulator.control.cut('drop', { connectionId: 'connection-1' });
    expect(await first.closed).toBe(1006);
    await settled(second);
    expect(emulator.control.connections()).toEqual([
      {
        id: 'connection-2',
        userId: emulator.credentials.botUserId,
        token: emulator.credentials.botToken,
        openedAt: emulator.control.clock.now(),
      },
    ]);
    expect(() => emulator.control.cut('drop', { connectionId: 'connection-9' })).toThrow(/connection-9/);
  });

  test('after an announcement, a while later', async () => {
    const { connect, clock, emulator } = await startApi();
    const line = await connect();
    emulator.control.goodbye();
    expect(await line.next({ type: 'goodbye' })).toEqual({ type: 'goodbye' });
    await clock.advance(9_999);
    await settled(line);
    await clock.advance(1);
    expect(await line.closed).toBe(1005);
  });

  test('because of its age', async () => {
    const { connect, clock } = await startApi({ switches: { reconnectUrlEveryMs: 0 } });
    const line = await connect();
    await line.next({ type: 'hello' });
    await clock.advance(8 * 3_600_000);
    await line.next({ type: 'goodbye' });
    await clock.advance(10_000);
    expect(await line.closed).toBe(1005);
  });

  test('because nothing comes from it', async () => {
    const { connect, clock } = await startApi({
      switches: { idleTimeoutMs: 120_000, reconnectUrlEveryMs: 0 },
    });
    const line = await connect();
    await clock.advance(100_000);
    await settled(line);
    await clock.advance(100_000);
    await settled(line);
    await clock.advance(120_000);
    await line.next({ type: 'goodbye' });
    expect(await line.closed).toBe(1005);
  });
});

test('a silent connection stays open and says nothing, not even goodbye', async () => {
  const { connect, emulator } = await startApi();
  const line = await connect();
  await settled(line);
  emulator.control.cut('silence');
  emulator.control.say('general', 'ines', 'hello?');
  line.say({ id: 1, type: 'ping' });
  line.webSocket.close();
  await new Promise((resolve) => {
    setTimeout(resolve, 100);
  });
  expect(line.heard.map((frame) => frame['type'])).toEqual(['hello', 'pong']);
  expect(line.webSocket.readyState).toBe(line.webSocket.CLOSING);
  expect(emulator.control.sends.map(({ frame }) => frame?.['type'])).toEqual(['ping']);
});

test('a connection without events still answers', async () => {
  const { connect, emulator } = await startApi();
  const line = await connect();
  await line.next({ type: 'hello' });
  emulator.control.cut('no events');
  emulator.control.say('general', 'ines', 'hello?');
  line.say({ id: 1, type: 'message', channel: emulator.credentials.channelId, text: 'one' });
  await line.next({ reply_to: 1 });
  expect(line.heard).toHaveLength(2);
});

describe('a reconnect_url', () => {
  test('comes every minute and leads back without a gap', async () => {
    const { connect, clock, emulator } = await startApi();
    const line = await connect();
    await line.next({ type: 'hello' });
    await clock.advance(60_000);
    const { url } = await line.next({ type: 'reconnect_url' });
    emulator.control.say('general', 'ines', 'before');
    await line.next({ type: 'message', text: 'before' });
    emulator.control.cut('drop');
    await line.closed;
    await expect.poll(() => emulator.control.connections()).toEqual([]);
    emulator.control.say('general', 'ines', 'meanwhile');
    const again = await dial(String(url));
    expect(await again.next()).toMatchObject({ type: 'hello', fast_reconnect: true, start: false });
    expect(await again.next()).toMatchObject({ type: 'message', text: 'meanwhile' });
  });

  test('is void once there is a newer one, and after five minutes', async () => {
    const { connect, clock, emulator } = await startApi();
    const line = await connect();
    await line.next({ type: 'hello' });
    await clock.advance(120_000);
    const [older, newer] = [
      textAt(await line.next({ type: 'reconnect_url' }), 'url'),
      textAt(await line.next({ type: 'reconnect_url' }), 'url'),
    ];
    emulator.control.cut('drop');
    await line.closed;
    expect(await (await dial(older)).next()).toMatchObject({ type: 'error', error: { code: 1 } });
    await clock.advance(300_000);
    expect(await (await dial(newer)).next()).toMatchObject({ type: 'error', error: { code: 1 } });
  });

  test('may lead back with a gap', async () => {
    const { connect, clock, emulator } = await startApi({ switches: { fastReconnect: false } });
    const line = await connect();
    await line.next({ type: 'hello' });
    await clock.advance(60_000);
    const { url } = await line.next({ type: 'reconnect_url' });
    emulator.control.cut('drop');
    await line.closed;
    emulator.control.say('general', 'ines', 'meanwhile');
    const again = await dial(String(url));
    await settled(again);
    expect(again.heard.map((frame) => frame['type'])).toEqual(['hello', 'pong']);
    expect(again.heard[0]).toMatchObject({ fast_reconnect: false });
  });
});

describe('a frame can suffer', () => {
  const isReply = (text: string): boolean => 'reply_to' in (JSON.parse(text) as object);

  test('an acknowledgement that is lost is repeated on the next connection', async () => {
    const { connect, emulator } = await startApi();
    const { channelId, botUserId } = emulator.credentials;
    const line = await connect();
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'cut' } });
    line.say({ id: 848, type: 'message', channel: channelId, text: 'in doubt' });
    expect(await line.closed).toBe(1006);
    const [stored] = emulator.control.messages('general').slice(-1);
    expect(stored).toMatchObject({ text: 'in doubt', userId: botUserId });
    const again = await connect();
    expect(await again.next({ reply_to: 848 })).toEqual({
      reply_to: 848,
      type: 'message',
      channel: channelId,
      user: botUserId,
      text: 'in doubt',
      ts: stored?.ts,
    });
    const third = await connect();
    await settled(third);
    expect(third.heard).toHaveLength(2);
  });

  test('or is not repeated', async () => {
    const { connect, emulator } = await startApi({ switches: { replayLostReply: false } });
    const line = await connect();
    emulator.control.frameFaults.add({ match: isReply, fault: { kind: 'lose' } });
    line.say({ id: 1, type: 'message', channel: emulator.credentials.channelId, text: 'in doubt' });
    await settled(line);
    expect(line.heard.map((frame) => frame['type'])).toEqual(['hello', 'pong']);
    const again = await connect();
    await settled(again);
    expect(again.heard.map((frame) => frame['type'])).toEqual(['hello', 'pong']);
  });

  test('anything at all can be sent', async () => {
    const { connect, emulator } = await startApi();
    const line = await connect();
    await line.next({ type: 'hello' });
    emulator.control.send({ type: 'made_up', n: 1 });
    emulator.control.send('{"type":');
    emulator.control.send(new TextEncoder().encode('{"type":"bytes"}'));
    expect(await line.next({ type: 'made_up' })).toEqual({ type: 'made_up', n: 1 });
    expect(await line.next()).toEqual({ unreadable: '{"type":' });
    expect(await line.next({ type: 'bytes' })).toEqual({ type: 'bytes' });
  });
});

test('a handshake can be refused', async () => {
  const { connect, call, emulator } = await startApi();
  emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse', status: 503 } });
  await expect(connect()).rejects.toThrow('503');
  emulator.control.faults.add({ match: { path: '/api/rtm.connect' }, fault: { kind: 'html' } });
  expect((await call('rtm.connect')).status).toBe(503);
  await (await connect()).next({ type: 'hello' });
});

test('a connection is pinged by the WebSocket itself when that is switched on', async () => {
  const { connect, clock } = await startApi({ switches: { pingEveryMs: 10_000 } });
  const line = await connect();
  await line.next({ type: 'hello' });
  let pings = 0;
  line.webSocket.on('ping', () => (pings += 1));
  await clock.advance(20_000);
  await settled(line);
  expect(pings).toBe(2);
});
