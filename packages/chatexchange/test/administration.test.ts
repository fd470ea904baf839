import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { createChatExchange, type ChatExchange, type Room } from '../src/index.js';
import { accountOf, connectTo, createFastClock, sent, startEmulator, type ChatEmulator } from './emulator.js';

interface Cast {
  readonly emulator: ChatEmulator;
  /** A client of an ordinary user, of an owner of room 1, and of a moderator. */
  readonly user: ChatExchange;
  readonly owner: ChatExchange;
  readonly moderator: ChatExchange;
}

async function cast(): Promise<Cast> {
  const emulator = await startEmulator();
  const { owner, moderator } = emulator.credentials;
  return {
    emulator,
    user: connectTo(emulator, { retries: 0 }),
    owner: connectTo(emulator, { retries: 0, email: owner.email, password: owner.password }),
    moderator: connectTo(emulator, { retries: 0, email: moderator.email, password: moderator.password }),
  };
}

const forOwners: Readonly<Record<string, (room: Room, victim: number) => Promise<unknown>>> = {
  'gives access': (room, victim) => room.setAccess(victim, 'read-write'),
  kicks: (room, victim) => room.kickMute(victim),
  'orders a timeout': (room) => room.timeout(60_000, 'Breathe'),
  'moves messages': (room) => room.moveMessages([1], 12),
  'moves messages to a new room': (room) => room.moveMessagesToNewRoom([1], 'Elsewhere'),
  'deletes messages': (room) => room.deleteMessages([1]),
  'changes the room': (room) => room.save({ name: 'Mine' }),
};

const forModerators: Readonly<Record<string, (room: Room) => Promise<unknown>>> = {
  freezes: (room) => room.setFrozen(true),
  deletes: (room) => room.setDeleted(true),
};

test.each([...Object.entries(forOwners), ...Object.entries(forModerators)])(
  'who is not in charge of a room and %s is refused, and told so',
  async (_what, change) => {
    const { emulator, user } = await cast();
    expect(await rejection(change(user.getRoom(1), accountOf(emulator, 1).id))).toMatchObject({
      kind: 'refused',
      code: 'NO_PERMISSION',
      retryable: false,
    });
  },
);

test.each(Object.entries(forModerators))('an owner who %s a room is refused', async (_what, change) => {
  const { owner } = await cast();
  expect(await rejection(change(owner.getRoom(1)))).toMatchObject({ code: 'NO_PERMISSION' });
});

test.each([...Object.entries(forOwners), ...Object.entries(forModerators)])(
  'nobody without an account %s, and nothing is sent',
  async (_what, change) => {
    const emulator = await startEmulator();
    const chat = createChatExchange({ chatRoot: emulator.url });
    expect(await rejection(change(chat.getRoom(1), 1))).toMatchObject({
      kind: 'auth',
      code: 'NOT_LOGGED_IN',
    });
    expect(sent(emulator).filter((line) => line.startsWith('POST'))).toEqual([]);
  },
);

test('an owner makes somebody an owner, and takes it back', async () => {
  const { emulator, user, owner } = await cast();
  const { id } = accountOf(emulator);
  const room = owner.getRoom(1);
  const ids = async (): Promise<number[]> => (await room.owners).map((each) => each.id);
  expect(await ids()).not.toContain(id);
  await room.setAccess(owner.getUser(id), 'owner');
  expect(await ids()).toContain(id);
  expect(await user.getRoom(1).timeout(0)).toBe('Timeout cleared');
  await room.setAccess(id, 'remove');
  expect(await ids()).not.toContain(id);
});

test('who is in a room hears who owns it now', async () => {
  const { emulator, user, moderator } = await cast();
  const room = user.getRoom(1);
  await room.join();
  const { id } = accountOf(emulator);
  expect((await room.owners).map((owner) => owner.id)).not.toContain(id);
  await moderator.getRoom(1).setAccess(id, 'owner');
  await expect.poll(async () => (await room.owners).map((owner) => owner.id)).toContain(id);
  await moderator.getRoom(1).save({ defaultAccess: 'read-only' });
  await expect.poll(() => room.access).toBe('gallery');
});

test('who may only read cannot talk', async () => {
  const { emulator, user, moderator } = await cast();
  await moderator.getRoom(1).setAccess(accountOf(emulator).id, 'read-only');
  expect(await rejection(user.getRoom(1).sendMessage('Hello?'))).toMatchObject({ code: 'ROOM_NOT_FOUND' });
});

test('who is kicked hears nothing more and cannot talk, for as long as was said', async () => {
  const { emulator, user, owner } = await cast();
  const { id, name } = accountOf(emulator);
  const room = owner.getRoom(1);
  await user.getRoom(1).join();
  expect(await room.kickMute(id)).toContain(name);
  expect(await rejection(user.getRoom(1).sendMessage('But why?'))).toMatchObject({ kind: 'refused' });
  expect(await room.kickMute(owner.getUser(id), { durationMs: 90_500 })).toMatch(/2 minutes/);
  const kicks = emulator.control.requests.matching({ path: '/rooms/kickmute/1' });
  expect(kicks.map(({ text }) => new URLSearchParams(text).get('duration'))).toEqual([null, '91']);
  expect(await rejection(room.kickMute(emulator.credentials.moderator.id))).toMatchObject({
    kind: 'refused',
  });
});

test('a timeout silences a room until it is cleared', async () => {
  const { user, owner } = await cast();
  const room = owner.getRoom(1);
  expect(await room.timeout(30_000, 'Breathe')).toBe('Timeout applied');
  expect(await rejection(user.getRoom(1).sendMessage('Hah'))).toMatchObject({ code: 'ROOM_TIMEOUT' });
  expect(await room.timeout(0)).toBe('Timeout cleared');
  await user.getRoom(1).sendMessage('Ah');
});

test('messages are moved a hundred at once, and know where they are', async () => {
  const { emulator, user, owner } = await cast();
  const ids = Array.from({ length: 120 }, (_, index) =>
    emulator.control.say(1, accountOf(emulator).id, `number ${index}`),
  );
  const first = owner.getMessage(ids[0] ?? 0);
  expect(await first.room).toBe(owner.getRoom(1));
  const target = owner.getRoom(12);
  expect(await owner.getRoom(1).moveMessages([first, ...ids], target)).toBe(120);
  expect(first.known.room).toBe(target);
  expect(emulator.control.messages(12).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  expect(await user.getMessage(ids[119] ?? 0).room).toBe(user.getRoom(12));
  expect(sent(emulator).filter((line) => line === 'POST /admin/movePosts/1')).toHaveLength(2);
});

test('of messages that are elsewhere the service moves none, and says so', async () => {
  const { emulator, owner } = await cast();
  const [elsewhere] = emulator.control.messages(12);
  const message = owner.getMessage(elsewhere?.id ?? 0);
  expect(await owner.getRoom(1).moveMessages([message], 44)).toBe(0);
  expect(await message.room).toBe(owner.getRoom(12));
  expect(await owner.getRoom(1).moveMessages([], 12)).toBe(0);
});

test('messages are moved to a room that is made for them', async () => {
  const { emulator, owner } = await cast();
  const id = emulator.control.say(1, accountOf(emulator).id, 'off topic');
  const message = owner.getMessage(id);
  expect(await message.room).toBe(owner.getRoom(1));
  await owner.getRoom(1).moveMessagesToNewRoom([message], 'Off Topic');
  const room = await message.room;
  expect(room).not.toBe(owner.getRoom(1));
  expect(await room.name).toBe('Off Topic');
});

test('an owner deletes what others said', async () => {
  const { emulator, owner } = await cast();
  const message = owner.getMessage(emulator.control.say(1, accountOf(emulator).id, 'oops'));
  await owner.getRoom(1).deleteMessages([message]);
  expect(await message.deleted).toBe(true);
  expect(emulator.control.messages(1).at(-1)).toMatchObject({ id: message.id, isDeleted: true });
});

test('a moderator freezes and thaws a room, deletes it and brings it back', async () => {
  const { user, moderator } = await cast();
  const room = moderator.getRoom(12);
  expect(await room.frozen).toBe(false);
  await room.setFrozen(true);
  expect(room.known.frozen).toBe(true);
  expect(await rejection(user.getRoom(12).sendMessage('Brr'))).toMatchObject({ code: 'ROOM_FROZEN' });
  await room.setFrozen(false);
  await user.getRoom(12).sendMessage('Ah');
  await room.setDeleted(true);
  expect(await rejection(user.getRoom(12).load({ refresh: true }))).toMatchObject({ code: 'NOT_FOUND' });
  await room.setDeleted(false);
  expect(await user.getRoom(12).load({ refresh: true })).toMatchObject({ name: 'The Clock Tower' });
});

test('what is saved changes, and the rest of the room stays as it was', async () => {
  const { emulator, user, owner } = await cast();
  const before = await user.getRoom(12).load();
  const room = owner.getRoom(12);
  expect(await room.name).toBe('The Clock Tower');
  await room.save({ name: 'The Bell Tower' });
  expect(await room.name).toBe('The Bell Tower');
  const { description, tags, parentSiteName } = await user.getRoom(12).refresh();
  expect({ description, tags, parentSiteName }).toEqual({
    description: before.description,
    tags: before.tags,
    parentSiteName: before.parentSiteName,
  });
  await room.save({ description: 'No *bells* here', tags: ['quiet'], defaultAccess: 'read-only' });
  expect(await user.getRoom(12).refresh()).toMatchObject({
    name: 'The Bell Tower',
    description: 'No <i>bells</i> here',
    tags: ['quiet'],
  });
  expect(await rejection(user.getRoom(12).sendMessage('x'))).toMatchObject({ kind: 'refused' });
  // What is kept is kept in the same words, a gallery a gallery.
  await room.save({ name: 'The Clock Tower' });
  const [last] = emulator.control.requests.matching({ path: '/rooms/save' }).slice(-1);
  expect(Object.fromEntries(new URLSearchParams(last?.text))).toMatchObject({
    roomId: '12',
    name: 'The Clock Tower',
    description: 'No *bells* here',
    tags: 'quiet',
    defaultAccess: 'read-only',
  });
});

test.each(['#info', '#roomdesc', '#room-tags'])(
  'a page without %s is not saved as if it were empty',
  async (place) => {
    const { emulator, owner } = await cast();
    const lost = place.slice(1);
    const body = ['info', 'roomdesc', 'room-tags']
      .filter((id) => id !== lost)
      .map((id) => `<div id="${id}"></div>`)
      .join('');
    await owner.login();
    emulator.control.faults.add({
      match: { path: '/rooms/12' },
      fault: { kind: 'html', status: 200, body: `<h1 id="roomname">The Clock Tower</h1>${body}` },
    });
    const error = await rejection(owner.getRoom(12).save({ name: 'x' }));
    expect(error).toMatchObject({ kind: 'protocol', code: 'UNEXPECTED_PAGE' });
    expect((error as Error).message).toContain(`/rooms/{id} has no ${place}`);
    expect(emulator.control.requests.matching({ path: '/rooms/save' })).toEqual([]);
  },
);

test('a room is made, and belongs to whoever made it', async () => {
  const { emulator, user } = await cast();
  const room = await user.createRoom({
    name: 'Sprockets',
    description: 'Round & `toothed`',
    tags: ['gears'],
  });
  expect(room.known).toEqual({ id: room.id, name: 'Sprockets' });
  const { name, description, tags, owners } = await room.refresh();
  expect({ name, description, tags }).toEqual({
    name: 'Sprockets',
    description: 'Round &amp; <code>toothed</code>',
    tags: ['gears'],
  });
  expect(owners.map(({ id }) => id)).toEqual([accountOf(emulator).id]);
  const secret = await user.createRoom({ name: 'Secrets', defaultAccess: 'request' });
  expect(await rejection(connectTo(emulator, {}, 1).getRoom(secret.id).name)).toMatchObject({
    code: 'ROOM_PRIVATE',
  });
});

test('who has too little reputation makes no room', async () => {
  const { emulator, user } = await cast();
  emulator.control.setReputation(accountOf(emulator).id, 99);
  const error = await rejection(user.createRoom({ name: 'Sprockets' }));
  expect(error).toMatchObject({ kind: 'refused', code: 'REPUTATION' });
});

test('a favorite is one however often it is set', async () => {
  const { emulator, user } = await cast();
  const room = user.getRoom(12);
  const toggles = (): number => emulator.control.requests.matching({ path: '/rooms/favorite' }).length;
  await room.setFavorite(false);
  expect(toggles()).toBe(0);
  await room.setFavorite(true);
  await room.setFavorite(true);
  expect(toggles()).toBe(1);
  expect(await room.isFavorite).toBe(true);
  expect(await user.joinFavorites()).toEqual([user.getRoom(1), room]);
  expect(user.state).toBe('ready');
  expect(await user.getUser(accountOf(emulator).id).rooms).toEqual([user.getRoom(1), user.getRoom(12)]);
  await room.setFavorite(false);
  expect(toggles()).toBe(2);
});

test('a favorite that two programs make one at the same moment is one', async () => {
  const { emulator, user } = await cast();
  const toggles = (): number => emulator.control.requests.matching({ path: '/rooms/favorite' }).length;
  await Promise.all([user.getRoom(12).setFavorite(true), connectTo(emulator).getRoom(12).setFavorite(true)]);
  const before = toggles();
  await user.getRoom(12).setFavorite(true);
  expect(toggles()).toBe(before);
});

test('who leaves all rooms is in none, and their iterators end', async () => {
  const { emulator, user } = await cast();
  await user.getRoom(1).join();
  await user.getRoom(12).join();
  const messages = user.getRoom(1).newMessages();
  await user.leaveAll();
  expect(await messages.next()).toMatchObject({ done: true });
  await expect.poll(() => user.state).toBe('idle');
  expect(await user.getUser(accountOf(emulator).id).rooms).toEqual([]);
});

test('who asks for access is heard by the owners, and who is let in can talk', async () => {
  const { emulator, user, moderator } = await cast();
  const gallery = user.getRoom(27);
  expect(await rejection(gallery.sendMessage('May I?'))).toMatchObject({ code: 'ROOM_NOT_FOUND' });
  await gallery.requestAccess();
  await moderator.getRoom(27).setAccess(accountOf(emulator).id, 'read-write');
  expect((await gallery.sendMessage('Thanks')).id).toBeGreaterThan(0);
});

test('invitations say who is invited where', async () => {
  const { emulator, user } = await cast();
  const { id, name } = accountOf(emulator, 1);
  expect(await user.getUser(id).invite(user.getRoom(12))).toContain(name);
  expect(await user.getRoom(12).invite(id)).toContain('The Clock Tower');
  expect(await rejection(user.getUser(id).invite(31))).toMatchObject({
    kind: 'refused',
    code: 'NO_PERMISSION',
  });
  expect(await rejection(user.getRoom(12).invite(4_000_000))).toMatchObject({ code: 'NOT_FOUND' });
});

test('two can have a room for themselves', async () => {
  const { emulator, user } = await cast();
  const { id } = accountOf(emulator, 1);
  const room = await user.getUser(id).pairOff('Tête-à-tête');
  expect(await room.name).toBe('Tête-à-tête');
  expect(new Set((await room.owners).map((owner) => owner.id))).toEqual(
    new Set([id, accountOf(emulator).id]),
  );
});

test('who is ignored is on a list, until they are taken off it', async () => {
  const { emulator, user } = await cast();
  const other = user.getUser(accountOf(emulator, 1).id);
  expect(await user.ignoredUsers()).toEqual([]);
  await other.ignore();
  expect(await user.ignoredUsers()).toEqual([other]);
  await other.unignore();
  expect(await user.ignoredUsers()).toEqual([]);
  const me = await user.getMe();
  expect(await rejection(me.ignore())).toMatchObject({ kind: 'refused' });
});

test('a conversation is kept under a title and forgotten by its slug', async () => {
  const { emulator, user, owner } = await cast();
  const ids = emulator.control.messages(1).map(({ id }) => id);
  const room = owner.getRoom(1);
  const [first = 0, last = 0] = [ids.at(0), ids.at(-1)];
  const kept = await room.bookmark(owner.getMessage(first), last, 'What time is it? (v2)');
  expect(kept).toEqual({
    slug: 'what-time-is-it-v2',
    url: `${emulator.url}/rooms/1/conversation/what-time-is-it-v2`,
  });
  expect(await rejection(room.bookmark(first, last, 'What time is it (v2)'))).toMatchObject({
    kind: 'refused',
    code: 'REFUSED',
  });
  expect(await rejection(user.getRoom(1).deleteBookmark(kept.slug))).toMatchObject({ code: 'NO_PERMISSION' });
  await room.deleteBookmark(kept.slug);
  expect(await rejection(room.deleteBookmark(kept.slug))).toMatchObject({ code: 'NOT_FOUND' });
});

test('mentions are marked as read, those of many in one request', async () => {
  const { emulator, user } = await cast();
  const ids = emulator.control.messages(1).map(({ id }) => id);
  await user.acknowledge([user.getMessage(ids[0] ?? 0), ...ids]);
  await user.acknowledge([]);
  const [acknowledged, ...more] = emulator.control.requests.matching({ path: '/messages/ack' });
  expect(new URLSearchParams(acknowledged?.text).get('id')).toBe(ids.join(','));
  expect(more).toEqual([]);
});

test('what comes too early is sent again when the service wants it, without waiting among what is said', async () => {
  const { emulator } = await cast();
  const { email, password } = emulator.credentials.owner;
  const chat = connectTo(emulator, { email, password, clock: createFastClock(100) });
  await chat.login();
  const early = {
    kind: 'status',
    status: 409,
    headers: { chat: 'error', 'content-type': 'text/plain' },
    body: 'You can perform this action again in 4 seconds.',
  } as const;
  emulator.control.faults.add({ match: { path: '/rooms/kickmute/1' }, fault: early });
  expect(await chat.getRoom(1).kickMute(accountOf(emulator).id)).toContain('kicked');
  emulator.control.faults.add({ match: { path: '/rooms/timeout/1' }, fault: early });
  expect(await rejection(chat.getRoom(1).timeout(0, '', { retries: 0 }))).toMatchObject({
    kind: 'rate-limit',
    code: 'THROTTLED',
    retryAfterMs: 4000,
  });
  emulator.control.refuseNextPosts(30);
  const said = chat.getRoom(1).sendMessage('later');
  expect(await chat.getRoom(1).timeout(0)).toBe('Timeout cleared');
  await said;
});

const bad: Readonly<Record<string, (chat: ChatExchange) => Promise<unknown>>> = {
  'an access that is none': (chat) => chat.getRoom(1).setAccess(1, 'king' as 'owner'),
  'a user that is none': (chat) => chat.getRoom(1).kickMute('ada' as unknown as number),
  'a kick of no time': (chat) => chat.getRoom(1).kickMute(1, { durationMs: 0 }),
  'a timeout of less than no time': (chat) => chat.getRoom(1).timeout(-1, ''),
  'a reason of 101 characters': (chat) => chat.getRoom(1).timeout(1000, 'x'.repeat(101)),
  'a room that is none': (chat) => chat.getRoom(1).moveMessages([1], 0),
  'messages that are none': (chat) => chat.getRoom(1).moveMessages([0], 12),
  'one message in place of a list': (chat) => chat.getRoom(1).deleteMessages(7 as unknown as number[]),
  'no messages for a new room': (chat) => chat.getRoom(1).moveMessagesToNewRoom([], 'x'),
  'too many messages for one request': (chat) =>
    chat.getRoom(1).moveMessagesToNewRoom(
      Array.from({ length: 300 }, (_, index) => 58_500_000 + index),
      'x',
    ),
  'a new room without a title': (chat) => chat.getRoom(1).moveMessagesToNewRoom([1], ' '),
  'a room without a name': (chat) => chat.createRoom({ name: ' ' }),
  'a tag of two words': (chat) => chat.createRoom({ name: 'x', tags: ['two words'] }),
  'a default access that is none': (chat) => chat.getRoom(1).save({ defaultAccess: 'public' as 'request' }),
  'a title without a letter': (chat) => chat.getRoom(1).bookmark(1, 2, '???'),
  'a slug that is none': (chat) => chat.getRoom(1).deleteBookmark(''),
  'a room for two without a name': (chat) => chat.getUser(1).pairOff(''),
  'an empty search': (chat) => chat.searchUsers(' '),
  'a search for 101 users': (chat) => chat.searchUsers('a', { limit: 101 }),
};

test.each(Object.entries(bad))('%s is refused before anything is sent', async (_what, call) => {
  const emulator = await startEmulator();
  const error = await rejection(call(connectTo(emulator)));
  expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  expect(sent(emulator)).toEqual([]);
});
