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

/** The same, where time passes only when it is told to, for both sides. */
export async function connectStill(
  options: Partial<SlackRtmOptions> = {},
  emulatorOptions: SlackEmulatorOptions = {},
): Promise<Awaited<ReturnType<typeof setUpRtm>> & { readonly clock: ManualClock }> {
  const clock = createManualClock();
  return { clock, ...(await connect({ clock, ...options }, { clock, ...emulatorOptions })) };
}

/** Lets time pass, step by step, until something is so. What travels meanwhile takes some turns, however slow the machine is. */
export async function passUntil(clock: ManualClock, isSo: () => boolean, stepMs = 20): Promise<void> {
  const deadline = clock.now() + 600_000;
  while (!isSo()) {
    if (clock.now() > deadline) throw new Error('it was not so within ten minutes');
    await pass(clock, stepMs, stepMs);
  }
}

/** Lets so much time pass, step by step. */
export async function pass(clock: ManualClock, ms: number, stepMs = 20): Promise<void> {
  for (let left = ms; left > 0; left -= stepMs) {
    for (let turn = 0; turn < 4; turn += 1) await breath();
    await clock.advance(Math.min(left, stepMs));
  }
  for (let turn = 0; turn < 20; turn += 1) await breath();
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

/** Lets sockets breathe. */
export const breath = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** Waits until there are so many, and sees to it that there are no more a moment later. */
export async function settlesAt(list: readonly unknown[], length: number): Promise<void> {
  await expect.poll(() => list.length, { timeout: 5000 }).toBe(length);
  await new Promise((resolve) => {
    setTimeout(resolve, 20);
  });
  expect(list).toHaveLength(length);
}
