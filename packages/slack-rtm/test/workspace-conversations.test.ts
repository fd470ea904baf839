import { describe, expect, test } from 'vitest';
import { behaviour } from './behaviours.js';
import { hasRecordings, playWorkspace, recording, send, setUpWorkspace } from './workspace-setup.js';

/** Who joins a channel of the emulator and does something there. */
const name = 'a-new-one';

describe('a conversation', () => {
  test(behaviour(51), async () => {
    const { emulator, workspace, changes, channel, other } = await setUpWorkspace();
    emulator.control.archive(channel, other);
    await expect.poll(() => workspace.channels.get(channel)?.is_archived).toBe(true);
    expect(changes).toContainEqual({ what: 'conversation', how: 'changed', id: channel });
  });

  test(behaviour(52), async () => {
    const { emulator, workspace, channel, other } = await setUpWorkspace();
    emulator.control.archive(channel, other);
    await expect.poll(() => workspace.channels.get(channel)?.is_archived).toBe(true);
    emulator.control.archive(channel, other, false);
    await expect.poll(() => workspace.channels.get(channel)?.is_archived).toBe(false);
  });

  test.skipIf(!hasRecordings)(behaviour(51, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    const frame = recording('rtm-captured', /channel_archive/);
    play(recording('rtm-captured', /^1485976107.*channel_created/), frame);
    expect(workspace.channels.get(String(frame['channel']))?.is_archived).toBe(true);
  });

  test.skipIf(!hasRecordings)(behaviour(52, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    const frame = recording('rtm-captured', /channel_unarchive/);
    play(recording('rtm-captured', /channel_archive/), frame);
    expect(workspace.channels.get(String(frame['channel']))?.is_archived).toBe(false);
  });

  test(behaviour(53), async () => {
    const { emulator, workspace, channel, me } = await setUpWorkspace();
    const { channelName: former } = emulator.credentials;
    emulator.control.rename(channel, me, 'other-name');
    await expect.poll(() => workspace.findChannel('#other-name')?.id).toBe(channel);
    expect(workspace.findChannel(former)).toBeUndefined();
    expect(workspace.channels.get(channel)).toMatchObject({
      name: 'other-name',
      name_normalized: 'other-name',
      previous_names: [former],
    });
  });

  test.skipIf(!hasRecordings)(behaviour(53, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(
      recording('rtm-captured', /^1485975747.*channel_created/),
      recording('rtm-captured', /channel_rename/),
    );
    expect(workspace.findChannel('some-channel2-renamed')).toMatchObject({
      previous_names: ['some-channel2'],
      is_member: false,
    });
  });

  test(behaviour(54), async () => {
    const { emulator, workspace, changes, other } = await setUpWorkspace();
    const id = emulator.control.createChannel(other, name);
    await expect
      .poll(() => workspace.channels.get(id))
      .toMatchObject({
        id,
        name,
        creator: other,
        is_archived: false,
        is_member: false,
      });
    expect(changes).toContainEqual({ what: 'conversation', how: 'added', id });
  });

  test.skipIf(!hasRecordings)(behaviour(54, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-captured', /^1485975458.*channel_created/));
    expect(workspace.channels.get('C3ZJKCGTU')).toMatchObject({ name: 'some-channel', is_member: false });
  });

  test(behaviour(55), async () => {
    const { emulator, workspace, changes, channel, me } = await setUpWorkspace();
    emulator.control.deleteChannel(channel, me);
    await expect.poll(() => changes).toContainEqual({ what: 'conversation', how: 'removed', id: channel });
    expect(workspace.conversations.has(channel)).toBe(false);
    expect(workspace.channels.has(channel)).toBe(false);
    // By its id it is still known what it was.
    expect(workspace.findConversation(channel)).toMatchObject({
      id: channel,
      is_archived: true,
      is_open: false,
    });
  });

  test(behaviour(55, 'in parity it stays, marked'), async () => {
    const made = await setUpWorkspace({ parity: true });
    await send(made, { type: 'channel_deleted', channel: made.channel });
    expect(made.workspace.channels.get(made.channel)).toMatchObject({ is_archived: true, is_open: false });
  });

  test.skipIf(!hasRecordings)(behaviour(55, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(
      recording('rtm-captured', /^1485975458.*channel_created/),
      recording('rtm-captured', /channel_deleted/),
    );
    expect(workspace.conversations.size).toBe(0);
    // What comes late does not bring it back.
    play({ type: 'channel_archive', channel: 'C3ZJKCGTU' });
    expect(workspace.conversations.size).toBe(0);
  });

  test(behaviour(56), async () => {
    const { emulator, workspace, me, other } = await setUpWorkspace();
    const id = emulator.control.createChannel(other, name);
    await expect.poll(() => workspace.channels.get(id)?.is_member).toBe(false);
    emulator.control.join(id, me, { inviter: other });
    await expect
      .poll(() => workspace.channels.get(id))
      .toMatchObject({ name, is_member: true, is_archived: false });
    expect([...(workspace.members(id) ?? [])].toSorted()).toEqual([me, other].toSorted());
  });

  test(behaviour(56, 'and keeps what the event lacks'), () => {
    const { workspace, play } = playWorkspace();
    play(
      { type: 'channel_created', channel: { id: 'C1', name: 'one', creator: 'U1' } },
      { type: 'channel_joined', channel: { id: 'C1', name: 'two', members: ['U1', 'U0ME'] } },
    );
    expect(workspace.channels.get('C1')).toEqual({
      id: 'C1',
      name: 'two',
      creator: 'U1',
      is_archived: false,
      is_member: true,
    });
    expect([...(workspace.members('C1') ?? [])]).toEqual(['U1', 'U0ME']);
  });

  test(behaviour(57), async () => {
    const { emulator, workspace, channel, me } = await setUpWorkspace();
    expect(workspace.channels.get(channel)?.is_member).toBe(true);
    const members = await workspace.getMembers(channel);
    const { num_members: before = 0 } = workspace.channels.get(channel) ?? {};
    emulator.control.leave(channel, me);
    await expect.poll(() => workspace.channels.get(channel)?.is_member).toBe(false);
    expect(members.has(me)).toBe(true);
    expect(workspace.members(channel)?.has(me)).toBe(false);
    expect(workspace.channels.get(channel)?.num_members).toBe(before - 1);
  });

  test(behaviour(58), async () => {
    const { emulator, web, workspace, channel, other } = await setUpWorkspace();
    const first = emulator.control.say(channel, other, 'one');
    const second = emulator.control.say(channel, other, 'two');
    await web.conversations.mark({ channel, ts: first });
    await expect
      .poll(() => workspace.channels.get(channel))
      .toMatchObject({ last_read: first, unread_count: 1 });
    await web.conversations.mark({ channel, ts: second });
    await expect
      .poll(() => workspace.channels.get(channel))
      .toMatchObject({
        last_read: second,
        unread_count: 0,
        unread_count_display: 0,
      });
  });

  test.skipIf(!hasRecordings)(behaviour(58, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-captured', /channel_marked/));
    expect(workspace.channels.get('C407ABS94')).toMatchObject({
      last_read: '1486005008.000004',
      unread_count: 0,
    });
  });
});

describe('a private channel', () => {
  test(behaviour(59), async () => {
    const { emulator, workspace, me } = await setUpWorkspace();
    const id = emulator.control.createChannel(me, name, { isPrivate: true });
    await expect.poll(() => workspace.groups.get(id)?.is_archived).toBe(false);
    emulator.control.archive(id, me);
    await expect.poll(() => workspace.groups.get(id)?.is_archived).toBe(true);
    expect(workspace.channels.has(id)).toBe(false);
  });

  test(behaviour(60), async () => {
    const { emulator, workspace, me } = await setUpWorkspace();
    const id = emulator.control.createChannel(me, name, { isPrivate: true });
    emulator.control.archive(id, me);
    await expect.poll(() => workspace.groups.get(id)?.is_archived).toBe(true);
    emulator.control.archive(id, me, false);
    await expect.poll(() => workspace.groups.get(id)?.is_archived).toBe(false);
  });

  test.skipIf(!hasRecordings)(behaviour(59, 'as documented of old'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs-2015', /^group_archive/));
    expect(workspace.groups.get('G024BE91L')?.is_archived).toBe(true);
  });

  test.skipIf(!hasRecordings)(behaviour(60, 'as documented of old'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-docs-2015', /^group_archive/), recording('rtm-docs-2015', /^group_unarchive/));
    expect(workspace.groups.get('G024BE91L')?.is_archived).toBe(false);
  });

  test(behaviour(61), async () => {
    const { emulator, web, workspace, me, other } = await setUpWorkspace();
    const id = emulator.control.createChannel(me, name, { isPrivate: true });
    emulator.control.join(id, other);
    const ts = emulator.control.say(id, other, 'one');
    await web.conversations.mark({ channel: id, ts });
    await expect.poll(() => workspace.groups.get(id)).toMatchObject({ last_read: ts, unread_count: 0 });
  });

  test.skipIf(!hasRecordings)(behaviour(61, 'as recorded, of a group message'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-captured', /mpim_joined/), recording('rtm-captured', /group_marked/));
    expect(workspace.mpims.get('G3ZGMF4RZ')).toMatchObject({
      last_read: '1485975715.000005',
      unread_count: 0,
    });
    expect(workspace.groups.size).toBe(0);
  });

  test(behaviour(62), async () => {
    const { emulator, workspace, me } = await setUpWorkspace();
    const id = emulator.control.createChannel(me, name, { isPrivate: true });
    emulator.control.rename(id, me, 'other-name');
    await expect.poll(() => workspace.findGroup('other-name')?.id).toBe(id);
    expect(workspace.groups.get(id)?.previous_names).toEqual([name]);
  });

  test(behaviour(63), async () => {
    const { emulator, workspace, me, other } = await setUpWorkspace();
    const id = emulator.control.createChannel(other, name, { isPrivate: true });
    emulator.control.join(id, me, { inviter: other });
    await expect
      .poll(() => workspace.groups.get(id))
      .toMatchObject({ name, is_private: true, is_member: true });
  });

  test.skipIf(!hasRecordings)(behaviour(63, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-captured', /mpim_joined/), recording('rtm-captured', /group_joined/));
    expect(workspace.mpims.get('G3ZGMF4RZ')).toMatchObject({
      name: 'mpdm-bob--alice--charles-1',
      is_member: true,
    });
    expect([...(workspace.members('G3ZGMF4RZ') ?? [])]).toEqual(['U407ABLLW', 'U3ZKBBDL5', 'U4096CBHC']);
  });

  test(behaviour(64), async () => {
    const { emulator, workspace, me, other } = await setUpWorkspace();
    const id = emulator.control.createChannel(me, name, { isPrivate: true });
    emulator.control.join(id, other);
    emulator.control.leave(id, me);
    await expect.poll(() => workspace.groups.get(id)).toMatchObject({ is_member: false, is_archived: false });
    expect(workspace.members(id)?.has(me)).toBe(false);
  });

  test(behaviour(64, 'and is forgotten where told to'), async () => {
    const { emulator, workspace, changes, me, other } = await setUpWorkspace({ forgetLeft: true });
    const id = emulator.control.createChannel(me, name, { isPrivate: true });
    emulator.control.join(id, other);
    await expect.poll(() => workspace.groups.has(id)).toBe(true);
    emulator.control.leave(id, me);
    await expect.poll(() => changes).toContainEqual({ what: 'conversation', how: 'removed', id });
  });

  test(behaviour(65), async () => {
    const { emulator, workspace, me } = await setUpWorkspace();
    const id = emulator.control.createChannel(me, name, { isPrivate: true });
    await expect.poll(() => workspace.members(id)?.size).toBe(1);
    emulator.control.leave(id, me);
    await expect.poll(() => workspace.groups.get(id)).toMatchObject({ is_member: false, is_archived: true });
  });

  test(behaviour(66, 'a private channel'), async () => {
    const made = await setUpWorkspace();
    const id = made.emulator.control.createChannel(made.me, name, { isPrivate: true });
    await expect.poll(() => made.workspace.groups.has(id)).toBe(true);
    await send(made, { type: 'group_close', channel: id, user: made.me });
    expect(made.workspace.groups.get(id)).toMatchObject({ is_open: false, is_archived: false });
    await send(made, { type: 'group_open', channel: id, user: made.me });
    expect(made.workspace.groups.get(id)?.is_open).toBe(true);
  });

  test(behaviour(67, 'a private channel, archived in parity'), async () => {
    const made = await setUpWorkspace({ parity: true });
    const id = made.emulator.control.createChannel(made.me, name, { isPrivate: true });
    await expect.poll(() => made.workspace.groups.has(id)).toBe(true);
    await send(made, { type: 'group_close', channel: id, user: made.me });
    expect(made.workspace.groups.get(id)).toMatchObject({ is_open: false, is_archived: true });
  });
});

describe('a direct message', () => {
  test(behaviour(66), async () => {
    const { web, workspace, other } = await setUpWorkspace();
    const { channel } = await web.conversations.open({ users: other });
    await expect.poll(() => workspace.ims.get(channel.id)?.is_open).toBe(true);
    await web.call('conversations.close', { channel: channel.id });
    await expect.poll(() => workspace.ims.get(channel.id)?.is_open).toBe(false);
    await web.conversations.open({ users: other });
    await expect.poll(() => workspace.ims.get(channel.id)?.is_open).toBe(true);
  });

  test(behaviour(66, 'a group message'), async () => {
    const { emulator, web, workspace, other } = await setUpWorkspace();
    const third = emulator.control.users().find(({ name: each }) => each === 'walt')?.id ?? '';
    const { channel } = await web.conversations.open({ users: [other, third] });
    await expect.poll(() => workspace.mpims.get(channel.id)?.is_open).toBe(true);
    expect(workspace.members(channel.id)?.size).toBe(3);
  });

  test.skipIf(!hasRecordings)(behaviour(66, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-captured', /im_open/), recording('rtm-captured', /mpim_open/));
    expect(workspace.ims.get('D409J34CF')).toEqual({
      id: 'D409J34CF',
      is_im: true,
      is_open: true,
      user: 'U4096CBHC',
    });
    expect(workspace.conversations.get('G3ZGMF4RZ')?.is_open).toBe(true);
  });

  test(behaviour(67), async () => {
    const { emulator, web, workspace, me, other } = await setUpWorkspace();
    const id = emulator.control.openIm(me, other);
    await expect.poll(() => workspace.ims.get(id)?.is_open).toBe(true);
    await web.call('conversations.close', { channel: id });
    await expect.poll(() => workspace.ims.get(id)).toMatchObject({ is_open: false, user: other });
  });

  test(behaviour(68), async () => {
    const { emulator, workspace, changes, me, other } = await setUpWorkspace();
    const id = emulator.control.openIm(me, other);
    await expect.poll(() => workspace.ims.get(id)).toMatchObject({ is_im: true, user: other });
    expect(changes).toContainEqual({ what: 'conversation', how: 'added', id });
    expect(workspace.findIm('tom.becker')?.id).toBe(id);
  });

  test.skipIf(!hasRecordings)(behaviour(68, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-captured', /im_created/), recording('rtm-start-legacy', /python\.im\.created/));
    expect(workspace.ims.get('D409J34CF')).toMatchObject({
      user: 'U4096CBHC',
      is_open: false,
      unread_count: 0,
    });
    expect(workspace.ims.size).toBe(2);
  });

  test(behaviour(69), async () => {
    const { emulator, web, workspace, me, other } = await setUpWorkspace();
    const id = emulator.control.openIm(me, other);
    const ts = emulator.control.say(id, other, 'psst');
    await web.conversations.mark({ channel: id, ts });
    await expect.poll(() => workspace.ims.get(id)).toMatchObject({ last_read: ts, unread_count_display: 0 });
  });

  test.skipIf(!hasRecordings)(behaviour(69, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    play(recording('rtm-captured', /im_marked/));
    expect(workspace.ims.get('D3ZK1D8JY')).toMatchObject({
      last_read: '1485975735.000002',
      unread_count: 0,
    });
  });
});

test('a conversation that gets another id moves with all that is known of it', async () => {
  const made = await setUpWorkspace({ history: 5 });
  const { emulator, workspace, channel, other } = made;
  await workspace.getMembers(channel);
  const ts = emulator.control.say(channel, other, 'here');
  await expect.poll(() => workspace.messages(channel)).toHaveLength(1);
  await send(made, { type: 'channel_id_changed', old_channel_id: channel, new_channel_id: 'C0MOVED' });
  expect(workspace.conversations.has(channel)).toBe(false);
  expect(workspace.findChannel(emulator.credentials.channelName)?.id).toBe('C0MOVED');
  expect(workspace.messages('C0MOVED').map((message) => message.ts)).toEqual([ts]);
  expect(workspace.members('C0MOVED')?.has(other)).toBe(true);
});

test('each conversation stands in the view of its kind, and changes it', () => {
  const { workspace, play } = playWorkspace();
  play(
    { type: 'channel_joined', channel: { id: 'C1', name: 'open' } },
    { type: 'group_joined', channel: { id: 'C2', name: 'closed', is_private: true } },
    { type: 'group_joined', channel: { id: 'G3', name: 'old' } },
    { type: 'mpim_joined', channel: { id: 'G4', is_mpim: true } },
    { type: 'im_created', user: 'U1', channel: { id: 'D5' } },
  );
  const { channels, groups, mpims, ims } = workspace;
  expect([channels, groups, mpims, ims].map((view) => Array.from(view.keys()))).toEqual([
    ['C1'],
    ['C2', 'G3'],
    ['G4'],
    ['D5'],
  ]);
  play({ type: 'message', subtype: 'channel_convert_to_private', channel: 'C1', ts: '1.000000' });
  expect([...channels.keys()]).toEqual([]);
  expect(groups.get('C1')).toMatchObject({ name: 'open', is_private: true });
});
