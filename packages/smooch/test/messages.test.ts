import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { createSmooch, messages } from '../src/index.js';
import { connect, sent, startEmulator } from './emulator.js';

const user = '/v1.1/appusers/b6518';

test('a user is created with a userId alone', async () => {
  const { emulator, smooch } = await connect();
  const { appUser } = await smooch.precreateUser('b6518');
  expect(sent(emulator)).toEqual([['POST', '/v1.1/appusers', { userId: 'b6518' }]]);
  expect(appUser).toMatchObject({ userId: 'b6518', conversationStarted: false, properties: {} });
  expect(appUser._id).toMatch(/^[\da-f]{24}$/);
});

test('a user is created with a profile, whose date may be a Date', async () => {
  const { emulator, smooch } = await connect();
  const profile = Object.freeze({
    givenName: 'Steve',
    email: 'steve@channel5.com',
    signedUpAt: new Date('2026-01-02T03:04:05.678Z'),
    properties: Object.freeze({ plan: 'family', orders: 7, vip: true }),
  });
  const { appUser } = await smooch.precreateUser('b6518', profile);
  expect(sent(emulator)[0]?.[2]).toEqual({
    ...profile,
    userId: 'b6518',
    signedUpAt: '2026-01-02T03:04:05.678Z',
  });
  expect(appUser).toMatchObject({ ...profile, signedUpAt: '2026-01-02T03:04:05.678Z' });
});

test('a text is what the user says', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const { message, conversation } = await smooch.postMessage('b6518', 'Is Smooch any good?');
  expect(sent(emulator)[1]).toEqual([
    'POST',
    `${user}/messages`,
    { type: 'text', text: 'Is Smooch any good?', role: 'appUser' },
  ]);
  expect(message).toMatchObject({ text: 'Is Smooch any good?', role: 'appUser', type: 'text' });
  expect(conversation).toMatchObject({ unreadCount: 0 });
});

test('or what the business says', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const { message, conversation } = await smooch.postMessage('b6518', 'Yes!!!', { sentByMaker: true });
  expect(sent(emulator)[1]?.[2]).toEqual({ type: 'text', text: 'Yes!!!', role: 'appMaker' });
  expect(message.role).toBe('appMaker');
  expect(conversation.unreadCount).toBe(1);
});

test('content goes as it was given, and comes back typed', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const content = Object.freeze({
    type: 'text' as const,
    text: 'Try it?',
    name: 'Trail bot',
    metadata: { campaign: 4 },
    actions: [{ type: 'reply' as const, text: 'Yes', payload: 'YES' }],
  });
  const { message } = await smooch.postMessage('b6518', content, { sentByMaker: true });
  expect(sent(emulator)[1]?.[2]).toEqual({ ...content, role: 'appMaker' });
  expect(message).toMatchObject({ name: 'Trail bot', metadata: { campaign: 4 } });
  expect(message.actions?.[0]).toMatchObject({ type: 'reply', payload: 'YES', uri: '' });
});

test('a user can be named by the id of the service', async () => {
  const { smooch } = await connect();
  const { appUser } = await smooch.precreateUser('b6518');
  const { message } = await smooch.postMessage(appUser._id, 'Hello');
  expect(message.authorId).toBe(appUser._id);
});

test.each([
  ['steve@channel5.com/1', 'steve%40channel5.com%2F1'],
  ['a b?c#d%', 'a%20b%3Fc%23d%25'],
  ['Grüße', 'Gr%C3%BC%C3%9Fe'],
])('a userId may be %s', async (userId, segment) => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser(userId);
  await smooch.postMessage(userId, 'Hello');
  expect(sent(emulator)[1]?.[1]).toBe(`/v1.1/appusers/${segment}/messages`);
  expect(emulator.control.messages(userId)).toHaveLength(1);
});

test('v1 goes by the same calls', async () => {
  const { emulator, smooch } = await connect({ version: 'v1' });
  const { appUser } = await smooch.precreateUser('b6518', { credentialRequired: true });
  await smooch.postMessage('b6518', 'Hello');
  expect(sent(emulator).map(([method, target]) => `${method} ${target}`)).toEqual([
    'POST /v1/appusers',
    'POST /v1/appusers/b6518/messages',
  ]);
  expect(appUser).toMatchObject({ credentialRequired: true, devices: [] });
});

test('messages are taken away, one or all', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  const said = messages(smooch);
  const { message } = await said.post('b6518', { type: 'text', text: 'one', role: 'appUser' });
  await said.post('b6518', { type: 'text', text: 'two', role: 'appMaker', name: 'Ann' });
  expect(await said.delete('b6518', message._id)).toBeUndefined();
  expect((await said.list('b6518').toArray()).map(({ text }) => text)).toEqual(['two']);
  expect(await rejection(said.delete('b6518', message._id))).toMatchObject({
    kind: 'refused',
    code: 'not_found',
  });
  expect(await said.deleteAll('b6518')).toBeUndefined();
  expect(await said.list('b6518').toArray()).toEqual([]);
});

test('a picture goes with words in one call', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  const png = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)], 'a.png');
  const { message } = await messages(smooch).postImage('b6518', png, {
    role: 'appMaker',
    text: 'Look',
    authorName: 'Ann',
    email: 'ann@example.com',
    metadata: { campaign: 4 },
  });
  expect(message).toMatchObject({
    type: 'image',
    text: 'Look',
    name: 'Ann',
    role: 'appMaker',
    avatarUrl: expect.stringMatching(/gravatar.*\/[\da-f]{32}/) as unknown,
    metadata: { campaign: 4 },
  });
});

test('an appId goes into every path', async () => {
  const emulator = await startEmulator();
  const inApp = createSmooch({ ...emulator.credentials, baseUrl: emulator.url });
  await inApp.precreateUser('b6518');
  await inApp.postMessage('b6518', 'Hello');
  await inApp.ensureWebhookExists('message:appUser', 'https://example.com/hook');
  const { appId } = emulator.credentials;
  expect(sent(emulator).map(([, target]) => target)).toEqual([
    `/v1.1/apps/${appId}/appusers`,
    `/v1.1/apps/${appId}/appusers/b6518/messages`,
    `/v1.1/apps/${appId}/webhooks`,
    `/v1.1/apps/${appId}/webhooks`,
  ]);
});

test('a request carries a JSON body, a token, and nothing of its own making', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const headers = emulator.control.requests.all[0]?.headers ?? {};
  expect(headers).toMatchObject({ accept: 'application/json', 'content-type': 'application/json' });
  expect(headers['authorization']).toMatch(/^Bearer ey/);
  expect(Object.keys(headers).filter((name) => name.startsWith('x-'))).toEqual([]);
});

test('a call ends with its signal, and with the reason of that', async () => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ fault: { kind: 'hang' } });
  const controller = new AbortController();
  const call = smooch.precreateUser('b6518', {}, { signal: controller.signal });
  const reason = new Error('enough');
  controller.abort(reason);
  await expect(call).rejects.toBe(reason);
});

test('a call ends with its own time limit', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  emulator.control.faults.add({ fault: { kind: 'hang' } });
  await expect(smooch.postMessage('b6518', 'Hello', { timeoutMs: 50 })).rejects.toMatchObject({
    kind: 'timeout',
    retryable: false,
  });
  expect(sent(emulator)).toHaveLength(2);
});
