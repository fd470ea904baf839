import { startSmoochEmulator } from '@x/emulators';
import { createSmooch, type SmoochSettings } from '@x/smooch';
import { jwtForUser } from '@x/smooch/jwt';
import { parseWebhook, verifyWebhook } from '@x/smooch/webhooks';
import type { Session, Stage } from './session.js';
import { startReceiver, type WebhookReceiver } from './webhook-receiver.js';

interface App {
  readonly keyId: string;
  readonly secret: string;
  readonly settings: SmoochSettings;
  /** Where webhooks go; only a receiver of our own can show a delivery. */
  readonly webhook: WebhookReceiver | { readonly url: string };
}

/** A picture of one grey dot. */
const picture = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB4iG8MwAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

async function run(stage: Stage, { keyId, secret, settings, webhook }: App): Promise<void> {
  const smooch = createSmooch({ keyId, secret, ...settings, observe: stage.observe });
  const userId = `demo-${Date.now().toString(36)}@example.com`;

  await stage.step({
    title: 'Somebody to talk to, before they have said a word.',
    code: `await smooch.precreateUser('${userId}', { givenName: 'Ada' })`,
    run: () => smooch.precreateUser(userId, { givenName: 'Ada' }),
    show: ({ appUser }) => `app user ${appUser._id}, known as ${appUser.userId ?? '?'}`,
    check: ({ appUser }) => (appUser.userId === userId ? undefined : 'another user came back'),
  });

  const hook = await stage.step({
    title: 'Events are to be told to an address.',
    code: `await smooch.ensureWebhookExists('message:appUser', '${webhook.url}')`,
    run: () => smooch.ensureWebhookExists('message:appUser', webhook.url),
    show: ({ id, created }) => `webhook ${id} ${created ? 'made' : 'found'}; its secret is kept`,
    check: ({ secret: given }) => (given === '' ? 'there is no secret' : undefined),
  });

  await stage.step({
    title: 'The user asks.',
    code: `await smooch.postMessage(userId, 'Is Smooch any good?')`,
    run: () => smooch.postMessage(userId, 'Is Smooch any good?'),
    show: ({ message }) => `${message.name ?? 'somebody'} (${message.role}): “${message.text ?? ''}”`,
    check: ({ message }) => (message.role === 'appUser' ? undefined : `the role is ${message.role}`),
  });

  if ('next' in webhook) {
    await stage.step({
      title: 'The webhook tells of it: checked in constant time, then read.',
      code: 'if (await verifyWebhook(headers, [secret])) event = parseWebhook(body)',
      run: async () => {
        const { headers, body } = await webhook.next();
        if (!(await verifyWebhook(headers, [hook.secret]))) throw new Error('the secret does not hold');
        if (await verifyWebhook(headers, ['another secret'])) throw new Error('another secret holds, too');
        return parseWebhook(body);
      },
      show: (event) => JSON.stringify(event).slice(0, 100),
      check: (event) =>
        JSON.stringify(event).includes('Is Smooch any good?') ? undefined : 'it tells of something else',
    });
  }

  await stage.step({
    title: 'The business answers.',
    code: `await smooch.postMessage(userId, 'Yes!!!', { sentByMaker: true })`,
    run: () => smooch.postMessage(userId, 'Yes!!!', { sentByMaker: true }),
    show: ({ message }) => `${message.name ?? 'the business'} (${message.role}): “${message.text ?? ''}”`,
    check: ({ message }) => (message.role === 'appMaker' ? undefined : `the role is ${message.role}`),
  });

  await stage.step({
    title: 'With a picture.',
    code: `await smooch.postMedia(userId, bytes, { name: 'dot.png', sentByMaker: true })`,
    run: () => smooch.postMedia(userId, picture, { name: 'dot.png', sentByMaker: true }),
    show: ({ message }) =>
      message.type === 'image' ? `${message.mediaType ?? 'a picture'} at ${message.mediaUrl}` : 'no picture',
    check: ({ message }) => (message.type === 'image' ? undefined : `the type is ${String(message.type)}`),
  });

  await stage.step({
    title: 'A token with which the page of this user can log in.',
    code: `await jwtForUser(keyId, secret, userId)`,
    run: () => jwtForUser(keyId, secret, userId),
    show: (jwt) => `a JWT of ${jwt.length} characters, ${jwt.split('.').length} parts`,
    check: (jwt) => (jwt.split('.').length === 3 ? undefined : 'it is no JWT'),
  });
}

/** Smooch, v1.1. */
export const smoochSession: Session = {
  name: 'smooch',
  title: 'Smooch: a conversation, a picture, a webhook',
  variables: ['SMOOCH_KEY_ID', 'SMOOCH_SECRET', 'SMOOCH_WEBHOOK_URL'],
  async runEmulated(stage) {
    const emulator = await startSmoochEmulator();
    const webhook = await startReceiver();
    try {
      const { keyId, secret } = emulator.credentials;
      await run(stage, { keyId, secret, settings: { baseUrl: emulator.url }, webhook });
    } finally {
      webhook.close();
      await emulator.close();
    }
  },
  async runLive(stage, environment) {
    const {
      SMOOCH_KEY_ID: keyId = '',
      SMOOCH_SECRET: secret = '',
      SMOOCH_WEBHOOK_URL: url = '',
    } = environment;
    await run(stage, { keyId, secret, settings: {}, webhook: { url } });
  },
};
