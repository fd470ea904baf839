import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { temporaryFolder } from './command.js';
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

test('the export of a log writes it for programs and for people', async () => {
  const { credentials, control } = await startEmulator();
  const { channelId: channel, channelName, userName } = credentials;
  const threadTs = control.say(channel, userName, 'another question');
  control.say(channel, userName, 'an answer', { threadTs });
  const log = join(await temporaryFolder(), 'log');
  vi.stubEnv('SLACK_TOKEN', credentials.botToken);
  vi.stubEnv('SLACK_API_URL', credentials.apiUrl);
  vi.stubEnv('SLACK_CHANNEL', `#${channelName}`);
  vi.stubEnv('SLACK_LOG', log);
  const printed = vi.spyOn(console, 'log').mockReturnValue();
  await import('../examples/log-export.js');
  expect(printed.mock.calls.flat()).toEqual([`wrote ${log}.ndjson and ${log}.md`]);
  const lines = (await readFile(`${log}.ndjson`, 'utf8')).trim().split('\n');
  expect(lines).toHaveLength(control.messages(channel).length + 1);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({ text: 'an answer', _user_name: userName });
  const text = await readFile(`${log}.md`, 'utf8');
  expect(text).toContain(`# #${channelName}\n`);
  expect(text).toMatch(new RegExp(`@${userName}\\*\\*: another question\\n\\n> .*: an answer\\n`));
});

test('the bot of Socket Mode answers mentions and commands until it is told to go', async () => {
  const { credentials, control } = await startEmulator();
  const { channelId: channel, userName } = credentials;
  vi.stubEnv('SLACK_APP_TOKEN', credentials.appToken);
  vi.stubEnv('SLACK_BOT_TOKEN', credentials.granularBotToken);
  vi.stubEnv('SLACK_API_URL', credentials.apiUrl);
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const running = import('../examples/socket-mode-bot.js');
  await expect.poll(() => log.mock.calls.flat()).toContain('connecting → ready');
  const command = control.socketMode.slashCommand({ command: '/echo', text: 'hello' });
  await expect.poll(() => command.response).toEqual({ text: 'You said hello' });
  const auth = await fetch(`${credentials.apiUrl}auth.test`, {
    method: 'POST',
    headers: { authorization: `Bearer ${credentials.granularBotToken}` },
  });
  const { user_id: bot } = (await auth.json()) as { readonly user_id: string };
  const ts = control.say(channel, userName, `<@${bot}>, where are you?`);
  await expect.poll(() => log.mock.calls.length).toBe(3);
  expect(control.messages(channel).at(-1)).toMatchObject({ text: 'Here I am', threadTs: ts, userId: bot });
  control.say(channel, userName, 'bye');
  await running;
  await expect.poll(() => log.mock.calls.flat().at(-1)).toBe('ready → closed');
});
