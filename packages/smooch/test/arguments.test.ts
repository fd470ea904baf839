import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import type { Smooch } from '../src/index.js';
import { connect } from './emulator.js';

/** As a program in JavaScript may call it. */
type Call = (
  smooch: Record<keyof Smooch, (...input: readonly unknown[]) => Promise<unknown>>,
) => Promise<unknown>;

test.each<readonly [string, Call]>([
  ['userId', (smooch) => smooch.precreateUser('')],
  ['userId', (smooch) => smooch.precreateUser(undefined)],
  ['userId', (smooch) => smooch.precreateUser(7)],
  ['userId', (smooch) => smooch.postMessage(' ', 'Hello')],
  ['userId', (smooch) => smooch.postMessage(null, 'Hello')],
  ['textOrContent', (smooch) => smooch.postMessage('b6518', '')],
  ['textOrContent', (smooch) => smooch.postMessage('b6518', undefined)],
  ['textOrContent', (smooch) => smooch.postMessage('b6518', null)],
  ['text', (smooch) => smooch.postMessage('b6518', 'x'.repeat(4097))],
  ['userId', (smooch) => smooch.postMedia('', new Blob(['bytes']))],
  ['source', (smooch) => smooch.postMedia('b6518')],
  ['source', (smooch) => smooch.postMedia('b6518', '')],
  ['source', (smooch) => smooch.postMedia('b6518', import.meta.dirname)],
  ['source', (smooch) => smooch.postMedia('b6518', { path: 'picture.jpg' })],
  ['name', (smooch) => smooch.postMedia('b6518', new Blob(['bytes']), { name: '' })],
  ['name', (smooch) => smooch.postMedia('b6518', new Blob(['bytes']), { name: 7 })],
  ['type', (smooch) => smooch.postMedia('b6518', new Blob(['bytes']), { type: 'jpeg' })],
  ['type', (smooch) => smooch.postMedia('b6518', new Blob(['bytes']), { type: '' })],
  ['trigger', (smooch) => smooch.ensureWebhookExists('', 'https://example.com')],
  ['trigger', (smooch) => smooch.ensureWebhookExists(undefined, 'https://example.com')],
  ['url', (smooch) => smooch.ensureWebhookExists('postback', '')],
  ['url', (smooch) => smooch.ensureWebhookExists('postback', 'example.com/hook')],
  ['url', (smooch) => smooch.ensureWebhookExists('postback', 'ftp://example.com')],
  ['url', (smooch) => smooch.ensureWebhookExists('postback', 'https://')],
  ['url', (smooch) => smooch.ensureWebhookExists('postback')],
  ['userId', (smooch) => smooch.initUser('')],
  ['userId', (smooch) => smooch.getUser('')],
  ['userId', (smooch) => smooch.updateUser(undefined, {})],
  ['userId', (smooch) => smooch.linkUserToChannel('', 'twilio', {})],
  ['userId', (smooch) => smooch.unlinkUserFromChannel(7, 'twilio')],
  ['target', (smooch) => smooch.makeWebhook('example.com/hook')],
  ['target', (smooch) => smooch.updateWebhook('5693d6a7d4465b2a008ef204', { target: 'nowhere' })],
  ['userId', (smooch) => smooch.userJwt('')],
  ['userId', (smooch) => smooch.userJwt(7)],
])('an unusable %s is refused, and nothing is sent: %s', async (name, call) => {
  const { emulator, smooch } = await connect();
  const error = await rejection(call(smooch as unknown as Parameters<Call>[0]));
  expect(error).toMatchObject({ name: 'SmoochError', kind: 'usage', code: 'INVALID_REQUEST' });
  expect(String(error)).toContain(`smooch: ${name} must be`);
  expect(emulator.control.requests.all).toEqual([]);
});

test.each(['.', '..'])('the userId %j, which a URL would resolve away, is refused', async (userId) => {
  const { emulator, smooch } = await connect();
  expect(await rejection(smooch.postMessage(userId, 'Hello'))).toMatchObject({
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
  expect(emulator.control.requests.all).toEqual([]);
});

test.each([{ timeoutMs: -1 }, { retries: Number.NaN }])(
  'an unusable limit of a call is refused: %j',
  async (call) => {
    const { emulator, smooch } = await connect();
    expect(await rejection(smooch.precreateUser('b6518', {}, call))).toMatchObject({
      name: 'SmoochError',
      kind: 'usage',
      code: 'INVALID_OPTION',
    });
    expect(emulator.control.requests.all).toEqual([]);
  },
);
