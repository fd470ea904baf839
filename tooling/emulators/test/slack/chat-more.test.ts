import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { settled, startApi } from './support.js';

describe('an ephemeral message', () => {
  test('is shown to one member and kept nowhere', async () => {
    const { call, connect, emulator } = await startApi();
    const { channelId: channel, userId: user, userToken, botUserId } = emulator.credentials;
    const [reader, bot] = [await connect({ token: userToken }), await connect()];
    const { body } = await call('chat.postEphemeral', { channel, user, text: 'only you' });
    expect(await reader.next({ type: 'message' })).toMatchObject({
      is_ephemeral: true,
      text: 'only you',
      channel,
      user: botUserId,
      ts: textAt(body, 'message_ts'),
    });
    await settled(bot);
    expect(bot.heard.filter(({ type }) => type === 'message')).toEqual([]);
    const history = await call('conversations.history', { channel, limit: '1' });
    expect(at(history.body, 'messages', 0, 'text')).not.toBe('only you');
  });

  test.each([
    [{ user: 'USLACKBOT', text: 'x' }, 'user_not_in_channel'],
    [{ text: 'x' }, 'missing_argument'],
  ])('with %j is refused as %s', async (args, error) => {
    const { call, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    expect((await call('chat.postEphemeral', { channel, ...args })).body).toMatchObject({ ok: false, error });
  });
});

test('chat.meMessage says what one does', async () => {
  const { call, connect, emulator } = await startApi();
  const { channelId: channel, userToken } = emulator.credentials;
  const line = await connect();
  const { body } = await call('chat.meMessage', { channel, text: 'is here' }, { token: userToken });
  expect(Object.keys(body)).toEqual(['ok', 'channel', 'ts']);
  expect(await line.next({ subtype: 'me_message' })).toMatchObject({ text: 'is here', ts: body['ts'] });
  expect((await call('chat.meMessage', { channel })).body['error']).toBe('no_text');
});

test('chat.getPermalink leads to a message, and to a reply within its thread', async () => {
  const { call, emulator } = await startApi();
  const channel = emulator.credentials.channelId;
  const parent = emulator.control.say('general', 'ines', 'one');
  const reply = emulator.control.say('general', 'walt', 'two', { threadTs: parent });
  const link = async (ts: string) =>
    (await call('chat.getPermalink', { channel, message_ts: ts })).body['permalink'];
  const archive = `https://contour-maps.slack.com/archives/${channel}`;
  expect(await link(parent)).toBe(`${archive}/p${parent.replace('.', '')}`);
  expect(await link(reply)).toBe(`${archive}/p${reply.replace('.', '')}?thread_ts=${parent}&cid=${channel}`);
  expect((await call('chat.getPermalink', { channel, message_ts: '1.000000' })).body['error']).toBe(
    'message_not_found',
  );
});

describe('a scheduled message', () => {
  const inSeconds = (clock: { now: () => number }, seconds: number): string =>
    String(Math.floor(clock.now() / 1_000) + seconds);

  test('is posted when its time has come', async () => {
    const { call, clock, connect, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const line = await connect();
    const postAt = inSeconds(clock, 60);
    const { body } = await call('chat.scheduleMessage', { channel, text: 'noon', post_at: postAt });
    expect(body).toMatchObject({
      channel,
      scheduled_message_id: expect.stringMatching(/^Q\d+$/) as string,
      post_at: postAt,
      message: { text: 'noon', type: 'delayed_message', subtype: 'bot_message' },
    });
    expect((await call('chat.scheduledMessages.list')).body).toMatchObject({
      scheduled_messages: [
        { id: body['scheduled_message_id'], channel_id: channel, post_at: Number(postAt), text: 'noon' },
      ],
      response_metadata: { next_cursor: '' },
    });
    await clock.advance(60_000);
    expect(await line.next({ type: 'message' })).toMatchObject({ text: 'noon', channel });
    expect((await call('chat.scheduledMessages.list')).body['scheduled_messages']).toEqual([]);
  });

  test('is taken back by its own app alone', async () => {
    const { call, clock, emulator } = await startApi();
    const { channelId: channel, granularBotToken } = emulator.credentials;
    const made = await call('chat.scheduleMessage', {
      channel,
      text: 'x',
      post_at: inSeconds(clock, 60),
    });
    const id = textAt(made.body, 'scheduled_message_id');
    const takeBack = (token: string) =>
      call('chat.deleteScheduledMessage', { channel, scheduled_message_id: id }, { token });
    expect((await takeBack(granularBotToken)).body['error']).toBe('invalid_scheduled_message_id');
    expect((await takeBack(emulator.credentials.botToken)).body).toEqual({ ok: true });
    await clock.advance(60_000);
    const history = await call('conversations.history', { channel, limit: '1' });
    expect(at(history.body, 'messages', 0, 'text')).not.toBe('x');
    expect((await takeBack(emulator.credentials.botToken)).body['error']).toBe(
      'invalid_scheduled_message_id',
    );
  });

  test.each([
    [-1, 'time_in_past'],
    [121 * 86_400, 'time_too_far'],
  ])('%s seconds from now is %s', async (seconds, error) => {
    const { call, clock, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const args = { channel, text: 'x', post_at: inSeconds(clock, seconds) };
    expect((await call('chat.scheduleMessage', args)).body).toEqual({ ok: false, error });
    expect((await call('chat.scheduleMessage', { ...args, post_at: 'noon' })).body['error']).toBe(
      'invalid_time',
    );
  });
});

describe('a streamed message', () => {
  test('grows bit by bit, which members see, and then is done', async () => {
    const { call, connect, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const line = await connect({ token: emulator.credentials.userToken });
    const { body } = await call('chat.startStream', { channel, markdown_text: 'Let me ' });
    const ts = textAt(body, 'ts');
    expect(await line.next({ type: 'message' })).toMatchObject({ ts, streaming_state: 'in_progress' });
    await call('chat.appendStream', { channel, ts, markdown_text: 'think' });
    expect(await line.next({ subtype: 'message_changed' })).toMatchObject({
      message: { text: 'Let me think', streaming_state: 'in_progress' },
    });
    const chunks = JSON.stringify([{ type: 'markdown_text', text: '.' }]);
    const stopped = await call('chat.stopStream', { channel, ts, chunks });
    expect(stopped.body).toMatchObject({
      ts,
      message: { text: 'Let me think.', streaming_state: 'completed' },
    });
    expect(at(stopped.body, 'message')).not.toHaveProperty('edited');
    expect((await call('chat.appendStream', { channel, ts, markdown_text: '!' })).body['error']).toBe(
      'message_not_in_streaming_state',
    );
  });

  test.each([
    [{}, 'no_text'],
    [{ chunks: '{}' }, 'invalid_chunks'],
    [{ chunks: '[{"type":"song"}]' }, 'invalid_chunks'],
    [{ markdown_text: 'x', ts: '1.000000' }, 'message_not_found'],
  ])('cannot go on with %j', async (args, error) => {
    const { call, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const { body } = await call('chat.startStream', { channel });
    const appended = await call('chat.appendStream', { channel, ts: textAt(body, 'ts'), ...args });
    expect(appended.body).toMatchObject({ ok: false, error });
  });
});

describe('chat.unfurl', () => {
  test('puts a preview under a message', async () => {
    const { call, connect, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const line = await connect();
    const url = 'https://maps.example/?a=1&b=2';
    const ts = emulator.control.say('general', 'ines', url);
    const unfurls = JSON.stringify({ [url]: { title: 'A map' } });
    expect((await call('chat.unfurl', { channel, ts, unfurls })).body).toEqual({ ok: true });
    const changed = await line.next({ subtype: 'message_changed' });
    expect(listAt(changed, 'message', 'attachments')).toMatchObject([
      { id: 1, from_url: url, title: 'A map' },
    ]);
  });

  test.each([
    [{}, 'missing_channel'],
    [{ unfurl_id: 'C1.1.2.3' }, 'missing_source'],
    [{ unfurl_id: 'C1.1.2.3', source: 'composer' }, 'invalid_source'],
    [{ unfurl_id: 'C1.1.2', source: 'conversations_history' }, 'invalid_unfurl_id'],
    [{ channel: 'C0NOWHERE' }, 'cannot_find_channel'],
    [{ channel: 'general' }, 'missing_ts'],
    [{ channel: 'general', ts: '1.000000' }, 'cannot_find_message'],
    [{ channel: 'general', ts: 'this' }, 'missing_unfurls'],
    [{ channel: 'general', ts: 'this', unfurls: '[]' }, 'invalid_unfurls_format'],
    [{ channel: 'general', ts: 'this', unfurls: '{"https://x.example":{}}' }, 'cannot_unfurl_url'],
  ])('with %j is refused as %s', async (given: Record<string, string>, error) => {
    const { call, emulator } = await startApi();
    const ts = emulator.control.say('general', 'ines', 'no link');
    const args = {
      ...given,
      ...(given['channel'] === 'general' ? { channel: emulator.credentials.channelId } : {}),
      ...(given['ts'] === 'this' ? { ts } : {}),
    };
    expect((await call('chat.unfurl', args)).body).toEqual({ ok: false, error });
  });
});
