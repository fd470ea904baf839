import { describe, expect, test } from 'vitest';
import { textAt } from '../json.js';
import { type Api, type Body, dial, settled, startApi } from './support.js';
import { eventIn, startLinked } from './socket-mode-support.js';

async function act(api: Api, name: string, body: object = {}): Promise<{ status: number; json: unknown }> {
  const answer = await fetch(`${api.emulator.url}/_emulator/${name}`, {
    method: 'POST',
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  return { status: answer.status, json: text === '' ? undefined : JSON.parse(text) };
}

describe('over HTTP', () => {
  test('people post, edit, react, remove, and are seen typing', async () => {
    const api = await startApi();
    const line = await api.connect();
    await settled(line);
    const place = { channel: 'general', user: 'ines' };
    const { ts } = (await act(api, 'say', { ...place, text: 'hello' })).json as { ts: string };
    await act(api, 'react', { ...place, ts, name: 'tada' });
    await act(api, 'unreact', { ...place, ts, name: 'tada' });
    await act(api, 'edit', { channel: 'general', ts, text: 'hello there' });
    expect((await act(api, 'messages', { channel: 'general' })).json).toContainEqual(
      expect.objectContaining({ ts, text: 'hello there' }),
    );
    await act(api, 'remove', { channel: 'general', ts });
    await act(api, 'types', place);
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
    const { id } = (await act(api, 'create-channel', { user: 'ines', name: 'aside' })).json as { id: string };
    const line = await api.connect();
    await line.next({ type: 'hello' });
    await act(api, 'join', { channel: id, user: 'compass', inviter: 'ines' });
    await line.next({ type: 'channel_joined' });
    await act(api, 'rename', { channel: id, user: 'ines', name: 'beside' });
    await line.next({ type: 'channel_rename' });
    await act(api, 'archive', { channel: id, user: 'ines' });
    await line.next({ type: 'channel_archive' });
    await act(api, 'archive', { channel: id, user: 'ines', on: false });
    await line.next({ type: 'channel_unarchive' });
    await act(api, 'leave', { channel: id, user: 'compass' });
    await line.next({ type: 'channel_left' });
    expect((await act(api, 'channels')).json).toContainEqual({ id, name: 'beside' });
    const im = await act(api, 'open-im', { user: 'compass', other: 'tom.becker' });
    expect(im.json).toEqual({ id: expect.stringMatching(/^D/) as unknown });
  });

  test('connections are listed, sent to, spoilt and ended', async () => {
    const api = await startApi();
    const line = await api.connect();
    await settled(line);
    expect((await act(api, 'connections')).json).toMatchObject([{ id: 'connection-1' }]);
    await act(api, 'frame-faults', { kind: 'duplicate', contains: 'made_up' });
    await act(api, 'send', { data: { type: 'made_up' } });
    await line.next({ type: 'made_up' });
    await act(api, 'send', { data: '{"broken"' });
    await line.next({ unreadable: '{"broken"' });
    await act(api, 'goodbye', { graceMs: 60_000 });
    await line.next({ type: 'goodbye' });
    expect((await act(api, 'cut', { how: 'close', code: 1012 })).status).toBe(204);
    expect(await line.closed).toBe(1012);
    expect((await act(api, 'sends')).json).toMatchObject([{ frame: { type: 'ping' } }]);
    await act(api, 'migrate', { ms: 1_000 });
    expect((await api.call('rtm.connect')).body).toMatchObject({ error: 'migration_in_progress' });
  });

  test('envelopes are sent over Socket Mode and their answers shown', async () => {
    const api = await startLinked();
    const line = await api.link();
    await act(api, 'event', { event: { type: 'app_home_opened', tab: 'home' } });
    expect(eventIn(await line.next({ type: 'events_api' }))).toMatchObject({ tab: 'home' });
    await act(api, 'interactive', { payload: { type: 'shortcut', callback_id: 'x' } });
    await line.next({ type: 'interactive' });
    await act(api, 'slash-command', { command: '/deploy', text: 'prod' });
    const { envelope_id } = await line.next({ type: 'slash_commands' });
    line.say({ envelope_id, payload: { text: 'on it' } });
    const answers = async () =>
      ((await act(api, 'deliveries')).json as Body[]).map(({ response }) => response);
    await expect.poll(answers).toContainEqual({ text: 'on it' });
    await act(api, 'warn-links');
    await line.next({ reason: 'warning' });
    await act(api, 'socket-mode', { on: false });
    await line.next({ reason: 'link_disabled' });
    await line.closed;
    expect((await act(api, 'links')).json).toEqual([]);
  });

  test('limits, switches and refusals are set', async () => {
    const api = await startApi();
    await act(api, 'configure', { richHello: false, idleTimeoutMs: null, redeliverAfterMs: [0] });
    expect(await (await api.connect()).next()).toEqual({ type: 'hello' });
    await act(api, 'limit-method', { method: 'users.list', perMinute: 1 });
    await api.call('users.list');
    expect((await api.call('users.list')).status).toBe(429);
    await act(api, 'refuse-method', { method: 'team.info', error: 'fatal_error' });
    const { status, headers, body } = await api.call('team.info');
    expect([status, body]).toEqual([200, { ok: false, error: 'fatal_error' }]);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect((await api.call('team.info')).body).toMatchObject({ ok: true });
    await act(api, 'use-preset', { name: 'lenient' });
    expect((await act(api, 'switches')).json).toMatchObject({ scopes: false, richHello: false });
  });

  test('tokens are issued, revoked and rotated', async () => {
    const api = await startApi();
    const issued = await act(api, 'issue-token', { kind: 'user', user: 'ines' });
    const token = textAt(issued.json, 'token');
    expect((await api.call('auth.test', {}, { token })).body).toMatchObject({ user: 'ines' });
    await act(api, 'revoke-token', { token });
    expect((await api.call('auth.test', {}, { token })).body).toMatchObject({ error: 'token_revoked' });
    const apps = (await act(api, 'apps')).json as { clientId: string; classic: boolean }[];
    const query = { client_id: apps[1]?.clientId ?? '', redirect_uri: 'https://app.example/', scope: 'x' };
    const url = `${api.emulator.url}/oauth/v2/authorize?${new URLSearchParams(query)}`;
    const { json } = await act(api, 'approve', { user: 'ines', url });
    expect(json).toEqual({ location: expect.stringContaining('https://app.example/?code=') as unknown });
    expect((await act(api, 'rotate-tokens')).status).toBe(204);
    expect((await act(api, 'log-in', { user: 'ines' })).json).toHaveProperty('cookie');
  });

  test('whoever asks for what is not there is told what is', async () => {
    const api = await startApi();
    expect(await act(api, 'say', { channel: 'general' })).toMatchObject({
      status: 400,
      json: { error: expect.stringContaining('user') as unknown },
    });
    expect(await act(api, 'configure', { shortPages: 1 })).toMatchObject({ status: 400 });
    expect(await act(api, 'leave', { channel: 'nowhere', user: 'ines' })).toMatchObject({
      json: { error: 'There is no channel nowhere.' },
    });
    expect((await act(api, 'nonsense')).json).toMatchObject({
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
