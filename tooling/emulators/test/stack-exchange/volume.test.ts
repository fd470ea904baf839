import { expect, test } from 'vitest';
import { listen } from './listener.js';
import { startChat } from './support.js';

test('a hundred thousand messages are told to an open socket, and the room stays quick', async () => {
  const chat = await startChat({ retainedEvents: 1_000 });
  const { control } = chat.emulator;
  const listener = await listen(chat, await chat.loggedIn(chat.ada));
  const before = control.messages(chat.roomId).length;
  for (let number = 1; number <= 100_000; number += 1) {
    control.say(chat.roomId, chat.ravi.id, `number ${number}`);
  }
  await listener.framesReach(100_001);
  expect(listener.events().at(-1)).toMatchObject({ content: 'number 100000' });
  expect(control.messages(chat.roomId)).toHaveLength(before + 100_000);
  expect(control.events(chat.roomId)).toHaveLength(1_000);
}, 60_000);
