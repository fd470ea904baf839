import { afterEach, expect, test, vi } from 'vitest';
import { startEmulator } from './emulator.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('the example of v2 does what it says', async () => {
  const emulator = await startEmulator();
  vi.stubEnv('SUNSHINE_URL', emulator.url);
  vi.stubEnv('SUNSHINE_KEY_ID', emulator.credentials.keyId);
  vi.stubEnv('SUNSHINE_SECRET', emulator.credentials.secret);
  vi.stubEnv('SUNSHINE_APP_ID', emulator.credentials.appId);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await import('../examples/sunshine.js');
  expect(log.mock.calls.map(([line]) => String(line))).toEqual([
    expect.stringMatching(/^made visitor-\d+, whose conversation is [\da-f]{24}$/),
    'business: Yes!!!',
    'user: Is Smooch any good?',
  ]);
});
