import { startSmoochEmulator, type Emulator, type SmoochCredentials } from '@x/emulators';
import { describeClient } from '@x/testkit';
import { createSmooch, type Smooch, type SmoochOptions } from '../src/index.js';
import { signedTokens } from './signed-tokens.js';

function optionsFor(emulator: Emulator<object>): SmoochOptions & { keyId: string; secret: string } {
  const { keyId, secret } = emulator.credentials as SmoochCredentials;
  return { keyId, secret, baseUrl: emulator.url };
}

const bad = (options: object) => (emulator: Emulator<object>) => {
  createSmooch({ ...optionsFor(emulator), ...options });
  return undefined;
};

const userId = 'ada@example.com';

describeClient<Smooch>({
  service: 'smooch',
  async start() {
    const emulator = await startSmoochEmulator();
    const smooch = createSmooch(optionsFor(emulator));
    await smooch.precreateUser(userId);
    emulator.control.requests.clear();
    return emulator;
  },
  create: (emulator, options) => createSmooch({ ...optionsFor(emulator), ...options }),
  // The first thing that this does is to read.
  read: (smooch, call) => smooch.ensureWebhookExists('message:appUser', 'https://example.com/hook', call),
  readRequest: { method: 'GET', path: '/v1.1/webhooks' },
  write: (smooch, text, call) => smooch.postMessage(userId, text, call),
  writeRequest: { method: 'POST', path: /\/messages$/ },
  ...signedTokens,
  badInput: {
    'an empty key id': bad({ keyId: '' }),
    'an empty secret': bad({ secret: ' ' }),
    'a base URL that is none': bad({ baseUrl: 'api.smooch.io' }),
    'a base URL with credentials': bad({ baseUrl: 'https://a:b@api.smooch.io' }),
    'a region that is none': bad({ region: 'mars' }),
    'a version that is none': bad({ version: 'v3' }),
    'an account key without an app': (emulator) =>
      createSmooch({ ...optionsFor(emulator), keyId: 'act_0123456789abcdef01234567' }).getUser(userId),
    'a webhook without an id': (_emulator, smooch) => smooch.deleteWebhook(''),
    'a negative time limit': bad({ timeoutMs: -1 }),
    'a negative time limit of a call': (_emulator, smooch) =>
      smooch.postMessage(userId, 'x', { timeoutMs: -1 }),
    'an empty user id': (_emulator, smooch) => smooch.postMessage('', 'x'),
    'a user id that leads upwards': (_emulator, smooch) => smooch.postMessage('..', 'x'),
    'an empty message': (_emulator, smooch) => smooch.postMessage(userId, ''),
    'a webhook that leads nowhere': (_emulator, smooch) =>
      smooch.ensureWebhookExists('message:appUser', 'nowhere'),
  },
});
