import { describe, expect, test } from 'vitest';
import type { Clock, SlackFrame } from '../src/index.js';
import { behaviour } from './behaviours.js';
import {
  hasRecordings,
  playWorkspace,
  recorded,
  recording,
  send,
  setUpWorkspace,
} from './workspace-setup.js';

/** What is kept of a conversation, as it reads. */
const texts = (
  { messages }: { readonly messages: (id: string) => readonly { readonly text?: string }[] },
  id: string,
): (string | undefined)[] => messages(id).map(({ text }) => text);

describe('messages', () => {
  test(behaviour(70), async () => {
    const { emulator, web, workspace, channel, other } = await setUpWorkspace({ history: 2 });
    const first = emulator.control.say(channel, other, 'one');
    await web.conversations.mark({ channel, ts: first });
    await expect.poll(() => workspace.channels.get(channel)?.last_read).toBe(first);
    emulator.control.say(channel, other, 'two');
    const last = emulator.control.say(channel, other, 'three');
    await expect.poll(() => texts(workspace, channel)).toEqual(['two', 'three']);
    expect(workspace.channels.get(channel)).toMatchObject({
      latest: { ts: last, text: 'three', user: other },
      unread_count: 2,
      unread_count_display: 2,
    });
  });

  test(behaviour(70, 'of a bot, without a user'), () => {
    const { workspace, play } = playWorkspace({ history: 9 });
    play({
      type: 'message',
      subtype: 'bot_message',
      channel: 'C1',
      bot_id: 'B1',
      text: 'beep',
      ts: '1.000001',
    });
    expect(workspace.messages('C1')).toMatchObject([{ bot_id: 'B1', text: 'beep' }]);
    expect([...workspace.stubs]).toEqual(['B1', 'C1']);
  });

  test(behaviour(70, 'none unless wanted'), async () => {
    const { emulator, workspace, channel, other } = await setUpWorkspace();
    const ts = emulator.control.say(channel, other, 'one');
    await expect.poll(() => workspace.channels.get(channel)?.latest?.ts).toBe(ts);
    expect(workspace.messages(channel)).toEqual([]);
  });

  test.skipIf(!hasRecordings)(behaviour(70, 'as recorded'), () => {
    const { workspace, play } = playWorkspace({ history: 2 });
    play(recording('rtm-captured', /message-normal2/), recording('rtm-captured', /message-normal\./));
    expect(texts(workspace, 'C2147483705')).toEqual(['Hello world', 'A Second message!']);
    expect(workspace.channels.get('C2147483705')?.latest?.text).toBe('A Second message!');
  });

  test('come in any order and stand in that of their timestamps, once', () => {
    const { workspace, play } = playWorkspace({ history: 3 });
    const frame = (ts: string): SlackFrame => ({ type: 'message', channel: 'C1', user: 'U1', text: ts, ts });
    play(frame('3.000000'), frame('1.000000'), frame('2.000000'), frame('2.000000'), frame('10.000000'));
    expect(texts(workspace, 'C1')).toEqual(['2.000000', '3.000000', '10.000000']);
    expect(workspace.channels.get('C1')?.latest?.ts).toBe('10.000000');
  });

  test('of a thread are kept and are not the latest of their conversation; broadcast ones are', async () => {
    const { emulator, web, workspace, channel, other } = await setUpWorkspace({ history: 9 });
    const ts = emulator.control.say(channel, other, 'parent');
    emulator.control.say(channel, other, 'reply', { threadTs: ts });
    await expect.poll(() => texts(workspace, channel)).toEqual(['parent', 'reply']);
    // What tells that the thread has grown is about the parent.
    await expect.poll(() => workspace.messages(channel)[0]).toMatchObject({ text: 'parent', reply_count: 1 });
    expect(workspace.channels.get(channel)?.latest).toMatchObject({ ts, reply_count: 1 });
    await web.chat.postMessage({ channel, text: 'to all', thread_ts: ts, reply_broadcast: true });
    await expect.poll(() => workspace.channels.get(channel)?.latest?.text).toBe('to all');
  });

  test.skipIf(!hasRecordings)(
    'tell of the threads that they began, as recorded, also without a subtype',
    () => {
      const { workspace, play } = playWorkspace({ history: 9 });
      const [first, second] = recorded('rtm-captured', /^14859758(36.31|42.18)-message/);
      const parent = {
        type: 'message',
        channel: 'C407ABS94',
        user: 'U407ABLLW',
        ts: '1485975824.000004',
        text: 'yep',
      };
      play(parent, { ...first, type: 'message' });
      expect(workspace.messages('C407ABS94')).toMatchObject([{ reply_count: 1 }]);
      play({ ...second, type: 'message', subtype: undefined });
      expect(workspace.messages('C407ABS94')).toMatchObject([{ reply_count: 2 }]);
    },
  );

  test('that only I see, and those that only tell of others, are not kept', async () => {
    const { web, workspace, channel, me } = await setUpWorkspace({ history: 9 });
    await web.call('chat.postEphemeral', { channel, user: me, text: 'for you' });
    await web.chat.postMessage({ channel, text: 'for all' });
    await expect.poll(() => texts(workspace, channel)).toEqual(['for all']);
  });

  test(behaviour(71), async () => {
    const { emulator, workspace, changes, channel, other } = await setUpWorkspace({ history: 9 });
    const first = emulator.control.say(channel, other, 'one');
    const second = emulator.control.say(channel, other, 'two');
    await expect.poll(() => workspace.messages(channel)).toHaveLength(2);
    emulator.control.remove(channel, second);
    await expect.poll(() => texts(workspace, channel)).toEqual(['one']);
    expect(workspace.channels.get(channel)?.latest?.ts).toBe(first);
    expect(changes).toContainEqual({ what: 'message', how: 'removed', id: channel, ts: second });
  });

  test.skipIf(!hasRecordings)(behaviour(71, 'as recorded'), () => {
    const { workspace, play } = playWorkspace({ history: 9 });
    play(recording('rtm-captured', /^1485975698.45-message/));
    expect(texts(workspace, 'G3ZGMF4RZ')).toEqual(['surely']);
    play(recording('rtm-captured', /^1485975723.85-message/));
    expect(workspace.messages('G3ZGMF4RZ')).toEqual([]);
    expect(workspace.conversations.get('G3ZGMF4RZ')?.latest).toBeNull();
  });

  test(behaviour(72), async () => {
    const { emulator, workspace, changes, channel, other } = await setUpWorkspace({ history: 9 });
    const ts = emulator.control.say(channel, other, 'one');
    emulator.control.edit(channel, ts, 'another');
    await expect
      .poll(() => workspace.messages(channel))
      .toMatchObject([{ ts, text: 'another', edited: { user: other } }]);
    expect(workspace.channels.get(channel)?.latest?.text).toBe('another');
    expect(changes).toContainEqual({ what: 'message', how: 'changed', id: channel, ts });
  });

  test.skipIf(!hasRecordings)(behaviour(72, 'as recorded, and one that is not kept changes nothing'), () => {
    const { workspace, play, changes } = playWorkspace({ history: 9 });
    const frame = recording('rtm-captured', /message-changed/);
    play(frame);
    expect([workspace.messages('C2147483705'), changes]).toEqual([[], []]);
    play(
      { type: 'message', channel: 'C2147483705', user: 'U1', text: 'before', ts: '1355517519.000005' },
      frame,
    );
    expect(texts(workspace, 'C2147483705')).toEqual(['Hello world']);
  });

  test(behaviour(77), async () => {
    const { emulator, workspace, channel, me, other } = await setUpWorkspace({ history: 9 });
    const ts = emulator.control.say(channel, other, 'one');
    emulator.control.react(channel, me, ts, 'eyes');
    emulator.control.react(channel, other, ts, 'eyes');
    emulator.control.react(channel, other, ts, 'wave');
    const shown = (): unknown => workspace.messages(channel)[0]?.reactions;
    await expect.poll(shown).toEqual([
      { name: 'eyes', count: 2, users: [me, other] },
      { name: 'wave', count: 1, users: [other] },
    ]);
    emulator.control.unreact(channel, me, ts, 'eyes');
    emulator.control.unreact(channel, other, ts, 'wave');
    await expect.poll(shown).toEqual([{ name: 'eyes', count: 1, users: [other] }]);
    emulator.control.unreact(channel, other, ts, 'eyes');
    await expect.poll(shown).toBeUndefined();
  });

  test.skipIf(!hasRecordings)(behaviour(77, 'as recorded'), () => {
    const { workspace, play } = playWorkspace({ history: 9 });
    const message = { type: 'message', channel: 'C407ABS94', user: 'U1', ts: '1485975841.000007' };
    play(message, ...recorded('rtm-captured', /reaction_added/));
    expect(workspace.messages('C407ABS94')[0]?.reactions).toEqual([
      { name: 'stuck_out_tongue', count: 1, users: ['U4096CBHC'] },
      { name: 'unamused', count: 1, users: ['U407ABLLW'] },
    ]);
    // Shortened lists of users count all the same.
    const [added] = recorded('rtm-captured', /^1485976039.*reaction_added/);
    play({ ...added, type: 'reaction_removed' });
    expect(workspace.messages('C407ABS94')[0]?.reactions).toHaveLength(1);
  });

  test(behaviour(84, 'pins'), async () => {
    const { emulator, web, workspace, channel, other } = await setUpWorkspace({ history: 9 });
    const ts = emulator.control.say(channel, other, 'one');
    await web.pins.add({ channel, timestamp: ts });
    await expect.poll(() => workspace.messages(channel)[0]?.pinned_to).toEqual([channel]);
    await web.pins.remove({ channel, timestamp: ts });
    await expect.poll(() => workspace.messages(channel)[0]?.pinned_to).toBeUndefined();
  });

  test(behaviour(84, 'stars, which an edit does not take away'), async () => {
    const { emulator, web, workspace, channel, other } = await setUpWorkspace({ history: 9 });
    const ts = emulator.control.say(channel, other, 'one');
    await web.call('stars.add', { channel, timestamp: ts });
    await expect.poll(() => workspace.messages(channel)[0]?.is_starred).toBe(true);
    emulator.control.edit(channel, ts, 'two');
    await expect.poll(() => workspace.messages(channel)[0]).toMatchObject({ text: 'two', is_starred: true });
    await web.call('stars.remove', { channel, timestamp: ts });
    await expect.poll(() => workspace.messages(channel)[0]?.is_starred).toBe(false);
  });

  test(behaviour(84, 'a history that is no longer true'), async () => {
    const made = await setUpWorkspace({ history: 9 });
    const { emulator, workspace, changes, channel, other } = made;
    const [one, two, three] = ['one', 'two', 'three'].map((text) =>
      emulator.control.say(channel, other, text),
    );
    await expect.poll(() => workspace.messages(channel)).toHaveLength(3);
    await send(made, { type: 'channel_history_changed', channel, latest: two, ts: three });
    expect(texts(workspace, channel)).toEqual(['three']);
    const gone = changes.filter(({ what, how }) => what === 'message' && how === 'removed');
    expect(gone.map(({ ts }) => ts)).toEqual([one, two]);
    await send(made, { type: 'im_history_changed', latest: three, ts: three });
    expect(workspace.messages(channel)).toEqual([]);
  });
});

describe('who is in a conversation', () => {
  test(behaviour(73), async () => {
    const { emulator, workspace, changes, me, other } = await setUpWorkspace();
    const id = emulator.control.createChannel(me, 'a-new-one');
    await expect.poll(() => workspace.members(id)).toEqual(new Set([me]));
    emulator.control.join(id, other);
    await expect.poll(() => workspace.members(id)).toEqual(new Set([me, other]));
    // An event and a message tell of it; it counts once.
    const joined = { what: 'members', how: 'added', id, user: other } as const;
    await expect.poll(() => workspace.channels.get(id)?.latest?.subtype).toBe('channel_join');
    expect(changes.filter((change) => change.what === 'members')).toEqual([joined]);
  });

  test.skipIf(!hasRecordings)(behaviour(73, 'as recorded'), () => {
    const { workspace, play } = playWorkspace();
    const frame = recording('rtm-captured', /^1485975458.87-message/);
    const { channel: id, user } = frame;
    play({ type: 'channel_joined', channel: { id, name: 'some-channel', members: ['U407ABLLW'] } }, frame);
    expect(workspace.members(String(id))).toEqual(new Set(['U407ABLLW', user]));
  });

  test.skipIf(!hasRecordings)(behaviour(73, 'a private channel, as recorded'), () => {
    const { workspace, play } = playWorkspace();
    const [one, two] = recorded('rtm-captured', /group_join\.json/);
    play({ type: 'group_joined', channel: { id: 'G409GKN9M', members: [] } });
    play(...[one, two].flatMap((frame) => (frame === undefined ? [] : [frame])));
    expect(workspace.members('G409GKN9M')).toEqual(new Set(['U407ABLLW', 'U3ZKBBDL5']));
  });

  test(behaviour(74), async () => {
    const { emulator, workspace, channel, other } = await setUpWorkspace();
    const before = await workspace.getMembers(channel);
    expect(before.has(other)).toBe(true);
    emulator.control.leave(channel, other);
    await expect.poll(() => workspace.members(channel)?.has(other)).toBe(false);
    expect(workspace.channels.get(channel)?.num_members).toBe(before.size - 1);
  });

  test(behaviour(74, 'by nothing but the message'), () => {
    const { workspace, play } = playWorkspace();
    play(
      { type: 'channel_joined', channel: { id: 'C1', name: 'c', members: ['U1', 'U0ME'], num_members: 2 } },
      { type: 'message', subtype: 'channel_leave', channel: 'C1', user: 'U1', ts: '1.000000' },
      { type: 'message', subtype: 'channel_leave', channel: 'C1', user: 'U0ME', ts: '2.000000' },
    );
    expect(workspace.members('C1')?.size).toBe(0);
    expect(workspace.channels.get('C1')).toMatchObject({ is_member: false, num_members: 0 });
    expect(workspace.channels.get('C1')?.is_archived).toBeUndefined();
  });

  test('is counted where nobody knows who', async () => {
    const { emulator, workspace, channel } = await setUpWorkspace({ load: { conversations: 'all' } });
    const { num_members: before = 0 } = workspace.channels.get(channel) ?? {};
    const newcomer = emulator.control.users().find(({ name }) => name === 'surveyor')?.id ?? '';
    emulator.control.leave(channel, newcomer);
    await expect.poll(() => workspace.channels.get(channel)?.num_members).toBe(before - 1);
    emulator.control.join(channel, newcomer);
    await expect.poll(() => workspace.channels.get(channel)?.num_members).toBe(before);
    expect(workspace.members(channel)).toBeUndefined();
  });
});

describe('what a message tells of its conversation', () => {
  test('is its topic and its purpose', async () => {
    const { web, workspace, channel, me } = await setUpWorkspace();
    await web.conversations.setTopic({ channel, topic: 'tea' });
    await web.conversations.setPurpose({ channel, purpose: 'to drink' });
    await expect
      .poll(() => workspace.channels.get(channel))
      .toMatchObject({
        topic: { value: 'tea', creator: me },
        purpose: { value: 'to drink', creator: me },
      });
  });

  test.skipIf(!hasRecordings)('is read from what was recorded', () => {
    const { workspace, play } = playWorkspace();
    const named = (folder: string, name: RegExp): SlackFrame => ({
      channel: 'C1',
      ...recording(folder, name),
    });
    play(named('rtm-docs-2015', /channel_topic/), named('rtm-docs-2015', /channel_purpose/));
    play(named('rtm-docs-2015', /message__channel_name/), named('rtm-docs-2015', /message__channel_archive/));
    expect(workspace.conversations.get('C1')).toMatchObject({
      topic: { value: 'hello world', creator: 'U2147483828', last_set: 1_358_877_455 },
      purpose: { value: 'whatever' },
      name: 'watercooler',
      is_archived: true,
    });
    play(named('rtm-docs-2015', /message__channel_unarchive/));
    expect(workspace.conversations.get('C1')?.is_archived).toBe(false);
  });
});

describe('typing', () => {
  /** A clock that stands still until it is told to go on. */
  function createStillClock(): Clock & { pass: (ms: number) => void } {
    let now = 0;
    return {
      now: () => now,
      after: () => {
        throw new Error('nothing may wait for this clock');
      },
      pass: (ms) => {
        now += ms;
      },
    };
  }

  test(behaviour(82), async () => {
    const clock = createStillClock();
    const { emulator, workspace, changes, channel, other } = await setUpWorkspace({ clock });
    emulator.control.types(channel, other);
    await expect.poll(() => workspace.typing(channel)).toEqual([other]);
    expect(changes).toContainEqual({ what: 'typing', how: 'added', id: channel, user: other });
    clock.pass(4999);
    expect(workspace.typing(channel)).toEqual([other]);
    clock.pass(1);
    expect(workspace.typing(channel)).toEqual([]);
  });

  test(behaviour(82, 'and ends with what is said'), async () => {
    const { emulator, workspace, channel, other } = await setUpWorkspace({ clock: createStillClock() });
    emulator.control.types(channel, other);
    await expect.poll(() => workspace.typing(channel)).toEqual([other]);
    emulator.control.say(channel, other, 'done');
    await expect.poll(() => workspace.typing(channel)).toEqual([]);
  });

  test.skipIf(!hasRecordings)(behaviour(82, 'as recorded'), () => {
    const { workspace, play } = playWorkspace({ clock: createStillClock() });
    play(...recorded('rtm-captured', /user_typing/));
    expect(workspace.typing('C407ABS94')).toEqual(['U407ABLLW']);
    expect(workspace.typing('D3ZEQULHZ')).toEqual(['U407ABLLW']);
    play({ type: 'hello' });
    expect(workspace.typing('C407ABS94')).toEqual([]);
  });
});
