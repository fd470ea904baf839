import { beforeAll, expect, test } from 'vitest';
import { closeSlowly, connectSlowly, loadAll, said } from './slow-client.js';

beforeAll(loadAll);

test('what the connection before still brings is told before what the next one brings', async () => {
  const slow = await connectSlowly();
  const { emulator, wire, channels, told, pass } = slow;
  const [channel = ''] = channels;
  const { control, credentials } = emulator;
  // By the first connection everything is half a second late.
  wire.delays.frame = (connection) => (connection === 1 ? 500 : 0);
  control.goodbye({ graceMs: 60_000 });
  await pass(480, 20);
  for (const text of ['one', 'two', 'three']) control.say(channel, credentials.userName, text);
  while (control.connections().length < 2) await pass(10, 10);
  for (const text of ['four', 'five']) control.say(channel, credentials.userName, text);
  await pass(5000, 20);
  expect(control.connections()).toHaveLength(1);
  expect(told.get(channel)).toEqual(said(slow, channel));
  expect(slow.gaps).toEqual([]);
  await closeSlowly(slow);
});

test('what the connection before brings too late is a gap, and fetched', async () => {
  const slow = await connectSlowly();
  const { emulator, wire, channels, told, gaps, caughtUp, pass } = slow;
  const [channel = ''] = channels;
  const { control, credentials } = emulator;
  let lateMs = 500;
  wire.delays.frame = (connection) => (connection === 1 ? lateMs : 0);
  control.goodbye({ graceMs: 60_000 });
  await pass(480, 20);
  lateMs = 5000;
  for (const text of ['one', 'two', 'three']) control.say(channel, credentials.userName, text);
  while (control.connections().length < 2) await pass(10, 10);
  for (const text of ['four', 'five']) control.say(channel, credentials.userName, text);
  await pass(10_000, 20);
  expect(told.get(channel)).toEqual(said(slow, channel));
  expect(gaps).toHaveLength(1);
  expect(caughtUp).toEqual([{ ...gaps[0], type: 'caughtUp', messages: 5, channels: 2, truncated: false }]);
  await closeSlowly(slow);
});

test('what the next connection brought is told even if the one before never says that it is done', async () => {
  const slow = await connectSlowly();
  const { emulator, wire, channels, told, pass } = slow;
  const [channel = ''] = channels;
  const { control, credentials } = emulator;
  wire.delays.frame = (connection) => (connection === 1 ? 20 : 0);
  control.goodbye({ graceMs: 60_000 });
  while (control.connections().length < 2) await pass(10, 10);
  control.cut('silence', { connectionId: 'connection-1' });
  control.say(channel, credentials.userName, 'after');
  await pass(1500, 20);
  expect(told.get(channel)).toEqual(said(slow, channel));
  await closeSlowly(slow);
});
