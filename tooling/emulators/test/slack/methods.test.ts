import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { startApi, type Api, type Body } from './support.js';

/** All pages of a list, two items at a time. */
async function walk(
  api: Api,
  method: string,
  key: string,
  args: Record<string, string> = {},
): Promise<Body[]> {
  const items: Body[] = [];
  let cursor = '';
  do {
    const { body } = await api.call(method, { ...args, limit: '2', ...(cursor === '' ? {} : { cursor }) });
    expect(listAt(body, key).length).toBeLessThanOrEqual(2);
    items.push(...(listAt(body, key) as Body[]));
    const next = at(body, 'response_metadata', 'next_cursor');
    cursor = typeof next === 'string' ? next : '';
  } while (cursor !== '');
  return items;
}

const names = (items: readonly Body[]): unknown[] => items.map(({ name }) => name);

describe('a walk by cursors', () => {
  test('visits every user once', async () => {
    const api = await startApi();
    expect(names(await walk(api, 'users.list', 'members'))).toEqual([
      'slackbot',
      'ines',
      'tom.becker',
      'farah',
      'walt',
      'olga',
      'compass',
      'surveyor',
    ]);
  });

  test('visits every public channel once', async () => {
    const api = await startApi();
    const channels = await walk(api, 'conversations.list', 'channels');
    expect(names(channels)).toEqual(['general', 'random', 'deploys']);
    expect(channels.map((channel) => [channel['is_member'], channel['num_members']])).toEqual([
      [true, 6],
      [false, 4],
      [true, 3],
    ]);
  });

  test('visits every member once', async () => {
    const api = await startApi();
    const channel = api.emulator.credentials.channelId;
    const members = await walk(api, 'conversations.members', 'members', { channel });
    expect(new Set(members).size).toBe(6);
  });

  test('visits every message once, newest first', async () => {
    const api = await startApi();
    const channel = api.emulator.credentials.channelId;
    const stamps = (await walk(api, 'conversations.history', 'messages', { channel })).map(({ ts }) =>
      String(ts),
    );
    expect(stamps).toEqual(stamps.toSorted().toReversed());
    expect(new Set(stamps).size).toBe(5);
  });

  test('visits every reaction once', async () => {
    const api = await startApi();
    const { call, emulator } = api;
    const { channelId: channel } = emulator.credentials;
    const reacted: unknown[] = [];
    for (const text of ['one', 'two', 'three']) {
      const { body } = await call('chat.postMessage', { channel, text });
      reacted.unshift(text);
      await call('reactions.add', { channel, timestamp: textAt(body, 'ts'), name: 'wave' });
    }
    const found = await walk(api, 'reactions.list', 'items');
    expect(found.map((item) => at(item, 'message', 'text'))).toEqual(reacted);
  });

  test('visits everything that a search finds once, where the first call has a cursor, too', async () => {
    const { call, emulator } = await startApi();
    const { channelId: channel, userToken: token } = emulator.credentials;
    for (const text of ['quince 1', 'quince 2', 'quince 3'])
      await call('chat.postMessage', { channel, text });
    const texts: unknown[] = [];
    for (let cursor = '*'; cursor !== '';) {
      const { body } = await call('search.messages', { query: 'quince', count: '2', cursor }, { token });
      texts.push(...listAt(body, 'messages', 'matches').map((match) => at(match, 'text')));
      cursor = textAt(body, 'response_metadata', 'next_cursor');
    }
    expect(texts).toEqual(['quince 3', 'quince 2', 'quince 1']);
    const numbered = await call('search.messages', { query: 'quince' }, { token });
    expect(numbered.body).not.toHaveProperty('response_metadata');
  });

  test('meets short pages where the service makes them', async () => {
    const api = await startApi({ switches: { shortPages: true } });
    const { body } = await api.call('users.list', { limit: '2' });
    expect(listAt(body, 'members')).toHaveLength(1);
    const cursor = textAt(body, 'response_metadata', 'next_cursor');
    const second = await api.call('users.list', { limit: '2', cursor });
    expect(listAt(second.body, 'members')).toEqual([]);
    const third = await api.call('users.list', {
      limit: '2',
      cursor: textAt(second.body, 'response_metadata', 'next_cursor'),
    });
    expect(listAt(third.body, 'members')).toHaveLength(2);
    expect(await walk(api, 'users.list', 'members')).toHaveLength(8);
  });

  test('cannot go on at a cursor that has expired', async () => {
    const { call, emulator } = await startApi();
    const { body } = await call('users.list', { limit: '2' });
    const cursor = textAt(body, 'response_metadata', 'next_cursor');
    emulator.control.expireCursors();
    expect((await call('users.list', { limit: '2', cursor })).body).toMatchObject({
      error: 'invalid_cursor',
    });
    await call('users.list', { limit: '2' });
    expect((await call('users.list', { limit: '2', cursor })).body).toMatchObject({ ok: true });
  });

  test('goes on where a message was deleted meanwhile', async () => {
    const { call, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const page = await call('conversations.history', { channel, limit: '2' });
    const cursor = textAt(page.body, 'response_metadata', 'next_cursor');
    const next = (await call('conversations.history', { channel, limit: '2', cursor })).body;
    const [first, second] = listAt(next, 'messages') as Body[];
    emulator.control.remove(channel, String(first?.['ts']));
    const again = (await call('conversations.history', { channel, limit: '2', cursor })).body;
    expect(listAt(again, 'messages')[0]).toEqual(second);
  });

  test.each([
    ['users.list', 'garbled'],
    ['conversations.list', 'dXNlcjpVMDc1MThEVEw='],
    ['conversations.list', Buffer.from('team:C0GONE').toString('base64')],
    ['conversations.history', Buffer.from('next_ts:1').toString('base64')],
  ])('of %s cannot begin at %s', async (method, cursor) => {
    const { call } = await startApi();
    expect((await call(method, { channel: 'general', cursor })).body).toMatchObject({ ok: false });
    const channel = (await startApi()).emulator.credentials.channelId;
    expect((await call(method, { channel, cursor })).body).toEqual({ ok: false, error: 'invalid_cursor' });
  });
});

describe('lists', () => {
  test('of conversations are for kinds', async () => {
    const { call, emulator } = await startApi();
    const list = async (types: string, token = emulator.credentials.userToken) =>
      names(listAt((await call('conversations.list', { types }, { token })).body, 'channels') as Body[]);
    expect(await list('private_channel')).toEqual(['budget']);
    expect(await list('private_channel', emulator.credentials.botToken)).toEqual([]);
    expect(await list('mpim,im')).toEqual([undefined, 'mpdm-ines--tom.becker--farah-1']);
    expect((await call('conversations.list', { types: 'secret' })).body).toMatchObject({
      error: 'invalid_types',
    });
    expect((await call('conversations.list', { limit: 'all' })).body).toMatchObject({
      error: 'invalid_limit',
    });
  });

  test('of one user are what that user is in', async () => {
    const { call, emulator } = await startApi();
    const { body } = await call('users.conversations', { types: 'public_channel,private_channel,im' });
    expect(names(listAt(body, 'channels') as Body[])).toEqual(['general', 'deploys', undefined]);
    expect(at(body, 'channels', 0)).not.toHaveProperty('is_member');
    expect(at(body, 'channels', 2)).toMatchObject({ is_im: true, user: emulator.credentials.userId });
    expect((await call('users.conversations', { user: 'U0NOBODY' })).body).toMatchObject({
      error: 'user_not_found',
    });
  });

  test('of users without a limit are whole', async () => {
    const { call } = await startApi();
    const { body } = await call('users.list');
    expect(listAt(body, 'members')).toHaveLength(8);
    expect(body).toMatchObject({ response_metadata: { next_cursor: '' } });
  });
});

describe('one thing', () => {
  test('a user', async () => {
    const { call, emulator } = await startApi();
    const { body } = await call('users.info', { user: emulator.credentials.userId });
    expect(body).toMatchObject({ ok: true, user: { name: 'ines', profile: { display_name: 'Inês' } } });
    expect((await call('users.info')).body).toEqual({ ok: false, error: 'user_not_found' });
  });

  test('a bot', async () => {
    const { call, emulator } = await startApi();
    const { botId, botUserId } = emulator.credentials;
    expect((await call('bots.info', { bot: botId })).body).toMatchObject({
      bot: { id: botId, user_id: botUserId },
    });
    expect((await call('bots.info', { bot: 'B0' })).body).toEqual({ ok: false, error: 'bot_not_found' });
  });

  test('the team', async () => {
    const { call, emulator } = await startApi();
    expect((await call('team.info')).body).toMatchObject({
      team: { id: emulator.credentials.teamId, domain: 'contour-maps' },
    });
    expect((await call('team.info', { team: 'T0OTHER' })).body).toMatchObject({ error: 'team_not_found' });
  });

  test('a conversation, unless it is none of your business', async () => {
    const { call, emulator } = await startApi();
    const budget = emulator.control.channels().find(({ name }) => name === 'budget')?.id ?? '';
    const info = (channel: string, token: string) => call('conversations.info', { channel }, { token });
    const { userToken, botToken } = emulator.credentials;
    expect((await info(budget, userToken)).body).toMatchObject({
      channel: { name: 'budget', is_private: true },
    });
    expect((await info(budget, botToken)).body).toEqual({ ok: false, error: 'channel_not_found' });
    expect((await info('', botToken)).body).toEqual({ ok: false, error: 'channel_not_found' });
  });
});

describe('messages', () => {
  test('are read between bounds, which count only if that is asked for', async () => {
    const { call, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const stamps = ['a', 'b', 'c'].map((text) => emulator.control.say('general', 'walt', text));
    const [oldest = '', , latest = ''] = stamps;
    const read = async (args: Record<string, string>) =>
      (listAt((await call('conversations.history', { channel, ...args })).body, 'messages') as Body[]).map(
        ({ text }) => text,
      );
    expect(await read({ oldest, latest })).toEqual(['b']);
    expect(await read({ oldest, latest, inclusive: 'true' })).toEqual(['c', 'b', 'a']);
    expect((await call('conversations.history', { channel, oldest: 'x' })).body).toMatchObject({
      error: 'invalid_ts_oldest',
    });
  });

  test('of a channel that a bot is not in stay closed to it, but not to people', async () => {
    const { call, emulator } = await startApi();
    const { otherChannelId: channel, userToken } = emulator.credentials;
    expect((await call('conversations.history', { channel })).body).toEqual({
      ok: false,
      error: 'not_in_channel',
    });
    const { body } = await call('conversations.history', { channel }, { token: userToken });
    expect(listAt(body, 'messages')).toHaveLength(2);
  });

  test('of a thread begin with the first one', async () => {
    const { call, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const parent = emulator.control.messages('general').find(({ text }) => text.startsWith('Which blue'));
    const { body } = await call('conversations.replies', { channel, ts: parent?.ts ?? '' });
    expect(listAt(body, 'messages')).toHaveLength(4);
    expect(at(body, 'messages', 0)).toMatchObject({
      text: 'Which blue do we take for the lakes? Drafts: <https://maps.example/drafts?lake=2&amp;zoom=9>',
      thread_ts: parent?.ts,
      reply_count: 3,
      reply_users_count: 3,
    });
    expect(at(body, 'messages', 1)).toMatchObject({ thread_ts: parent?.ts, parent_user_id: parent?.userId });
    expect((await call('conversations.replies', { channel, ts: '1.000000' })).body).toMatchObject({
      error: 'thread_not_found',
    });
    expect((await call('conversations.replies', { channel })).body).toMatchObject({
      error: 'missing_argument',
    });
  });
});
