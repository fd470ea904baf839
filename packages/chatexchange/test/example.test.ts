import { PassThrough } from 'node:stream';
import { afterEach, expect, test, vi } from 'vitest';
import { accountOf, somebodyElse, startEmulator } from './emulator.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('the example chats', async () => {
  const emulator = await startEmulator();
  const { email, password } = accountOf(emulator);
  vi.stubEnv('CHAT_ROOT', emulator.url);
  vi.stubEnv('CHAT_EMAIL', email);
  vi.stubEnv('CHAT_PASSWORD', password);
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
