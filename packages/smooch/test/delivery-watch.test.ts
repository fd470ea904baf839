import { createManualClock, type ManualClock } from '@x/emulators';
import { expectNoSecrets, rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import type { Smooch } from '../src/index.js';
import { conversations, integrations, messages, webhooks } from '../src/v2/index.js';
import {
  createDeliveryWatch,
  createWebhookHandler,
  type Delivered,
  type DeliveryWatch,
} from '../src/webhooks/index.js';
import { connect, type SmoochEmulator } from './emulator.js';
import { serveHandler } from './receiver.js';
import { connectSunshine } from './sunshine.js';

const nora = 'nora.lindqvist@example.com';
const stages = ['channel', 'user', 'failure'] as const;

const channelOf = (event: Delivered): unknown =>
  event.trigger === undefined ? event.payload.destination?.type : event.destination?.type;

/** A watch that hears what becomes of the messages of v1.1. */
async function watching(): Promise<{
  readonly emulator: SmoochEmulator;
  readonly smooch: Smooch;
  readonly watch: DeliveryWatch;
  readonly post: (text: string) => Promise<string>;
}> {
  const { emulator, smooch } = await connect();
  const watch = createDeliveryWatch();
  const secrets: string[] = [];
  const url = await serveHandler(createWebhookHandler({ secrets: () => secrets, on: watch.on }));
  for (const stage of stages) {
    secrets.push((await smooch.ensureWebhookExists(`message:delivery:${stage}`, url)).secret);
  }
  const post = async (text: string): Promise<string> =>
    (await smooch.postMessage(nora, text, { sentByMaker: true })).message._id;
  return { emulator, smooch, watch, post };
}

/** A clock that can be moved, and how many of its timers are neither over nor taken back. */
function countedClock(): { readonly clock: ManualClock; readonly timers: ReadonlySet<object> } {
  const clock = createManualClock();
  const timers = new Set<object>();
  const after: ManualClock['after'] = (ms, callback) => {
    const timer = {};
    timers.add(timer);
    const stop = clock.after(ms, () => {
      timers.delete(timer);
      callback();
    });
    return () => {
      timers.delete(timer);
      stop();
    };
  };
  return { clock: { ...clock, after }, timers };
}

/** Whether a promise is still open after what is under way. */
async function isOpen(promise: Promise<unknown>): Promise<boolean> {
  let open = true;
  void promise.then(
    () => (open = false),
    () => (open = false),
  );
  await new Promise<void>((resolve) => {
    setImmediate(resolve);
  });
  return open;
}

test('what the service delivers is waited for, up to the channel or up to the user', async () => {
  const { emulator, watch, post } = await watching();
  emulator.control.configure({ reportDeliveries: false });
  const id = await post('Your order is on its way');
  const [channel, user] = [watch.waitFor(id, { until: 'channel' }), watch.waitFor(id)];

  emulator.control.channel('messenger').deliver(id, 'channel');
  await emulator.control.flush();
  expect(await channel).toMatchObject({ trigger: 'message:delivery:channel', message: { _id: id } });
  expect(await isOpen(user)).toBe(true);

  emulator.control.channel('messenger').deliver(id, 'user');
  const event = await user;
  expect(event).toMatchObject({ trigger: 'message:delivery:user', isFinalEvent: true });
  expect(channelOf(event)).toBe('messenger');
});

test('deliveries that were told before the wait are remembered', async () => {
  const { emulator, watch, post } = await watching();
  const id = await post('Hello, Nora');
  await emulator.control.flush();
  expect(await watch.waitFor(id)).toMatchObject({ trigger: 'message:delivery:user' });
  // What the user has, the channel has had.
  expect(await watch.waitFor(id, { until: 'channel' })).toMatchObject({ trigger: 'message:delivery:user' });
});

test('a message that is not delivered is an error in the words of the service', async () => {
  const { emulator, smooch, watch, post } = await watching();
  emulator.control.user(nora).blocks();
  const id = await post('Are you there?');
  const error = await rejection(watch.waitFor(id));
  expect(error).toMatchObject({
    name: 'SmoochError',
    kind: 'refused',
    code: 'forbidden',
    retryable: false,
    details: {
      code: 'forbidden',
      message: 'Forbidden',
      underlyingError: { message: 'The user has blocked messages from this sender.' },
    },
  });
  expect(String(error)).toContain(`the message ${id} was not delivered: forbidden: Forbidden`);
  expectNoSecrets(
    error,
    (await smooch.getWebhooks()).webhooks.map(({ secret }) => secret),
  );
});

test('deliveries of v2 are waited for in the same way', async () => {
  const { emulator, sunshine } = await connectSunshine();
  const watch = createDeliveryWatch();
  let secret = '';
  const url = await serveHandler(createWebhookHandler({ secrets: () => secret, on: watch.on }));
  const { integration } = await integrations(sunshine).create({
    type: 'custom',
    displayName: 'Bot',
    webhooks: [
      { target: url, triggers: stages.map((stage) => `conversation:message:delivery:${stage}` as const) },
    ],
  });
  secret = (await webhooks(sunshine).list(integration.id).toArray())[0]?.secret ?? '';
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: nora });

  const say = async (text: string): Promise<string> =>
    (await messages(sunshine).sendText(conversation.id, text)).messages[0]?.id ?? '';
  const id = await say('Hello, Nora');
  const event = await watch.waitFor(id);
  expect(event).toMatchObject({ type: 'conversation:message:delivery:user', payload: { message: { id } } });
  expect(channelOf(event)).toBe('messenger');

  emulator.control.user(nora).blocks();
  expect(await rejection(watch.waitFor(await say('Are you there?')))).toMatchObject({
    kind: 'refused',
    code: 'forbidden',
    details: { underlyingError: { message: 'The user has blocked messages from this sender.' } },
  });
});

test('a wait ends after its time, and leaves no timer', async () => {
  const { clock, timers } = countedClock();
  const watch = createDeliveryWatch({ clock });
  const [minute, chosen] = [watch.waitFor('m1'), watch.waitFor('m1', { until: 'channel', timeoutMs: 1_000 })];
  const failures = [rejection(minute), rejection(chosen)] as const;
  await clock.advance(1_000);
  expect(await failures[1]).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', retryable: true });
  expect(await isOpen(minute)).toBe(true);
  await clock.advance(59_000);
  expect(String(await failures[0])).toContain(
    'nothing told within 60000 ms that the user has the message m1',
  );

  watch.on['message:delivery:user']({
    trigger: 'message:delivery:user',
    appUser: { _id: 'u1' },
    message: { _id: 'm2' },
  });
  await watch.waitFor('m2');
  expect(timers.size).toBe(0);
});

test('the signal ends a wait with its own reason', async () => {
  const { clock, timers } = countedClock();
  const watch = createDeliveryWatch({ clock });
  const controller = new AbortController();
  const failure = rejection(watch.waitFor('m1', { signal: controller.signal }));
  const reason = new Error('the page was closed');
  controller.abort(reason);
  expect(await failure).toBe(reason);
  expect(await rejection(watch.waitFor('m1', { signal: controller.signal }))).toBe(reason);
  expect(timers.size).toBe(0);
});

test('no more messages are remembered than the limit says', async () => {
  const clock = createManualClock();
  const watch = createDeliveryWatch({ limit: 4, clock });
  for (let index = 1; index <= 9; index += 1) {
    watch.on['message:delivery:user']({
      trigger: 'message:delivery:user',
      appUser: { _id: 'u1' },
      message: { _id: `m${index}` },
    });
  }
  for (const id of ['m8', 'm9']) expect(await watch.waitFor(id)).toMatchObject({ message: { _id: id } });
  const forgotten = rejection(watch.waitFor('m1'));
  await clock.advance(60_000);
  expect(await forgotten).toMatchObject({ code: 'TIMEOUT' });
});

test.each([
  ['messageId', (watch: DeliveryWatch) => watch.waitFor('')],
  ['messageId', (watch: DeliveryWatch) => watch.waitFor(undefined as unknown as string)],
  ['timeoutMs', (watch: DeliveryWatch) => watch.waitFor('m1', { timeoutMs: 0 })],
  ['timeoutMs', (watch: DeliveryWatch) => watch.waitFor('m1', { timeoutMs: Infinity })],
  ['until', (watch: DeliveryWatch) => watch.waitFor('m1', { until: 'failure' as 'user' })],
])('an unusable %s is refused', async (name, wait) => {
  const error = await rejection(wait(createDeliveryWatch()));
  expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  expect(String(error)).toContain(`smooch: ${name} must be`);
});
