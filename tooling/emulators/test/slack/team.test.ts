import { describe, expect, test } from 'vitest';
import { textAt } from '../json.js';
import { act, startApi } from './support.js';

describe('a team', () => {
  test('gets another name and another address, of which everybody is told', async () => {
    const { call, connect, emulator } = await startApi();
    const line = await connect();
    emulator.control.renameTeam('Atlas');
    expect(await line.next({ type: 'team_rename' })).toMatchObject({ name: 'Atlas' });
    await act(emulator, 'change-domain', { domain: 'atlas' });
    expect(await line.next({ type: 'team_domain_change' })).toMatchObject({
      domain: 'atlas',
      url: 'https://atlas.slack.com/',
    });
    expect((await call('team.info')).body).toMatchObject({ team: { name: 'Atlas', domain: 'atlas' } });
    emulator.control.reset();
    expect((await call('team.info')).body).toMatchObject({ team: { name: 'Contour Maps' } });
  });

  test('gets another bot, whose user joins, and gives it another name', async () => {
    const { call, connect, emulator } = await startApi();
    const line = await connect();
    const id = emulator.control.addBot('plotter');
    expect(await line.next({ type: 'bot_added' })).toMatchObject({
      bot: { id, name: 'plotter', deleted: false },
    });
    expect(await line.next({ type: 'team_join' })).toMatchObject({ user: { name: 'plotter', is_bot: true } });
    await act(emulator, 'rename-bot', { bot: 'plotter', name: 'drawer' });
    expect(await line.next({ type: 'bot_changed' })).toMatchObject({ bot: { id, name: 'drawer' } });
    expect((await call('bots.info', { bot: id })).body).toMatchObject({ bot: { name: 'drawer' } });
  });

  test('loses a channel', async () => {
    const { call, connect, emulator } = await startApi();
    const { channelId: channel, userId } = emulator.credentials;
    const line = await connect();
    await act(emulator, 'delete-channel', { channel, user: userId });
    expect(await line.next({ type: 'channel_deleted' })).toMatchObject({ channel, actor_id: userId });
    expect((await call('conversations.info', { channel })).body).toEqual({
      ok: false,
      error: 'channel_not_found',
    });
  });

  test('has people who set things for themselves, of which nobody else is told', async () => {
    const { call, connect, emulator } = await startApi({ switches: { legacy: true } });
    const { userId, userToken } = emulator.credentials;
    const others = await connect();
    const own = await connect({ token: userToken });
    await act(emulator, 'set-pref', { user: userId, name: 'theme', value: 'dense' });
    expect(await own.next({ type: 'pref_change' })).toMatchObject({ name: 'theme', value: 'dense' });
    emulator.control.renameTeam('Atlas');
    await others.next({ type: 'team_rename' });
    expect(others.heard.map(({ type }) => type)).not.toContain('pref_change');
    const { body } = await call('rtm.start', {}, { token: userToken });
    expect(textAt(body, 'self', 'prefs', 'theme')).toBe('dense');
  });
});
