import { runNode } from '@x/testkit';
import { expect, test } from 'vitest';
import { startEmulator } from './setup.js';

const cwd = new URL('..', import.meta.url).pathname;

/** A program of its own, which ends by itself when nothing keeps it alive. */
function run(lines: string, emulator: Awaited<ReturnType<typeof startEmulator>>): Promise<string> {
  const { apiUrl, botToken, channelId } = emulator.credentials;
  return runNode(
    `import { createSlackRtm } from '@x/slack-rtm';
     const [baseUrl, token, channel] = process.argv.slice(-3);
     const slack = createSlackRtm({ baseUrl, token });
     ${lines}`,
    { cwd, arguments: [apiUrl, botToken, channelId], timeoutMs: 15_000 },
  );
}

const resources = `console.log(process.getActiveResourcesInfo().filter((name) => /TCP|TLS|WebSocket/.test(name)).length);`;

test('a process ends when its client is closed, and nothing is left of it', async () => {
  const emulator = await startEmulator();
  const started = Date.now();
  const printed = await run(
    `await slack.connect();
     slack.events();
     console.log((await slack.send(channel, 'hello')).text);
     await slack.close();
     console.log(slack.state);`,
    emulator,
  );
  expect(printed).toBe('hello\nclosed');
  expect(Date.now() - started).toBeLessThan(10_000);
  await expect.poll(() => emulator.control.connections()).toEqual([]);
});

test('a process ends when its client is closed in the middle of things', async () => {
  const emulator = await startEmulator();
  emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'hang' } });
  const printed = await run(
    `const connecting = slack.connect().catch((error) => error.code);
     const waiting = slack.send(channel, 'x', { waitMs: 60_000 }).catch((error) => error.code);
     setTimeout(() => slack.close(), 300);
     console.log(await connecting, await waiting);
     ${resources.replace('length', 'length > 1')}`,
    emulator,
  );
  expect(printed).toBe('CLOSED CLOSED\nfalse');
});

test('an open connection keeps a process alive', async () => {
  const emulator = await startEmulator();
  const printed = await run(
    `slack.on('message', async ({ text }) => { console.log(text); await slack.close(); });
     await slack.connect();
     console.log('listening');`,
    {
      ...emulator,
      get credentials() {
        setTimeout(() => {
          emulator.control.say(emulator.credentials.channelId, emulator.credentials.userName, 'wake up');
        }, 3000);
        return emulator.credentials;
      },
    },
  );
  expect(printed).toBe('listening\nwake up');
});
