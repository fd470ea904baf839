import { runNode } from '@x/testkit';
import { expect, test } from 'vitest';
import { accountOf, somebodyElse, startEmulator } from './emulator.js';

// The built package, as its users run it, in a process that can be asked to collect.
const cwd = new URL('..', import.meta.url).pathname;

test('events that nobody keeps leave nothing behind', async () => {
  const emulator = await startEmulator({ retainedEvents: 20_000 });
  const { email, password } = accountOf(emulator);
  const speaker = somebodyElse(emulator);
  const growing = runNode(
    `import { createChatExchange } from '@x/chatexchange';
     const [chatRoot, email, password] = process.argv.slice(-3);
     const chat = createChatExchange({ chatRoot, email, password });
     const heaps = [];
     let count = 0;
     let names = 0;
     const all = new Promise((resolve) => chat.on('message', (event) => {
       count += 1;
       if (event.message.known.content !== undefined && event.user.known.name !== undefined) names += 1;
       // From when all that is remembered of ids is full.
       if (count >= 60_000 && count % 15_000 === 0) {
         globalThis.gc();
         heaps.push(process.memoryUsage().heapUsed / 2 ** 20);
       }
       if (count === 90_000) resolve();
     }));
     const room = chat.getRoom(1);
     await room.join();
     await all;
     console.log(JSON.stringify({ heaps, names }));
     await chat.close();`,
    { cwd, flags: ['--expose-gc'], arguments: [emulator.url, email, password], timeoutMs: 90_000 },
  );
  await expect.poll(() => emulator.control.sockets().length, { timeout: 10_000 }).toBe(1);
  for (let said = 0; said < 90_000; said += 1) {
    emulator.control.say(1, speaker, `number ${said}`);
    if (said % 100 === 0) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }
  const { heaps, names } = JSON.parse(await growing) as { heaps: readonly number[]; names: number };
  expect(names).toBe(90_000);
  expect(heaps).toHaveLength(3);
  expect(Math.max(...heaps) - Math.min(...heaps)).toBeLessThan(8);
}, 120_000);
