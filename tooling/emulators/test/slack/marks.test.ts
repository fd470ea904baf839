import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { settled, startApi } from './support.js';

/** An emulator and a message of a person in the channel of the bot. */
async function startWithMessage() {
  const api = await startApi();
  const channel = api.emulator.credentials.channelId;
  const timestamp = api.emulator.control.say('general', 'ines', 'what a map');
  return { ...api, channel, timestamp, item: { channel, timestamp } };
}

describe('a reaction', () => {
  test('is given once and taken back once, which everybody sees', async () => {
    const { call, connect, emulator, channel, timestamp, item } = await startWithMessage();
    const { userId, botUserId, userToken } = emulator.credentials;
    const line = await connect({ token: userToken });
    const args = { ...item, name: 'tada' };
    expect((await call('reactions.add', args)).body).toEqual({ ok: true });
    const about = {
      user: botUserId,
      reaction: 'tada',
      item_user: userId,
      item: { type: 'message', channel, ts: timestamp },
    };
    expect(await line.next({ type: 'reaction_added' })).toMatchObject(about);
    expect((await call('reactions.add', args)).body['error']).toBe('already_reacted');
    await call('reactions.add', args, { token: userToken });
    const { body } = await call('reactions.get', item);
    expect(body).toMatchObject({ type: 'message', channel });
    expect(at(body, 'message', 'reactions')).toEqual([
      { name: 'tada', users: [botUserId, userId], count: 2 },
    ]);

    expect((await call('reactions.remove', args)).body).toEqual({ ok: true });
    expect(await line.next({ type: 'reaction_removed' })).toMatchObject(about);
    expect((await call('reactions.remove', args)).body['error']).toBe('no_reaction');
    await call('reactions.remove', args, { token: userToken });
    expect(at((await call('reactions.get', item)).body, 'message')).not.toHaveProperty('reactions');
  });

  test('is listed by who gave it', async () => {
    const { call, emulator, item } = await startWithMessage();
    await call('reactions.add', { ...item, name: ':wave::skin-tone-3:' });
    const { body } = await call('reactions.list');
    expect(body).toMatchObject({
      items: [{ type: 'message', message: { reactions: [{ name: 'wave::skin-tone-3' }] } }],
      paging: { count: 100, total: 1, page: 1, pages: 1 },
    });
    const user = emulator.credentials.userId;
    expect(listAt((await call('reactions.list', { user })).body, 'items')).toEqual([]);
    expect((await call('reactions.list', { user: 'U0NOBODY' })).body['error']).toBe('user_not_found');
  });

  test.each([
    [{ timestamp: '' }, 'no_item_specified'],
    [{ timestamp: 'x' }, 'bad_timestamp'],
    [{ timestamp: '1.000000' }, 'message_not_found'],
    [{ channel: 'C0NOWHERE' }, 'channel_not_found'],
    [{ name: 'not a name' }, 'invalid_name'],
  ])('with %j is refused as %s', async (args, error) => {
    const { call, item } = await startWithMessage();
    expect((await call('reactions.add', { ...item, name: 'x', ...args })).body).toEqual({ ok: false, error });
  });
});

describe('a pin', () => {
  test('is seen on the message, in the list and by the members', async () => {
    const { call, connect, emulator, channel, timestamp, item } = await startWithMessage();
    const line = await connect({ token: emulator.credentials.userToken });
    const { botUserId, userId } = emulator.credentials;
    expect((await call('pins.add', item)).body).toEqual({ ok: true });
    expect(await line.next({ type: 'pin_added' })).toMatchObject({
      user: botUserId,
      channel_id: channel,
      item: { type: 'message', channel, created_by: botUserId, message: { ts: timestamp } },
      item_user: userId,
      pin_count: 1,
    });
    expect((await call('pins.add', item)).body['error']).toBe('already_pinned');
    const { body } = await call('pins.list', { channel });
    expect(body).toMatchObject({ items: [{ message: { ts: timestamp, pinned_to: [channel] } }] });
    expect((await call('conversations.history', { channel })).body['pin_count']).toBe(1);
    expect((await call('pins.remove', item)).body).toEqual({ ok: true });
    expect(await line.next({ type: 'pin_removed' })).toMatchObject({ has_pins: false, pin_count: 0 });
    expect((await call('pins.remove', item)).body['error']).toBe('no_pin');
  });

  test('is told in the conversation by a message, and so is its end', async () => {
    const { call, connect, emulator, channel, timestamp, item } = await startWithMessage();
    const line = await connect({ token: emulator.credentials.userToken });
    const { botUserId } = emulator.credentials;
    await call('pins.add', item);
    const told = {
      user: botUserId,
      channel,
      item_type: 'C',
      item: { type: 'message', message: { ts: timestamp } },
    };
    expect(await line.next({ type: 'message', subtype: 'pinned_item' })).toMatchObject({
      ...told,
      text: `<@${botUserId}> pinned a message to this channel.`,
    });
    await call('pins.remove', item);
    expect(await line.next({ type: 'message', subtype: 'unpinned_item' })).toMatchObject(told);
    const { body } = await call('conversations.history', { channel, limit: '2' });
    expect(body['messages']).toMatchObject([{ subtype: 'unpinned_item' }, { subtype: 'pinned_item' }]);
  });

  test('goes with its message', async () => {
    const { call, emulator, channel, timestamp, item } = await startWithMessage();
    await call('pins.add', item);
    emulator.control.remove('general', timestamp);
    expect((await call('pins.list', { channel })).body['items']).toEqual([]);
  });
});

test('a star is seen by nobody but who gave it', async () => {
  const { call, connect, emulator, item, timestamp } = await startWithMessage();
  const token = emulator.credentials.userToken;
  const [own, other] = [await connect({ token }), await connect()];
  expect((await call('stars.add', item, { token })).body).toEqual({ ok: true });
  expect(await own.next({ type: 'star_added' })).toMatchObject({ item: { message: { ts: timestamp } } });
  await settled(other);
  expect(other.heard.filter(({ type }) => type === 'star_added')).toEqual([]);
  expect((await call('stars.add', item, { token })).body['error']).toBe('already_starred');
  expect((await call('stars.list', {}, { token })).body).toMatchObject({
    items: [{ type: 'message', message: { ts: timestamp } }],
    paging: { total: 1, page: 1, pages: 1 },
  });
  expect((await call('stars.list')).body['items']).toEqual([]);
  expect((await call('stars.remove', item, { token })).body).toEqual({ ok: true });
  expect((await call('stars.remove', item, { token })).body['error']).toBe('not_starred');
});

describe('a bookmark', () => {
  test('is added, changed and removed', async () => {
    const { call, emulator } = await startApi();
    const channel_id = emulator.credentials.channelId;
    const link = 'https://maps.example/a';
    const { body } = await call('bookmarks.add', { channel_id, title: 'A', type: 'link', link });
    expect(body).toMatchObject({
      bookmark: { title: 'A', link, icon_url: 'https://maps.example/favicon.ico', date_updated: 0 },
    });
    const bookmark_id = textAt(body, 'bookmark', 'id');
    await call('bookmarks.edit', { channel_id, bookmark_id, title: 'B' });
    expect((await call('bookmarks.list', { channel_id })).body).toMatchObject({
      bookmarks: [{ id: bookmark_id, title: 'B', link }],
    });
    expect((await call('bookmarks.remove', { channel_id, bookmark_id })).body).toEqual({ ok: true });
    expect((await call('bookmarks.remove', { channel_id, bookmark_id })).body['error']).toBe('not_found');
  });

  test('needs a link', async () => {
    const { call, emulator } = await startApi();
    const args = { channel_id: emulator.credentials.channelId, title: 'A', type: 'link', link: 'nowhere' };
    expect((await call('bookmarks.add', args)).body).toEqual({ ok: false, error: 'invalid_link' });
  });
});

describe('a file', () => {
  const startWithFile = async () => {
    const api = await startApi();
    const { control, credentials } = api.emulator;
    const file = control.upload('ines', 'general', { name: 'map.txt', content: 'north' });
    return { ...api, file, channel: credentials.channelId };
  };

  test('is reacted to', async () => {
    const { call, connect, emulator, file } = await startWithFile();
    const line = await connect();
    expect((await call('reactions.add', { file, name: 'tada' })).body).toEqual({ ok: true });
    expect(await line.next({ type: 'reaction_added' })).toMatchObject({
      item: { type: 'file', file },
      item_user: emulator.credentials.userId,
    });
    expect((await call('reactions.add', { file, name: 'tada' })).body['error']).toBe('already_reacted');
    const shown = { type: 'file', file: { id: file, reactions: [{ name: 'tada', count: 1 }] } };
    expect((await call('reactions.get', { file })).body).toMatchObject(shown);
    expect((await call('reactions.list')).body).toMatchObject({ items: [shown] });
    expect((await call('reactions.remove', { file, name: 'tada' })).body).toEqual({ ok: true });
    expect((await call('reactions.remove', { file, name: 'tada' })).body['error']).toBe('no_reaction');
    await line.next({ type: 'reaction_removed' });
  });

  test('is pinned where it was shared', async () => {
    const { call, connect, emulator, file, channel } = await startWithFile();
    const line = await connect();
    expect((await call('pins.add', { channel, file })).body).toEqual({ ok: true });
    expect(await line.next({ type: 'pin_added' })).toMatchObject({
      channel_id: channel,
      item: { type: 'file', channel, file: { id: file } },
    });
    expect((await call('pins.add', { channel, file })).body['error']).toBe('already_pinned');
    expect((await call('pins.list', { channel })).body).toMatchObject({ items: [{ file: { id: file } }] });
    expect((await call('pins.remove', { channel, file })).body).toEqual({ ok: true });
    emulator.control.join('random', 'compass');
    const elsewhere = { channel: emulator.credentials.otherChannelId, file };
    expect((await call('pins.add', elsewhere)).body['error']).toBe('file_not_shared');
  });

  test('is starred', async () => {
    const { call, emulator, file } = await startWithFile();
    await call('stars.add', { file });
    expect((await call('stars.add', { file })).body['error']).toBe('already_starred');
    expect((await call('stars.list')).body).toMatchObject({ items: [{ type: 'file', file: { id: file } }] });
    await call('files.delete', { file }, { token: emulator.credentials.userToken });
    expect((await call('stars.add', { file })).body['error']).toBe('file_not_found');
    expect((await call('stars.list')).body['items']).toEqual([]);
  });
});
