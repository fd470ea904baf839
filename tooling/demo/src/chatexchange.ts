import { createChatExchange, type ChatExchangeOptions, type Message } from '@x/chatexchange';
import { startStackExchangeEmulator } from '@x/emulators';
import type { Session, Stage } from './session.js';

interface Chat {
  readonly options: ChatExchangeOptions;
  readonly roomId: number;
  /** Breaks the connection and lets somebody speak meanwhile, where that can be done. */
  readonly missSomething: ((text: string) => void) | undefined;
}

async function run(stage: Stage, { options, roomId, missSomething }: Chat): Promise<void> {
  const chat = createChatExchange({ ...options, observe: stage.observe });
  const room = chat.getRoom(roomId);
  try {
    await stage.step({
      title: 'Who am I? The first call that needs an account logs in.',
      code: 'await (await chat.getMe()).name',
      run: async () => {
        const me = await chat.getMe();
        return { id: me.id, name: await me.name };
      },
      show: ({ id, name }) => `${name}, user ${id}`,
      check: ({ name }) => (name === '' ? 'there is no name' : undefined),
    });

    await stage.step({
      title: 'A room is an object; what it is called is asked when it is needed.',
      code: `await chat.getRoom(${roomId}).name`,
      run: async () => room.name,
      show: (name) => `“${name}”`,
      check: (name) => (name === '' ? 'there is no name' : undefined),
    });

    await stage.step({
      title: 'Entering it, so that its events come.',
      code: 'await room.join()',
      run: () => room.join(),
      show: () => chat.state,
      check: () => (chat.state === 'ready' ? undefined : `it is ${chat.state}`),
    });
    const messages = room.newMessages();
    const next = async (): Promise<Message | undefined> => (await messages.next()).value;

    const sent = await stage.step({
      title: 'Saying something, and hearing it.',
      code: `const message = await room.sendMessage('hello, *world*')`,
      run: async () => {
        const message = await room.sendMessage('hello, *world*');
        return { message, heard: await next() };
      },
      show: ({ message }) => `message ${message.id}, and the same object came as an event`,
      check: ({ message, heard }) => (message === heard ? undefined : 'another message was heard'),
    });

    await stage.step({
      title: 'What it looks like to others: one request fills all that its page carries.',
      code: 'await message.content',
      run: async () => sent.message.content,
      show: (content) => content ?? 'deleted',
      check: (content) => (content?.includes('<i>world</i>') === true ? undefined : 'it is not rendered'),
    });

    if (missSomething !== undefined) {
      await stage.step({
        title: 'The connection breaks, and somebody speaks meanwhile. Nothing is lost.',
        code: 'for await (const message of room.newMessages()) { … }',
        run: async () => {
          missSomething('did I miss anything?');
          return (await next())?.textContent ?? '';
        },
        show: (text) => `“${text}”`,
        check: (text) => (text === 'did I miss anything?' ? undefined : 'it was lost'),
      });
    }
  } finally {
    await chat.close();
  }
}

/** Stack Exchange chat. */
export const chatExchangeSession: Session = {
  name: 'chatexchange',
  title: 'Stack Exchange chat: a room without loss',
  variables: ['CHATEXCHANGE_EMAIL', 'CHATEXCHANGE_PASSWORD', 'CHATEXCHANGE_ROOM_ID'],
  async runEmulated(stage) {
    const emulator = await startStackExchangeEmulator();
    const { roomId, accounts } = emulator.credentials;
    const [account, other] = accounts;
    try {
      await run(stage, {
        options: {
          host: 'stackexchange.com',
          chatRoot: emulator.url,
          loginRoot: emulator.url,
          email: account?.email,
          password: account?.password,
        },
        roomId,
        missSomething(text) {
          emulator.control.cut('reset');
          emulator.control.say(roomId, other?.id ?? 0, text);
        },
      });
    } finally {
      await emulator.close();
    }
  },
  async runLive(stage, environment) {
    await run(stage, {
      options: {
        host: 'stackexchange.com',
        email: environment['CHATEXCHANGE_EMAIL'],
        password: environment['CHATEXCHANGE_PASSWORD'],
      },
      roomId: Number(environment['CHATEXCHANGE_ROOM_ID']),
      missSomething: undefined,
    });
  },
};
