import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import type { ChatEvent } from '../src/index.js';
import { connect, createFastClock, sent, somebodyElse } from './emulator.js';

const texts = (events: readonly ChatEvent[]): readonly (string | undefined)[] =>
  events.flatMap((event) => (event.type === 'message' ? [event.content] : []));

test('who has to load everything anew is told of a gap in each room, and no message comes twice', async () => {
  const { emulator, chat } = await connect();
  const speaker = somebodyElse(emulator);
  const events: ChatEvent[] = [];
  chat.on('event', (event) => events.push(event));
  for (const id of [1, 12]) await chat.getRoom(id).join();
  emulator.control.frameFaults.add({
    match: (text) => text.includes('"reset"'),
    fault: { kind: 'duplicate' },
  });
  emulator.control.say(1, speaker, 'before');
  emulator.control.reload();
  emulator.control.say(1, speaker, 'after');
  await expect.poll(() => texts(events)).toEqual(['before', 'after']);
  const gaps = events.flatMap((event) => (event.type === 'gap' ? [event.room.id] : []));
  expect(new Set(gaps)).toEqual(new Set([1, 12]));
  expect(chat.state).toBe('ready');
});

test('ids that are skipped lose nothing', async () => {
  const { emulator, chat } = await connect();
  const { control } = emulator;
  const events: ChatEvent[] = [];
  const room = chat.getRoom(1);
  await room.join();
  room.watch((event) => events.push(event));
  control.say(1, somebodyElse(emulator), 'one');
  control.frameFaults.add({ fault: { kind: 'lose' } });
  control.say(1, somebodyElse(emulator), 'two');
  control.skipIds(50);
  control.say(1, somebodyElse(emulator), 'three');
  await expect.poll(() => texts(events)).toEqual(['one', 'two', 'three']);
  expect(sent(emulator)).toContain('POST /events');
});

test('a room that the service closes to the account ends its iterators with the reason, and the others go on', async () => {
  const { emulator, chat } = await connect();
  const [closed, open] = [chat.getRoom(1), chat.getRoom(12)];
  for (const room of [closed, open]) await room.join();
  const ending = rejection(closed.newMessages().next());
  const going = open.newMessages();
  emulator.control.exit(1);
  expect(await ending).toMatchObject({ kind: 'refused', code: 'ROOM_CLOSED' });
  emulator.control.say(12, somebodyElse(emulator), 'still here');
  const { value } = await going.next();
  expect(await value?.textContent).toBe('still here');
  expect(chat.state).toBe('ready');
});

test('events of types that nobody knows are delivered as they came', async () => {
  const { emulator, chat } = await connect();
  const room = chat.getRoom(1);
  await room.join();
  const events = room.newEvents(99);
  emulator.control.emit({ event_type: 99, room_id: 1, content: 'new', colour: 'blue' });
  expect((await events.next()).value).toMatchObject({
    type: 'unknown',
    typeId: 99,
    wireType: 99,
    data: { colour: 'blue', content: 'new' },
  });
});

test('signs of life that stay away are death, and then life goes on', async () => {
  const { emulator, chat } = await connect({ clock: createFastClock(60) }, { keepAliveMs: 100 });
  const states: unknown[] = [];
  chat.on('state', ({ to, error }) => states.push([to, (error as { code?: string } | undefined)?.code]));
  await chat.getRoom(1).join();
  emulator.control.keepAlives(false);
  await expect.poll(() => states, { timeout: 10_000 }).toContainEqual(['reconnecting', 'SILENCE']);
  emulator.control.keepAlives(true);
  await expect.poll(() => chat.state, { timeout: 10_000 }).toBe('ready');
});
