import { createChatExchange, type ChatExchangeOptions, type ChatHost } from '@x/chatexchange';
import { startStackExchangeEmulator } from '@x/emulators';
import type { OpenPrompt } from './prompt.js';

/** Where to log in, and which room to begin with. */
interface Place {
  readonly options: ChatExchangeOptions;
  readonly roomId: number;
  /** More that can be named: what is behind an emulator. */
  readonly names: Readonly<Record<string, unknown>>;
  readonly description: string;
  close(): Promise<void>;
}

/** `client`, `room` and `me`: of the account in the environment, or of one in an emulator. */
export const openChatExchange: OpenPrompt = async (environment) => {
  const place = await findPlace(environment);
  const client = createChatExchange(place.options);
  const close = async (): Promise<void> => {
    await client.close();
    await place.close();
  };
  try {
    const me = await client.login();
    const room = client.getRoom(place.roomId);
    return {
      names: { client, room, me, ...place.names },
      welcome: [
        `${place.description}, as ${await me.name}; room ${room.id} is “${await room.name}”.`,
        'Everything but an id is waited for. Try:',
        '  await room.textDescription',
        '  await room.sendMessage("hello, world")',
        '  room.watch((event) => console.log(event.type, event.data))',
        `Names: ${['client', 'room', 'me', ...Object.keys(place.names)].join(', ')}`,
      ],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

async function findPlace(environment: NodeJS.ProcessEnv): Promise<Place> {
  const { CHATEXCHANGE_EMAIL: email, CHATEXCHANGE_PASSWORD: password } = environment;
  const host = (environment['CHATEXCHANGE_HOST'] ?? 'stackexchange.com') as ChatHost;
  if (email !== undefined && password !== undefined) {
    return {
      options: { host, email, password },
      roomId: Number(environment['CHATEXCHANGE_ROOM_ID'] ?? 1),
      names: {},
      description: host,
      close: () => Promise.resolve(),
    };
  }
  const emulator = await startStackExchangeEmulator();
  const { roomId, accounts } = emulator.credentials;
  return {
    options: {
      email: accounts[0].email,
      password: accounts[0].password,
      chatRoot: emulator.url,
    },
    roomId,
    names: { emulator },
    description: `An emulator at ${emulator.url} (set CHATEXCHANGE_EMAIL and CHATEXCHANGE_PASSWORD for the real service)`,
    close: () => emulator.close(),
  };
}
