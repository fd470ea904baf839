import { describe, expect, test } from 'vitest';
import { textAt } from '../json.js';
import { act, type Body, dial, settled, startApi } from './support.js';
import { eventIn, startLinked } from './socket-mode-support.js';

describe('over HTTP', () => {
  test('people post, edit, react, remove, and are seen typing', async () => {
    const api = await startApi();
    const line = await api.connect();
    await settled(line);
    const place = { channel: 'general', user: 'ines' };
    const { ts } = (await act(api.emulator, 'say', { ...place, text: 'hello' })).json as { ts: string };
    await act(api.emulator, 'react', { ...place, ts, name: 'tada' });
    await act(api.emulator, 'unreact', { ...place, ts, name: 'tada' });
    await act(api.emulator, 'edit', { channel: 'general', ts, text: 'hello there' });
    expect((await act(api.emulator, 'messages', { channel: 'general' })).json).toContainEqual(
      expect.objectContaining({ ts, text: 'hello there' }),
    );
    await act(api.emulator, 'remove', { channel: 'general', ts });
    await act(api.emulator, 'types', place);
    await settled(line);
    expect(line.heard.map(({ type, subtype }) => (subtype === undefined ? type : subtype))).toEqual([
      'hello',
      'pong',
      'message',
      'reaction_added',
      'reaction_removed',
      'message_changed',
      'message_deleted',
      'user_typing',
      'pong',
    ]);
  });

  test('channels are made, entered, renamed, archived and left, and IMs opened', async () => {
    const api = await startApi();
    const { id } = (await act(api.emulator, 'create-channel', { user: 'ines', name: 'aside' })).json as {
      id: string;
    };
    const line = await api.connect();
    await line.next({ type: 'hello' });
    await act(api.emulator, 'join', { channel: id, user: 'compass', inviter: 'ines' });
    await line.next({ type: 'channel_joined' });
    await act(api.emulator, 'rename', { channel: id, user: 'ines', name: 'beside' });
    await line.next({ type: 'channel_rename' });
    await act(api.emulator, 'archive', { channel: id, user: 'ines' });
    await line.next({ type: 'channel_archive' });
    await act(api.emulator, 'archive', { channel: id, user: 'ines', on: false });
    await line.next({ type: 'channel_unarchive' });
    await act(api.emulator, 'leave', { channel: id, user: 'compass' });
    await line.next({ type: 'channel_left' });
    expect((await act(api.emulator, 'channels')).json).toContainEqual({ id, name: 'beside' });
    const im = await act(api.emulator, 'open-im', { user: 'compass', other: 'tom.becker' });
    expect(im.json).toEqual({ id: expect.stringMatching(/^D/) as unknown });
  });

  test('connections are listed, sent to, spoilt and ended', async () => {
    const api = await startApi();
    const line = await api.connect();
    await settled(line);
    expect((await act(api.emulator, 'connections')).json).toMatchObject([{ id: 'connection-1' }]);
    await act(api.emulator, 'frame-faults', { kind: 'duplicate', contains: 'made_up' });
    await act(api.emulator, 'send', { data: { type: 'made_up' } });
    await line.next({ type: 'made_up' });
    await act(api.emulator, 'send', { data: '{"broken"' });
    await line.next({ unreadable: '{"broken"' });
    await act(api.emulator, 'goodbye', { graceMs: 60_000 });
    await line.next({ type: 'goodbye' });
    expect((await act(api.emulator, 'cut', { how: 'close', code: 1012 })).status).toBe(204);
    expect(await line.closed).toBe(1012);
    expect((await act(api.emulator, 'sends')).json).toMatchObject([{ frame: { type: 'ping' } }]);
    await act(api.emulator, 'migrate', { ms: 1_000 });
    expect((await api.call('rtm.connect')).body).toMatchObject({ error: 'migration_in_progress' });
  });

  test('envelopes are sent over Socket Mode and their answers shown', async () => {
    const api = await startLinked();
    const line = await api.link();
    await act(api.emulator, 'event', { event: { type: 'app_home_opened', tab: 'home' } });
    expect(eventIn(await line.next({ type: 'events_api' }))).toMatchObject({ tab: 'home' });
    await act(api.emulator, 'interactive', { payload: { type: 'shortcut', callback_id: 'x' } });
    await line.next({ type: 'interactive' });
    await act(api.emulator, 'slash-command', { command: '/deploy', text: 'prod' });
    const { envelope_id } = await line.next({ type: 'slash_commands' });
    line.say({ envelope_id, payload: { text: 'on it' } });
    const answers = async () =>
      ((await act(api.emulator, 'deliveries')).json as Body[]).map(({ response }) => response);
    await expect.poll(answers).toContainEqual({ text: 'on it' });
    await act(api.emulator, 'warn-links');
    await line.next({ reason: 'warning' });
    await act(api.emulator, 'socket-mode', { on: false });
    await line.next({ reason: 'link_disabled' });
    await line.closed;
    expect((await act(api.emulator, 'links')).json).toEqual([]);
  });

  test('limits, switches and refusals are set', async () => {
    const api = await startApi();
    await act(api.emulator, 'configure', { richHello: false, idleTimeoutMs: null, redeliverAfterMs: [0] });
    expect(await (await api.connect()).next()).toEqual({ type: 'hello' });
    await act(api.emulator, 'limit-method', { method: 'users.list', perMinute: 1 });
    await api.call('users.list');
    expect((await api.call('users.list')).status).toBe(429);
    await act(api.emulator, 'refuse-method', { method: 'team.info', error: 'fatal_error' });
    const { status, headers, body } = await api.call('team.info');
    expect([status, body]).toEqual([200, { ok: false, error: 'fatal_error' }]);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect((await api.call('team.info')).body).toMatchObject({ ok: true });
    await act(api.emulator, 'use-preset', { name: 'lenient' });
    expect((await act(api.emulator, 'switches')).json).toMatchObject({ scopes: false, richHello: false });
  });

  test('tokens are issued, revoked and rotated', async () => {
    const api = await startApi();
    const issued = await act(api.emulator, 'issue-token', { kind: 'user', user: 'ines' });
    const token = textAt(issued.json, 'token');
    expect((await api.call('auth.test', {}, { token })).body).toMatchObject({ user: 'ines' });
    await act(api.emulator, 'revoke-token', { token });
    expect((await api.call('auth.test', {}, { token })).body).toMatchObject({ error: 'token_revoked' });
    const apps = (await act(api.emulator, 'apps')).json as { clientId: string; classic: boolean }[];
    const query = { client_id: apps[1]?.clientId ?? '', redirect_uri: 'https://app.example/', scope: 'x' };
    const url = `${api.emulator.url}/oauth/v2/authorize?${new URLSearchParams(query)}`;
    const { json } = await act(api.emulator, 'approve', { user: 'ines', url });
    expect(json).toEqual({ location: expect.stringContaining('https://app.example/?code=') as unknown });
    expect((await act(api.emulator, 'rotate-tokens')).status).toBe(204);
    expect((await act(api.emulator, 'log-in', { user: 'ines' })).json).toHaveProperty('cookie');
  });

  test('whoever asks for what is not there is told what is', async () => {
    const api = await startApi();
    expect(await act(api.emulator, 'say', { channel: 'general' })).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('user') as unknown },
    });
    expect(await act(api.emulator, 'configure', { shortPages: 1 })).toMatchObject({ status: 400 });
    expect(await act(api.emulator, 'leave', { channel: 'nowhere', user: 'ines' })).toMatchObject({
      json: { error: 'There is no channel nowhere.' },
    });
    expect((await act(api.emulator, 'nonsense')).json).toMatchObject({
      error: expect.stringContaining('POST /_emulator/slash-command') as unknown,
    });
  });
});

test('a method is refused to one token alone, after some calls have passed', async () => {
  const { call, emulator } = await startApi();
  const { botToken, userToken } = emulator.credentials;
  const takeBack = emulator.control.refuseMethod('auth.test', 'account_inactive', {
    token: botToken,
    skip: 1,
    times: Infinity,
  });
  const asBot = async () => (await call('auth.test')).body['error'];
  expect([await asBot(), await asBot(), await asBot()]).toEqual([
    undefined,
    'account_inactive',
    'account_inactive',
  ]);
  expect((await call('auth.test', {}, { token: userToken })).body).toMatchObject({ ok: true });
  takeBack();
  expect(await asBot()).toBeUndefined();
});

test('a connection can leave pings of the WebSocket unanswered and bring all else', async () => {
  const { call, emulator } = await startApi();
  const line = await dial(textAt((await call('rtm.connect')).body, 'url'));
  await settled(line);
  let pongs = 0;
  line.webSocket.on('pong', () => (pongs += 1));
  line.webSocket.ping();
  await expect.poll(() => pongs).toBe(1);
  emulator.control.cut('no pongs');
  line.webSocket.ping();
  await settled(line);
  expect(pongs).toBe(1);
  expect(emulator.control.connections()).toHaveLength(1);
});
