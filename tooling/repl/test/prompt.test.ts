import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));

/** What a prompt says to lines that are typed, and how it ends. */
async function typeLines(
  words: readonly string[],
  lines: readonly string[],
): Promise<{ readonly said: string; readonly complained: string; readonly code: number | null }> {
  const child = spawn(process.execPath, [program, ...words], { env: { PATH: process.env['PATH'] } });
  const exit = once(child, 'exit') as Promise<[number | null]>;
  child.stdin.end(lines.map((line) => `${line}\n`).join(''));
  const [said, complained, [code]] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  return { said, complained, code };
}

test('a client, a room and oneself are there without any account, and the prompt ends by itself', async () => {
  const { said, complained, code } = await typeLines(
    ['chatexchange'],
    [
      'await room.name',
      '(await room.sendMessage("hello from the prompt")).id > 0',
      'me === await client.getMe()',
      'emulator.control.messages(1).at(-1).source',
    ],
  );
  expect(complained).toBe('');
  expect(code).toBe(0);
  expect(said).toContain('as Ada Brook; room 1 is “Sandbox”');
  expect(
    said
      .split('chatexchange> ')
      .slice(1, 5)
      .map((answer) => answer.trim()),
  ).toEqual(["'Sandbox'", 'true', 'true', "'hello from the prompt'"]);
}, 30_000);

test('a client that is not known is answered with those that are', async () => {
  const { complained, code } = await typeLines(['nothing'], []);
  expect(complained).toContain('Usage: pnpm repl chatexchange');
  expect(code).toBe(2);
}, 30_000);
