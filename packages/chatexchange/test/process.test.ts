import { runNode } from '@x/testkit';
import { expect, test } from 'vitest';
import { accountOf, startEmulator } from './emulator.js';

// The built package, as its users run it.
const cwd = new URL('..', import.meta.url).pathname;

/** A program of its own, which ends by itself when nothing keeps it alive. */
async function run(lines: string): Promise<{ printed: string; sockets: number }> {
  const emulator = await startEmulator();
  const { email, password } = accountOf(emulator);
  const printed = await runNode(
    `import { createChatExchange } from '@x/chatexchange';
     const [chatRoot, email, password] = process.argv.slice(-3);
     const chat = createChatExchange({ chatRoot, email, password });
     const room = chat.getRoom(1);
     ${lines}`,
    { cwd, arguments: [emulator.url, email, password], timeoutMs: 15_000 },
  );
  await expect.poll(() => emulator.control.sockets().length).toBe(0);
  return { printed, sockets: emulator.control.sockets().length };
}

const timers = `process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length`;

test('a process ends when its client is closed, and no timer and no socket is left', async () => {
  const { printed, sockets } = await run(`
    await room.join();
    const messages = room.newMessages();
    await room.sendMessage('hello');
    console.log(await (await messages.next()).value.textContent);
    await chat.close();
    console.log(chat.state, (await messages.next()).done, ${timers});
  `);
  expect(printed).toBe('hello\nclosed true 0');
  expect(sockets).toBe(0);
});

test('a process ends when its client is closed in the middle of things', async () => {
  const { printed } = await run(`
    const joining = room.join().catch((error) => error.code);
    const saying = room.sendMessage('hello').then(() => 'said', (error) => error.code);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await chat.close();
    console.log(await joining, ['said', 'CLOSED'].includes(await saying), ${timers});
  `);
  expect(printed).toBe('CLOSED true 0');
});
