import { startSmoochEmulator, type Emulator, type SmoochCredentials } from '@x/emulators';
import { describeClient } from '@x/testkit';
import { conversations, createSunshine, messages, users, type Sunshine } from '../src/v2/index.js';
import { signedTokens } from './signed-tokens.js';

const externalId = 'ada@example.com';

function optionsFor(emulator: Emulator<object>): SmoochCredentials & { readonly baseUrl: string } {
  return { ...(emulator.credentials as SmoochCredentials), baseUrl: emulator.url };
}

const bad = (options: object) => (emulator: Emulator<object>) => {
  createSunshine({ ...optionsFor(emulator), ...options });
  return undefined;
};

/** The conversation that is written into. Each emulator makes its ids from the same seed. */
let conversationId = '';

describeClient<Sunshine>({
  service: 'smooch',
  async start() {
    const emulator = await startSmoochEmulator();
    const sunshine = createSunshine(optionsFor(emulator));
    await users(sunshine).create({ externalId });
    const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: externalId });
    conversationId = conversation.id;
    emulator.control.requests.clear();
    return emulator;
  },
  create: (emulator, options) => createSunshine({ ...optionsFor(emulator), auth: 'jwt', ...options }),
  read: (sunshine, call) => users(sunshine).get(externalId, {}, call),
  readRequest: { method: 'GET', path: /\/users\/ada%40example\.com$/ },
  write: (sunshine, text, call) => messages(sunshine).sendText(conversationId, text, call),
  writeRequest: { method: 'POST', path: /\/messages$/ },
  ...signedTokens,
  badInput: {
    'an empty key id': bad({ keyId: '' }),
    'an empty secret': bad({ secret: ' ' }),
    'a base URL that is none': bad({ baseUrl: 'api.smooch.io' }),
    'a negative time limit': bad({ timeoutMs: -1 }),
    'a negative time limit of a call': (_emulator, sunshine) =>
      users(sunshine).get('a', {}, { timeoutMs: -1 }),
    'an empty user id': (_emulator, sunshine) => users(sunshine).get(''),
    'a user id that leads upwards': (_emulator, sunshine) => users(sunshine).get('..'),
    'an empty message': (_emulator, sunshine) => messages(sunshine).sendText(conversationId, ''),
  },
});
