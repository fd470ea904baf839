import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import type { User } from '../src/index.js';
import { connect, connectTo, sent, somebodyElse, startEmulator } from './emulator.js';

const quick = { pauseMs: 0 };
const idsOf = (list: readonly { readonly id: number }[]): number[] => list.map(({ id }) => id);

test('the list of rooms comes page by page, and the rooms know what their cards say', async () => {
  const { emulator, chat } = await connect();
  const rooms = await chat.rooms({ pageSize: 2, ...quick }).toArray();
  const ids = idsOf(rooms);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(expect.arrayContaining([1, 12, 27]));
  expect(ids).not.toContain(44);
  expect(sent(emulator).filter((line) => line === 'GET /rooms').length).toBeGreaterThan(1);
  const before = sent(emulator).length;
  const gallery = chat.getRoom(27);
  expect(await gallery.name).toBe('Reading Gallery');
  expect(await gallery.access).toBe('gallery');
  expect(await gallery.frozen).toBe(false);
  expect(await gallery.messageCount).toBe(emulator.control.messages(27).length);
  expect(sent(emulator)).toHaveLength(before);
});

test('rooms are found by words, and frozen ones when they are asked for', async () => {
  const { chat } = await connect();
  expect(idsOf(await chat.rooms({ filter: 'clock', ...quick }).toArray())).toEqual([12]);
  const silent = await chat.rooms({ filter: 'sundial', frozen: true, ...quick }).toArray();
  expect(idsOf(silent)).toEqual([44]);
  expect(await silent[0]?.frozen).toBe(true);
  expect(await chat.rooms({ filter: 'no such words', ...quick }).toArray()).toEqual([]);
});

test('the favorites of an account are a list of their own', async () => {
  const { chat } = await connect();
  await chat.login();
  const favorites = await chat.rooms({ tab: 'favorite', ...quick }).toArray();
  expect(idsOf(favorites)).toEqual([1]);
  expect(await favorites[0]?.isFavorite).toBe(true);
});

test.each(['attribute', 'script'] as const)(
  'who is in a room is told by its page, by %s',
  async (presence) => {
    const emulator = await startEmulator({ presence });
    const room = connectTo(emulator).getRoom(1);
    const users = await room.getCurrentUsers();
    expect(await room.getCurrentUserIds()).toEqual(idsOf(users));
    expect(await room.getCurrentUserNames()).toEqual(
      expect.arrayContaining(['Ilse de Haan', 'Tomasz Wójcik']),
    );
    const before = sent(emulator).length;
    expect(await users[0]?.name).toBe((await room.getCurrentUserNames())[0]);
    expect(users[0]?.known.reputation).toEqual(expect.any(Number));
    expect(sent(emulator).slice(before)).toEqual(['GET /rooms/1']);
  },
);

test('who can be called in a room is told to accounts, and nobody to visitors', async () => {
  const emulator = await startEmulator();
  const user = somebodyElse(emulator);
  emulator.control.say(1, user, 'here I am');
  const chat = connectTo(emulator);
  await chat.login();
  const room = chat.getRoom(1);
  expect(await room.getPingableUserIds()).toContain(user);
  expect(await room.getPingableUserNames()).toContain(await chat.getUser(user).name);
  const visitor = connectTo(emulator, { email: undefined, password: undefined });
  expect(await visitor.getRoom(1).getPingableUsers()).toEqual([]);
});

test('more fields of a list of who can be called do no harm, and what is no list is refused', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  const answer = (body: string): void => {
    emulator.control.faults.add({
      match: { path: /pingable/ },
      fault: { kind: 'status', status: 200, headers: { 'content-type': 'application/json' }, body },
    });
  };
  answer('[[7,"Ada",1,2,"away",{"more":true}],[-2,"Feeds",0,0]]');
  expect(await room.getPingableUserNames()).toEqual(['Ada', 'Feeds']);
  for (const wrong of ['{}', '[7]', '[[]]']) {
    answer(wrong);
    expect(await rejection(room.getPingableUsers())).toMatchObject({
      kind: 'protocol',
      code: 'UNEXPECTED_ANSWER',
    });
  }
});

test('who is often there, and who was given which rights', async () => {
  const { emulator, chat } = await connect();
  const names = (users: readonly User[]): unknown => users.map(({ known }) => known.name);
  const frequent = await chat.getRoom(1).getFrequentUsers();
  expect(idsOf(frequent)).toContain(somebodyElse(emulator));
  const { owners, readWrite, readOnly, requests } = await chat.getRoom(27).getAccess();
  expect([names(owners), names(readWrite), names(readOnly)]).toEqual([
    ['Ilse de Haan'],
    ['Tomasz Wójcik'],
    [],
  ]);
  expect(requests).toBeUndefined();
});

test('the starred messages of a room: whose, how often, by whom pinned', async () => {
  const { emulator, chat } = await connect();
  const user = somebodyElse(emulator);
  const room = chat.getRoom(1);
  const before = idsOf((await room.stars()).map(({ message }) => message));
  const starred = chat.getMessage(emulator.control.say(1, user, 'a **star** is born'));
  await starred.star();
  const list = await room.stars();
  expect(list).toHaveLength(before.length + 1);
  const found = list.find(({ message }) => message === starred);
  expect(found).toMatchObject({ stars: 1, starredByYou: true, pinned: false });
  expect(found?.content).toContain('is born');
  expect(found?.owner).toBe(chat.getUser(user));
  const requests = sent(emulator).length;
  expect([await starred.stars, await starred.pinned, await starred.room]).toEqual([1, false, room]);
  expect(sent(emulator)).toHaveLength(requests);
  expect(await room.stars({ count: 1 })).toHaveLength(1);
  expect(await rejection(room.stars({ count: -1 }))).toMatchObject({ code: 'INVALID_REQUEST' });
});

test('a room says what else its pages tell: activity, favorites, who may talk', async () => {
  const { emulator, chat } = await connect();
  await chat.login();
  const room = chat.getRoom(1);
  const snapshot = await room.load();
  expect(snapshot).toMatchObject({
    name: 'Sandbox',
    isFavorite: true,
    access: 'public',
    canTalk: true,
    frozen: false,
    deleted: false,
  });
  expect(snapshot.firstMessage).toMatch(/^\d{4}-\d\d-\d\d$/);
  expect(snapshot.messageStatistics).toMatchObject({ today: expect.any(Number) as number });
  expect(sent(emulator).filter((line) => line.startsWith('GET /rooms'))).toEqual([
    'GET /rooms/info/1',
    'GET /rooms/1',
  ]);
  const gallery = chat.getRoom(27);
  expect([await gallery.access, await gallery.canTalk]).toEqual(['gallery', false]);
  expect(await connectTo(emulator, { email: undefined, password: undefined }).getRoom(1).canTalk).toBe(false);
});

test.each([{ tab: 'old' as 'all' }, { sort: 'name' as 'active' }])(
  'a list of rooms by %j is refused before anything is sent',
  async (list) => {
    const { emulator, chat } = await connect();
    expect(await rejection(chat.rooms(list).toArray())).toMatchObject({
      kind: 'usage',
      code: 'INVALID_REQUEST',
    });
    expect(sent(emulator)).toEqual([]);
  },
);

test('rooms that are not there, and private ones, are told apart by every way of reading them', async () => {
  const { emulator } = await connect();
  const chat = connectTo(emulator, { email: undefined, password: undefined, retries: 0 });
  const ways = (id: number): Promise<unknown>[] => {
    const room = chat.getRoom(id);
    return [
      room.name,
      room.access,
      room.getCurrentUsers(),
      room.getFrequentUsers(),
      room.getAccess(),
      room.transcript().toArray(),
    ].map((way) => rejection(way));
  };
  for (const error of await Promise.all(ways(4_000_000))) {
    expect(error).toMatchObject({ kind: 'refused', code: 'NOT_FOUND' });
  }
  for (const error of await Promise.all(ways(31))) {
    expect(error).toMatchObject({ kind: 'refused', code: 'ROOM_PRIVATE' });
  }
});

test('who may enter a private room reads it', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, {}, emulator.credentials.moderator);
  const room = chat.getRoom(31);
  expect(await room.name).toBe("Wardens' Office");
  expect(await room.access).toBe('private');
  expect((await room.getAccess()).requests).toEqual([]);
});
