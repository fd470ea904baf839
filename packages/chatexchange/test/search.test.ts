import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import type { Message } from '../src/index.js';
import { connectTo, sent, somebodyElse, startEmulator } from './emulator.js';

const idsOf = (messages: readonly Message[]): number[] => messages.map(({ id }) => id);
const quick = { pauseMs: 0 };

test('a search of a room finds what was said there, newest first, over all its pages', async () => {
  const emulator = await startEmulator();
  const user = somebodyElse(emulator);
  const said = Array.from({ length: 7 }, (_, index) =>
    emulator.control.say(1, user, `a heliotrope, number ${index}`),
  );
  emulator.control.say(12, user, 'a heliotrope elsewhere');
  const room = connectTo(emulator).getRoom(1);
  const found = room.search('heliotrope', { pageSize: 3, ...quick });
  expect(idsOf(await found.toArray())).toEqual(said.toReversed());
  expect(sent(emulator).filter((line) => line === 'GET /search')).toHaveLength(3);
  expect(idsOf(await found.toArray(2))).toEqual(said.slice(-2).toReversed());
});

test('what is found knows its text, its author and its room: nothing is asked for it again', async () => {
  const emulator = await startEmulator();
  const user = somebodyElse(emulator);
  const id = emulator.control.say(12, user, 'a **heliotrope**');
  const chat = connectTo(emulator);
  const [found] = await chat.search('heliotrope', quick).toArray();
  const before = sent(emulator).length;
  expect(found?.id).toBe(id);
  expect(await found?.content).toContain('heliotrope');
  expect(await found?.owner).toBe(chat.getUser(user));
  expect(await found?.room).toBe(chat.getRoom(12));
  expect(sent(emulator)).toHaveLength(before);
});

test('a search may be of one author, and of all that they said', async () => {
  const emulator = await startEmulator();
  const [first, second] = emulator.credentials.accounts;
  const mine = emulator.control.say(1, first.id, 'a heliotrope of mine');
  const yours = emulator.control.say(1, second.id, 'a heliotrope of yours');
  const chat = connectTo(emulator);
  expect(idsOf(await chat.search('heliotrope', { user: second.id, ...quick }).toArray())).toEqual([yours]);
  const all = await chat.search('', { user: chat.getUser(first.id), room: 1, ...quick }).toArray();
  expect(idsOf(all)).toContain(mine);
  expect(new Set(await Promise.all(all.map(({ owner }) => owner)))).toEqual(new Set([await chat.getMe()]));
});

test('a search that finds nothing is empty, and a page that has changed is none', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator);
  expect(await chat.search('heliotrope', quick).toArray()).toEqual([]);
  emulator.control.faults.add({ fault: { kind: 'html', status: 200, body: '<h1>New!</h1>' } });
  expect(await rejection(chat.search('heliotrope', quick).toArray())).toMatchObject({
    kind: 'protocol',
    code: 'UNEXPECTED_PAGE',
  });
});

test.each([
  ['no words and no user', '', {}],
  ['words that are none', 7 as unknown as string, {}],
  ['a page of none', 'x', { pageSize: 0 }],
  ['a page that is too large', 'x', { pageSize: 101 }],
  ['a room that is none', 'x', { room: 'Sandbox' as unknown as number }],
  ['a pause that is none', 'x', { pauseMs: -1 }],
  ['an order that is none', 'x', { sort: 'oldest' as 'newest' }],
])('%s is refused before anything is sent', async (_what, query, options) => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator);
  const search = async (): Promise<unknown> => chat.search(query, options).toArray();
  expect(await rejection(search())).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  expect(sent(emulator)).toEqual([]);
});
