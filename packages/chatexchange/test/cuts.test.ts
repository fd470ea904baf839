import { expect, test } from 'vitest';
import type { ChatStateEvent } from '../src/index.js';
import { cuts } from './cuts.js';
import { connect, createFastClock, somebodyElse } from './emulator.js';

test('20 cuts of different kinds lose nothing and double nothing, in two rooms', async () => {
  const { emulator, chat } = await connect({ clock: createFastClock(40) }, { keepAliveMs: 300 });
  const { control } = emulator;
  const speaker = somebodyElse(emulator);
  const rooms = [1, 12].map((id) => chat.getRoom(id));
  const states: ChatStateEvent[] = [];
  chat.on('state', (event) => states.push(event));
  for (const room of rooms) await room.join();
  const heard: Record<number, string[]> = { 1: [], 12: [] };
  const said: Record<number, string[]> = { 1: [], 12: [] };
  for (const room of rooms) {
    room.watch((event) => {
      if (event.type === 'message') heard[room.id]?.push(event.content ?? '');
    });
  }
  const say = (text: string): void => {
    for (const room of rooms) {
      control.say(room.id, speaker, text);
      said[room.id]?.push(text);
    }
  };

  for (const [name, cut] of Object.entries(cuts)) {
    say(`before ${name}`);
    const since = states.length;
    cut(emulator);
    say(`during ${name}`);
    await expect
      .poll(() => states.slice(since).some(({ to }) => to === 'ready'), { timeout: 20_000, message: name })
      .toBe(true);
    say(`after ${name}`);
  }
  await expect.poll(() => heard[12]?.length, { timeout: 5000 }).toBe(said[12]?.length);
  expect(heard).toEqual(said);
  expect(Object.keys(cuts)).toHaveLength(20);
  expect(states.filter(({ to }) => to === 'closed')).toEqual([]);
}, 60_000);
