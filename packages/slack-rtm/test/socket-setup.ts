import type { SlackEmulatorOptions } from '@x/emulators';
import { onTestFinished } from 'vitest';
import { createSlackSocket, type SlackSocket, type SlackSocketOptions } from '../src/index.js';
import { startEmulator, type SlackEmulator } from './setup.js';

/** What a test of Socket Mode works with. */
export interface SocketTest {
  readonly emulator: SlackEmulator;
  readonly slack: SlackSocket;
  readonly channel: string;
  /** Lets a person say something, and returns its timestamp. */
  readonly say: (text: string) => string;
}

/** A workspace of its own for one test, and a client of Socket Mode that is not connected yet. */
export async function setUpSocket(
  options: Partial<SlackSocketOptions> = {},
  emulatorOptions: SlackEmulatorOptions = {},
): Promise<SocketTest> {
  const emulator = await startEmulator(emulatorOptions);
  return { emulator, ...joinSocket(emulator, options) };
}

/** One more client of the same workspace. */
export function joinSocket(
  { credentials, control }: SlackEmulator,
  options: Partial<SlackSocketOptions> = {},
): Omit<SocketTest, 'emulator'> {
  const { apiUrl: baseUrl, appToken, granularBotToken: token, channelId: channel, userName } = credentials;
  const slack = createSlackSocket({ appToken, token, baseUrl, ...options });
  onTestFinished(() => slack.close());
  return { slack, channel, say: (text) => control.say(channel, userName, text) };
}

/** The same, connected. */
export async function connectSocket(
  options: Partial<SlackSocketOptions> = {},
  emulatorOptions: SlackEmulatorOptions = {},
): Promise<SocketTest> {
  const made = await setUpSocket(options, emulatorOptions);
  await made.slack.connect();
  return made;
}
