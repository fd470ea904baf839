import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { settled, startApi } from './support.js';

describe('a user', () => {
  test('is found by an address', async () => {
    const { call, emulator } = await startApi();
    const email = 'Ines@contour-maps.example';
    expect((await call('users.lookupByEmail', { email })).body).toMatchObject({
      user: { id: emulator.credentials.userId },
    });
    expect((await call('users.lookupByEmail', { email: 'x@y.example' })).body).toEqual({
      ok: false,
      error: 'users_not_found',
    });
  });

  test('is away or active, and knows more of themselves than of others', async () => {
    const { call, connect, emulator } = await startApi();
    const { userId, userToken, botUserId } = emulator.credentials;
    expect((await call('users.getPresence', { user: userId })).body).toEqual({
      ok: true,
      presence: 'active',
    });
    const line = await connect();
    expect((await call('users.getPresence')).body).toMatchObject({
      presence: 'active',
      online: true,
      connection_count: 1,
      manual_away: false,
    });
    line.say({ id: 1, type: 'presence_sub', ids: [userId] });
    await line.next({ type: 'presence_change', user: userId, presence: 'active' });
    const own = await connect({ token: userToken });
    await call('users.setPresence', { presence: 'away' }, { token: userToken });
    expect(await own.next({ type: 'manual_presence_change' })).toMatchObject({ presence: 'away' });
    await line.next({ type: 'presence_change', user: userId, presence: 'away' });
    expect((await call('users.setPresence', { presence: 'gone' })).body['error']).toBe('invalid_presence');
    expect((await call('users.getPresence', { user: botUserId }, { token: userToken })).body).toEqual({
      ok: true,
      presence: 'active',
    });
  });

  test('says of themselves what everybody then hears, until it has expired', async () => {
    const { call, clock, connect, emulator } = await startApi();
    const { userId, userToken } = emulator.credentials;
    const line = await connect();
    const status_expiration = Math.floor(clock.now() / 1_000) + 60;
    const profile = JSON.stringify({ status_text: 'At lunch', status_emoji: ':bread:', status_expiration });
    const { body } = await call('users.profile.set', { profile }, { token: userToken });
    expect(body).toMatchObject({ profile: { status_text: 'At lunch', real_name: 'Inês Carvalho' } });
    expect(await line.next({ type: 'user_change' })).toMatchObject({
      user: { id: userId, profile: { status_text: 'At lunch' } },
    });
    expect(await line.next({ type: 'user_status_changed' })).toHaveProperty('cache_ts');
    await clock.advance(60_000);
    expect(await line.next({ type: 'user_status_changed' })).toMatchObject({
      user: { profile: { status_text: '', status_expiration: 0 } },
    });
  });

  test('fills in a field that the team has added to profiles, of which user_change does not tell', async () => {
    const { call, connect, emulator } = await startApi();
    const line = await connect();
    const fields = { Xf1: { value: 'Atlantic coast', alt: '' } };
    await call(
      'users.profile.set',
      { profile: JSON.stringify({ fields }) },
      { token: emulator.credentials.userToken },
    );
    expect(await line.next({ type: 'user_profile_changed' })).toMatchObject({
      user: { profile: { fields } },
    });
    expect(line.heard.map(({ type }) => type)).toEqual(['hello', 'user_profile_changed']);
  });

  test('takes another name everywhere', async () => {
    const { call, emulator } = await startApi();
    const { userId: user, userToken: token } = emulator.credentials;
    await call('users.profile.set', { name: 'real_name', value: 'Inês C. Lopes' }, { token });
    expect((await call('users.info', { user })).body).toMatchObject({
      user: { real_name: 'Inês C. Lopes', profile: { first_name: 'Inês', last_name: 'C. Lopes' } },
    });
    expect((await call('users.profile.get', { user })).body).toMatchObject({
      profile: { real_name_normalized: 'Ines C. Lopes' },
    });
  });

  test.each([
    [{}, 'invalid_profile'],
    [{ profile: '[]' }, 'invalid_profile'],
    [{ name: 'status_text', value: 'x'.repeat(101) }, 'too_long'],
    [{ name: 'title', value: 'x', user: 'U0NOBODY' }, 'not_admin'],
  ])('is not changed by %j', async (args, error) => {
    const { call } = await startApi();
    expect((await call('users.profile.set', args)).body).toEqual({ ok: false, error });
  });
});

describe('being left alone', () => {
  test('lasts as long as asked for, and is told to oneself in full', async () => {
    const { call, clock, connect, emulator } = await startApi();
    const { userId: user, userToken: token } = emulator.credentials;
    const [own, other] = [await connect({ token }), await connect()];
    const { body } = await call('dnd.setSnooze', { num_minutes: '10' }, { token });
    expect(body).toEqual({
      ok: true,
      snooze_enabled: true,
      snooze_endtime: Math.floor(clock.now() / 1_000) + 600,
      snooze_remaining: 600,
      snooze_is_indefinite: false,
    });
    expect(await own.next({ type: 'dnd_updated' })).toMatchObject({
      user,
      dnd_status: { snooze_enabled: true },
    });
    expect(await other.next({ type: 'dnd_updated_user' })).toMatchObject({
      user,
      dnd_status: { dnd_enabled: false, next_dnd_start_ts: 1, next_dnd_end_ts: 1 },
    });
    await settled(other);
    expect(other.heard.filter(({ type }) => type === 'dnd_updated')).toEqual([]);
    await clock.advance(600_000);
    expect((await call('dnd.info', {}, { token })).body).toMatchObject({ snooze_enabled: false });
    expect((await call('dnd.endSnooze', {}, { token })).body['error']).toBe('snooze_not_active');
  });

  test('is seen of several users at once', async () => {
    const { call, emulator } = await startApi();
    const { userId, botUserId } = emulator.credentials;
    const { body } = await call('dnd.teamInfo', { users: `${userId},${botUserId}` });
    expect(Object.keys(at(body, 'users') as object)).toEqual([userId, botUserId]);
    expect((await call('dnd.teamInfo')).body['error']).toBe('no_users_provided');
    expect((await call('dnd.setSnooze')).body['error']).toBe('missing_duration');
  });
});

describe('a user group', () => {
  test('is made, filled and emptied, which everybody hears and its members twice', async () => {
    const { call, connect, emulator } = await startApi();
    const { userId, userToken, botUserId } = emulator.credentials;
    const [member, other] = [await connect({ token: userToken }), await connect()];
    const { body } = await call('usergroups.create', { name: 'Printers', handle: 'printers' });
    const usergroup = textAt(body, 'usergroup', 'id');
    expect(usergroup).toMatch(/^S/);
    expect(await other.next({ type: 'subteam_created' })).toMatchObject({
      subteam: { id: usergroup, handle: 'printers', created_by: botUserId, user_count: 0 },
    });
    await call('usergroups.users.update', { usergroup, users: userId });
    expect(await other.next({ type: 'subteam_members_changed' })).toMatchObject({
      subteam_id: usergroup,
      added_users: [userId],
      removed_users_count: 0,
    });
    expect(await member.next({ type: 'subteam_self_added' })).toMatchObject({ subteam_id: usergroup });
    expect((await call('usergroups.users.list', { usergroup })).body).toEqual({ ok: true, users: [userId] });
    await call('usergroups.users.update', { usergroup, users: botUserId });
    expect(await member.next({ type: 'subteam_self_removed' })).toMatchObject({ subteam_id: usergroup });
    expect(await other.next({ type: 'subteam_self_added' })).toMatchObject({ subteam_id: usergroup });
  });

  test('is listed as much as asked for, and not at all while it is disabled', async () => {
    const { call } = await startApi();
    const made = await call('usergroups.create', { name: 'Printers' });
    const usergroup = textAt(made.body, 'usergroup', 'id');
    const list = async (args: Record<string, string> = {}) =>
      listAt((await call('usergroups.list', args)).body, 'usergroups');
    expect((await list())[0]).not.toHaveProperty('users');
    expect(await list({ include_users: '1', include_count: '1' })).toMatchObject([
      { users: [], user_count: 0 },
    ]);
    await call('usergroups.update', { usergroup, description: 'They print.' });
    await call('usergroups.disable', { usergroup });
    expect(await list()).toEqual([]);
    expect(await list({ include_disabled: 'true' })).toMatchObject([{ description: 'They print.' }]);
    await call('usergroups.enable', { usergroup });
    expect(await list()).toMatchObject([{ handle: 'printers', date_delete: 0, deleted_by: null }]);
  });

  test.each([
    ['usergroups.create', {}, 'missing_argument'],
    ['usergroups.create', { name: 'x', handle: 'walt' }, 'handle_already_exists'],
    ['usergroups.create', { name: 'x', channels: 'C0NOWHERE' }, 'channel_not_found'],
    ['usergroups.users.list', { usergroup: 'S0NONE' }, 'no_such_subteam'],
  ])('%s with %j is refused as %s', async (method, args: Record<string, string>, error) => {
    const { call } = await startApi();
    expect((await call(method, args)).body).toMatchObject({ ok: false, error });
  });
});

test('emoji of the workspace come and go', async () => {
  const { call, connect, emulator } = await startApi();
  const line = await connect();
  emulator.control.addEmoji('contour', 'https://maps.example/contour.png');
  expect(await line.next({ type: 'emoji_changed' })).toMatchObject({ subtype: 'add', name: 'contour' });
  expect((await call('emoji.list')).body).toMatchObject({
    emoji: { contour: 'https://maps.example/contour.png' },
  });
  emulator.control.removeEmoji('contour');
  expect(await line.next({ type: 'emoji_changed' })).toMatchObject({ subtype: 'remove', names: ['contour'] });
  expect((await call('emoji.list')).body['emoji']).toEqual({});
});

describe('search.messages', () => {
  test('finds words, newest first, page by page', async () => {
    const { call, emulator } = await startApi();
    const token = emulator.credentials.userToken;
    const search = async (args: Record<string, string>) =>
      (await call('search.messages', args, { token })).body;
    const body = await search({ query: 'IS cake kitchen', count: '1' });
    expect(body).toMatchObject({
      query: 'IS cake kitchen',
      messages: { total: 1, paging: { count: 1, total: 1, page: 1, pages: 1 } },
    });
    expect(at(body, 'messages', 'matches', 0)).toMatchObject({
      username: 'tom.becker',
      channel: { name: 'random' },
      permalink: expect.stringContaining('/archives/C') as string,
    });
    expect(at(await search({ query: 'cake from:@walt' }), 'messages', 'total')).toBe(1);
    expect(at(await search({ query: 'cake in:#general' }), 'messages', 'total')).toBe(0);
    expect((await search({}))['error']).toBe('no_query');
  });

  test('is for people alone', async () => {
    const { call } = await startApi();
    expect((await call('search.messages', { query: 'cake' })).body['error']).toBe('not_allowed_token_type');
  });
});
