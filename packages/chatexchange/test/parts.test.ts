import { runNode } from '@x/testkit';
import { expect, test } from 'vitest';
import { accountOf, startEmulator } from './emulator.js';

// The built package, as its users run it.
const cwd = new URL('..', import.meta.url).pathname;
const heavy = ['cheerio', 'tough-cookie', 'ws'];

/** Tells which of the packages that a program may never need have been loaded so far. */
const spy = `
  import { register } from 'node:module';
  import { MessageChannel, receiveMessageOnPort } from 'node:worker_threads';
  const hooks = \`
    let port;
    export function initialize(given) { port = given; }
    export async function resolve(specifier, context, next) {
      port.postMessage(specifier);
      return next(specifier, context);
    }\`;
  const { port1, port2 } = new MessageChannel();
  port1.unref();
  register('data:text/javascript,' + encodeURIComponent(hooks), import.meta.url, {
    data: port2,
    transferList: [port2],
  });
  const loaded = new Set();
  const tell = () => {
    for (let got; (got = receiveMessageOnPort(port1)) !== undefined; ) loaded.add(got.message.split('/')[0]);
    console.log(${JSON.stringify(heavy)}.filter((name) => loaded.has(name)).join(' ') || 'none');
  };
`;

test('what only some programs need is loaded when it is first needed', async () => {
  const emulator = await startEmulator();
  const { email, password } = accountOf(emulator);
  const printed = await runNode(
    `${spy}
     const { createChatExchange } = await import('@x/chatexchange');
     tell();
     const [chatRoot, email, password] = process.argv.slice(-3);
     const chat = createChatExchange({ chatRoot, email, password });
     const room = chat.getRoom(1);
     tell();
     await chat.login();
     tell();
     await room.join();
     tell();
     await chat.close();`,
    { cwd, arguments: [emulator.url, email, password], timeoutMs: 15_000 },
  );
  expect(printed.split('\n')).toEqual(['none', 'none', 'cheerio tough-cookie', 'cheerio tough-cookie ws']);
});
