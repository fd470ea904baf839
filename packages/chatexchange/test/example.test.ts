import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { accountOf, somebodyElse, startEmulator } from './emulator.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('one example chats from the terminal', async () => {
  const emulator = await startEmulator();
  const { email, password } = accountOf(emulator);
  vi.stubEnv('CHATEXCHANGE_ROOT', emulator.url);
  vi.stubEnv('CHATEXCHANGE_EMAIL', email);
  vi.stubEnv('CHATEXCHANGE_PASSWORD', password);
  const typed = new PassThrough();
  vi.spyOn(process, 'stdin', 'get').mockReturnValue(typed as unknown as typeof process.stdin);
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'chat', '1']);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const lines = (): readonly string[] => log.mock.calls.map(([line]) => String(line));
  const running = import('../examples/chat.js');
  await expect.poll(lines).toContainEqual(expect.stringMatching(/^\* Sandbox: Where you can play/));
  typed.write('hello from the terminal\n');
  await expect.poll(lines).toContain('Ada Brook: hello from the terminal');
  emulator.control.say(1, somebodyElse(emulator), 'hello to the terminal');
  await expect.poll(lines).toContain('mothwing: hello to the terminal');
  typed.end();
  await running;
  expect(lines().at(-1)).toBe('* closed');
});

test('another shows a room live in a web page', async () => {
  const emulator = await startEmulator();
  vi.stubEnv('CHATEXCHANGE_ROOT', emulator.url);
  vi.stubEnv('PORT', '0');
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'room-page', '1']);
  const end = vi.spyOn(process, 'once');
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const running = import('../examples/room-page.js');
  await expect.poll(() => log.mock.calls.length).toBe(1);
  const address = String(log.mock.calls[0]?.[0]);
  expect(await (await fetch(address)).text()).toContain('new EventSource(');
  const shown: object[] = [];
  const stream = (await fetch(`${address}events`)).body?.pipeThrough(new TextDecoderStream());
  const reading = (async () => {
    for await (const text of stream ?? []) {
      for (const [, line = ''] of text.matchAll(/^data: (.*)$/gm)) shown.push(JSON.parse(line) as object);
    }
  })();
  await expect.poll(() => shown).toContainEqual({ title: 'Sandbox' });
  await expect.poll(() => shown.length, { timeout: 5000 }).toBe(emulator.control.messages(1).length + 1);
  emulator.control.say(1, somebodyElse(emulator), 'live');
  await expect.poll(() => shown.at(-1)).toMatchObject({ text: 'live', stars: 0 });
  const [, stop] = end.mock.calls.find(([signal]) => signal === 'SIGINT') ?? [];
  stop?.();
  await running;
  await reading.catch(() => undefined);
});
