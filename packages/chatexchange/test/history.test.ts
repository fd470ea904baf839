import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import type { Message } from '../src/index.js';
import { accountOf, connectTo, sent, somebodyElse, startEmulator } from './emulator.js';

const idsOf = (messages: readonly Message[]): number[] => messages.map(({ id }) => id);
const quick = { pauseMs: 0 };

test('history gives all that was ever said, newest first, page by page', async () => {
  const emulator = await startEmulator();
  const user = somebodyElse(emulator);
  for (let count = 0; count < 20; count += 1) emulator.control.say(1, user, `line ${count}`);
  const all = emulator.control.messages(1).map(({ id }) => id);
  const room = connectTo(emulator).getRoom(1);
  const history = room.history({ pageSize: 6, ...quick });
  expect(idsOf(await history.toArray())).toEqual(all.toReversed());
  expect(idsOf(await history.toArray(3))).toEqual(all.slice(-3).toReversed());
});

test('history is bounded by messages, which are not among it', async () => {
  const emulator = await startEmulator();
  const user = somebodyElse(emulator);
  const ids = ['a', 'b', 'c', 'd', 'e'].map((text) => emulator.control.say(1, user, text));
  const [a = 0, b, c, d, e] = ids;
  const chat = connectTo(emulator);
  const room = chat.getRoom(1);
  expect(idsOf(await room.history({ after: a, pageSize: 2, ...quick }).toArray())).toEqual([e, d, c, b]);
  const between = room.history({ after: chat.getMessage(a), before: e, ...quick });
  expect(idsOf(await between.toArray())).toEqual([d, c, b]);
});

test('messages learn author, time and text from history, and that they were removed', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator);
  const room = chat.getRoom(1);
  const gone = await room.sendMessage('never mind');
  await gone.delete();
  const user = somebodyElse(emulator);
  const kept = emulator.control.say(1, user, 'a *word*');
  // Somebody who has heard nothing of it.
  const other = connectTo(emulator, {}, 1);
  const [last, removed] = await other.getRoom(1).history(quick).toArray(2);
  const before = sent(emulator).length;
  expect([last?.id, removed?.id]).toEqual([kept, gone.id]);
  expect(await last?.content).toBe('a <i>word</i>');
  expect((await last?.owner)?.id).toBe(user);
  expect(await last?.timeStamp).toBe(Math.floor((emulator.control.messages(1).at(-1)?.postedAt ?? 0) / 1000));
  expect(await last?.deleted).toBe(false);
  expect(await removed?.deleted).toBe(true);
  expect((await removed?.owner)?.id).toBe(accountOf(emulator).id);
  expect(sent(emulator)).toHaveLength(before);
});

test('history can be read without an account, and not of a room that is closed', async () => {
  const emulator = await startEmulator();
  const chat = connectTo(emulator, { email: undefined, password: undefined });
  expect(await chat.getRoom(1).history(quick).toArray(1)).toHaveLength(1);
  expect(await rejection(chat.getRoom(31).history(quick).toArray())).toMatchObject({ kind: 'refused' });
  expect(sent(emulator)).not.toContain('POST /users/login');
});

test.each([{ pageSize: 501 }, { pageSize: 1.5 }, { before: 'x' as unknown as number }])(
  'history with %j is refused before anything is sent',
  async (options) => {
    const emulator = await startEmulator();
    const error = await rejection(connectTo(emulator).getRoom(1).history(options).toArray());
    expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
    expect(sent(emulator)).toEqual([]);
  },
);
