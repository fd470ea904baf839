import { startStackExchangeEmulator } from '@x/emulators';
import { describeLiveClient, type LiveClient } from '@x/testkit';
import { createChatExchange, type ChatExchange, type Message } from '../src/index.js';
import { accountOf, somebodyElse, type ChatEmulator } from './emulator.js';

const known = (emulator: unknown): ChatEmulator => emulator as ChatEmulator;

/** A client with one room: to connect is to join it. */
interface InRoom extends LiveClient {
  readonly chat: ChatExchange;
}

const roomId = 1;
const textOf = async (message: Message): Promise<string> => (await message.textContent) ?? '';

describeLiveClient<InRoom>({
  service: 'chatexchange',
  async start(clock) {
    const emulator = await startStackExchangeEmulator({ ...(clock !== undefined && { clock }) });
    emulator.control.throttle(false);
    return emulator;
  },
  create(emulator, options) {
    const { email, password } = accountOf(known(emulator));
    const chat = createChatExchange({ email, password, chatRoot: emulator.url, ...options });
    const room = chat.getRoom(roomId);
    return {
      chat,
      get state() {
        return chat.state;
      },
      connect: (call) => room.join(call),
      close: () => chat.close(),
      [Symbol.asyncDispose]: () => chat[Symbol.asyncDispose](),
    };
  },
  onState: ({ chat }, listener) => chat.on('state', listener),
  onText: ({ chat }, listener, signal) =>
    chat.on('message', ({ content = '' }) => listener(content), { signal }),
  texts({ chat }) {
    const messages = chat.getRoom(roomId).newMessages();
    return {
      async next() {
        const { done, value } = await messages.next();
        return done === true ? { done, value: undefined } : { done: false, value: await textOf(value) };
      },
      async return() {
        await messages.return?.();
        return { done: true, value: undefined };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  },
  say(emulator, text) {
    known(emulator).control.say(roomId, somebodyElse(known(emulator)), text);
  },
  cuts: {
    'a close frame': (emulator) => {
      known(emulator).control.cut('close');
    },
    'a connection that is dropped': (emulator) => {
      known(emulator).control.cut('drop');
    },
    'a connection that is reset': (emulator) => {
      known(emulator).control.cut('reset');
    },
    'half a frame': (emulator) => {
      known(emulator).control.cut('halfFrame');
    },
  },
  silence: (emulator) => {
    known(emulator).control.cut('deaf');
  },
  silenceMs: 45_000,
  sockets: (emulator) => known(emulator).control.sockets().length,
  handshake: { upgrade: true },
  // The rooms are left then, and can be joined again.
  refusedState: 'idle',
  refuse: (emulator) => {
    known(emulator).control.captcha(true);
  },
});
