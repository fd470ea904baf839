import { describe, expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { settled, startApi } from './support.js';

describe('chat.postMessage', () => {
  test('posts in the name of a bot', async () => {
    const { call, emulator } = await startApi();
    const { channelId: channel, botUserId, botId, teamId } = emulator.credentials;
    const { body } = await call('chat.postMessage', { channel, text: 'a < b' });
    expect(body).toMatchObject({
      ok: true,
      channel,
      message: {
        type: 'message',
        text: 'a &lt; b',
        user: botUserId,
        bot_id: botId,
        team: teamId,
        bot_profile: { id: botId, name: 'compass', team_id: teamId },
      },
    });
    expect(at(body, 'message', 'ts')).toBe(body['ts']);
    expect(body['message']).not.toHaveProperty('subtype');
  });

  test('posts in the name of a person', async () => {
    const { call, emulator } = await startApi();
    const { channelId: channel, userId, userToken } = emulator.credentials;
    const { body } = await call('chat.postMessage', { channel, text: 'hi' }, { token: userToken });
    expect(body).toMatchObject({ message: { user: userId, blocks: [{ type: 'rich_text' }] } });
    expect(body['message']).not.toHaveProperty('bot_id');
  });

  test('posts under another name as a bot message', async () => {
    const { call, connect, emulator } = await startApi();
    const line = await connect();
    const channel = emulator.credentials.channelId;
    await call('chat.postMessage', { channel, text: 'hi', username: 'ghost', icon_emoji: ':ghost:' });
    const frame = await line.next({ type: 'message' });
    expect(frame).toMatchObject({ subtype: 'bot_message', username: 'ghost', icons: { emoji: ':ghost:' } });
    expect(frame).not.toHaveProperty('user');
  });

  test('finds a channel by its name and a person by their id', async () => {
    const { call, connect, emulator } = await startApi();
    const { channelId } = emulator.credentials;
    const walt = emulator.control.users().find(({ name }) => name === 'walt')?.id ?? '';
    const line = await connect({ token: emulator.control.issueToken({ kind: 'user', user: 'walt' }) });
    const post = async (channel: string) =>
      (await call('chat.postMessage', { channel, text: 'x' })).body['channel'];
    expect([await post('#general'), await post('general'), await post(channelId)]).toEqual([
      channelId,
      channelId,
      channelId,
    ]);
    const im = await post(walt);
    expect(im).toMatch(/^D/);
    expect(await line.next({ type: 'im_created' })).toMatchObject({
      user: emulator.credentials.botUserId,
      channel: { id: im },
    });
    expect(await line.next({ type: 'message', channel: im })).toMatchObject({ text: 'x' });
    expect(await post(walt)).toBe(im);
  });

  test('puts a reply into its thread, and into the channel if asked to', async () => {
    const { call, connect, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const line = await connect();
    const parent = emulator.control.say('general', 'ines', 'what do you think?');
    const { body } = await call('chat.postMessage', { channel, text: 'fine', thread_ts: parent });
    const reply = await line.next({ type: 'message', text: 'fine' });
    expect(reply).toMatchObject({ thread_ts: parent, parent_user_id: emulator.credentials.userId });
    expect(await line.next({ subtype: 'message_replied' })).toMatchObject({
      hidden: true,
      message: { ts: parent, reply_count: 1, latest_reply: body['ts'], replies: [{ ts: body['ts'] }] },
    });
    const history = await call('conversations.history', { channel, limit: '1' });
    expect(at(history.body, 'messages', 0, 'ts')).toBe(parent);
    await call('chat.postMessage', { channel, text: 'all', thread_ts: parent, reply_broadcast: 'true' });
    expect(await line.next({ subtype: 'thread_broadcast' })).toMatchObject({
      thread_ts: parent,
      root: { ts: parent },
    });
    const later = await call('conversations.history', { channel, limit: '1' });
    expect(at(later.body, 'messages', 0)).toMatchObject({
      text: 'all',
      root: { ts: parent, reply_count: 2 },
    });
  });

  test('recognizes a repeated client_msg_id for ten minutes', async () => {
    const { call, clock, emulator } = await startApi();
    const args = { channel: emulator.credentials.channelId, text: 'once', client_msg_id: 'aaaa-bbbb' };
    const first = await call('chat.postMessage', args);
    const second = await call('chat.postMessage', args);
    expect(second.body).toMatchObject({ ok: true, ts: first.body['ts'], is_duplicate: true });
    expect((await call('chat.postMessage', { ...args, channel: 'deploys' })).body).not.toHaveProperty(
      'is_duplicate',
    );
    await clock.advance(601_000);
    expect((await call('chat.postMessage', args)).body['ts']).not.toBe(first.body['ts']);
  });

  test('turns names into mentions where it is told to', async () => {
    const { call, emulator } = await startApi();
    const args = {
      channel: emulator.credentials.channelId,
      text: '@ines in #general, @here, not@walt, https://a.example/@ines',
    };
    const plain = await call('chat.postMessage', args);
    expect(at(plain.body, 'message', 'text')).toBe(
      '@ines in #general, @here, not@walt, <https://a.example/@ines>',
    );
    const linked = await call('chat.postMessage', { ...args, link_names: '1' });
    const { userId, channelId } = emulator.credentials;
    expect(at(linked.body, 'message', 'text')).toBe(
      `<@${userId}> in <#${channelId}>, <!here>, not@walt, <https://a.example/@ines>`,
    );
  });

  test('cuts a text that is too long, and says so', async () => {
    const { call, emulator } = await startApi();
    const args = { channel: emulator.credentials.channelId, text: 'x'.repeat(40_001) };
    const { body } = await call('chat.postMessage', args);
    expect(textAt(body, 'message', 'text')).toHaveLength(40_000);
    expect(body).toMatchObject({ ok: true, warning: 'message_truncated' });
  });

  test.each([
    [{ channel: 'general' }, 'no_text'],
    [{ channel: 'nowhere', text: 'x' }, 'channel_not_found'],
    [{ text: 'x' }, 'channel_not_found'],
    [{ channel: 'budget', text: 'x' }, 'channel_not_found'],
    [{ channel: 'random', text: 'x' }, 'not_in_channel'],
    [{ channel: 'general', text: 'x', thread_ts: '1.000000' }, 'thread_not_found'],
    [{ channel: 'general', blocks: '{' }, 'invalid_blocks_format'],
    [{ channel: 'general', blocks: '{}' }, 'invalid_blocks_format'],
    [{ channel: 'general', blocks: JSON.stringify(sections(5, 3_000)) }, 'msg_blocks_too_long'],
    [{ channel: 'general', attachments: 'x' }, 'invalid_attachments'],
    [
      { channel: 'general', attachments: JSON.stringify(Array.from({ length: 101 }, () => ({}))) },
      'too_many_attachments',
    ],
    [{ channel: 'general', text: 'x', metadata: '1' }, 'invalid_metadata_format'],
    [{ channel: 'general', text: 'x', metadata: '{"event_type":"a"}' }, 'invalid_metadata_schema'],
    [
      { channel: 'general', text: 'x', metadata: '{"event_type":1,"event_payload":{}}' },
      'invalid_metadata_schema',
    ],
    [{ channel: 'general', text: 'x', markdown_text: 'y' }, 'markdown_text_conflict'],
  ])('with %j is %s', async (args: Record<string, string>, error) => {
    const { call } = await startApi();
    expect((await call('chat.postMessage', args)).body).toEqual({ ok: false, error });
  });

  test.each([
    [
      'one without a type',
      [{ type: 'divider' }, {}],
      'missing required field: type [json-pointer:/blocks/1]',
    ],
    ['one too many', sections(51, 1), 'no more than 50 items allowed [json-pointer:/blocks]'],
  ])('says where blocks are wrong: %s', async (_, blocks, reason) => {
    const { call } = await startApi();
    expect(
      (await call('chat.postMessage', { channel: 'general', blocks: JSON.stringify(blocks) })).body,
    ).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [reason],
      response_metadata: { messages: [`[ERROR] ${reason}`] },
    });
  });

  test('gives blocks the names that they lack', async () => {
    const { call } = await startApi();
    const blocks = [{ type: 'divider' }, { type: 'divider', block_id: 'mine' }];
    const { body } = await call('chat.postMessage', { channel: 'general', blocks: JSON.stringify(blocks) });
    expect(at(body, 'message', 'blocks')).toEqual([
      { type: 'divider', block_id: expect.stringMatching(/^\w{5}$/) as unknown },
      { type: 'divider', block_id: 'mine' },
    ]);
  });
});

describe('chat.update', () => {
  test('changes a message and tells everybody what it was', async () => {
    const { call, connect, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const line = await connect();
    const ts = textAt((await call('chat.postMessage', { channel, text: 'one' })).body, 'ts');
    const { body } = await call('chat.update', { channel, ts, text: 'two' });
    expect(body).toMatchObject({ ok: true, channel, ts, text: 'two', message: { text: 'two' } });
    const frame = await line.next({ subtype: 'message_changed' });
    expect(frame).toMatchObject({
      type: 'message',
      hidden: true,
      channel,
      message: {
        ts,
        text: 'two',
        edited: {
          user: emulator.credentials.botUserId,
          ts: expect.stringMatching(/^\d{10}\.000000$/) as unknown,
        },
      },
      previous_message: { ts, text: 'one' },
    });
    expect(frame['event_ts']).toBe(frame['ts']);
    expect(String(frame['ts']) > ts).toBe(true);
  });

  test('is for one’s own messages', async () => {
    const { call, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const ts = emulator.control.say('general', 'ines', 'mine');
    expect((await call('chat.update', { channel, ts, text: 'x' })).body).toEqual({
      ok: false,
      error: 'cant_update_message',
    });
    expect((await call('chat.update', { channel, ts: '1.000000', text: 'x' })).body).toEqual({
      ok: false,
      error: 'message_not_found',
    });
    expect((await call('chat.update', { channel, text: 'x' })).body).toEqual({
      ok: false,
      error: 'missing_argument',
      response_metadata: { messages: ['[ERROR] missing required field: ts'] },
    });
  });
});

describe('chat.delete', () => {
  test('takes a message away and tells everybody what it was', async () => {
    const { call, connect, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const line = await connect();
    const ts = textAt((await call('chat.postMessage', { channel, text: 'one' })).body, 'ts');
    expect((await call('chat.delete', { channel, ts })).body).toEqual({ ok: true, channel, ts });
    expect(await line.next({ subtype: 'message_deleted' })).toMatchObject({
      hidden: true,
      channel,
      deleted_ts: ts,
      previous_message: { ts, text: 'one' },
    });
    expect((await call('chat.delete', { channel, ts })).body).toMatchObject({ error: 'message_not_found' });
  });

  test('of a reply changes how many replies the thread has', async () => {
    const { call, connect, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const line = await connect();
    const parent = emulator.control.say('general', 'ines', 'one');
    for (const text of ['two', 'three']) await call('chat.postMessage', { channel, text, thread_ts: parent });
    const { body } = await call('conversations.replies', { channel, ts: parent });
    await call('chat.delete', { channel, ts: textAt(body, 'messages', 2, 'ts') });
    await line.next({ subtype: 'message_deleted' });
    expect(await line.next({ subtype: 'message_changed' })).toMatchObject({
      message: { ts: parent, text: 'one', reply_count: 1, latest_reply: at(body, 'messages', 1, 'ts') },
      previous_message: { ts: parent, reply_count: 2, latest_reply: at(body, 'messages', 2, 'ts') },
    });
  });

  test('leaves a tombstone where a thread began', async () => {
    const { call, connect, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const line = await connect();
    const ts = textAt((await call('chat.postMessage', { channel, text: 'one' })).body, 'ts');
    const reply = emulator.control.say('general', 'ines', 'two', { threadTs: ts });
    await call('chat.delete', { channel, ts });
    const tombstone = {
      type: 'message',
      subtype: 'tombstone',
      hidden: true,
      user: 'USLACKBOT',
      text: 'This message was deleted.',
      ts,
      team: emulator.credentials.teamId,
      thread_ts: ts,
      reply_count: 1,
      reply_users_count: 1,
      latest_reply: reply,
      reply_users: [emulator.credentials.userId],
      is_locked: false,
      subscribed: false,
    };
    expect(at(await line.next({ subtype: 'message_changed' }), 'message')).toEqual(tombstone);
    const { body } = await call('conversations.replies', { channel, ts });
    expect(at(body, 'messages', 0)).toEqual(tombstone);
  });

  test('is for one’s own messages', async () => {
    const { call, emulator } = await startApi();
    const ts = emulator.control.say('general', 'ines', 'mine');
    const { body } = await call('chat.delete', { channel: emulator.credentials.channelId, ts });
    expect(body).toEqual({ ok: false, error: 'cant_delete_message' });
  });
});

test('people at their screens edit, delete and type', async () => {
  const { connect, emulator } = await startApi();
  const { control } = emulator;
  const line = await connect();
  const ts = control.say('general', 'walt', 'one');
  control.edit('general', ts, 'two');
  control.remove('general', ts);
  control.types('general', 'walt');
  await settled(line);
  expect(line.heard.map(({ type, subtype }) => [type, subtype])).toEqual([
    ['hello', undefined],
    ['message', undefined],
    ['message', 'message_changed'],
    ['message', 'message_deleted'],
    ['user_typing', undefined],
    ['pong', undefined],
  ]);
  expect(() => control.say('budget', 'walt', 'hello?')).toThrow(/walt is no member of budget/);
  expect(() => control.say('general', 'nobody', 'hello?')).toThrow(/no user nobody/);
});

function sections(count: number, length: number): readonly unknown[] {
  const text = { type: 'mrkdwn', text: 'x'.repeat(length) };
  return Array.from({ length: count }, () => ({ type: 'section', text }));
}
