import { createManualClock } from '@x/emulators/frame';
import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { messages, type Message, type Smooch } from '../src/index.js';
import { connect, sent } from './emulator.js';

const textsOf = (found: readonly Message[]): (string | undefined)[] => found.map(({ text }) => text);
const numbered = (from: number, to: number): string[] =>
  Array.from({ length: to - from }, (_, index) => String(from + index));

/** A conversation of numbered messages, of which so many at a time are of one millisecond. */
async function talk(count: number, atOnce: number) {
  const clock = createManualClock();
  const { emulator, smooch } = await connect({ clock }, { clock });
  await smooch.precreateUser('b6518');
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    if (index % atOnce === 0) await clock.advance(1);
    const { message } = await smooch.postMessage('b6518', String(index));
    times.push(message.received);
  }
  emulator.control.requests.clear();
  return { emulator, smooch, times };
}

const all = async (smooch: Smooch, range = {}): Promise<Message[]> =>
  messages(smooch).list('b6518', range).toArray();

test.each([
  [1, 1],
  [99, 1],
  [100, 1],
  [101, 1],
  [250, 1],
  [250, 7],
  // As many of each millisecond as there are on a page, and more.
  [250, 100],
  [350, 150],
])('of %i messages, %i of each millisecond, none is lost and none is doubled', async (count, atOnce) => {
  const { smooch } = await talk(count, atOnce);
  const expected = numbered(0, count);
  expect(textsOf(await all(smooch))).toEqual(expected.toReversed());
  expect(textsOf(await all(smooch, { after: 1 }))).toEqual(expected);
});

test('pages are as the service gives them, without what was there', async () => {
  const { emulator, smooch } = await talk(150, 10);
  const sizes: number[] = [];
  for await (const page of messages(smooch).list('b6518').pages()) {
    expect(page.conversation._id).toMatch(/^[\da-f]{24}$/);
    sizes.push(page.messages.length);
  }
  expect(sizes).toEqual([100, 50]);
  expect(sent(emulator)).toHaveLength(2);
  // Each reading begins anew.
  expect(await messages(smooch).list('b6518').toArray(3)).toHaveLength(3);
});

test('a time bounds what is read, and is no part of it', async () => {
  const { smooch, times } = await talk(10, 1);
  const middle = times[5] ?? 0;
  expect(textsOf(await all(smooch, { before: middle }))).toEqual(numbered(0, 5).toReversed());
  expect(textsOf(await all(smooch, { after: middle }))).toEqual(numbered(6, 10));
});

test('two bounds are refused unsent', async () => {
  const { emulator, smooch } = await talk(1, 1);
  expect(await rejection(all(smooch, { before: 1, after: 2 }))).toMatchObject({
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
  expect(emulator.control.requests.all).toEqual([]);
});

test('somebody who never wrote has no messages to read', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  expect(await rejection(all(smooch))).toMatchObject({ kind: 'refused', code: 'not_found' });
});

test.each(['{}', 'null', ''])('an answer without messages (%j) is none', async (body) => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ fault: { kind: 'status', status: 200, body } });
  expect(await rejection(messages(smooch).list('b6518').toArray())).toMatchObject({
    name: 'SmoochError',
    kind: 'protocol',
    code: 'UNEXPECTED_ANSWER',
  });
});
