import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { startLinked } from './socket-mode-support.js';
import { act, type Body, dial, settled, startApi } from './support.js';

describe('what happened', () => {
  test('frames are kept both ways', async () => {
    const { emulator, connect } = await startApi();
    const line = await connect();
    line.say({ id: 1, type: 'message', channel: emulator.credentials.channelId, text: 'hi' });
    await line.next({ reply_to: 1 });
    expect(emulator.control.frames().map(({ from, frame }) => [from, frame?.['type']])).toEqual([
      ['emulator', 'hello'],
      ['client', 'message'],
      ['emulator', undefined],
    ]);
    expect(emulator.control.frames({ type: 'ack' })).toMatchObject([
      { connectionId: 'connection-1', kind: 'rtm', lost: false, frame: { ok: true, reply_to: 1 } },
    ]);
    expect(emulator.control.frames({ from: 'client', values: { text: 'hi' } })).toHaveLength(1);
    expect(emulator.control.frames({ contains: 'nobody' })).toEqual([]);
  });

  test('calls are found by their method and their token', async () => {
    const { call, emulator } = await startApi();
    const { userToken: token } = emulator.credentials;
    await call('auth.test');
    await call('auth.test', {}, { token });
    await call('team.info');
    expect(emulator.control.calls({ method: 'auth.test' })).toHaveLength(2);
    expect(emulator.control.calls({ method: 'auth.test', token })).toHaveLength(1);
    expect(emulator.control.calls().map(({ path }) => path)).toEqual([
      '/api/auth.test',
      '/api/auth.test',
      '/api/team.info',
    ]);
  });

  test('a log can be kept short', async () => {
    const { call, emulator, connect } = await startApi({ longestLog: 4 });
    await settled(await connect());
    for (let round = 0; round < 6; round += 1) await call('api.test');
    for (let round = 0; round < 6; round += 1) emulator.control.say('general', 'ines', 'again');
    expect(emulator.control.calls()).toHaveLength(4);
    expect(emulator.control.frames()).toHaveLength(4);
  });
});

describe('waiting', () => {
  test('ends with what comes, and at once with what has been there', async () => {
    const { call, emulator, connect } = await startApi();
    const { control } = emulator;
    const opened = control.waitForConnection({ kind: 'rtm' });
    const said = control.waitForFrame({ from: 'client', type: 'ping' });
    const asked = control.waitForRequest({ method: 'team.info' });
    const line = await connect();
    await settled(line);
    await call('team.info');
    expect(await opened).toMatchObject({ id: 'connection-1', userId: emulator.credentials.botUserId });
    expect((await said).frame).toMatchObject({ type: 'ping' });
    expect((await asked).path).toBe('/api/team.info');
    expect(await control.waitForFrame({ type: 'hello' })).toMatchObject({ from: 'emulator' });
    expect((await control.waitForConnection()).id).toBe('connection-1');
  });

  test('ends in vain when nothing comes in time', async () => {
    const { emulator, connect } = await startApi();
    await connect();
    await expect(emulator.control.waitForFrame({ type: 'goodbye' }, { timeoutMs: 1 })).rejects.toThrow(
      'A frame did not come within 1 ms.',
    );
    await expect(emulator.control.waitForConnection({}, { timeoutMs: 1, fresh: true })).rejects.toThrow(
      'A connection did not come',
    );
    const answer = await act(emulator, 'wait-for-request', { method: 'team.info', timeoutMs: 1 });
    expect(answer).toMatchObject({ status: 400, json: { error: 'A request did not come within 1 ms.' } });
  });

  test('works over HTTP', async () => {
    const { emulator, connect, call } = await startApi();
    const frame = act(emulator, 'wait-for-frame', { type: 'ping', from: 'client' });
    await settled(await connect());
    expect((await frame).json).toMatchObject({ kind: 'rtm', from: 'client' });
    expect((await act(emulator, 'wait-for-connection', {})).json).toMatchObject({ id: 'connection-1' });
    await call('team.info');
    const requests = (await act(emulator, 'requests', { method: 'team.info' })).json as Body[];
    expect(requests).toMatchObject([{ path: '/api/team.info', headers: { authorization: 'Bearer …' } }]);
    expect((await act(emulator, 'frames', { type: 'hello' })).json).toHaveLength(1);
  });
});

describe('connections', () => {
  test('of both kinds are sent to and ended by what they have in common', async () => {
    const api = await startLinked();
    const link = await api.link();
    const { control, credentials } = api.emulator;
    const line = await api.connect();
    await settled(line);
    expect(control.sendRaw({}, { type: 'made_up' })).toBe(2);
    await line.next({ type: 'made_up' });
    await link.next({ type: 'made_up' });
    expect(control.sendRaw({ kind: 'rtm' }, '{"broken"')).toBe(1);
    await line.next({ unreadable: '{"broken"' });
    expect(control.disconnect({ token: credentials.botToken }, { code: 1012 })).toBe(1);
    expect(await line.closed).toBe(1012);
    expect(control.disconnect({ kind: 'socket mode' }, { graceMs: 1_000 })).toBe(1);
    await link.next({ type: 'disconnect', reason: 'warning' });
    await api.clock.advance(1_000);
    await link.next({ type: 'disconnect', reason: 'refresh_requested' });
    await link.closed;
    expect((await act(api.emulator, 'disconnect')).json).toEqual({ ended: 0 });
  });

  test('are told of their end before it comes', async () => {
    const { emulator, connect, clock } = await startApi();
    const line = await connect();
    await settled(line);
    await act(emulator, 'disconnect', { kind: 'rtm', graceMs: 2_000 });
    await line.next({ type: 'goodbye' });
    await clock.advance(2_000);
    expect(await line.closed).toBe(1005);
  });

  test('are not made by addresses that were made useless', async () => {
    const { emulator, call, clock, connect } = await startApi();
    const line = await connect();
    await clock.advance(60_000);
    const { url } = await line.next({ type: 'reconnect_url' });
    const fresh = textAt((await call('rtm.connect')).body, 'url');
    emulator.control.expireAddresses();
    for (const address of [String(url), fresh]) {
      expect(await (await dial(address)).next()).toMatchObject({ type: 'error', error: { code: 1 } });
    }
  });
});

describe('people', () => {
  test('post with everything that a message can have', async () => {
    const { emulator } = await startApi();
    const { control } = emulator;
    const ts = control.post('ines', 'general', 'look', { metadata: { event_type: 'seen' } });
    const reply = control.post('tom.becker', 'general', 'I do', { threadTs: ts, broadcast: true });
    control.post('compass', 'general', 'beep', { username: 'Robot', blocks: [{ type: 'divider' }] });
    const channel = control.world().conversations.find(({ name }) => name === 'general');
    expect(listAt(channel, 'messages').slice(-3)).toMatchObject([
      { ts, text: 'look', metadata: { event_type: 'seen' }, reply_count: 1 },
      { ts: reply, subtype: 'thread_broadcast', thread_ts: ts },
      { subtype: 'bot_message', username: 'Robot', blocks: [{ type: 'divider' }] },
    ]);
    expect(() => control.post('tom.becker', 'budget', 'me too')).toThrow('no member');
  });

  test('post many at once, upload, type, invite, join the team and change', async () => {
    const { emulator, connect, call } = await startApi();
    const line = await connect();
    await settled(line);
    expect((await act(emulator, 'burst', { user: 'ines', channel: 'general', count: 3 })).json).toEqual({
      ts: expect.arrayContaining([expect.any(String)]) as unknown,
    });
    await act(emulator, 'post', { user: 'ines', channel: 'general', text: 'one' });
    await act(emulator, 'typing', { user: 'ines', channel: 'general' });
    const { id: file } = (
      await act(emulator, 'upload', {
        user: 'ines',
        channel: 'general',
        name: 'a.txt',
        content: 'AAE=',
        base64: true,
      })
    ).json as { id: string };
    await act(emulator, 'invite', { inviter: 'tom.becker', channel: 'random', user: 'compass' });
    const { id: user } = (await act(emulator, 'add-user', { name: 'new', realName: 'Nia New' })).json as {
      id: string;
    };
    await act(emulator, 'update-user', { user: 'new', profile: { status_text: 'away' } });
    await act(emulator, 'set-team-pref', { name: 'display_real_names', value: true });
    await settled(line);
    const types = line.heard.map(({ type }) => type);
    expect(types.filter((type) => type === 'message').length).toBeGreaterThan(4);
    expect(types).toEqual(
      expect.arrayContaining([
        'user_typing',
        'file_shared',
        'channel_joined',
        'team_join',
        'user_change',
        'user_status_changed',
        'team_pref_change',
      ]),
    );
    expect((await call('files.info', { file })).body).toMatchObject({ file: { size: 2, name: 'a.txt' } });
    expect((await call('users.info', { user })).body).toMatchObject({
      user: { name: 'new', profile: { status_text: 'away' } },
    });
    expect(await act(emulator, 'add-user', { name: 'new' })).toMatchObject({
      status: 400,
      json: { error: 'There is a user new already.' },
    });
  });
});

describe('the workspace', () => {
  test('is seen as a whole', async () => {
    const { emulator } = await startApi();
    const world = (await act(emulator, 'world')).json;
    expect(listAt(world, 'users')).toHaveLength(8);
    expect(at(world, 'team')).toMatchObject({ id: emulator.credentials.teamId });
    const general = (listAt(world, 'conversations') as Body[]).find(({ name }) => name === 'general');
    expect(listAt(general, 'members')).toContain(emulator.credentials.userId);
    expect(listAt(general, 'messages')).toHaveLength(8);
  });

  test('becomes what it was when a snapshot was taken', async () => {
    const { emulator, call, clock } = await startApi();
    const { control, credentials } = emulator;
    const channel = credentials.channelId;
    await call('chat.scheduleMessage', {
      channel,
      text: 'later',
      post_at: String(Math.floor(clock.now() / 1_000) + 60),
    });
    const before = control.world();
    const snapshot = control.snapshot();
    control.edit('general', control.say('general', 'ines', 'one'), 'two');
    control.react('general', 'tom.becker', control.messages('general')[0]?.ts ?? '', 'tada');
    control.leave('general', 'compass');
    control.addUser({ name: 'late' });
    control.revoke(credentials.botToken);
    await clock.advance(61_000);
    expect((await call('auth.test')).body).toMatchObject({ error: 'token_revoked' });
    control.restore(snapshot);
    expect(control.world()).toEqual(before);
    expect((await call('auth.test')).body).toMatchObject({ ok: true });
    await clock.advance(0);
    expect(control.messages('general').at(-1)).toMatchObject({ text: 'later' });
    control.restore(snapshot);
    expect(control.world()).toEqual(before);
  });

  test('becomes over HTTP what it was', async () => {
    const { emulator } = await startApi();
    const { json } = await act(emulator, 'snapshot');
    emulator.control.say('general', 'ines', 'one more');
    await act(emulator, 'restore', json as object);
    expect(emulator.control.messages('general')).toHaveLength(8);
    expect(await act(emulator, 'restore', { id: 7 })).toMatchObject({ status: 400 });
  });

  test('is as at the start after a reset, and so is all else', async () => {
    const { emulator, call, connect } = await startApi();
    const { control } = emulator;
    const start = control.world();
    const line = await connect();
    await settled(line);
    control.say('general', 'ines', 'one');
    control.configure({ shortPages: true });
    control.rateLimit('team.info', { perMinute: 1, burst: 1 });
    control.fail({ call: { kind: 'refusal', error: 'internal_error' }, times: Infinity });
    control.migrate(60_000);
    await act(emulator, 'reset');
    await line.closed;
    expect(control.world()).toEqual(start);
    expect(control.switches.shortPages).toBe(false);
    expect([control.connections(), control.frames(), control.calls()]).toEqual([[], [], []]);
    for (const _ of [1, 2]) expect((await call('team.info')).body).toMatchObject({ ok: true });
    await settled(await connect());
  });
});

describe('a captured session', () => {
  const frames = [
    { at: 0, frame: { type: 'one' } },
    { at: 500, frame: { type: 'two' } },
  ];

  test('is replayed with its pauses', async () => {
    const { emulator, clock, connect } = await startApi();
    const line = await connect();
    await settled(line);
    const done = emulator.control.replay(frames);
    await line.next({ type: 'one' });
    await settled(line);
    expect(line.heard.some(({ type }) => type === 'two')).toBe(false);
    await clock.advance(500);
    await done;
    await line.next({ type: 'two' });
  });

  test('is replayed at once from a folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'capture-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(join(folder, '1485975412.74-two.json'), '{"type":"two"}');
    await writeFile(join(folder, '1485975408.19-one.json'), '{"type":"one"}');
    await writeFile(join(folder, 'README.md'), 'none');
    const { emulator, connect } = await startApi();
    const line = await connect();
    await settled(line);
    expect(await act(emulator, 'replay', { folder, spacing: 'at once' })).toMatchObject({ status: 204 });
    await line.next({ type: 'two' });
    expect(line.heard.map(({ type }) => type).slice(-2)).toEqual(['one', 'two']);
  });
});

test('commands and interactions are given at the control itself', async () => {
  const api = await startLinked();
  const link = await api.link();
  api.emulator.control.slashCommand({ command: '/map', text: 'lake' });
  expect(await link.next({ type: 'slash_commands' })).toMatchObject({ payload: { command: '/map' } });
  api.emulator.control.interactive({ type: 'block_actions' });
  expect(await link.next({ type: 'interactive' })).toMatchObject({ payload: { type: 'block_actions' } });
});
