import {
  startStackExchangeEmulator,
  type Emulator,
  type StackExchangeControl,
  type StackExchangeCredentials,
} from '@x/emulators';
import { describeClient } from '@x/testkit';
import { createChatExchange, type ChatExchange, type ChatExchangeOptions } from '../src/index.js';

type ChatEmulator = Emulator<StackExchangeCredentials, StackExchangeControl>;

function optionsFor(emulator: Emulator<object>): ChatExchangeOptions {
  const [account] = (emulator as ChatEmulator).credentials.accounts;
  return { email: account?.email, password: account?.password, chatRoot: emulator.url };
}

const bad = (options: ChatExchangeOptions) => (emulator: Emulator<object>) => {
  createChatExchange({ ...optionsFor(emulator), ...options });
  return undefined;
};

describeClient<ChatExchange>({
  service: 'chatexchange',
  async start() {
    const emulator = await startStackExchangeEmulator();
    emulator.control.throttle(false);
    return emulator;
  },
  create: (emulator, options) => createChatExchange({ ...optionsFor(emulator), ...options }),
  read: (chat, call) => chat.getRoom(1).load({ refresh: true, ...call }),
  readRequest: { method: 'GET', path: '/rooms/info/1' },
  write: (chat, text, call) => chat.getRoom(1).sendMessage(text, call),
  writeRequest: { method: 'POST', path: '/chats/1/messages/new' },
  unreadable: { code: 'UNEXPECTED_PAGE', faults: [{ kind: 'html', status: 200 }] },
  secrets: (emulator) => [(emulator as ChatEmulator).credentials.accounts[0]?.password ?? 'none', 'acct='],
  expire: (emulator) => {
    (emulator as ChatEmulator).control.expireSessions();
  },
  renewals: ({ control }) => control.requests.matching({ method: 'POST', path: '/users/login' }).length,
  badInput: {
    'an empty password': bad({ password: '' }),
    'a root that is none': bad({ chatRoot: 'chat.stackexchange.com' }),
    'a root with credentials': bad({ chatRoot: 'https://a:b@chat.stackexchange.com' }),
    'a negative time limit': bad({ timeoutMs: -1 }),
    'an empty message': (_emulator, chat) => chat.getRoom(1).sendMessage(''),
  },
});
