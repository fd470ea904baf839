import { describe, expect, test } from 'vitest';
import { hooked, nora } from './hooked.js';
import { at, textAt } from '../json.js';

describe('a v1.1 webhook', () => {
  test("is told of a user's message, with its secret in the header", async () => {
    const { emulator, receiver, secret, clock } = await hooked('v1.1', { triggers: ['message:appUser'] });
    const sent = emulator.control.user(nora).sends({ text: 'Anybody there?' });
    await emulator.control.flush();
    const [post] = receiver.received;
    expect(post?.headers['x-api-key']).toBe(secret);
    expect(post?.headers['content-type']).toBe('application/json');
    expect(post?.json).toEqual({
      trigger: 'message:appUser',
      app: { _id: emulator.credentials.appId },
      version: 'v1.1',
      messages: [sent],
      appUser: { _id: sent['authorId'], userId: nora, conversationStarted: true },
      conversation: { _id: expect.stringMatching(/^[\da-f]{24}$/) as string },
    });
    expect(sent).toMatchObject({
      text: 'Anybody there?',
      name: 'Nora Lindqvist',
      received: clock.now() / 1000,
      source: { type: 'messenger' },
    });
  });

  test('is told more of the user and the client when it asked for that', async () => {
    const { emulator, receiver } = await hooked('v1.1', { includeFullAppUser: true, includeClient: true });
    emulator.control.user(nora).sends({ text: 'Hi' });
    await emulator.control.flush();
    expect(receiver.received[0]?.json).toMatchObject({
      appUser: { givenName: 'Nora', email: nora, properties: { plan: 'family' }, conversationStarted: true },
      client: { platform: 'messenger', displayName: 'Nora Lindqvist', active: true, primary: true },
    });
  });

  test('is told of a message of the business and of its way to the user', async () => {
    const { emulator, receiver, say } = await hooked('v1.1', {
      triggers: ['message:appMaker', 'message:delivery:channel', 'message:delivery:user'],
    });
    const posted = await say('appMaker');
    await emulator.control.flush();
    const message = { _id: textAt(posted, 'message', '_id') };
    expect(receiver.received.map(({ json }) => json)).toMatchObject([
      { trigger: 'message:appMaker', messages: [at(posted, 'message')] },
      {
        trigger: 'message:delivery:channel',
        message,
        isFinalEvent: false,
        destination: { type: 'messenger' },
        externalMessages: [{ id: expect.any(String) as string }],
      },
      { trigger: 'message:delivery:user', message, isFinalEvent: true },
    ]);
  });

  test('is told of a failure when the user has blocked the channel', async () => {
    const { emulator, receiver, say, clock } = await hooked('v1.1', {
      triggers: ['message:delivery:user', 'message:delivery:failure'],
    });
    emulator.control.user(nora).blocks();
    await say('appMaker');
    await emulator.control.flush();
    expect(receiver.received.map(({ json }) => json)).toMatchObject([
      {
        trigger: 'message:delivery:failure',
        isFinalEvent: true,
        error: { code: 'forbidden' },
        timestamp: clock.now() / 1000,
      },
    ]);
    emulator.control.user(nora).unblocks();
    await say('appMaker');
    await emulator.control.flush();
    expect(receiver.received[1]?.json).toMatchObject({ trigger: 'message:delivery:user' });
  });

  test('hears of nothing that it did not ask for', async () => {
    const { emulator, receiver, say } = await hooked('v1.1', { triggers: ['postback'] });
    await say('appUser');
    await say('appMaker');
    await emulator.control.flush();
    expect(receiver.received).toHaveLength(0);
  });

  test('hears of no delivery to a user without a channel, or on an SDK', async () => {
    const { emulator, receiver, call, createUser } = await hooked('v1.1', {
      triggers: ['message:delivery:channel', 'message:delivery:user', 'message:delivery:failure'],
    });
    await createUser('new');
    for (const user of ['new', 'customer-2093']) {
      const json = { role: 'appMaker', type: 'text', text: 'Hi' };
      expect((await call('POST', `/v1.1/appusers/${user}/messages`, { json })).status).toBe(201);
    }
    await emulator.control.flush();
    expect(receiver.received).toHaveLength(0);
  });
});

describe('a v1 webhook', () => {
  test('is sent v1 payloads, with the whole app user', async () => {
    const { emulator, receiver, say } = await hooked('v1');
    const posted = await say('appUser');
    await emulator.control.flush();
    const { json } = receiver.received[0] ?? {};
    expect(json).toMatchObject({
      trigger: 'message:appUser',
      messages: [at(posted, 'message')],
      appUser: { userId: nora, clients: [{ platform: 'messenger' }], devices: [] },
    });
    expect(json).not.toHaveProperty('version');
    expect(json).not.toHaveProperty('conversation');
  });

  test('on `message` hears both roles once, and no delivery', async () => {
    const { emulator, receiver, say } = await hooked('v1', { triggers: ['message', 'message:appUser'] });
    await say('appUser');
    await say('appMaker');
    await emulator.control.flush();
    expect(receiver.received.map(({ json }) => at(json, 'trigger'))).toEqual([
      'message:appUser',
      'message:appMaker',
    ]);
  });

  test('on `*` hears of deliveries too, with the messages in them', async () => {
    const { emulator, receiver, say } = await hooked('v1', { triggers: ['*'] });
    await say('appMaker');
    await emulator.control.flush();
    emulator.control.user(nora).blocks();
    await say('appMaker', 'Hello?');
    await emulator.control.flush();
    expect(receiver.received.map(({ json }) => at(json, 'trigger'))).toEqual([
      'message:appMaker',
      'delivery:success',
      'message:appMaker',
      'delivery:failure',
    ]);
    expect(receiver.received[3]?.json).toMatchObject({
      messages: [{ text: 'Hello?' }],
      destination: { type: 'messenger' },
      error: { code: 'forbidden' },
    });
  });
});

describe('users who were merged', () => {
  const merged = async (version: 'v1' | 'v1.1'): Promise<unknown> => {
    const { call, createUser, emulator, receiver } = await hooked(version, { triggers: ['merge:appUser'] });
    const [{ _id } = { _id: '' }] = emulator.control.users();
    const discarded = await createUser('other');
    await call('POST', '/v1.1/appusers/merge', {
      json: { surviving: { _id }, discarded: { _id: discarded } },
    });
    await emulator.control.flush();
    const { appId } = emulator.credentials;
    expect(receiver.received[0]?.json).toMatchObject({
      trigger: 'merge:appUser',
      app: { _id: appId },
      surviving: { _id, userId: nora, conversationStarted: true },
      discarded: [{ _id: discarded, userId: 'other', conversationStarted: false }],
    });
    return receiver.received[0]?.json;
  };

  test('are all that v1 tells of', async () => {
    expect(Object.keys(Object(await merged('v1')))).toEqual(['trigger', 'app', 'surviving', 'discarded']);
  });

  test('are told of by v1.1 with the time', async () => {
    expect(await merged('v1.1')).toMatchObject({ version: 'v1.1', timestamp: expect.any(Number) as number });
  });
});

test('a link is told of by v1 with no more of the user than the ids', async () => {
  const { call, createUser, emulator, receiver } = await hooked('v1', { triggers: ['link:failure'] });
  const _id = await createUser('a');
  const json = { type: 'messenger', phoneNumber: '+15141234567', confirmation: { type: 'immediate' } };
  const { body } = await call('POST', '/v1.1/appusers/a/channels', { json });
  emulator.control.link(textAt(body, 'appUser', 'pendingClients', 0, '_id'), 'fail');
  await emulator.control.flush();
  expect(receiver.received[0]?.json).toEqual({
    trigger: 'link:failure',
    app: { _id: emulator.credentials.appId },
    appUser: { _id, userId: 'a' },
    channel: 'messenger',
    criteria: { phoneNumber: '+15141234567' },
    error: { code: 'not_found', message: 'The user could not be found on the channel' },
  });
});

test('what a channel says of a failure can be told over HTTP, in the words of the channel', async () => {
  const { emulator, receiver, say } = await hooked('v1.1', { triggers: ['message:delivery:failure'] });
  emulator.control.configure({ reportDeliveries: false });
  const messageId = textAt(await say('appMaker'), 'message', '_id');
  const underlyingError = { errors: [{ code: 470, title: 'Failed to send message because it is too old' }] };
  const error = { code: 'uncategorized_error', message: 'Too old', underlyingError };
  const { status } = await fetch(`${emulator.url}/_emulator/deliver`, {
    method: 'POST',
    body: JSON.stringify({ channel: 'messenger', messageId, stage: 'failure', ...error }),
  });
  expect(status).toBe(204);
  await emulator.control.flush();
  expect(receiver.received[0]?.json).toMatchObject({
    message: { _id: messageId },
    isFinalEvent: true,
    error,
  });
});
