import {
  startStackExchangeEmulator,
  type Emulator,
  type RecordedRequest,
  type StackExchangeAccount,
  type StackExchangeControl,
  type StackExchangeCredentials,
  type StackExchangeEmulatorOptions,
} from '@x/emulators';
import { onTestFinished } from 'vitest';
import { createChatExchange, type ChatExchange, type ChatExchangeOptions, type Clock } from '../src/index.js';

export type ChatEmulator = Emulator<StackExchangeCredentials, StackExchangeControl>;

/** A network of its own for one test. */
export async function startEmulator(options: StackExchangeEmulatorOptions = {}): Promise<ChatEmulator> {
  const emulator = await startStackExchangeEmulator(options);
  emulator.control.throttle(false);
  onTestFinished(() => emulator.close());
  return emulator;
}

/** The account with this number. */
export function accountOf(emulator: ChatEmulator, account = 0): StackExchangeAccount {
  const found = emulator.credentials.accounts[account];
  if (found === undefined) throw new Error(`there is no account ${account}`);
  return found;
}

/** A client of an account, or of that with a number. */
export function connectTo(
  emulator: ChatEmulator,
  options: Partial<ChatExchangeOptions> = {},
  account: StackExchangeAccount | number = 0,
): ChatExchange {
  const { email, password } = typeof account === 'number' ? accountOf(emulator, account) : account;
  const chat = createChatExchange({ email, password, chatRoot: emulator.url, ...options });
  onTestFinished(() => chat.close());
  return chat;
}

/** A network of its own, and a client that knows an account. */
export async function connect(
  options: Partial<ChatExchangeOptions> = {},
  emulatorOptions: StackExchangeEmulatorOptions = {},
): Promise<{ readonly emulator: ChatEmulator; readonly chat: ChatExchange }> {
  const emulator = await startEmulator(emulatorOptions);
  return { emulator, chat: connectTo(emulator, options) };
}

/** What went over the wire: method and path. */
export function sent(emulator: ChatEmulator): readonly string[] {
  return emulator.control.requests.all.map(({ method, path }: RecordedRequest) => `${method} ${path}`);
}

/** A clock on which so many times as much time passes: a minute of silence becomes a second. */
export function createFastClock(times: number): Clock {
  return {
    now: () => Date.now() * times,
    after: (ms, callback, hold) => {
      const timer = setTimeout(callback, ms / times);
      if (hold !== true) timer.unref();
      return () => {
        clearTimeout(timer);
      };
    },
  };
}

/** The id of somebody who is in the room already. */
export function somebodyElse(emulator: ChatEmulator): number {
  const known = new Set(emulator.credentials.accounts.map(({ id }) => id));
  const other = emulator.control.messages(1).find(({ userId }) => !known.has(userId));
  if (other === undefined) throw new Error('nobody else is there');
  return other.userId;
}
