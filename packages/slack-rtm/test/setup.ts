import {
  createManualClock,
  startSlackEmulator,
  type Emulator,
  type ManualClock,
  type SlackControl,
  type SlackCredentials,
  type SlackEmulatorOptions,
} from '@x/emulators';
import { expect, onTestFinished } from 'vitest';
import {
  createSlackRtm,
  createSlackWeb,
  type Clock,
  type SlackRtm,
  type SlackRtmOptions,
  type SlackWeb,
  type SlackWebOptions,
} from '../src/index.js';
import { passUntil } from './time.js';

export type SlackEmulator = Emulator<SlackCredentials, SlackControl>;

/** A workspace of its own for one test. */
export async function startEmulator(options: SlackEmulatorOptions = {}): Promise<SlackEmulator> {
  const emulator = await startSlackEmulator(options);
  onTestFinished(() => emulator.close());
  return emulator;
}

/**
 * A workspace of its own for one test, and its Web API with the token of a bot. It limits nobody unless told to, so nothing is
 * held back before it says so.
 */
export async function setUpWeb(
  options: Partial<SlackWebOptions> = {},
  emulatorOptions: SlackEmulatorOptions = {},
): Promise<{ readonly emulator: SlackEmulator; readonly web: SlackWeb }> {
  const emulator = await startEmulator(emulatorOptions);
  const { apiUrl: baseUrl, botToken: token } = emulator.credentials;
  return { emulator, web: createSlackWeb({ token, baseUrl, rateLimit: 'retry', ...options }) };
}

/** A workspace of its own for one test, and a live client of a bot that is not connected yet. */
export async function setUpRtm(
  options: Partial<SlackRtmOptions> = {},
  emulatorOptions: SlackEmulatorOptions = {},
): Promise<{ readonly emulator: SlackEmulator; readonly slack: SlackRtm; readonly channel: string }> {
  const emulator = await startEmulator(emulatorOptions);
  const { apiUrl: baseUrl, botToken: token, channelId: channel } = emulator.credentials;
  const slack = createSlackRtm({ token, baseUrl, rateLimit: 'retry', ...options });
  onTestFinished(() => slack.close());
  return { emulator, slack, channel };
}

/** The same, connected. */
export async function connect(
  options: Partial<SlackRtmOptions> = {},
  emulatorOptions: SlackEmulatorOptions = {},
): Promise<Awaited<ReturnType<typeof setUpRtm>>> {
  const made = await setUpRtm(options, emulatorOptions);
  await made.slack.connect();
  return made;
}

/** A clock that runs so many times as fast as the system's. */
export function createFastClock(speed = 50): Clock {
  const start = Date.now();
  return {
    now: () => start + (Date.now() - start) * speed,
    after(ms, callback) {
      const timer = setTimeout(callback, ms / speed);
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

/** An emulator and a client of it, on a clock that stands still until it is told to move. */
export async function setUpTimed(
  options: Partial<SlackRtmOptions> = {},
  emulatorOptions: SlackEmulatorOptions = {},
): Promise<Awaited<ReturnType<typeof setUpRtm>> & { readonly clock: ManualClock }> {
  const clock = createManualClock();
  return { clock, ...(await setUpRtm({ clock, ...options }, { clock, ...emulatorOptions })) };
}

/** The same, connected. */
export async function connectStill(...given: Parameters<typeof setUpTimed>): ReturnType<typeof setUpTimed> {
  const made = await setUpTimed(...given);
  await made.slack.connect();
  return made;
}

/** Lets the connection fall, and time pass until another is there. */
export async function comeBack(clock: ManualClock, slack: SlackRtm, fall: () => void): Promise<void> {
  let isBack = false;
  const off = slack.on('state', ({ to }) => {
    isBack = to === 'ready';
  });
  fall();
  await passUntil(clock, () => isBack);
  off();
}

/** Waits until there are so many, and sees to it that there are no more a moment later. */
export async function settlesAt(list: readonly unknown[], length: number): Promise<void> {
  await expect.poll(() => list.length, { timeout: 5000 }).toBe(length);
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  expect(list).toHaveLength(length);
}
