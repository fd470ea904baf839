import {
  startChatterEmulator,
  startSlackEmulator,
  startSmoochEmulator,
  startStackExchangeEmulator,
} from '@x/emulators';
import type { Stage } from './stage.js';

/** Posts and reads, with a session that has ended before the first call. */
export async function chatterStage(): Promise<Stage> {
  const emulator = await startChatterEmulator();
  const { credentials, control } = emulator;
  const { instanceUrl, accessToken, refreshToken, clientId, clientSecret } = credentials;
  control.expireSessions();
  return {
    connection: { instanceUrl, accessToken, refreshToken, clientId, clientSecret },
    answer: { text: 'Hello world!', found: true, refreshes: 1 },
    complaints: () =>
      control.posts().some(({ text }) => text === 'Hello world!') ? [] : ['the post has not arrived'],
    close: () => emulator.close(),
  };
}

/** Makes a user, and posts in the name of both sides. */
export async function smoochStage(): Promise<Stage> {
  const emulator = await startSmoochEmulator();
  const { url, credentials, control } = emulator;
  const { keyId, secret } = credentials;
  return {
    connection: { baseUrl: url, keyId, secret },
    answer: { roles: ['appUser', 'appMaker', 'appMaker'], types: ['text', 'text', 'image'] },
    complaints: () =>
      control.messages('ada@example.com').length === 3 ? [] : ['the messages have not arrived'],
    close: () => emulator.close(),
  };
}

/** Hears a question in real time and answers it. */
export async function slackRtmStage(): Promise<Stage> {
  const emulator = await startSlackEmulator();
  const { credentials, control } = emulator;
  const { apiUrl: baseUrl, botToken, userToken, channelId } = credentials;
  return {
    connection: { baseUrl, botToken, userToken, channelId },
    answer: { heard: 'Is anybody there?', said: 'Yes!!!', state: 'closed' },
    complaints: () =>
      control.messages(channelId).at(-1)?.text === 'Yes!!!' ? [] : ['the message has not arrived'],
    close: () => emulator.close(),
  };
}

/** Logs in, enters a room, speaks and hears it. */
export async function chatExchangeStage(): Promise<Stage> {
  const emulator = await startStackExchangeEmulator();
  const { url, credentials, control } = emulator;
  const { roomId, accounts } = credentials;
  const [account] = accounts;
  if (account === undefined) throw new Error('the chat has no accounts');
  const { name, email, password } = account;
  return {
    connection: { chatRoot: url, email, password, roomId },
    answer: { name, said: 'hello, world', heard: true, state: 'closed' },
    complaints: () =>
      control.messages(roomId).at(-1)?.source === 'hello, world' ? [] : ['the message has not arrived'],
    close: () => emulator.close(),
  };
}
