import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { postMessageOnce, type Clock } from '../src/index.js';
import { conversations, messages, postMessageOnce as postOnceByV2 } from '../src/v2/index.js';
import { connect, sent, type SmoochEmulator } from './emulator.js';
import { connectSunshine } from './sunshine.js';

const user = 'b6518';
const posts = { method: 'POST', path: /\/messages$/ } as const;

/** A clock whose pauses are over at once. */
const clock: Clock = {
  now: () => Date.now(),
  after(_ms, callback) {
    const timer = setTimeout(callback);
    return () => clearTimeout(timer);
  },
};

const textsOf = ({ control }: SmoochEmulator): unknown[] => control.messages(user).map(({ text }) => text);
const methods = (emulator: SmoochEmulator): string[] => sent(emulator).map(([method]) => method);

test('a message that was taken, though nobody heard, is found and not sent again', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser(user);
  emulator.control.requests.clear();
  emulator.control.fail({ match: posts, drop: 'after' });
  const { message, conversation } = await postMessageOnce(smooch, user, 'Hello', {
    clock,
    sentByMaker: true,
  });
  expect(message).toMatchObject({ text: 'Hello', role: 'appMaker' });
  expect(message.metadata?.['clientMessageId']).toMatch(/^[\da-f-]{36}$/);
  expect(conversation._id).toMatch(/^[\da-f]{24}$/);
  expect(textsOf(emulator)).toEqual(['Hello']);
  expect(methods(emulator)).toEqual(['POST', 'GET']);
});

test.each([
  ['the connection breaks', { drop: 'before' }],
  ['the service is down', { status: 503 }],
] as const)('a message that was lost, since %s, is sent again', async (_why, failure) => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser(user);
  emulator.control.requests.clear();
  emulator.control.fail({ match: posts, ...failure });
  const content = { type: 'text', text: 'Hello', metadata: { order: 7 } } as const;
  const { message } = await postMessageOnce(smooch, user, content, { clock, clientMessageId: 'order-7' });
  expect(message.metadata).toEqual({ order: 7, clientMessageId: 'order-7' });
  expect(textsOf(emulator)).toEqual(['Hello']);
  // The conversation begins with the message: at first there is none to look into.
  expect(methods(emulator)).toEqual(['GET', 'POST', 'GET', 'POST']);
});

test('a message of an id that is there already is not posted a second time', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser(user);
  const first = await postMessageOnce(smooch, user, 'Hello', { clientMessageId: 'order-7' });
  const again = await postMessageOnce(smooch, user, 'Hello', { clientMessageId: 'order-7' });
  expect(again.message._id).toBe(first.message._id);
  await postMessageOnce(smooch, user, 'Hello', { clientMessageId: 'order-8' });
  expect(textsOf(emulator)).toEqual(['Hello', 'Hello']);
});

test('what the service refuses is refused at once', async () => {
  const { emulator, smooch } = await connect();
  const error = await rejection(postMessageOnce(smooch, 'nobody', 'Hello', { clock }));
  expect(error).toMatchObject({ kind: 'refused', code: 'not_found' });
  expect(methods(emulator)).toEqual(['POST']);
});

test('after the last try the failure comes back, and so does that of a look', async () => {
  const { emulator, smooch } = await connect({ retries: 0 });
  await smooch.precreateUser(user);
  emulator.control.requests.clear();
  const lift = emulator.control.fail({ match: posts, status: 503, times: Infinity });
  const last = await rejection(postMessageOnce(smooch, user, 'Hello', { clock, retries: 1 }));
  expect(last).toMatchObject({ kind: 'http', status: 503, retryable: false });
  expect(methods(emulator)).toEqual(['POST', 'GET', 'POST', 'GET']);
  lift();

  emulator.control.fail({ match: posts, drop: 'before' });
  emulator.control.fail({ match: { method: 'GET', path: /\/messages$/ }, status: 500 });
  expect(await rejection(postMessageOnce(smooch, user, 'Hello', { clock, retries: 0 }))).toMatchObject({
    kind: 'network',
  });
});

test('the signal ends it between two tries, with its own reason', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser(user);
  const controller = new AbortController();
  const reason = new Error('the shop has closed');
  emulator.control.fail({ match: posts, drop: 'before' });
  const waiting: Clock = {
    now: () => clock.now(),
    after: () => {
      controller.abort(reason);
      return () => undefined;
    },
  };
  const options = { clock: waiting, signal: controller.signal };
  expect(await rejection(postMessageOnce(smooch, user, 'Hello', options))).toBe(reason);
});

test.each([
  ['clientMessageId', { clientMessageId: '' }],
  ['retries', { retries: -1 }],
])('an unusable %s is refused, and nothing is sent', async (name, options) => {
  const { emulator, smooch } = await connect();
  const error = await rejection(postMessageOnce(smooch, user, 'Hello', options));
  expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  expect(String(error)).toContain(`smooch: ${name} must be`);
  expect(emulator.control.requests.all).toEqual([]);
});

test('by v2, too, a message is there once', async () => {
  const { emulator, sunshine } = await connectSunshine();
  const { conversation } = await conversations(sunshine).getOrCreateDefault({
    userExternalId: 'nora.lindqvist@example.com',
  });
  const message = { author: { type: 'business' }, content: { type: 'text', text: 'Once' } } as const;
  for (const drop of ['after', 'before'] as const) {
    emulator.control.fail({ match: posts, drop });
    const { messages: made } = await postOnceByV2(sunshine, conversation.id, message, { clock });
    expect(made).toMatchObject([
      {
        content: { text: 'Once' },
        metadata: { clientMessageId: expect.stringMatching(/^[\da-f-]{36}$/) as string },
      },
    ]);
  }
  const all = await messages(sunshine).list(conversation.id).toArray();
  expect(all.filter(({ content }) => content.type === 'text' && content.text === 'Once')).toHaveLength(2);
});
