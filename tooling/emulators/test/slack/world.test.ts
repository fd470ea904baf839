import { expect, test } from 'vitest';
import { at, listAt } from '../json.js';
import { startApi, type Body } from './support.js';

test('the same seed makes the same world, another seed another one', async () => {
  const [one, same, other] = [await startApi(), await startApi(), await startApi({ seed: 2 })];
  const { apiUrl: _one, ...ids } = one.emulator.credentials;
  const { apiUrl: _same, ...sameIds } = same.emulator.credentials;
  expect(ids).toEqual(sameIds);
  const made = (credentials: object): unknown[] =>
    Object.entries(credentials).flatMap(([key, value]) => (/(?:Id|Token)$/.test(key) ? [value] : []));
  const others = new Set(made(other.emulator.credentials));
  expect(made(ids).filter((value) => others.has(value))).toEqual([]);
});

test('calls and connections change no ids that are made later', async () => {
  const [quiet, busy] = [await startApi(), await startApi()];
  await busy.call('users.list');
  await busy.connect();
  const [one, other] = [quiet, busy].map(({ emulator }) =>
    emulator.control.issueToken({ kind: 'bot', user: 'compass' }),
  );
  expect(one).toBe(other);
});

test('ids have the letters of the service', async () => {
  const { credentials } = (await startApi()).emulator;
  expect(credentials).toMatchObject({
    botToken: expect.stringMatching(/^xoxb-\d+-\d+-\w{24}$/) as unknown,
    userToken: expect.stringMatching(/^xoxp-\d+-\d+-\d+-[\da-f]{32}$/) as unknown,
    appToken: expect.stringMatching(/^xapp-1-A[\dA-Z]+-\d+-[\da-f]{64}$/) as unknown,
    teamId: expect.stringMatching(/^T[\dA-Z]{8,10}$/) as unknown,
    channelId: expect.stringMatching(/^C[\dA-Z]{8,10}$/) as unknown,
    userId: expect.stringMatching(/^U[\dA-Z]{8,10}$/) as unknown,
    botId: expect.stringMatching(/^B[\dA-Z]{8,10}$/) as unknown,
  });
});

test('the person and the bot are both in the channel', async () => {
  const { call, emulator } = await startApi();
  const { channelId: channel, userId, botUserId } = emulator.credentials;
  const { body } = await call('conversations.members', { channel });
  expect(listAt(body, 'members')).toEqual(expect.arrayContaining([userId, botUserId]));
});

test('there is something to read, in order, and all of it in the past', async () => {
  const { call, clock, emulator } = await startApi();
  const { body } = await call('conversations.history', { channel: emulator.credentials.channelId });
  const messages = listAt(body, 'messages') as Body[];
  expect(messages.map(({ reply_count: replies }) => replies ?? 0)).toEqual([0, 0, 0, 3, 0]);
  expect(at(messages, 1)).toMatchObject({ bot_id: emulator.credentials.botId });
  for (const { ts } of messages) expect(Number(ts) * 1_000).toBeLessThan(clock.now());
});
