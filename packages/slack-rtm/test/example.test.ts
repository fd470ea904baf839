import { afterEach, expect, test, vi } from 'vitest';
import { startEmulator } from './setup.js';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test('the example does what it says', async () => {
  const { credentials, control } = await startEmulator();
  const { channelId: channel, userName } = credentials;
  vi.stubEnv('SLACK_TOKEN', credentials.botToken);
  vi.stubEnv('SLACK_API_URL', credentials.apiUrl);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const running = import('../examples/echo-bot.js');
  await expect.poll(() => log.mock.calls.flat()).toContain('connecting → ready');
  const threadTs = control.say(channel, userName, 'a question');
  control.say(channel, userName, 'in a thread', { threadTs });
  await expect.poll(() => control.messages(channel).at(-1)?.userId).toBe(credentials.botUserId);
  await expect.poll(() => log.mock.calls.length).toBe(4);
  expect(control.messages(channel).slice(-2)).toMatchObject([
    { text: 'a question', threadTs: undefined },
    { text: 'in a thread', threadTs },
  ]);
  control.say(channel, userName, 'bye');
  await running;
  expect(log.mock.calls.flat()).toEqual([
    'idle → connecting',
    'connecting → ready',
    expect.stringMatching(/^repeated a question as \d+\.\d{6}$/),
    expect.stringMatching(/^repeated in a thread as \d+\.\d{6}$/),
    'ready → closed',
  ]);
});
