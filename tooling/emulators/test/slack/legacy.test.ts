import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { featuresOff } from '../../src/slack/index.js';
import { at, listAt, textAt } from '../json.js';
import { comparison } from '../recorded.js';
import { dial, startApi } from './support.js';

const legacy = { switches: { legacy: true } };

describe('rtm.start', () => {
  test('answers as rtm.connect today', async () => {
    const { call } = await startApi();
    const { body } = await call('rtm.start');
    expect(Object.keys(body)).toEqual(['ok', 'url', 'team', 'self']);
    expect(await (await dial(textAt(body, 'url'))).next()).toMatchObject({ type: 'hello' });
  });

  test('once told all that a client shows at first', async () => {
    const { call, emulator } = await startApi(legacy);
    const { userToken, channelId, otherChannelId, botUserId } = emulator.credentials;
    const { body } = await call('rtm.start', { mpim_aware: '1' }, { token: userToken });
    expect(listAt(body, 'users')).toHaveLength(8);
    expect(listAt(body, 'mpims')).toMatchObject([{ is_group: true, is_mpim: true, is_open: true }]);
    expect(listAt(body, 'ims')).toMatchObject([{ is_im: true, user: botUserId, is_open: true }]);
    expect(listAt(body, 'groups')).toMatchObject([{ name: 'budget', is_group: true }]);
    expect(listAt(body, 'channels').map((channel) => at(channel, 'id'))).toContain(channelId);
    expect(await (await dial(textAt(body, 'url'))).next()).toMatchObject({ type: 'hello' });

    const ofBot = (await call('rtm.start', { no_unreads: '1' })).body;
    const other = listAt(ofBot, 'channels').find((channel) => at(channel, 'id') === otherChannelId);
    expect(other).toMatchObject({ is_member: false });
    expect(other).not.toHaveProperty('members');
    expect(ofBot).not.toHaveProperty('mpims');
    expect(listAt(ofBot, 'channels')[0]).not.toHaveProperty('unread_count');
  });

  const folder = new URL('../../../../../shared/fixtures/slack/rtm-start-legacy/', import.meta.url);

  test.skipIf(!existsSync(folder))('has the lists of a recorded answer', async () => {
    const { call, emulator } = await startApi(legacy);
    const token = emulator.credentials.userToken;
    await call('usergroups.create', { name: 'Printers' }, { token });
    const { body } = await call('rtm.start', { mpim_aware: '1' }, { token });
    const text = readFileSync(new URL('wee-slack.rtm.start.json', folder), 'utf8');
    const recorded: unknown = JSON.parse(text);
    const { missing } = comparison(new Set(['prefs', 'latest', 'profile', 'icon', 'icons']));
    const isOfRecording = (path: string): boolean => /^\.dnd\.dnd_debug|avatar_base_url|\[\]$/.test(path);
    expect(missing(recorded, body).filter((path) => !isOfRecording(path))).toEqual([]);
  });
});

describe('the methods of each kind of conversation', () => {
  test('are deprecated', async () => {
    const { call } = await startApi();
    expect((await call('channels.list')).body).toEqual({ ok: false, error: 'method_deprecated' });
  });

  test('once answered for their kind alone', async () => {
    const { call, emulator } = await startApi(legacy);
    const { channelId: channel, userToken: token, userId, botUserId } = emulator.credentials;
    const ask = async (method: string, args: Record<string, string> = {}) =>
      (await call(method, args, { token })).body;
    expect(listAt(await ask('channels.list'), 'channels')).toHaveLength(3);
    expect(listAt(await ask('groups.list'), 'groups')).toMatchObject([{ name: 'budget' }]);
    expect(listAt(await ask('mpim.list'), 'groups')).toHaveLength(1);
    expect(await ask('im.list')).toMatchObject({ ims: [{ user: botUserId }] });
    expect(await ask('channels.info', { channel })).toMatchObject({
      channel: { id: channel, members: expect.arrayContaining([userId]) as unknown },
    });
    expect((await ask('groups.info', { channel }))['error']).toBe('channel_not_found');
    const latest = textAt(await ask('channels.history', { channel }), 'messages', 0, 'ts');
    expect(await ask('channels.mark', { channel, ts: latest })).toEqual({ ok: true });
    const opened = await ask('im.open', { user: botUserId });
    expect(opened).toMatchObject({ ok: true, already_open: true });
    expect(await ask('im.close', { channel: textAt(opened, 'channel', 'id') })).toEqual({ ok: true });
  });
});

describe('a documented method that is switched off', () => {
  test('says so to those who are known', async () => {
    const { call } = await startApi();
    expect(featuresOff).toContain('slackLists.create');
    expect((await call('slackLists.create')).body).toEqual({ ok: false, error: 'feature_not_enabled' });
    expect((await call('slackLists.create', { name: 'x' }, { token: null })).body['error']).toBe(
      'not_authed',
    );
    expect((await call('slackLists.burn')).body['error']).toBe('unknown_method');
  });

  test('is not one that answers', () => {
    expect(new Set(featuresOff).size).toBe(featuresOff.length);
    expect(featuresOff).not.toContain('chat.postMessage');
  });
});

test('auth.teams.list names the one workspace', async () => {
  const { call, emulator } = await startApi();
  expect((await call('auth.teams.list')).body).toMatchObject({
    teams: [{ id: emulator.credentials.teamId, name: 'Contour Maps' }],
    response_metadata: { next_cursor: '' },
  });
});
