import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { featuresOff } from '../../src/slack/index.js';
import { listAt, textAt } from '../json.js';
import { startApi, type Body } from './support.js';

describe('a reminder', () => {
  test('is added, listed, completed and deleted by people', async () => {
    const { call, emulator, clock } = await startApi();
    const { userToken: token, userId } = emulator.credentials;
    const now = Math.floor(clock.now() / 1_000);
    const { body } = await call('reminders.add', { text: 'print', time: 'in 15 minutes' }, { token });
    const reminder = textAt(body, 'reminder', 'id');
    expect(body).toEqual({
      ok: true,
      reminder: {
        id: expect.stringMatching(/^Rm/) as unknown,
        creator: userId,
        user: userId,
        text: 'print',
        recurring: false,
        time: now + 900,
        complete_ts: 0,
      },
    });
    await call('reminders.complete', { reminder }, { token });
    expect((await call('reminders.info', { reminder }, { token })).body).toMatchObject({
      reminder: { complete_ts: now },
    });
    expect(listAt((await call('reminders.list', {}, { token })).body, 'reminders')).toHaveLength(1);
    await call('reminders.delete', { reminder }, { token });
    expect((await call('reminders.info', { reminder }, { token })).body['error']).toBe('not_found');
  });

  test.each([
    ['90', 90],
    ['tomorrow', 86_400],
    ['2 hours', 7_200],
  ])('at %s comes in %d seconds', async (time, seconds) => {
    const { call, emulator, clock } = await startApi();
    const { userToken: token } = emulator.credentials;
    expect((await call('reminders.add', { text: 'x', time }, { token })).body).toMatchObject({
      reminder: { time: Math.floor(clock.now() / 1_000) + seconds },
    });
  });

  test('that comes again and again cannot be completed, and words that say no time are refused', async () => {
    const { call, emulator } = await startApi();
    const { userToken: token, botUserId: user } = emulator.credentials;
    const { body } = await call('reminders.add', { text: 'x', time: 'every Thursday' }, { token });
    expect(body).toMatchObject({ reminder: { recurring: true } });
    const reminder = textAt(body, 'reminder', 'id');
    expect((await call('reminders.complete', { reminder }, { token })).body['error']).toBe(
      'cannot_complete_recurring',
    );
    const add = async (args: Record<string, string>) =>
      (await call('reminders.add', { text: 'x', ...args }, { token })).body['error'];
    expect(await add({ time: 'when it rains' })).toBe('cannot_parse');
    expect(await add({ time: '60', user })).toBe('cannot_add_bot');
    expect((await call('reminders.list')).body['error']).toBe('not_allowed_token_type');
  });
});

describe('a file of another service', () => {
  const sheet = { external_id: 'sheet-1', external_url: 'https://maps.example/1', title: 'Sheet 1' };

  test('is added, found, shared, changed and removed', async () => {
    const { call, emulator, connect } = await startApi();
    const channels = emulator.credentials.channelId;
    const line = await connect();
    const { body } = await call('files.remote.add', sheet);
    expect(body).toMatchObject({
      file: {
        is_external: true,
        external_type: 'app',
        mode: 'external',
        ...sheet,
        url_private: sheet.external_url,
      },
    });
    const file = textAt(body, 'file', 'id');
    expect((await call('files.remote.add', sheet)).body['error']).toBe('external_id_already_used');
    expect((await call('files.remote.info', { external_id: 'sheet-1' })).body).toMatchObject({
      file: { id: file },
    });
    expect((await call('files.remote.share', { file, channels })).body).toMatchObject({
      file: { channels: [channels] },
    });
    await line.next({ type: 'message', subtype: 'file_share' });
    expect((await call('files.remote.update', { file, title: 'Sheet 2' })).body).toMatchObject({
      file: { title: 'Sheet 2', external_id: 'sheet-1' },
    });
    expect((await call('files.remote.list', { channel: channels })).body['files']).toHaveLength(1);
    await call('files.remote.remove', { external_id: 'sheet-1' });
    expect((await call('files.remote.info', { file })).body['error']).toBe('file_not_found');
  });

  test('needs a title and an address', async () => {
    const { call } = await startApi();
    expect((await call('files.remote.add', { ...sheet, title: '' })).body['error']).toBe('missing_argument');
    const bad = { ...sheet, external_url: 'nowhere' };
    expect((await call('files.remote.add', bad)).body['error']).toBe('invalid_external_url');
  });
});

test('who signed in is told as far as the scopes go', async () => {
  const { call, emulator } = await startApi();
  const { userToken, userId, teamId } = emulator.credentials;
  expect((await call('users.identity', {}, { token: userToken })).body).toMatchObject({
    error: 'missing_scope',
    needed: 'identity.basic',
  });
  const tokenOf = (scopes: readonly string[]) =>
    emulator.control.issueToken({ kind: 'user', user: 'ines', scopes });
  const basic = await call('users.identity', {}, { token: tokenOf(['identity.basic']) });
  expect(basic.body).toEqual({
    ok: true,
    user: { name: 'Inês Carvalho', id: userId },
    team: { id: teamId },
  });
  const more = ['identity.basic', 'identity.email', 'identity.avatar', 'identity.team'];
  expect((await call('users.identity', {}, { token: tokenOf(more) })).body).toMatchObject({
    user: { email: 'ines@contour-maps.example', image_72: expect.any(String) as unknown },
    team: { name: 'Contour Maps' },
  });
});

test('the team tells which fields it has added to profiles', async () => {
  const { call } = await startApi();
  const { body } = await call('team.profile.get');
  const [field] = listAt(body, 'profile', 'fields') as Body[];
  const [section] = listAt(body, 'profile', 'sections') as Body[];
  expect(field).toMatchObject({ ordering: 0, type: 'text', section_id: section?.['id'] });
});

describe('methods without state', () => {
  test('are switched off, and none of them twice', async () => {
    const { call } = await startApi();
    expect(new Set(featuresOff).size).toBe(featuresOff.length);
    for (const name of ['admin.users.list', 'canvases.create']) {
      expect(featuresOff).toContain(name);
      expect((await call(name)).body).toEqual({ ok: false, error: 'feature_not_enabled' });
    }
    for (const name of ['views.open', 'reminders.add', 'users.identity', 'files.remote.add']) {
      expect(featuresOff).not.toContain(name);
    }
  });

  test('answer with their examples where a folder has them', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'examples-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, 'admin.users.list.success.json'), '{"ok":true,"users":[{"id":"U1"}]}');
    await writeFile(join(folder, 'new.family.get.success.json'), '{"ok":true,"new":1}');
    await writeFile(join(folder, 'team.info.success.json'), '{"ok":true,"team":"not asked for"}');
    const { call } = await startApi({ exampleFallback: folder });
    expect((await call('admin.users.list')).body).toEqual({ ok: true, users: [{ id: 'U1' }] });
    expect((await call('new.family.get')).body).toEqual({ ok: true, new: 1 });
    expect((await call('team.info')).body).toMatchObject({ team: { name: 'Contour Maps' } });
    expect((await call('canvases.create')).body['error']).toBe('feature_not_enabled');
    expect((await call('new.family.set')).body['error']).toBe('unknown_method');
    expect((await call('admin.users.list', {}, { token: null })).body['error']).toBe('invalid_form_data');
  });
});

describe('a history', () => {
  test('is limited to the days that the plan lets see', async () => {
    const { call, emulator } = await startApi({ switches: { historyDays: 2 } });
    const channel = emulator.credentials.channelId;
    const { body } = await call('conversations.history', { channel });
    expect(body).toMatchObject({ is_limited: true, has_more: false });
    expect(body['messages']).toHaveLength(3);
    emulator.control.configure({ historyDays: 30 });
    const whole = (await call('conversations.history', { channel })).body;
    expect(whole).not.toHaveProperty('is_limited');
    expect(whole['messages']).toHaveLength(5);
  });

  test('shows metadata where they are asked for', async () => {
    const { call, emulator } = await startApi();
    const channel = emulator.credentials.channelId;
    const metadata = { event_type: 'printed', event_payload: { sheet: 9 } };
    emulator.control.post('ines', 'general', 'done', { metadata });
    const latest = async (args: Record<string, string>) =>
      listAt((await call('conversations.history', { channel, limit: '1', ...args })).body, 'messages')[0];
    expect(await latest({})).not.toHaveProperty('metadata');
    expect(await latest({ include_all_metadata: 'true' })).toMatchObject({ metadata });
    expect(await latest({ metadata_keys_to_include: '["printed"]' })).toMatchObject({ metadata });
    expect(await latest({ metadata_keys_to_include: '["other"]' })).not.toHaveProperty('metadata');
    const bad = await call('conversations.history', { channel, metadata_keys_to_include: '{}' });
    expect(bad.body['error']).toBe('invalid_metadata_filter_keys');
  });

  test('has counted timestamps where the workspace is that old', async () => {
    const { emulator, clock } = await startApi({ tsStyle: 'counter' });
    const seconds = Math.floor(clock.now() / 1_000);
    const say = () => emulator.control.say('general', 'ines', 'hi');
    expect([say(), say()].map((ts) => ts.split('.')[0])).toEqual([String(seconds), String(seconds)]);
    await clock.advance(1_000);
    expect(say()).toBe(`${seconds + 1}.000002`);
    for (const { ts } of emulator.control.messages('general')) expect(ts).toMatch(/^\d{10}\.0000\d\d$/);
  });
});
