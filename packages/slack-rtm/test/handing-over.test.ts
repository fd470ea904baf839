import { createManualClock, startSlackEmulator } from '@x/emulators';
import { beforeAll, expect, test } from 'vitest';
import {
  createSlackRtm,
  type CaughtUpEvent,
  type GapEvent,
  type MessageEvent,
  type SlackRtm,
} from '../src/index.js';
import { setUpRtm, type SlackEmulator } from './setup.js';
import { createSlowWire, type SlowWire } from './slow-wire.js';

interface Slow {
  readonly wire: SlowWire;
  readonly emulator: SlackEmulator;
  readonly slack: SlackRtm;
  readonly channels: readonly string[];
  /** What was told in each channel, by its timestamps. */
  readonly told: ReadonlyMap<string, readonly string[]>;
  readonly gaps: readonly GapEvent[];
  readonly caughtUp: readonly CaughtUpEvent[];
  readonly pass: (ms: number, stepMs?: number) => Promise<void>;
}

// What is loaded with the first connection takes no time of the clock.
beforeAll(async () => {
  const emulator = await startSlackEmulator();
  const { apiUrl: baseUrl, botToken: token } = emulator.credentials;
  const slack = createSlackRtm({ token, baseUrl, catchUp: 'active' });
  await slack.connect();
  await slack.web.auth.test();
  await slack.close();
  await emulator.close();
});

/** A client that is connected by a slow wire, and hears two channels. */
async function setUp(): Promise<Slow> {
  const clock = createManualClock();
  const wire = createSlowWire(clock);
  const { webSocket, fetch } = wire;
  const { emulator, slack } = await setUpRtm(
    { clock, catchUp: { maxCalls: 200 }, staleAfterMs: 60_000, timeoutMs: 60_000, webSocket, fetch },
    { clock },
  );
  const { control, credentials } = emulator;
  const channels = [credentials.channelId, control.createChannel(credentials.userId, 'one')];
  control.join(channels[1] ?? '', credentials.botUserId);
  const told = new Map<string, string[]>(channels.map((channel) => [channel, []]));
  slack.on('message', ({ channel, ts, user, hidden }: MessageEvent) => {
    if (hidden !== true && user !== credentials.botUserId) told.get(channel)?.push(ts);
  });
  const [gaps, caughtUp]: [GapEvent[], CaughtUpEvent[]] = [[], []];
  slack.on('gap', (event) => gaps.push(event));
  slack.on('caughtUp', (event) => caughtUp.push(event));
  const pass = async (ms: number, stepMs = 200): Promise<void> => {
    for (let left = ms; left > 0; left -= stepMs) {
      await wire.settle();
      await clock.advance(Math.min(left, stepMs));
    }
    await wire.settle();
  };
  const connected = slack.connect();
  while (slack.state !== 'ready') await pass(200);
  await connected;
  for (const channel of channels) control.say(channel, credentials.userName, 'said first');
  await pass(1000);
  return { wire, emulator, slack, channels, told, gaps, caughtUp, pass };
}

/** What people said in a channel since the client is there. */
function said({ emulator }: Slow, channel: string): string[] {
  const messages = emulator.control.messages(channel);
  const first = messages.findIndex(({ text }) => text === 'said first');
  const { userId } = emulator.credentials;
  return messages
    .slice(first)
    .filter((message) => message.userId === userId)
    .map(({ ts }) => ts);
}

async function close({ slack, pass }: Slow): Promise<void> {
  const closing = slack.close();
  await pass(2000);
  await closing;
}

test('what the connection before still brings is told before what the next one brings', async () => {
  const slow = await setUp();
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
  await close(slow);
});

test('what the connection before brings too late is a gap, and fetched', async () => {
  const slow = await setUp();
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
  await close(slow);
});

test('what the next connection brought is told even if the one before never says that it is done', async () => {
  const slow = await setUp();
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
  await close(slow);
});
