import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ChatEvent, WireEvent } from '../src/events.js';
import { parseFrame } from '../src/parse/frame.js';
import { createOfflineReader } from './event-reader.js';

const base = { time_stamp: 1_700_000_000, room_id: 1, room_name: 'Sandbox', user_id: 7, user_name: 'Ada ♦' };
let lastId = 170_000_000;
const wire = (type: number, fields: Partial<WireEvent> = {}): WireEvent => {
  lastId += 1;
  return { ...base, event_type: type, id: lastId, ...fields };
};
/** What one event becomes. */
const only = (type: number, fields: Partial<WireEvent> = {}): ChatEvent => {
  const [event] = createOfflineReader().read([wire(type, fields)]);
  if (event === undefined) throw new Error('there is none');
  return event;
};

const names: Readonly<Record<number, string>> = {
  1: 'message',
  2: 'edit',
  3: 'enter',
  4: 'leave',
  5: 'room',
  6: 'star',
  7: 'debug',
  8: 'mention',
  9: 'flag',
  10: 'delete',
  11: 'file',
  12: 'moderatorFlag',
  13: 'settings',
  14: 'announcement',
  15: 'access',
  16: 'notification',
  17: 'invite',
  18: 'reply',
  19: 'movedOut',
  20: 'movedIn',
  21: 'timeBreak',
  22: 'feed',
  23: 'unknown',
  29: 'suspend',
  30: 'merge',
  34: 'profile',
  36: 'unknown',
  37: 'undelete',
  99: 'unknown',
};

describe('events', () => {
  test.each(Object.entries(names))('of number %s are called %s', async (number, type) => {
    const typeId = Number(number);
    const event = only(typeId, { message_id: 5, content: 'x', target_user_id: 9 });
    expect(event).toMatchObject({ type, typeId, timeStamp: base.time_stamp });
    expect('data' in event && event.data.event_type).toBe(typeId);
    expect('room' in event && event.room?.id).toBe(1);
    expect('user' in event && (await event.user?.name)).toBe('Ada');
  });

  test('about a message that they do not name are unknown', () => {
    expect(only(1, { content: 'x' })).toMatchObject({ type: 'unknown', typeId: 1, wireType: 1 });
    expect(only(12)).toMatchObject({ type: 'moderatorFlag', message: undefined });
  });

  test('of stars have the counts since then, and whether it was this account', () => {
    const mine = { message_id: 5, message_stars: 2, message_owner_stars: 1, message_starred: true };
    expect(only(6, mine)).toMatchObject({
      stars: 2,
      pins: 1,
      byMe: true,
      starredByMe: true,
      pinnedByMe: false,
    });
    const [theirs] = createOfflineReader().read([
      { event_type: 6, id: 1, room_id: 1, message_id: 5, message_stars: 4 },
    ]);
    expect(theirs).toMatchObject({ stars: 4, pins: 0, byMe: false, starredByMe: undefined, user: undefined });
    // The last star is taken back: there is no count.
    expect(only(6, { message_id: 5 })).toMatchObject({ stars: 0, byMe: true, starredByMe: false });
  });

  test.each([
    ['Access now owner', 'owner'],
    ['Access now read-write', 'read-write'],
    ['Access now read-only', 'read-only'],
    ['Access now request', 'request'],
    ['Access now (default)', 'default'],
    ['Something else', undefined],
  ])('of access read %j', (content, access) => {
    expect(only(15, { content, target_user_id: 9 })).toMatchObject({
      access,
      content,
      targetUserId: 9,
      target: { id: 9 },
    });
    expect(only(15, { content })).toMatchObject({ access, target: undefined });
  });

  test('of a room have its new name and description', () => {
    const changed = only(5, { content: 'The Pit - for &lt;b&gt;rest&lt;/b&gt;', room_name: 'The Pit' });
    expect(changed).toMatchObject({ name: 'The Pit', description: 'for <b>rest</b>' });
  });

  test('of suspensions and merges have what their text holds', () => {
    expect(only(29, { content: '4 {"days": 7}' })).toMatchObject({ code: 4, details: { days: 7 } });
    expect(only(29, { content: 'soon' })).toMatchObject({ code: undefined, details: undefined });
    expect(only(30, { content: 'user 12 was merged into 345' })).toMatchObject({ userIds: [12, 345] });
  });

  test('of replies have whose message is answered, and what it says', () => {
    const reply = { message_id: 6, content: 'x', parent_id: 5, show_parent: true, parent_username: 'Bob' };
    expect(only(18, { ...reply, parent_text: 'first', target_user_id: 3 })).toMatchObject({
      type: 'reply',
      showParent: true,
      parentMessageId: 5,
      parentUsername: 'Bob',
      parentText: 'first',
      targetUserId: 3,
    });
    expect(only(1, { ...reply, parent_text: null })).toMatchObject({ parentText: undefined, isReply: false });
  });

  test('print and turn into JSON as what the service said', () => {
    const event = only(1, { message_id: 5, content: 'x' });
    expect(JSON.parse(JSON.stringify(event))).toMatchObject({ type: 'message', data: { content: 'x' } });
    expect(inspect(event)).toContain("content: 'x'");
  });
});

describe('a message that is spoken to the account', () => {
  const said = { message_id: 6, content: 'x', parent_id: 5, show_parent: true };

  test('is one message and says so', () => {
    const { read } = createOfflineReader();
    const events = read([wire(8, said), wire(18, said), wire(1, said), wire(1, { message_id: 7 })]);
    expect(events.map(({ type }) => type)).toEqual(['mention', 'reply', 'message', 'message']);
    expect(events[2]).toMatchObject({ isReply: true, isMention: true });
    expect(events[3]).toMatchObject({ isReply: false, isMention: false });
  });

  test('may come in a frame after', () => {
    const { read } = createOfflineReader();
    read([wire(8, said)]);
    expect(read([wire(1, said)])).toMatchObject([{ isReply: false, isMention: true }]);
  });
});

describe('a kick', () => {
  const access = { content: 'Access now read-only', target_user_id: 9 };
  const leave = { user_id: 9, user_name: 'Bob', target_user_id: 9 };

  test('is told after the two events that it is made of', () => {
    const [restricted, left, kick, ...rest] = createOfflineReader().read([wire(15, access), wire(4, leave)]);
    expect(kick).toMatchObject({ type: 'kick', target: { id: 9 }, user: { id: 7 }, room: { id: 1 } });
    expect(kick?.type === 'kick' && [kick.access, kick.leave]).toEqual([restricted, left]);
    expect(rest).toEqual([]);
  });

  test.each<[string, readonly WireEvent[]]>([
    ['other rights', [wire(15, { ...access, content: 'Access now read-write' }), wire(4, leave)]],
    ['another person', [wire(15, access), wire(4, { ...leave, user_id: 8, target_user_id: 8 })]],
    ['another room', [wire(15, access), wire(4, { ...leave, room_id: 2 })]],
    ['later', [wire(15, access), wire(4, { ...leave, time_stamp: base.time_stamp + 60 })]],
    ['twice', [wire(15, access), wire(15, access), wire(4, leave)]],
    ['the rights of all', [wire(15, { content: access.content }), wire(4, leave)]],
  ])('is none: %s', (_name, events) => {
    expect(
      createOfflineReader()
        .read(events)
        .map(({ type }) => type),
    ).not.toContain('kick');
  });

  test('is none when the halves come in two frames', () => {
    const { read } = createOfflineReader();
    read([wire(15, access)]);
    expect(read([wire(4, leave)])).toMatchObject([{ type: 'leave' }]);
  });
});

describe('a move', () => {
  const out =
    '&rarr; <i><a href="https://chat.stackoverflow.com/transcript/message/5#5">2 messages</a> moved to <a href="https://chat.stackoverflow.com/rooms/42/the-bin">The &amp; Bin</a></i>';
  const into =
    '&larr; <i>1 message moved from <a href="https://chat.stackoverflow.com/rooms/139/jaba">Jaba</a></i>';

  test('out is told after its messages and the notice', async () => {
    const { read } = createOfflineReader();
    const first = read([wire(19, { message_id: 5, content: 'a', moved: true })]);
    const events = read([
      wire(19, { message_id: 6, content: 'b', moved: true }),
      wire(1, { message_id: 70, content: 'in between' }),
      wire(1, { message_id: 71, content: out }),
    ]);
    expect([...first, ...events].map(({ type }) => type)).toEqual([
      'movedOut',
      'movedOut',
      'message',
      'message',
      'move',
    ]);
    const move = events.at(-1);
    expect(move).toMatchObject({
      direction: 'out',
      count: 2,
      from: { id: 1 },
      to: { id: 42 },
      user: { id: 7 },
      messages: [{ id: 5 }, { id: 6 }],
      notice: { isMoveNotice: true, message: { id: 71 } },
    });
    expect(move?.type === 'move' && (await move.to?.name)).toBe('The & Bin');
    expect(events[1]).toMatchObject({ isMoveNotice: false });
  });

  test('in is told likewise', () => {
    const { read } = createOfflineReader();
    const events = read([
      wire(20, { message_id: 5, moved: true }),
      wire(1, { message_id: 8, content: into }),
    ]);
    expect(events.at(-1)).toMatchObject({
      type: 'move',
      direction: 'in',
      count: 1,
      from: { id: 139 },
      to: { id: 1 },
      messages: [{ id: 5 }],
    });
  });

  test('is none when somebody only writes an arrow', () => {
    expect(only(1, { message_id: 8, content: '&rarr; 2 messages' })).toMatchObject({ isMoveNotice: false });
  });
});

describe('what events say of objects', () => {
  const posted = (fields: Partial<WireEvent> = {}): WireEvent =>
    wire(1, { message_id: 5, content: 'first', ...fields });

  test('is known of a message that is held, at once', async () => {
    const { read, messages } = createOfflineReader();
    const message = messages.get(5);
    read([posted({ parent_id: 4, show_parent: true })]);
    expect(message.known).toMatchObject({ content: 'first', deleted: false, edited: false, stars: 0 });
    expect((await message.owner)?.id).toBe(7);
    expect((await message.parent)?.id).toBe(4);
    read([wire(2, { message_id: 5, content: 'second', message_edits: 1 })]);
    read([wire(6, { message_id: 5, content: 'second', message_stars: 3 })]);
    expect(message.known).toMatchObject({ content: 'second', edited: true, stars: 3 });
    read([wire(10, { message_id: 5 })]);
    // A removal does not say that there was nothing.
    expect(message.known).toMatchObject({ content: 'second', deleted: true });
    read([wire(37, { message_id: 5, content: 'second' })]);
    expect(message.known).toMatchObject({ content: 'second', deleted: false, edited: true, stars: 3 });
  });

  test('is known of one that is looked at later, with what was said of it since', () => {
    const { read } = createOfflineReader();
    const [event] = read([posted()]);
    read([wire(2, { message_id: 5, content: 'second', message_edits: 1 })]);
    read([wire(6, { message_id: 5, content: 'second', message_stars: 3 })]);
    if (event?.type !== 'message') throw new Error('it is no message');
    expect(event.content).toBe('first');
    expect(event.message.known).toMatchObject({
      content: 'second',
      edited: true,
      stars: 3,
      timeStamp: 1_700_000_000,
    });
    expect(event.message).toBe(event.message);
  });

  test('is not undone by an older event that is looked at later', async () => {
    const { read } = createOfflineReader();
    const [first, second] = [read([posted()])[0], read([wire(10, { message_id: 5, user_id: 8 })])[0]];
    if (first?.type !== 'message' || second?.type !== 'delete') throw new Error('they are others');
    expect(second.message.known).toMatchObject({ deleted: true });
    expect(first.message).toBe(second.message);
    expect(first.message.known).toMatchObject({ deleted: true, timeStamp: 1_700_000_000 });
    expect(first.message.known).not.toHaveProperty('content');
    expect((await first.message.owner)?.id).toBe(7);
  });

  test('leaves a text that was cut to be asked for', () => {
    const { read } = createOfflineReader();
    const [event] = read([posted({ content: "<div class='partial'>so long</div>" })]);
    expect(event?.type === 'message' && event.message.known).not.toHaveProperty('content');
  });

  test('renames people and rooms', async () => {
    const { read, users, rooms } = createOfflineReader();
    const [ada, sandbox] = [users.get(7), rooms.get(1)];
    read([posted()]);
    expect([await ada.name, await sandbox.name]).toEqual(['Ada', 'Sandbox']);
    read([posted({ user_name: 'Ada Brook', room_name: 'The Pit' })]);
    expect([await ada.name, await sandbox.name]).toEqual(['Ada Brook', 'The Pit']);
    read([
      wire(34, { user_id: -2, user_name: 'Feeds', target_user_id: 7 }),
      wire(5, { content: 'The Hole', user_id: 8, user_name: 'Bob' }),
    ]);
    expect([ada.known, sandbox.known]).toEqual([{ id: 7 }, { id: 1 }]);
    read([posted({ room_name: 'The Hole' })]);
    expect(await sandbox.name).toBe('The Hole');
  });
});

const folder = new URL('../../../../shared/fixtures/chatexchange/timcastelijns/', import.meta.url);

describe.skipIf(!existsSync(folder))('captured frames', () => {
  const captured = (existsSync(folder) ? readdirSync(folder) : []).map((name) => {
    const frame = parseFrame(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
    const events = (frame?.rooms ?? []).flatMap(([, { events: all }]) => all);
    return [name, events] as const;
  });

  test.each(captured)('%s are all known', (_name, events) => {
    const made = createOfflineReader().read(events);
    expect(made.length).toBeGreaterThanOrEqual(events.length);
    expect(made.filter(({ type }) => type === 'unknown')).toEqual([]);
  });

  const from = (name: string): readonly ChatEvent[] =>
    createOfflineReader().read(captured.find(([file]) => file.startsWith(name))?.[1] ?? []);

  test('tell what the service meant', () => {
    expect(from('access-level')).toMatchObject([
      { access: 'read-only' },
      { access: 'default', target: { id: 7_495_506 } },
      { access: 'request' },
    ]);
    expect(from('message-pinned')).toMatchObject([{ stars: 1, pins: 1, byMe: true, pinnedByMe: true }]);
    expect(from('message-starred-event-raw')).toMatchObject([{ stars: 4, pins: 0, byMe: false }]);
    expect(from('message-flagged')).toMatchObject([{ type: 'flag', flags: 1, user: undefined }]);
    expect(from('user-notification')[1]).toMatchObject({ type: 'notification', room: undefined });
    expect(from('user-profile')).toMatchObject([{ type: 'profile', target: { id: 9_676_629 } }]);
    expect(from('user-mentioned')).toMatchObject([{ showParent: false, parentMessageId: 44_284_855 }]);
  });
});
