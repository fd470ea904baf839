import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { setUp } from './setup.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** An org whose address and token an example finds, and the words that follow its name. */
async function setUpFor(...words: readonly string[]) {
  const { emulator } = await setUp();
  vi.stubEnv('CHATTER_INSTANCE_URL', emulator.credentials.instanceUrl);
  vi.stubEnv('CHATTER_ACCESS_TOKEN', emulator.credentials.accessToken);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(process, 'argv', 'get').mockReturnValue(['node', 'example.ts', ...words]);
  return { control: emulator.control, log };
}

test('a status is posted, and is the first of what is new', async () => {
  const { control, log } = await setUpFor('Hello', 'from', 'here');
  await import('../examples/post-status.js');
  expect(control.posts().at(-1)).toMatchObject({ text: 'Hello from here' });
  const [posted, first, ...others] = log.mock.calls.flat();
  expect(posted).toMatch(/^posted 0D5\w+$/);
  expect(first).toMatch(/^\S.*: Hello from here$/);
  expect(others).toHaveLength(4);
});

test('a file is posted with words about it', async () => {
  const file = fileURLToPath(new URL('../package.json', import.meta.url));
  const { control, log } = await setUpFor(file, 'what', 'it', 'needs');
  await import('../examples/post-file.js');
  expect(control.posts().at(-1)).toMatchObject({ text: 'package.json what it needs' });
  expect(log.mock.calls.flat().at(-1)).toMatch(/^posted 0D5\w+$/);
});
