import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createWorkspace, type SlackFrame, type Workspace } from '../src/index.js';
import { connect, createFastClock, type SlackEmulator } from './setup.js';

async function setUp(
  options: Parameters<typeof connect>[0] = {},
): Promise<Awaited<ReturnType<typeof connect>> & { readonly workspace: Workspace }> {
  const made = await connect(options);
  const workspace = createWorkspace(made.slack);
  onTestFinished(() => {
    workspace.close();
  });
  return { ...made, workspace };
}

/** Sends a frame, and another one behind it to know that it has come. */
async function send(
  { control }: SlackEmulator,
  slack: { on: (type: 'done', f: () => void) => () => void },
  frame: object,
): Promise<void> {
  const done = new Promise<void>((resolve) => {
    slack.on('done', resolve);
  });
  control.send(frame);
  control.send({ type: 'done' });
  await done;
}

describe('a workspace', () => {
  test('knows everybody and every conversation once it is loaded', async () => {
    const { emulator, workspace } = await setUp();
    expect([workspace.isStale, workspace.users.size, workspace.channels.size]).toEqual([true, 0, 0]);
    await workspace.load();
    expect(workspace.isStale).toBe(false);
    expect([...workspace.users.keys()].toSorted()).toEqual(
      emulator.control
        .users()
        .map(({ id }) => id)
        .toSorted(),
    );
    expect([...workspace.channels.keys()]).toContain(emulator.credentials.channelId);
    expect([...workspace.channels.keys()]).toContain(emulator.credentials.otherChannelId);
  });

  test('finds by id and by name', async () => {
    const { emulator, workspace } = await setUp();
    await workspace.load();
    const { channelId, channelName, userId, userName } = emulator.credentials;
    for (const name of [channelId, channelName, `#${channelName}`, channelName.toUpperCase()]) {
      expect(workspace.findChannel(name)?.id).toBe(channelId);
    }
    const shown = workspace.users.get(userId)?.profile?.display_name ?? '';
    for (const name of [userId, userName, `@${userName}`, userName.toUpperCase(), shown]) {
      expect(workspace.findUser(name)?.id).toBe(userId);
    }
    expect(workspace.findUser('nobody')).toBeUndefined();
    expect(workspace.findChannel('#nowhere')).toBeUndefined();
    expect(workspace.findChannel('')).toBeUndefined();
  });

  test('loads what it is told to, once for all who ask at the same time', async () => {
    const { emulator, slack } = await connect();
    const workspace = createWorkspace(slack, { types: 'im' });
    await Promise.all([workspace.load(), workspace.load()]);
    expect([...workspace.channels.values()].every((channel) => channel.is_im)).toBe(true);
    expect(emulator.control.requests.matching({ path: '/api/users.list' })).toHaveLength(1);
  });

  test('stays as it was when loading fails', async () => {
    const { emulator, workspace } = await setUp({ retries: 0 });
    await workspace.load();
    const { size } = workspace.users;
    emulator.control.faults.add({ match: { path: '/api/users.list' }, fault: { kind: 'html', status: 500 } });
    expect(await rejection(workspace.load())).toMatchObject({ kind: 'http' });
    expect(workspace.users.size).toBe(size);
  });

  test('loses nothing that happens while it is loading', async () => {
    const { emulator, slack, channel, workspace } = await setUp();
    emulator.control.faults.add({ match: { path: '/api/users.list' }, fault: { kind: 'delay', ms: 80 } });
    const loading = workspace.load();
    await send(emulator, slack, {
      type: 'channel_rename',
      channel: { id: channel, name: 'renamed', created: 1 },
    });
    await loading;
    expect(workspace.findChannel('renamed')?.id).toBe(channel);
  });

  test('is loaded again after a gap', async () => {
    const { emulator, slack, workspace } = await setUp({ clock: createFastClock() });
    await workspace.load();
    const { requests } = emulator.control;
    requests.clear();
    const stale: boolean[] = [];
    slack.on('gap', () => stale.push(workspace.isStale));
    emulator.control.cut('drop');
    await expect.poll(() => stale).toEqual([true]);
    await expect.poll(() => workspace.isStale).toBe(false);
    expect(requests.matching({ path: '/api/conversations.list' })).toHaveLength(1);
  });

  test('that is closed changes no more', async () => {
    const { emulator, slack, channel, workspace } = await setUp();
    await workspace.load();
    workspace[Symbol.dispose]();
    await send(emulator, slack, { type: 'channel_archive', channel, user: 'U1' });
    expect(workspace.channels.get(channel)?.is_archived).toBe(false);
  });
});

type Ids = {
  readonly channel: string;
  readonly user: string;
  readonly self: string;
  readonly channelName: string;
  readonly userName: string;
};

const effects: readonly [
  name: string,
  (ids: Ids) => object,
  'channel' | 'user',
  (ids: Ids) => object | undefined,
][] = [
  ['channel_archive', ({ channel }) => ({ channel, user: 'U1' }), 'channel', () => ({ is_archived: true })],
  ['group_archive', ({ channel }) => ({ channel }), 'channel', () => ({ is_archived: true })],
  [
    'channel_unarchive',
    ({ channel }) => ({ channel, user: 'U1' }),
    'channel',
    () => ({ is_archived: false }),
  ],
  ['channel_deleted', ({ channel }) => ({ channel }), 'channel', () => undefined],
  ['group_deleted', ({ channel }) => ({ channel }), 'channel', () => undefined],
  ['channel_left', ({ channel }) => ({ channel }), 'channel', () => ({ is_member: false })],
  ['group_left', ({ channel }) => ({ channel }), 'channel', () => ({ is_member: false })],
  [
    'channel_joined',
    ({ channel }) => ({ channel: { id: channel, name: 'n', extra: 1 } }),
    'channel',
    () => ({ name: 'n', extra: 1, is_member: true, is_archived: false }),
  ],
  [
    'group_joined',
    ({ channel }) => ({ channel: { id: channel, name: 'n' } }),
    'channel',
    () => ({ is_member: true }),
  ],
  [
    'channel_rename',
    ({ channel }) => ({ channel: { id: channel, name: 'n', created: '1' } }),
    'channel',
    ({ channelName }) => ({ name: 'n', name_normalized: 'n', previous_names: [channelName] }),
  ],
  [
    'group_rename',
    ({ channel }) => ({ channel: { id: channel, name: 'n' } }),
    'channel',
    () => ({ name: 'n' }),
  ],
  [
    'channel_marked',
    ({ channel }) => ({ channel, ts: '1.000000', unread_count: 3 }),
    'channel',
    () => ({ last_read: '1.000000', unread_count: 3 }),
  ],
  ['im_marked', ({ channel }) => ({ channel, ts: '2.000000' }), 'channel', () => ({ last_read: '2.000000' })],
  ['im_open', ({ channel }) => ({ channel, user: 'U1' }), 'channel', () => ({ is_open: true })],
  ['im_close', ({ channel }) => ({ channel, user: 'U1' }), 'channel', () => ({ is_open: false })],
  ['group_open', ({ channel }) => ({ channel, user: 'U1' }), 'channel', () => ({ is_open: true })],
  ['mpim_close', ({ channel }) => ({ channel, user: 'U1' }), 'channel', () => ({ is_open: false })],
  [
    'member_joined_channel',
    ({ channel, self }) => ({ channel, user: self }),
    'channel',
    () => ({ is_member: true }),
  ],
  [
    'member_left_channel',
    ({ channel, self }) => ({ channel, user: self }),
    'channel',
    () => ({ is_member: false }),
  ],
  [
    'message',
    ({ channel, user }) => ({ subtype: 'channel_topic', channel, user, topic: 't', ts: '3.000000' }),
    'channel',
    ({ user }) => ({ topic: { value: 't', creator: user, last_set: 3 } }),
  ],
  [
    'message',
    ({ channel, user }) => ({ subtype: 'group_purpose', channel, user, purpose: 'p', ts: '3.000000' }),
    'channel',
    () => ({ purpose: { value: 'p', last_set: 3 } }),
  ],
  [
    'message',
    ({ channel }) => ({ subtype: 'channel_name', channel, name: 'n', old_name: 'o', ts: '3.000000' }),
    'channel',
    () => ({ name: 'n' }),
  ],
  [
    'message',
    ({ channel }) => ({ subtype: 'channel_archive', channel, ts: '3.000000' }),
    'channel',
    () => ({ is_archived: true }),
  ],
  [
    'user_change',
    ({ user }) => ({ user: { id: user, name: 'n', updated: 4_000_000_000 } }),
    'user',
    () => ({ name: 'n' }),
  ],
  [
    'user_change',
    ({ user }) => ({ user: { id: user, name: 'old', updated: 1 } }),
    'user',
    ({ userName }) => ({ name: userName }),
  ],
  ['user_status_changed', ({ user }) => ({ user: { id: user, name: 'n' } }), 'user', () => ({ name: 'n' })],
  ['presence_change', ({ user }) => ({ user, presence: 'away' }), 'user', () => ({ presence: 'away' })],
  [
    'presence_change',
    ({ user }) => ({ users: ['U0', user], presence: 'active' }),
    'user',
    () => ({ presence: 'active' }),
  ],
];

describe('a workspace is kept by', () => {
  test.each(effects)('%s', async (type, fields, what, expected) => {
    const { emulator, slack, channel, workspace } = await setUp();
    await workspace.load();
    const { userId: user, botUserId: self, channelName, userName } = emulator.credentials;
    const ids: Ids = { channel, user, self, channelName, userName };
    await send(emulator, slack, { type, ...fields(ids) });
    const shown = what === 'channel' ? workspace.channels.get(channel) : workspace.users.get(user);
    const wanted = expected(ids);
    expect([shown]).toMatchObject([wanted]);
  });

  test('what begins: channels, direct messages, people', async () => {
    const { emulator, slack, workspace } = await setUp();
    await workspace.load();
    const frames: SlackFrame[] = [
      { type: 'channel_created', channel: { id: 'C0NEW', name: 'new', created: 1, creator: 'U1' } },
      { type: 'im_created', user: 'U1', channel: { id: 'D0NEW', created: 1 } },
      { type: 'team_join', user: { id: 'U0NEW', name: 'newcomer' } },
      { type: 'channel_id_changed', old_channel_id: 'C0NEW', new_channel_id: 'C0MOVED' },
    ];
    for (const frame of frames) await send(emulator, slack, frame);
    expect(workspace.findChannel('new')).toMatchObject({
      id: 'C0MOVED',
      is_member: false,
      is_archived: false,
    });
    expect(workspace.channels.get('D0NEW')).toMatchObject({ is_im: true, user: 'U1' });
    expect(workspace.findUser('newcomer')?.id).toBe('U0NEW');
  });

  test('nothing that is about something unknown', async () => {
    const { emulator, slack, workspace } = await setUp({
      onListenerError: (error) => expect(error).toBeUndefined(),
    });
    await workspace.load();
    const sizes = [workspace.users.size, workspace.channels.size];
    for (const [type, fields, what] of effects) {
      const unknown: Ids = {
        channel: 'C0UNKNOWN',
        user: 'U0UNKNOWN',
        self: 'U0UNKNOWN',
        channelName: '',
        userName: '',
      };
      if (what === 'channel' && !type.endsWith('joined'))
        await send(emulator, slack, { type, ...fields(unknown) });
    }
    expect([workspace.users.size, workspace.channels.size]).toEqual(sizes);
  });
});
