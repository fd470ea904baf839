import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { type Api, settled, startApi } from './support.js';

const idOf = ({ emulator }: Api, name: string): string =>
  [...emulator.control.users(), ...emulator.control.channels()].find((one) => one.name === name)?.id ?? '';

/** An emulator, its bot, and a channel that the bot has just made. */
async function startWithChannel(args: Readonly<Record<string, string>> = {}) {
  const api = await startApi();
  const { body } = await api.call('conversations.create', { name: 'atlas', ...args });
  return { ...api, api, created: body, channel: textAt(body, 'channel', 'id') };
}

describe('a new channel', () => {
  test('is announced to everybody and has its creator in it', async () => {
    const api = await startApi();
    const { botUserId, userToken } = api.emulator.credentials;
    const [bot, person] = [await api.connect(), await api.connect({ token: userToken })];
    const { body } = await api.call('conversations.create', { name: 'atlas' });
    expect(body).toMatchObject({
      channel: { name: 'atlas', is_member: true, is_private: false, creator: botUserId, unread_count: 0 },
    });
    const id = textAt(body, 'channel', 'id');
    expect(await person.next({ type: 'channel_created' })).toMatchObject({
      channel: { id, name: 'atlas', creator: botUserId, is_channel: true },
    });
    expect(await bot.next({ type: 'channel_joined' })).toMatchObject({
      channel: { id, members: [botUserId], is_member: true },
    });
    expect(await bot.next({ subtype: 'channel_join' })).toMatchObject({ user: botUserId, channel: id });
    await settled(person);
    expect(person.heard.filter(({ type }) => type === 'message')).toEqual([]);
  });

  test('that is private is seen by its members alone', async () => {
    const { call, emulator, channel } = await startWithChannel({ is_private: 'true' });
    expect((await call('conversations.info', { channel })).body).toMatchObject({
      channel: { is_private: true, is_open: true },
    });
    const token = emulator.credentials.userToken;
    expect((await call('conversations.info', { channel }, { token })).body).toMatchObject({
      error: 'channel_not_found',
    });
  });

  test.each([
    [{}, 'invalid_name_required'],
    [{ name: 'general' }, 'name_taken'],
    [{ name: 'x'.repeat(81) }, 'invalid_name_maxlength'],
    [{ name: '---' }, 'invalid_name_punctuation'],
    [{ name: 'Two Words' }, 'invalid_name_specials'],
  ])('cannot be made with %j', async (args: Record<string, string>, error) => {
    const { call } = await startApi();
    expect((await call('conversations.create', args)).body).toEqual({ ok: false, error });
  });
});

describe('membership', () => {
  test('begins by joining a public channel, once', async () => {
    const api = await startApi();
    const { otherChannelId: channel, botUserId, teamId, userToken } = api.emulator.credentials;
    const [bot, member] = [await api.connect(), await api.connect({ token: userToken })];
    expect((await api.call('conversations.join', { channel })).body).toMatchObject({
      channel: { id: channel, is_member: true },
    });
    expect(await bot.next({ type: 'channel_joined' })).toMatchObject({ channel: { id: channel } });
    expect(await member.next({ type: 'member_joined_channel' })).toMatchObject({
      user: botUserId,
      channel,
      channel_type: 'C',
      team: teamId,
    });
    expect(await member.next({ subtype: 'channel_join' })).toMatchObject({
      text: `<@${botUserId}> has joined the channel`,
    });
    expect((await api.call('conversations.join', { channel })).body).toMatchObject({
      warning: 'already_in_channel',
      response_metadata: { warnings: ['already_in_channel'] },
    });
  });

  test('is given by an invitation, which names who invited', async () => {
    const { call, connect, emulator, api, channel } = await startWithChannel();
    const walt = idOf(api, 'walt');
    const invited = await connect({ token: emulator.control.issueToken({ kind: 'user', user: 'walt' }) });
    const { body } = await call('conversations.invite', { channel, users: walt });
    expect(body).toMatchObject({ ok: true, channel: { id: channel } });
    const inviter = emulator.credentials.botUserId;
    expect(await invited.next({ type: 'channel_joined' })).toMatchObject({ channel: { id: channel } });
    expect(await invited.next({ type: 'member_joined_channel' })).toMatchObject({ user: walt, inviter });
    expect(await invited.next({ subtype: 'channel_join' })).toMatchObject({ user: walt, inviter });
  });

  test('is given to all who are invited or to nobody, unless the good ones are let in by force', async () => {
    const { call, emulator, api, channel } = await startWithChannel();
    const [walt, olga] = [idOf(api, 'walt'), idOf(api, 'olga')];
    const users = `${walt},U0NOBODY,${emulator.credentials.botUserId},${olga}`;
    const errors = [
      { user: 'U0NOBODY', ok: false, error: 'user_not_found' },
      { user: emulator.credentials.botUserId, ok: false, error: 'cant_invite_self' },
      { user: olga, ok: false, error: 'cant_invite' },
    ];
    const membersNow = async () => listAt((await call('conversations.members', { channel })).body, 'members');
    const refused = await call('conversations.invite', { channel, users });
    expect(refused.body).toEqual({ ok: false, error: 'user_not_found', errors });
    expect(await membersNow()).toHaveLength(1);
    expect((await call('conversations.invite', { channel, users, force: 'true' })).body).toMatchObject({
      ok: true,
      errors,
    });
    expect(await membersNow()).toEqual([emulator.credentials.botUserId, walt]);
  });

  test('ends by leaving, of which those who stay hear', async () => {
    const { call, connect, emulator, api, channel } = await startWithChannel();
    await call('conversations.invite', { channel, users: idOf(api, 'walt') });
    const walt = await connect({ token: emulator.control.issueToken({ kind: 'user', user: 'walt' }) });
    const bot = await connect();
    expect((await call('conversations.leave', { channel })).body).toEqual({ ok: true });
    expect(await bot.next({ type: 'channel_left' })).toMatchObject({ channel });
    const user = emulator.credentials.botUserId;
    expect(await walt.next({ type: 'member_left_channel' })).toMatchObject({ user, channel });
    expect(await walt.next({ subtype: 'channel_leave' })).toMatchObject({ user });
    expect((await call('conversations.leave', { channel })).body).toEqual({
      ok: false,
      not_in_channel: true,
    });
  });

  test('is ended by others, who are named', async () => {
    const { call, connect, emulator, api, channel } = await startWithChannel();
    const user = idOf(api, 'walt');
    await call('conversations.invite', { channel, users: user });
    const walt = await connect({ token: emulator.control.issueToken({ kind: 'user', user: 'walt' }) });
    expect((await call('conversations.kick', { channel, user })).body).toEqual({ ok: true, errors: {} });
    expect(await walt.next({ type: 'channel_left' })).toMatchObject({
      channel,
      actor_id: emulator.credentials.botUserId,
    });
    await settled(walt);
    expect(walt.heard.filter(({ type }) => type === 'member_left_channel')).toEqual([]);
    expect((await call('conversations.kick', { channel, user })).body).toMatchObject({
      error: 'not_in_channel',
    });
  });

  test.each([
    ['conversations.leave', 'general', {}, 'cant_leave_general'],
    ['conversations.kick', 'general', { user: 'walt' }, 'cant_kick_from_general'],
    ['conversations.kick', 'general', { user: 'compass' }, 'cant_kick_self'],
    ['conversations.kick', 'general', { user: 'nobody' }, 'user_not_found'],
    ['conversations.kick', 'random', { user: 'walt' }, 'not_in_channel'],
    ['conversations.invite', 'random', { users: 'walt' }, 'not_in_channel'],
    ['conversations.invite', 'general', {}, 'no_user'],
    ['conversations.join', 'budget', {}, 'channel_not_found'],
  ])('%s in %s with %j is %s', async (method, name, given: Record<string, string>, error) => {
    const api = await startApi();
    const args = Object.fromEntries(Object.entries(given).map(([key, who]) => [key, idOf(api, who) || who]));
    const { body } = await api.call(method, { channel: idOf(api, name), ...args });
    expect(body).toMatchObject({ ok: false, error });
  });
});

describe('a channel', () => {
  test('is archived, and nothing but reading is left until it is unarchived', async () => {
    const { call, connect, channel } = await startWithChannel();
    const line = await connect();
    expect((await call('conversations.archive', { channel })).body).toEqual({ ok: true });
    expect(await line.next({ type: 'channel_archive' })).toMatchObject({ channel });
    expect(await line.next({ subtype: 'channel_archive' })).toHaveProperty('members');
    const refused = async (method: string, args: Record<string, string> = {}) =>
      (await call(method, { channel, ...args })).body['error'];
    expect(await refused('conversations.archive')).toBe('already_archived');
    expect(await refused('chat.postMessage', { text: 'x' })).toBe('is_archived');
    expect(await refused('conversations.rename', { name: 'maps' })).toBe('is_archived');
    expect((await call('conversations.history', { channel })).body['ok']).toBe(true);
    expect((await call('conversations.unarchive', { channel })).body).toEqual({ ok: true });
    expect(await line.next({ type: 'channel_unarchive' })).toMatchObject({ channel });
    expect(await refused('conversations.unarchive')).toBe('not_archived');
  });

  test('takes another name and remembers the one before', async () => {
    const { call, connect, channel } = await startWithChannel();
    const line = await connect();
    expect((await call('conversations.rename', { channel, name: 'gazetteer' })).body).toMatchObject({
      channel: { name: 'gazetteer', name_normalized: 'gazetteer', previous_names: ['atlas'] },
    });
    expect(await line.next({ type: 'channel_rename' })).toMatchObject({
      channel: { id: channel, name: 'gazetteer' },
    });
    expect(await line.next({ subtype: 'channel_name' })).toMatchObject({
      old_name: 'atlas',
      name: 'gazetteer',
    });
  });

  test.each(['topic', 'purpose'])('has a %s, which can be cleared', async (kind) => {
    const { call, connect, emulator, channel } = await startWithChannel();
    const method = kind === 'topic' ? 'conversations.setTopic' : 'conversations.setPurpose';
    const line = await connect();
    const { body } = await call(method, { channel, [kind]: 'rivers' });
    expect(at(body, 'channel', kind)).toMatchObject({
      value: 'rivers',
      creator: emulator.credentials.botUserId,
    });
    expect(at(body, 'channel', 'latest')).toMatchObject({ subtype: `channel_${kind}`, [kind]: 'rivers' });
    expect(await line.next({ subtype: `channel_${kind}` })).toMatchObject({ [kind]: 'rivers' });
    await call(method, { channel, [kind]: 'a < b, https://a.example' });
    const stored = 'a &lt; b, <https://a.example>';
    expect(await line.next({ subtype: `channel_${kind}` })).toMatchObject({
      text: `set the channel ${kind}: ${stored}`,
      [kind]: stored,
    });
    expect(at((await call(method, { channel, [kind]: '' })).body, 'channel', kind, 'value')).toBe('');
    expect((await call(method, { channel })).body).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: [`[ERROR] missing required field: ${kind}`] },
    });
    expect((await call(method, { channel, [kind]: 'x'.repeat(251) })).body['error']).toBe('too_long');
  });

  test('is read up to a message, which only the reader hears of', async () => {
    const { call, connect, emulator } = await startApi();
    const { channelId: channel, userToken, userId } = emulator.credentials;
    const first = emulator.control.say('general', 'walt', 'one');
    emulator.control.say('general', 'walt', `<@${userId}> two`);
    const [line, bot] = [await connect({ token: userToken }), await connect()];
    const { body } = await call('conversations.mark', { channel, ts: first }, { token: userToken });
    expect(body).toEqual({ ok: true });
    expect(await line.next({ type: 'channel_marked' })).toMatchObject({
      channel,
      ts: first,
      unread_count: 1,
      unread_count_display: 1,
      mention_count: 1,
    });
    await settled(bot);
    expect(bot.heard.filter(({ type }) => type === 'channel_marked')).toEqual([]);
    expect((await call('conversations.mark', { channel, ts: 'now' })).body['error']).toBe(
      'invalid_timestamp',
    );
  });

  test('cannot be closed, but an IM can, once', async () => {
    const { call, connect, emulator } = await startApi();
    const { channelId, userId, userToken, botUserId } = emulator.credentials;
    const opened = await call('conversations.open', { users: userId });
    const channel = textAt(opened.body, 'channel', 'id');
    const line = await connect();
    expect((await call('conversations.close', { channel })).body).toEqual({ ok: true });
    expect(await line.next({ type: 'im_close' })).toMatchObject({ user: botUserId, channel });
    expect((await call('conversations.close', { channel })).body).toEqual({
      ok: true,
      no_op: true,
      already_closed: true,
    });
    expect((await call('conversations.close', { channel: channelId }, { token: userToken })).body).toEqual({
      ok: false,
      error: 'method_not_supported_for_channel_type',
    });
  });

  test('is changed only with the scope for its kind', async () => {
    const { call, emulator } = await startApi();
    const token = emulator.control.issueToken({
      kind: 'bot',
      user: 'compass',
      scopes: ['channels:manage', 'channels:read'],
    });
    const named = (name: string, isPrivate: string) =>
      call('conversations.create', { name, is_private: isPrivate }, { token });
    expect((await named('open', 'false')).body['ok']).toBe(true);
    expect((await named('closed', 'true')).body).toEqual({
      ok: false,
      error: 'missing_scope',
      needed: 'groups:write',
      provided: 'channels:manage,channels:read',
    });
  });
});
