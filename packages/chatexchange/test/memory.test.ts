import { runNode } from '@x/testkit';
import { expect, test } from 'vitest';
import { startEmulator } from './emulator.js';

// The built package, as its users run it.
const cwd = new URL('..', import.meta.url).pathname;

/** A program that may ask for what nobody holds to be collected. */
async function run(lines: string): Promise<string> {
  const emulator = await startEmulator();
  return runNode(
    `import { inspect } from 'node:util';
     import { createChatExchange } from '@x/chatexchange';
     let asked = 0;
     const chat = createChatExchange({
       chatRoot: process.argv.at(-1),
       retries: 0,
       fetch: (...request) => {
         asked += 1;
         return fetch(...request);
       },
     });
     const collect = async () => {
       for (let turn = 0; turn < 3; turn += 1) {
         await new Promise((resolve) => setTimeout(resolve, 10));
         gc();
       }
     };
     ${lines}`,
    { cwd, arguments: [emulator.url], flags: ['--expose-gc'], timeoutMs: 30_000 },
  );
}

test('rooms and messages that were touched and let go are collected, and those that are held are not', async () => {
  const printed = await run(`
    const heap = async () => {
      await collect();
      return process.memoryUsage().heapUsed;
    };
    let collected = 0;
    const registry = new FinalizationRegistry(() => { collected += 1; });
    const touch = (object) => { registry.register(object, undefined); return object; };
    const before = await heap();
    const held = { room: chat.getRoom(7), message: chat.getMessage(7) };
    for (let id = 1000; id < 2000; id += 1) touch(chat.getRoom(id, { name: 'room ' + id }));
    for (let id = 1000; id < 101_000; id += 1) {
      const room = chat.getRoom(1000 + (id % 1000));
      const parent = chat.getMessage(id - 1);
      touch(chat.getMessage(id, { room, parent, content: 'message ' + id }));
    }
    const after = await heap();
    await collect();
    console.log(collected, held.room === chat.getRoom(7), held.message === chat.getMessage(7));
    console.log(after - before < 5_000_000);
  `);
  const [first = '', second] = printed.split('\n');
  const [collected, ...rest] = first.split(' ');
  expect(Number(collected)).toBeGreaterThan(100_900);
  expect(rest).toEqual(['true', 'true']);
  expect(second).toBe('true');
});

test('an object that is let go is made anew, and knows nothing of before', async () => {
  const printed = await run(`
    let reference;
    (() => { reference = new WeakRef(chat.getMessage(5, { content: 'old' })); })();
    await collect();
    console.log(reference.deref() === undefined, JSON.stringify(chat.getMessage(5)));
  `);
  expect(printed).toBe('true {"id":5}');
});

test('what is only made, printed or spread asks nothing, and no failure that nobody waits for ends the process', async () => {
  const printed = await run(`
    const message = chat.getMessage(5);
    const values = [message.content, message.edits, message.pinners, chat.getRoom(99_999).name];
    inspect({ ...message, values }, { depth: 5, showHidden: true });
    JSON.stringify([message, values]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    console.log(asked);
    // What is waited for fails where it is waited for.
    for (const value of values) console.log(await value.catch((error) => error.code));
  `);
  expect(printed.split('\n')).toEqual(['0', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
});
