import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { isServiceError } from '../src/index.js';
import { parseWebhook, verifyWebhook, type WebhookHeaders } from '../src/webhooks/index.js';
import { connect } from './emulator.js';
import { startReceiver } from './receiver.js';

test('what a user writes arrives, verified and parsed', async () => {
  const { url, received } = await startReceiver();
  const { emulator, smooch } = await connect();
  const { secret } = await smooch.ensureWebhookExists('message:appUser', url);
  await smooch.precreateUser('b6518');
  const { message, conversation } = await smooch.postMessage('b6518', 'Is Smooch any good?');
  await emulator.control.flush();

  const [{ headers, body } = { headers: {}, body: Buffer.alloc(0) }] = received;
  expect(await verifyWebhook(headers, [secret])).toBe(true);
  expect(await verifyWebhook(headers, ['another'])).toBe(false);
  const event = parseWebhook(body);
  if (event.trigger !== 'message:appUser') throw new Error('no message');
  expect(event.messages).toEqual([message]);
  expect(event).toMatchObject({ version: 'v1.1', appUser: { userId: 'b6518' } });
  expect(event.conversation?._id).toBe(conversation._id);
});

test('a webhook of v1 tells in the words of v1', async () => {
  const { url, received } = await startReceiver();
  const { emulator, smooch } = await connect({ version: 'v1' });
  await smooch.ensureWebhookExists('*', url);
  emulator.control.user('nora.lindqvist@example.com').sends({ text: 'Hello' });
  await smooch.postMessage('nora.lindqvist@example.com', 'Hello, Nora', { sentByMaker: true });
  await emulator.control.flush();
  const events = received.map(({ body }) => parseWebhook(body.toString()));
  expect(events.map(({ trigger }) => String(trigger)).toSorted()).toEqual([
    'delivery:success',
    'message:appMaker',
    'message:appUser',
  ]);
  const written = events.find((event) => event.trigger === 'message:appUser');
  expect(written?.appUser.givenName).toBe('Nora');
  expect(written).not.toHaveProperty('version');
  expect(events.find((event) => event.trigger === 'delivery:success')?.messages).toHaveLength(1);
});

test('deliveries of v1.1 tell how far a message came', async () => {
  const { url, received } = await startReceiver();
  const { emulator, smooch } = await connect();
  for (const stage of ['channel', 'user', 'failure'] as const) {
    await smooch.ensureWebhookExists(`message:delivery:${stage}`, url);
  }
  const user = 'nora.lindqvist@example.com';
  await smooch.postMessage(user, 'Hello', { sentByMaker: true });
  emulator.control.user(user).blocks();
  await smooch.postMessage(user, 'Are you there?', { sentByMaker: true });
  await emulator.control.flush();
  const events = received.map(({ body }) => parseWebhook(body));
  expect(new Set(events.map(({ trigger }) => String(trigger)))).toEqual(
    new Set(['message:delivery:channel', 'message:delivery:user', 'message:delivery:failure']),
  );
  const failure = events.find((event) => event.trigger === 'message:delivery:failure');
  expect(failure?.error.code).toBe('forbidden');
  expect(failure?.isFinalEvent).toBe(true);
});

const secret = 'secret-0123456789abcdef';

test.each<readonly [string, WebhookHeaders, string | readonly string[], boolean]>([
  ['Headers', new Headers({ 'X-API-Key': secret }), [secret], true],
  ['a record of Node.js', { 'x-api-key': secret, host: 'example.com' }, [secret], true],
  ['names in any case', { 'X-Api-Key': secret }, [secret], true],
  ['one secret', { 'x-api-key': secret }, secret, true],
  ['any of several, the first', { 'x-api-key': secret }, [secret, 'other'], true],
  ['any of several, the last', { 'x-api-key': secret }, ['other', 'one more', secret], true],
  ['the same twice', { 'x-api-key': secret }, [secret, secret], true],
  ['beside an empty one', { 'x-api-key': secret }, ['', secret], true],
  ['no header', {}, [secret], false],
  ['no header in Headers', new Headers(), [secret], false],
  ['an undefined header', { 'x-api-key': undefined }, [secret], false],
  ['an empty header', { 'x-api-key': '' }, [secret], false],
  ['an empty header and an empty secret', { 'x-api-key': '' }, [''], false],
  ['no header and an empty secret', {}, '', false],
  ['no secret', { 'x-api-key': secret }, [], false],
  ['another', { 'x-api-key': `${secret}x` }, [secret], false],
  ['a beginning', { 'x-api-key': secret.slice(0, -1) }, [secret], false],
  ['another case', { 'x-api-key': secret.toUpperCase() }, [secret], false],
  ['a list', { 'x-api-key': [secret] }, [secret], false],
  ['two in one', { 'x-api-key': `${secret}, ${secret}` }, [`${secret}, ${secret}`], false],
  ['two headers', { 'x-api-key': secret, 'X-API-Key': secret }, [secret], false],
  [
    'two in Headers',
    new Headers([
      ['x-api-key', secret],
      ['x-api-key', secret],
    ]),
    [secret],
    false,
  ],
])('%s: %j against %j is %s', async (_name, headers, secrets, expected) => {
  expect(await verifyWebhook(headers, secrets)).toBe(expected);
});

test('a secret that is undefined, as from a missing variable, lets nobody in', async () => {
  for (const secrets of [undefined, [undefined], null]) {
    expect(await verifyWebhook({}, secrets as unknown as string)).toBe(false);
    expect(await verifyWebhook({ 'x-api-key': 'undefined' }, secrets as unknown as string)).toBe(false);
    expect(await verifyWebhook({ 'x-api-key': 'null' }, secrets as unknown as string)).toBe(false);
  }
});

const event = {
  trigger: 'postback',
  app: { _id: '1' },
  appUser: { _id: '2' },
  postbacks: [],
  more: { than: ['this'] },
};
const envelope = { app: { id: '1' }, webhook: { id: '2', version: 'v2' }, events: [{ id: '3', type: 'x' }] };

test.each([
  ['text', JSON.stringify(event)],
  ['bytes', new TextEncoder().encode(JSON.stringify(event))],
  ['an ArrayBuffer', new TextEncoder().encode(JSON.stringify(event)).buffer],
  ['what a framework has parsed', Object.freeze({ ...event })],
])('a webhook is read from %s, and nothing is lost', (_name, body) => {
  expect(parseWebhook(body)).toEqual(event);
});

test('an event that nobody knows, and the envelope of v2, come as they are', () => {
  const unknown = { trigger: 'planet:moved', to: { x: 1 } };
  expect(parseWebhook(unknown)).toBe(unknown);
  expect(parseWebhook(JSON.stringify(envelope))).toEqual(envelope);
});

test.each([
  '',
  'x-api-key',
  '<html>',
  '{"trigger":',
  'null',
  '7',
  '"postback"',
  '[]',
  '{}',
  '{"trigger":""}',
  '{"trigger":7}',
  '{"trigger":null}',
  '{"events":[]}',
  '{"events":[],"webhook":null}',
  '{"events":{},"webhook":{"version":"v2"}}',
  new Uint8Array([0xff, 0xfe]),
  [],
  [event],
])('what is no webhook is refused: %j', async (body) => {
  const error = await rejection(Promise.resolve().then(() => parseWebhook(body)));
  expect(isServiceError(error)).toBe(true);
  expect(error).toMatchObject({
    name: 'SmoochError',
    kind: 'protocol',
    code: 'INVALID_WEBHOOK',
    retryable: false,
  });
});
