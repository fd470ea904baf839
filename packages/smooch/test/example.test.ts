import { afterEach, expect, test, vi } from 'vitest';
import { startEmulator } from './emulator.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('the example does what it says', async () => {
  const emulator = await startEmulator();
  vi.stubEnv('SMOOCH_URL', emulator.url);
  vi.stubEnv('SMOOCH_KEY_ID', emulator.credentials.keyId);
  vi.stubEnv('SMOOCH_SECRET', emulator.credentials.secret);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  await import('../examples/first-messages.js');
  expect(log.mock.calls.map(([line]) => String(line))).toEqual([
    expect.stringMatching(/^made visitor-\d+, whom the service calls [\da-f]{24}$/),
    'said Yes!!! (1 unread)',
    expect.stringMatching(/^webhook [\da-f]{24} was made$/),
  ]);
});
