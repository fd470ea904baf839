import { createManualClock, startSlackEmulator, type ManualClock } from '@x/emulators';
import {
  createSlackRtm,
  type CaughtUpEvent,
  type GapEvent,
  type MessageEvent,
  type SlackRtm,
} from '../src/index.js';
import { setUpRtm, type SlackEmulator } from './setup.js';
import { createSlowWire, type SlowWire } from './slow-wire.js';

/** A client that is connected by a slow wire. */
export interface SlowClient {
  readonly clock: ManualClock;
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

/** Loads what is loaded with the first connection, so that it takes no time of a test's clock. */
export async function loadAll(): Promise<void> {
  const emulator = await startSlackEmulator();
  const { apiUrl: baseUrl, botToken: token } = emulator.credentials;
  const slack = createSlackRtm({ token, baseUrl, catchUp: 'active' });
  await slack.connect();
  await slack.web.auth.test();
  await slack.close();
  await emulator.close();
}

/** Connects one, which hears two channels. */
export async function connectSlowly(): Promise<SlowClient> {
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
  return { clock, wire, emulator, slack, channels, told, gaps, caughtUp, pass };
}

/** What people said in a channel since the client is there. */
export function said({ emulator }: SlowClient, channel: string): string[] {
  const messages = emulator.control.messages(channel);
  const first = messages.findIndex(({ text }) => text === 'said first');
  const { userId } = emulator.credentials;
  return messages
    .slice(first)
    .filter((message) => message.userId === userId)
    .map(({ ts }) => ts);
}

/** Closes it, for which its clock has to go on. */
export async function closeSlowly({ slack, pass }: SlowClient): Promise<void> {
  const closing = slack.close();
  await pass(2000);
  await closing;
}
