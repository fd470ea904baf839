import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  createSlackRtm,
  createSlackWeb,
  createWorkspace,
  type Fetch,
  type RtmStartAnswer,
  type WorkspaceProgress,
  type SlackLive,
} from '../src/index.js';
import { behaviour } from './behaviours.js';
import { hasRecordings, inHaste, playWorkspace, recording, send, setUpWorkspace } from './workspace-setup.js';

/** A fetch that holds the answers of a method back, from when it is told to until it is let go. */
function createHoldingFetch(method: string): {
  readonly fetch: Fetch;
  readonly held: () => number;
  readonly letGo: () => void;
} {
  let open = (): void => undefined;
  let isHolding = true;
  let held = 0;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  return {
    async fetch(...args) {
      const answer = await globalThis.fetch(...args);
      if (isHolding && answer.url.endsWith(`/${method}`)) {
        // What it says is from now.
        const text = await answer.clone().text();
        held += text.length;
        await gate;
      }
      return answer;
    },
    held: () => held,
    letGo() {
      isHolding = false;
      open();
    },
  };
}

describe('a workspace', () => {
  test('knows everybody, where I am, and the team, once it is loaded', async () => {
    const { emulator, workspace, channel, me } = await setUpWorkspace({ load: false });
    expect([workspace.isStale, workspace.users.size, workspace.conversations.size]).toEqual([true, 0, 0]);
    expect(workspace.me).toMatchObject({ id: me, name: emulator.credentials.userName });
    expect(workspace.team?.name).toBe('Contour Maps');
    await workspace.load();
    expect(workspace.isStale).toBe(false);
    expect([...workspace.users.keys()].toSorted()).toEqual(
      emulator.control
        .users()
        .map(({ id }) => id)
        .toSorted(),
    );
    expect(workspace.channels.get(channel)).toMatchObject({ is_member: true });
    expect(workspace.ims.size).toBe(1);
    expect(workspace.mpims.size).toBe(1);
    expect(workspace.team).toMatchObject({ email_domain: 'contour-maps.example' });
  });

  test('loads what it is told to, once for all who ask at the same time', async () => {
    const { emulator, workspace } = await setUpWorkspace({ load: false, types: 'im' });
    await Promise.all([workspace.load(), workspace.load()]);
    expect([...workspace.conversations.values()].map((each) => each.is_im)).toEqual([true]);
    expect(emulator.control.requests.matching({ path: '/api/users.list' })).toHaveLength(1);
  });

  test('loads all public channels where told to, and whether I am in them', async () => {
    const { emulator, workspace, channel, other } = await setUpWorkspace({ load: false });
    const id = emulator.control.createChannel(other, 'not-mine');
    await expect.poll(() => workspace.channels.has(id)).toBe(true);
    workspace.clear();
    await workspace.load();
    expect(workspace.channels.has(id)).toBe(false);
    const all = await setUpWorkspace({ load: { conversations: 'all' } });
    expect(all.workspace.channels.get(all.channel)).toMatchObject({ is_member: true });
    expect(all.workspace.channels.get(all.channel)?.num_members).toBeGreaterThan(1);
    expect(channel).toBe(all.channel);
  });

  test('loads nothing of what is switched off', async () => {
    const nothing = { users: false, conversations: false, team: false } as const;
    const { emulator, workspace } = await setUpWorkspace({ load: nothing });
    expect([workspace.isStale, workspace.users.size, workspace.conversations.size]).toEqual([false, 0, 0]);
    const asked = emulator.control.requests.all.filter(({ path }) => path !== '/api/rtm.connect');
    expect(asked.filter(({ upgrade }) => !upgrade)).toEqual([]);
  });

  test('tells how far it has come', async () => {
    const { emulator, workspace } = await setUpWorkspace({
      load: { usergroups: true, emoji: true, dnd: true },
    });
    const told: WorkspaceProgress[] = [];
    const off = workspace.on('load', (progress) => told.push(progress));
    await workspace.load();
    const ends = Object.fromEntries(told.filter(({ done }) => done).map(({ what, count }) => [what, count]));
    const users = emulator.control.users().length;
    const { size } = workspace.conversations;
    expect(ends).toMatchObject({ users, conversations: size, team: 1, emoji: 0, usergroups: 0 });
    expect(ends['dnd']).toBe(workspace.dnd.size);
    expect(told.findIndex(({ what }) => what === 'users')).toBeGreaterThanOrEqual(0);
    const { length } = told;
    off();
    await workspace.load();
    expect(told).toHaveLength(length);
  });

  test('stays as it was when loading fails', async () => {
    const { emulator, workspace } = await setUpWorkspace({ slack: { retries: 0 } });
    const { size } = workspace.users;
    const { faults } = emulator.control;
    faults.add({ match: { path: '/api/users.list' }, fault: { kind: 'html', status: 500 } });
    expect(await rejection(workspace.load())).toMatchObject({ kind: 'http' });
    expect(workspace.users.size).toBe(size);
    faults.add({ match: { path: '/api/users.list' }, fault: { kind: 'html', status: 500 } });
    const reason = new Error('enough');
    expect(await rejection(workspace.load({ signal: AbortSignal.abort(reason) }))).toBe(reason);
  });

  test('leaves out what has no id', async () => {
    const { emulator, workspace } = await setUpWorkspace();
    const body = JSON.stringify({ ok: true, members: [null, {}, { id: 7 }, { id: 'U1', name: 'ann' }] });
    emulator.control.faults.add({
      match: { path: '/api/users.list' },
      fault: { kind: 'status', status: 200, body },
    });
    await workspace.load();
    expect(workspace.findUser('ann')).toMatchObject({ id: 'U1' });
    expect([...workspace.users.keys()].every((id) => typeof id === 'string')).toBe(true);
  });

  test('lacks what the token may not see, and says so', async () => {
    const { emulator } = await setUpWorkspace({ load: false });
    const { apiUrl: baseUrl, userId: user } = emulator.credentials;
    const scopes = ['client', 'channels:read', 'im:read', 'users:read'];
    const token = emulator.control.issueToken({ kind: 'user', user, scopes });
    const slack = createSlackRtm({ token, baseUrl });
    await slack.connect();
    using workspace = createWorkspace(slack, { load: { emoji: true, usergroups: true, dnd: true } });
    await workspace.load();
    await slack.close();
    expect(workspace.isStale).toBe(false);
    expect([...workspace.unavailable.keys()].toSorted()).toEqual([
      'dnd',
      'emoji',
      'mpim',
      'private_channel',
      'team',
      'usergroups',
    ]);
    expect(workspace.unavailable.get('emoji')).toMatchObject({ code: 'missing_scope', needed: 'emoji:read' });
    expect([workspace.channels.size > 0, workspace.ims.size, workspace.users.size > 0]).toEqual([
      true,
      1,
      true,
    ]);
    expect([workspace.groups.size, workspace.mpims.size]).toEqual([0, 0]);
    expect(workspace.team?.name).toBe('Contour Maps');
  });

  test('asks who I am where the client does not know', async () => {
    const { emulator, web } = await setUpWorkspace({ load: false });
    using workspace = createWorkspace({ on: () => () => undefined, web, self: undefined, team: undefined });
    expect(workspace.me).toBeUndefined();
    await workspace.load();
    expect(workspace.me).toEqual({ id: emulator.credentials.userId, name: emulator.credentials.userName });
  });
});

describe('what happens while it is loading', () => {
  test(behaviour(89), async () => {
    const { fetch, held, letGo } = createHoldingFetch('users.conversations');
    const made = await setUpWorkspace({ load: false, slack: { fetch } });
    const { emulator, workspace, channel, me, other } = made;
    const loading = workspace.load();
    await expect.poll(held).toBeGreaterThan(0);
    emulator.control.rename(channel, me, 'renamed');
    emulator.control.leave(emulator.credentials.otherChannelId, me);
    const id = emulator.control.createChannel(other, 'brand-new');
    await expect.poll(() => workspace.findChannel('brand-new')?.id).toBe(id);
    letGo();
    await loading;
    // The list had the old name, and its other fields are there.
    expect(workspace.findChannel('renamed')).toMatchObject({ id: channel, is_member: true, creator: me });
    expect(workspace.channels.get(emulator.credentials.otherChannelId)).toMatchObject({ is_member: false });
    expect(workspace.channels.get(id)).toMatchObject({ name: 'brand-new', is_member: false });
  });

  test(behaviour(89, 'what went stays away, and who changed stays changed'), async () => {
    const { fetch, held, letGo } = createHoldingFetch('users.list');
    const made = await setUpWorkspace({ load: false, slack: { fetch } });
    const { workspace, channel, other } = made;
    const loading = workspace.load();
    await expect.poll(held).toBeGreaterThan(0);
    made.emulator.control.deleteChannel(channel, made.me);
    await send(
      made,
      { type: 'user_change', user: { id: other, name: 'thomas', updated: 4_000_000_000 } },
      { type: 'message', channel: 'D0OTHER', user: made.me, text: 'hi', ts: '1.000000' },
      { type: 'channel_deleted', channel: 'C0UNKNOWN' },
    );
    letGo();
    await loading;
    expect(workspace.conversations.has(channel)).toBe(false);
    expect(workspace.findUser('thomas')?.id).toBe(other);
    expect(workspace.users.get(made.me)?.name).toBe(made.emulator.credentials.userName);
    expect(workspace.ims.get('D0OTHER')?.latest?.text).toBe('hi');
    expect(workspace.stubs.has(made.me)).toBe(false);
  });

  test(behaviour(89, 'emoji that came and went'), async () => {
    const { fetch, held, letGo } = createHoldingFetch('emoji.list');
    const made = await setUpWorkspace({ load: false, slack: { fetch } });
    const { emulator, slack } = made;
    emulator.control.addEmoji('old', 'https://emoji.example/old.png');
    emulator.control.addEmoji('kept', 'https://emoji.example/kept.png');
    using workspace = createWorkspace(slack, { load: { emoji: true } });
    const loading = workspace.load();
    await expect.poll(held).toBeGreaterThan(0);
    emulator.control.removeEmoji('old');
    emulator.control.addEmoji('new', 'https://emoji.example/new.png');
    await expect.poll(() => workspace.emoji.has('new')).toBe(true);
    letGo();
    await loading;
    expect([...workspace.emoji.keys()].toSorted()).toEqual(['kept', 'new']);
  });
});

describe('loading', () => {
  test(behaviour(90), async () => {
    const { emulator, web, workspace } = await setUpWorkspace({
      load: false,
      slack: inHaste(),
      emulator: { switches: { shortPages: true } },
    });
    const users = emulator.control.users().map(({ id }) => id);
    const first = await web.users.list({ limit: 1 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    expect(cursor).not.toBe('');
    const answer = (status: number, body: object, headers: Readonly<Record<string, string>> = {}): void => {
      emulator.control.faults.add({
        match: { path: '/api/users.list' },
        fault: {
          kind: 'status',
          status,
          headers: { 'content-type': 'application/json', ...headers },
          body: JSON.stringify(body),
        },
      });
    };
    answer(429, { ok: false, error: 'ratelimited' }, { 'retry-after': '1' });
    answer(200, { ok: true, members: [], response_metadata: { next_cursor: cursor } });
    emulator.control.requests.clear();
    await workspace.load();
    // One was refused, one was empty, and the rest came after the cursor of the empty one.
    expect(emulator.control.requests.matching({ path: '/api/users.list' }).length).toBeGreaterThanOrEqual(3);
    const skipped = new Set(first.members.map(({ id }) => id));
    expect([...workspace.users.keys()].toSorted()).toEqual(users.filter((id) => !skipped.has(id)).toSorted());
  });

  test(behaviour(90, 'page after page of many'), async () => {
    const { emulator, workspace } = await setUpWorkspace({
      load: { conversations: 'all', dnd: true },
      // So many calls take their time.
      slack: inHaste(),
      emulator: { switches: { shortPages: true } },
    });
    const { control } = emulator;
    control.seed({ users: 450, channels: 300 });
    control.requests.clear();
    const told: WorkspaceProgress[] = [];
    workspace.on('load', (progress) => told.push(progress));
    await workspace.load();
    expect(workspace.users.size).toBe(control.users().length);
    // Short pages and empty ones stand between the full ones, and the last one is told once more as the end.
    const users = told.filter(({ what }) => what === 'users').map(({ count }) => count);
    expect(users).toEqual([199, 199, 399, 399, 458, 458]);
    expect(control.requests.matching({ path: '/api/users.list' })).toHaveLength(users.length - 1);
    const mine = [...workspace.channels.values()].filter((channel) => channel.is_member);
    expect(mine.length).toBeGreaterThan(20);
    expect(workspace.channels.size).toBeGreaterThan(270);
    // Of people, fifty a call.
    const people = [...workspace.users.values()].filter((user) => !user.deleted && !user.is_bot);
    expect(control.requests.matching({ path: '/api/dnd.teamInfo' })).toHaveLength(
      Math.ceil(people.length / 50),
    );
    expect(workspace.dnd.size).toBe(people.length);
  });

  test(behaviour(91), async () => {
    const { emulator, web, workspace, channel, me } = await setUpWorkspace({
      load: false,
      emulator: { switches: { legacy: true } },
    });
    const answer = await web.call<RtmStartAnswer>('rtm.start', { mpim_aware: true });
    emulator.control.requests.clear();
    workspace.seedFrom(answer);
    expect(workspace.isStale).toBe(false);
    expect(workspace.users.size).toBe(emulator.control.users().length);
    expect(workspace.channels.get(channel)).toMatchObject({ is_member: true });
    expect(workspace.members(channel)?.has(me)).toBe(true);
    expect([workspace.mpims.size, workspace.ims.size, workspace.bots.size]).toEqual([1, 1, 2]);
    expect(workspace.findUserOf('compass')?.name).toBe('compass');
    expect(workspace.me?.id).toBe(me);
    expect(workspace.prefs.get('tz')).toBe('Europe/Lisbon');
    expect(workspace.presence.get(me)).toBe('active');
    expect(emulator.control.requests.all).toEqual([]);
  });

  test(behaviour(91, 'by itself, where the client was answered so'), async () => {
    const { emulator, workspace, changes, me } = await setUpWorkspace({
      load: { emoji: true },
      slack: { ...inHaste(), method: 'rtm.start' },
      emulator: { switches: { legacy: true } },
    });
    const { requests } = emulator.control;
    const asked = (): string[] => requests.all.filter(({ upgrade }) => !upgrade).map(({ path }) => path);
    expect(asked()).toEqual(['/api/rtm.start', '/api/emoji.list']);
    expect(workspace.users.size).toBe(emulator.control.users().length);
    expect(changes).toContainEqual({ what: 'user', how: 'added', id: me });
    // What was missed comes with the next answer.
    emulator.control.cut('drop');
    emulator.control.rename(emulator.credentials.channelId, me, 'renamed');
    await expect.poll(() => workspace.findChannel('renamed')?.id).toBe(emulator.credentials.channelId);
    await expect.poll(() => workspace.isStale).toBe(false);
    expect(asked()).not.toContain('/api/users.list');
  });

  test.skipIf(!hasRecordings)(behaviour(91, 'as recorded'), () => {
    const { workspace } = playWorkspace();
    workspace.seedFrom(recording('rtm-start-legacy', /wee-slack/));
    const { users, bots, channels, groups, mpims, ims } = workspace;
    expect([users, bots, channels, groups, mpims, ims].map(({ size }) => size)).toEqual([4, 3, 4, 3, 1, 4]);
    expect(workspace.me?.name).toBe('bob');
    expect(workspace.findIm('charles')?.id).toBe('D409J34CF');
    expect(workspace.members(workspace.findChannel('general')?.id ?? '')?.size).toBeGreaterThan(1);
    workspace.seedFrom(recording('rtm-start-legacy', /node-v3\.16\.rtm\.start/));
    // What was known before is forgotten.
    expect([users, bots, channels, groups, ims].map(({ size }) => size)).toEqual([6, 2, 3, 1, 2]);
    expect(workspace.findUser('bob')?.name).toBe('bob');
    workspace.seedFrom(recording('rtm-start-legacy', /python\.rtm\.start/));
    expect([users, channels, ims].map(({ size }) => size)).toEqual([3, 2, 1]);
  });
});

describe('a workspace that has missed something', () => {
  test('is loaded again, and tells what I have left meanwhile', async () => {
    const made = await setUpWorkspace({ slack: inHaste(), history: 5 });
    const { emulator, slack, workspace, channel, me, other } = made;
    const { requests } = emulator.control;
    await workspace.getMembers(channel);
    emulator.control.say(channel, other, 'before');
    await expect.poll(() => workspace.messages(channel)).toHaveLength(1);
    requests.clear();
    const stale: boolean[] = [];
    slack.on('gap', () => {
      stale.push(workspace.isStale);
      expect([workspace.members(channel), workspace.messages(channel)]).toEqual([undefined, []]);
    });
    slack.on('state', ({ to }) => {
      if (to === 'reconnecting') emulator.control.leave(channel, me);
    });
    emulator.control.cut('drop');
    await expect.poll(() => stale).toEqual([true]);
    await expect.poll(() => workspace.isStale).toBe(false);
    expect(workspace.channels.get(channel)?.is_member).toBe(false);
    expect(requests.matching({ path: '/api/users.conversations' })).toHaveLength(1);
  });

  test('forgets what was deleted, where all public channels are loaded', async () => {
    const made = await setUpWorkspace({
      load: { conversations: 'all' },
      slack: inHaste(),
    });
    const { emulator, slack, workspace, channel, me } = made;
    slack.on('state', ({ to }) => {
      if (to === 'reconnecting') emulator.control.deleteChannel(channel, me);
    });
    emulator.control.cut('drop');
    await expect.poll(() => workspace.channels.has(channel)).toBe(false);
    expect(workspace.findConversation(channel)).toMatchObject({ id: channel, is_archived: true });
    expect(workspace.channels.size).toBeGreaterThan(0);
  });

  test('while it was loading is loaded once more', async () => {
    const { fetch, held, letGo } = createHoldingFetch('users.list');
    const made = await setUpWorkspace({ load: false, slack: { ...inHaste(), fetch } });
    const { emulator, slack, workspace } = made;
    let gaps = 0;
    slack.on('gap', () => (gaps += 1));
    const loading = workspace.load();
    await expect.poll(held).toBeGreaterThan(0);
    emulator.control.cut('drop');
    await expect.poll(() => gaps).toBe(1);
    letGo();
    await loading;
    expect(workspace.isStale).toBe(false);
    expect(emulator.control.requests.matching({ path: '/api/users.list' })).toHaveLength(2);
  });

  test('and was never loaded is not loaded by itself', async () => {
    const made = await setUpWorkspace({ load: false, slack: inHaste() });
    const { emulator, slack, workspace } = made;
    let gaps = 0;
    slack.on('gap', () => (gaps += 1));
    emulator.control.cut('drop');
    await expect.poll(() => gaps).toBe(1);
    expect(workspace.isStale).toBe(true);
    expect(emulator.control.requests.matching({ path: '/api/users.list' })).toEqual([]);
  });
});

describe('a workspace that ends', () => {
  test(behaviour(92), async () => {
    const { emulator, slack, workspace, channel, me } = await setUpWorkspace();
    const { apiUrl: baseUrl, userToken: token } = emulator.credentials;
    await slack.close();
    emulator.control.rename(channel, me, 'renamed');
    expect(workspace.findChannel('renamed')).toBeUndefined();
    expect(await rejection(workspace.load())).toMatchObject({ kind: 'closed', code: 'CLOSED' });
    const next = createSlackRtm({ token, baseUrl });
    using anew = createWorkspace(next);
    expect([anew.isStale, anew.users.size, anew.conversations.size, anew.me]).toEqual([
      true,
      0,
      0,
      undefined,
    ]);
    await next.connect();
    await anew.load();
    expect(anew.findChannel('renamed')?.id).toBe(channel);
    await next.close();
  });

  test(behaviour(92, 'also where it is told to forget'), async () => {
    const { workspace, me } = await setUpWorkspace({ load: { dnd: true }, history: 3 });
    const { users, channels } = workspace;
    expect(users.size).toBeGreaterThan(0);
    workspace.clear();
    const { conversations, ims, dnd, isStale } = workspace;
    expect([users, channels, conversations, ims, dnd].map(({ size }) => size)).toEqual([0, 0, 0, 0, 0]);
    expect([isStale, workspace.me?.id]).toEqual([true, me]);
    await workspace.load();
    // The maps are the same for good.
    expect(users.size).toBeGreaterThan(0);
    expect(workspace.users).toBe(users);
  });

  test('changes no more', async () => {
    const made = await setUpWorkspace();
    const { workspace, channel } = made;
    workspace[Symbol.dispose]();
    await send(made, { type: 'channel_archive', channel, user: 'U1' });
    expect(workspace.channels.get(channel)?.is_archived).toBe(false);
  });

  test('while it is loading loads no more', async () => {
    const { fetch, held, letGo } = createHoldingFetch('users.list');
    const { workspace } = await setUpWorkspace({ load: false, slack: { fetch } });
    const loading = rejection(workspace.load());
    await expect.poll(held).toBeGreaterThan(0);
    workspace.close();
    expect(await loading).toMatchObject({ kind: 'closed', code: 'CLOSED' });
    letGo();
    expect(workspace.users.size).toBe(0);
  });

  test.each<[string, object]>([
    ['history', { history: -1 }],
    ['load.users', { load: { users: 'sometimes' } }],
    ['load.conversations', { load: { conversations: true } }],
  ])('is not made with options that cannot work: %s', (name, options) => {
    const web = createSlackWeb({ token: 'xoxb-1' });
    const source = { on: () => () => undefined, web, self: undefined, team: undefined };
    expect(() => createWorkspace(source, options)).toThrow(name);
  });

  test('is not made of a Web API, which has no events', () => {
    const web: unknown = createSlackWeb({ token: 'xoxb-1' });
    expect(() => createWorkspace(web as SlackLive)).toThrow('slack must be a live client');
  });
});
