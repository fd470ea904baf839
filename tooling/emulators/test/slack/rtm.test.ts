import { expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { dial, settled, startApi } from './support.js';

test('rtm.connect gives an address at this emulator, the team and oneself', async () => {
  const { call, emulator } = await startApi();
  const { body, headers } = await call('rtm.connect');
  expect(body).toEqual({
    ok: true,
    url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/websocket\/\w{64}$/) as unknown,
    team: { id: emulator.credentials.teamId, name: 'Contour Maps', domain: 'contour-maps' },
    self: { id: emulator.credentials.botUserId, name: 'compass' },
  });
  expect(textAt(body, 'url')).toContain(emulator.url.replace('http', 'ws'));
  expect(headers.get('x-accepted-oauth-scopes')).toBe('rtm:stream,client');
});

test('a connection is greeted first of all', async () => {
  const { connect } = await startApi();
  const line = await connect();
  await settled(line);
  expect(line.heard[0]).toEqual({
    type: 'hello',
    fast_reconnect: false,
    region: 'us-east-1',
    start: true,
    host_id: expect.any(String) as unknown,
  });
});

test('an older service greets with fewer words', async () => {
  const { connect } = await startApi({ switches: { richHello: false } });
  const line = await connect();
  expect(await line.next()).toEqual({ type: 'hello' });
});

test('an address works once', async () => {
  const { call } = await startApi();
  const url = textAt((await call('rtm.connect')).body, 'url');
  await (await dial(url)).next({ type: 'hello' });
  const second = await dial(url);
  expect(await second.next()).toEqual({ type: 'error', error: { code: 1, msg: 'Socket URL has expired' } });
  await second.closed;
});

test('an address works for thirty seconds', async () => {
  const { call, clock } = await startApi();
  const early = textAt((await call('rtm.connect')).body, 'url');
  await clock.advance(29_999);
  expect(await (await dial(early)).next()).toMatchObject({ type: 'hello' });
  const late = textAt((await call('rtm.connect')).body, 'url');
  await clock.advance(30_000);
  expect(await (await dial(late)).next()).toMatchObject({ type: 'error', error: { code: 1 } });
});

test('a dead address can be answered by a status instead', async () => {
  const { emulator } = await startApi({ switches: { deadTicketStatus: 404 } });
  const dead = `${emulator.url.replace('http', 'ws')}/websocket/nonsense`;
  await expect(dial(dead)).rejects.toThrow('404');
});

test('nothing listens at other paths', async () => {
  const { emulator } = await startApi();
  await expect(dial(`${emulator.url.replace('http', 'ws')}/`)).rejects.toThrow('404');
});

test('a member who writes is heard by everybody in the channel', async () => {
  const { connect, emulator } = await startApi();
  const { botToken, userToken, channelId, teamId } = emulator.credentials;
  const [bot, person] = [await connect({ token: botToken }), await connect({ token: userToken })];
  const ts = emulator.control.say('general', 'tom.becker', 'hi <all> & <!here>');
  const frame = await bot.next({ type: 'message' });
  expect(frame).toEqual({
    client_msg_id: expect.stringMatching(/^[\da-f-]{36}$/) as unknown,
    type: 'message',
    channel: channelId,
    user: emulator.control.users().find(({ name }) => name === 'tom.becker')?.id,
    text: 'hi &lt;all&gt; &amp; <!here>',
    blocks: [
      {
        type: 'rich_text',
        block_id: expect.any(String) as unknown,
        elements: [
          {
            type: 'rich_text_section',
            elements: [
              { type: 'text', text: 'hi <all> & ' },
              { type: 'broadcast', range: 'here' },
            ],
          },
        ],
      },
    ],
    team: teamId,
    user_team: teamId,
    source_team: teamId,
    ts,
    event_ts: ts,
    suppress_notification: false,
  });
  expect(await person.next({ type: 'message' })).toEqual(frame);
});

test('a message elsewhere is not heard', async () => {
  const { connect, emulator } = await startApi();
  const bot = await connect();
  emulator.control.say('random', 'walt', 'cake?');
  emulator.control.say('general', 'walt', 'work?');
  expect(await bot.next({ type: 'message' })).toMatchObject({ text: 'work?' });
});

test('a message over the socket is acknowledged, stored, and shown to the others but not to its sender', async () => {
  const { connect, emulator, call } = await startApi();
  const { userToken, channelId, botUserId, botId } = emulator.credentials;
  const [bot, twin, person] = [await connect(), await connect(), await connect({ token: userToken })];
  bot.say({ id: 7, type: 'message', channel: channelId, text: 'see https://example.com/a?b=1&c=2' });
  const reply = await bot.next({ reply_to: 7 });
  expect(reply).toEqual({
    ok: true,
    reply_to: 7,
    ts: expect.stringMatching(/^\d{10}\.\d{6}$/) as unknown,
    text: 'see <https://example.com/a?b=1&amp;c=2>',
  });
  const heard = await person.next({ type: 'message' });
  expect(heard).toMatchObject({ user: botUserId, bot_id: botId, ts: reply['ts'], text: reply['text'] });
  expect(await twin.next({ type: 'message' })).toEqual(heard);
  await settled(bot);
  expect(bot.heard.filter((frame) => frame['type'] === 'message')).toEqual([]);
  const { body } = await call('conversations.history', { channel: channelId, limit: '1' });
  expect(at(body, 'messages', 0)).toMatchObject({ ts: reply['ts'], text: reply['text'] });
});

test('a reply to a reply over the socket goes to the same thread', async () => {
  const { call, connect, emulator } = await startApi();
  const channel = emulator.credentials.channelId;
  const parent = emulator.control.say('general', 'ines', 'what do you think?');
  const reply = emulator.control.say('general', 'ines', 'anybody?', { threadTs: parent });
  const line = await connect();
  line.say({ id: 1, type: 'message', channel, text: 'fine', thread_ts: reply });
  const { ts } = await line.next({ reply_to: 1, ok: true });
  const { body } = await call('conversations.replies', { channel, ts: parent });
  expect(at(body, 'messages', 2)).toMatchObject({ ts, text: 'fine', thread_ts: parent });
});

test('echoOwnMessages shows a message to its sender too', async () => {
  const { connect, emulator } = await startApi({ switches: { echoOwnMessages: true } });
  const bot = await connect();
  bot.say({ id: 1, type: 'message', channel: emulator.credentials.channelId, text: 'one' });
  expect(await bot.next({ type: 'message' })).toMatchObject({ text: 'one' });
});

test('a message by chat.postMessage comes back over the socket', async () => {
  const { connect, call, emulator } = await startApi();
  const bot = await connect();
  const { body } = await call('chat.postMessage', { channel: emulator.credentials.channelId, text: 'one' });
  expect(await bot.next({ type: 'message' })).toMatchObject({ text: 'one', ts: body['ts'] });
});

test('timestamps rise strictly while the clock stands still', async () => {
  const { connect, emulator } = await startApi();
  const { channelId } = emulator.credentials;
  const bot = await connect();
  for (let id = 1; id <= 20; id += 1)
    bot.say({ id, type: 'message', channel: channelId, text: `line ${id}` });
  const stamps: string[] = [];
  for (let id = 1; id <= 20; id += 1) stamps.push(textAt(await bot.next({ reply_to: id }), 'ts'));
  expect(stamps).toEqual([...new Set(stamps)].toSorted());
  expect(stamps).toHaveLength(20);
});

test('what happens between the address and the connection follows the greeting', async () => {
  const { call, emulator } = await startApi();
  const url = textAt((await call('rtm.connect')).body, 'url');
  emulator.control.say('general', 'ines', 'quick!');
  const line = await dial(url);
  await line.next({ type: 'message', text: 'quick!' });
  expect(line.heard.map((frame) => frame['type'])).toEqual(['hello', 'message']);
});

test('a ping is answered with whatever flat values it brought', async () => {
  const { connect } = await startApi();
  const line = await connect();
  line.say({ id: 5, type: 'ping', t: 1794000010123, note: 'x', deep: { no: true }, list: [1] });
  expect(await line.next({ type: 'pong' })).toEqual({
    type: 'pong',
    reply_to: 5,
    t: 1794000010123,
    note: 'x',
  });
});

test('typing is shown to the others and not answered', async () => {
  const { connect, emulator } = await startApi();
  const { channelId, userToken, botUserId } = emulator.credentials;
  const [bot, person] = [await connect(), await connect({ token: userToken })];
  bot.say({ id: 4, type: 'typing', channel: channelId });
  expect(await person.next({ type: 'user_typing' })).toEqual({
    type: 'user_typing',
    channel: channelId,
    user: botUserId,
  });
  await settled(bot);
  expect(bot.heard.map((frame) => frame['type'])).toEqual(['hello', 'pong']);
});

test.each([
  [
    'no text',
    { id: 1, type: 'message', channel: 'CHANNEL', text: '' },
    { code: 2, msg: 'message text is missing' },
  ],
  ['no text at all', { id: 1, type: 'message', channel: 'CHANNEL' }, { code: 2 }],
  [
    'an unknown channel',
    { id: 1, type: 'message', channel: 'C0NOWHERE', text: 'x' },
    { msg: 'channel_not_found' },
  ],
  [
    'a channel without oneself',
    { id: 1, type: 'message', channel: 'OTHER', text: 'x' },
    { msg: 'not_in_channel' },
  ],
  [
    'a text too long',
    { id: 1, type: 'message', channel: 'CHANNEL', text: 'x'.repeat(4_001) },
    { msg: 'msg_too_long' },
  ],
  ['typing nowhere', { id: 1, type: 'typing', channel: 'C0NOWHERE' }, { msg: 'channel_not_found' }],
])('%s is an error with the id of the frame', async (_, frame, error) => {
  const { connect, emulator } = await startApi();
  const { channelId, otherChannelId } = emulator.credentials;
  const line = await connect();
  const text = JSON.stringify(frame).replace('CHANNEL', channelId).replace('OTHER', otherChannelId);
  line.webSocket.send(text);
  expect(await line.next({ ok: false })).toEqual({
    ok: false,
    reply_to: 1,
    error: expect.objectContaining(error) as unknown,
  });
});

test('4,000 characters are allowed, whatever their bytes', async () => {
  const { connect, emulator } = await startApi();
  const line = await connect();
  line.say({ id: 1, type: 'message', channel: emulator.credentials.channelId, text: 'ü'.repeat(4_000) });
  expect(await line.next({ reply_to: 1 })).toMatchObject({ ok: true });
});

test('a message without an id is declined', async () => {
  const { connect, emulator } = await startApi();
  const line = await connect();
  line.say({ type: 'message', channel: emulator.credentials.channelId, text: 'x' });
  expect(await line.next({ ok: false })).toEqual({ ok: false, error: { code: 3, msg: 'invalid_arguments' } });
});

test('frames that make no sense are recorded and left unanswered', async () => {
  const { connect, emulator } = await startApi();
  const line = await connect();
  for (const text of ['not json', '[]', '"text"', '{}', '{"type":"nonsense","id":3}'])
    line.webSocket.send(text);
  line.webSocket.send(Buffer.from('{"id":9,"type":"ping"}'), { binary: true });
  await settled(line);
  expect(line.heard.map((frame) => frame['type'])).toEqual(['hello', 'pong']);
  expect(emulator.control.sends.map(({ text }) => text).slice(0, 5)).toEqual([
    'not json',
    '[]',
    '"text"',
    '{}',
    '{"type":"nonsense","id":3}',
  ]);
  expect(emulator.control.sends[4]).toMatchObject({
    frame: { type: 'nonsense' },
    userId: emulator.credentials.botUserId,
  });
});

test('a frame of more than 16 KB ends the connection', async () => {
  const { connect, emulator } = await startApi();
  const line = await connect();
  const padded = (bytes: number): string => {
    const frame = JSON.stringify({ id: 1, type: 'ping', pad: '' });
    return frame.replace('""', `"${'x'.repeat(bytes - frame.length)}"`);
  };
  line.webSocket.send(padded(16_384));
  await line.next({ type: 'pong' });
  line.webSocket.send(padded(16_385));
  expect(await line.closed).toBe(1009);
  await expect.poll(() => emulator.control.connections()).toEqual([]);
});
