import { tmpdir } from 'node:os';
import { expect, test } from 'vitest';
import { runLimited } from '../src/limited.ts';

const node = (code: string, limitMs: number): ReturnType<typeof runLimited> =>
  runLimited(process.execPath, ['-e', code], { cwd: tmpdir(), limitMs, env: { PIE: 'apple' } });

test('a program that ends by itself is heard', async () => {
  const outcome = await node(
    'console.log(process.env.PIE); console.error("burnt"); process.exitCode = 3',
    30_000,
  );
  expect(outcome).toMatchObject({ status: 3, stdout: 'apple\n', stderr: 'burnt\n', endedByItself: true });
});

test('a program that does not is ended', async () => {
  const outcome = await node('setInterval(() => {}, 1000)', 300);
  expect(outcome).toMatchObject({ status: 1, endedByItself: false });
});

test('a program that is not there is an error', async () => {
  await expect(runLimited('/no/such/program', [], { cwd: tmpdir(), limitMs: 1000 })).rejects.toThrow(
    'ENOENT',
  );
});
