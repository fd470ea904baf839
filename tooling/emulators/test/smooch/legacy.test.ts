import { describe, expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { bearer, startApi, upload } from './support.js';

const device = { id: 'device-1', platform: 'other' };

test('the calls of 2015 are gone unless they are asked for', async () => {
  const { call, createUser, emulator } = await startApi();
  await createUser('a');
  // On v1.1 the second is another call, which stays.
  expect((await call('POST', '/v1.1/init')).status).toBe(404);
  const calls = [
    ['POST', '/init'],
    ['GET', '/appusers/a/conversation'],
    ['POST', '/appusers/a/conversation/messages'],
    ['POST', '/appusers/a/conversation/images'],
    ['PUT', '/appusers/a/devices/d'],
    ['POST', '/appusers/a/events'],
  ] as const;
  for (const [method, path] of calls) expect((await call(method, `/v1${path}`)).status).toBe(404);

  const legacy = await startApi({ legacy: true });
  await legacy.createUser('a');
  for (const [method, path] of calls) {
    expect(await legacy.call(method, `/v1${path}`)).not.toMatchObject({
      body: { error: { description: 'Resource not found' } },
    });
    const long = `/v1/apps/${emulator.credentials.appId}${path}`;
    expect((await legacy.call(method, long)).status).toBe(404);
  }
});

describe('init', () => {
  test('makes the user, and finds it again', async () => {
    const { call, clock } = await startApi({ legacy: true });
    const first = await call('POST', '/v1/init', { json: { device, userId: 'b6518' } });
    expect(first.status).toBe(201);
    expect(first.body).toEqual({
      app: { apnEnabled: false, hasIcon: false },
      appUser: {
        _id: expect.stringMatching(/^[\da-f]{24}$/) as string,
        userId: 'b6518',
        credentialRequired: false,
        conversationStarted: false,
        signedUpAt: new Date(clock.now()).toISOString(),
        properties: {},
      },
    });
    const again = await call('POST', '/v1/init', { json: { device, userId: 'b6518' } });
    expect(again).toMatchObject({ status: 200, body: first.body });
    expect((await call('GET', '/v1/appusers/b6518')).body).toMatchObject({
      appUser: { clients: [{ id: 'device-1', platform: 'other' }] },
    });
  });

  test('knows a nameless user by the device', async () => {
    const { call } = await startApi({ legacy: true });
    const first = await call('POST', '/v1/init', { json: { device } });
    expect(at(first.body, 'appUser')).not.toHaveProperty('userId');
    const again = await call('POST', '/v1/init', { json: { device } });
    expect(textAt(again.body, 'appUser', '_id')).toBe(textAt(first.body, 'appUser', '_id'));
  });

  test('with a token for one user is for that user', async () => {
    const { call, emulator } = await startApi({ legacy: true });
    const authorization = await bearer(emulator.credentials, { scope: 'appUser', userId: 'me' });
    const init = (json: object) => call('POST', '/v1/init', { authorization, json });
    expect(at(await init({ device }), 'body', 'appUser', 'userId')).toBe('me');
    expect((await init({ device, userId: 'you' })).status).toBe(403);
  });

  test.each([{}, { device: 'x' }, { device: { id: 'x' } }, { device: { id: 'x', platform: 'fridge' } }])(
    'is refused with %j',
    async (json) => {
      const { call } = await startApi({ legacy: true });
      expect((await call('POST', '/v1/init', { json })).status).toBe(400);
    },
  );
});

test('a conversation of 2015 holds everybody and all messages', async () => {
  const { call, createUser, clock } = await startApi({ legacy: true });
  const userId = await createUser('a');
  const path = '/v1/appusers/a/conversation';
  expect((await call('GET', path)).status).toBe(404);

  const first = await call('POST', `${path}/messages`, {
    json: { text: 'Is it any good?', role: 'appUser' },
  });
  expect(first.status).toBe(201);
  const message = {
    received: clock.now() / 1000,
    name: expect.any(String) as string,
    text: 'Is it any good?',
    actions: [],
    authorId: userId,
    role: 'appUser',
    _id: expect.stringMatching(/^[\da-f]{24}$/) as string,
  };
  expect(first.body).toMatchObject({ message, conversation: { messages: [message], appMakers: [], __v: 0 } });
  expect(at(first.body, 'message')).toEqual(message);

  const second = await call('POST', `${path}/messages`, { json: { text: 'Yes!!!', role: 'appMaker' } });
  expect(second.body).toMatchObject({
    conversation: {
      appMakers: [textAt(second.body, 'message', 'authorId')],
      appUsers: [userId],
      messages: [message, at(second.body, 'message')],
      __v: 1,
    },
  });
  expect((await call('GET', path)).body).toEqual({ conversation: at(second.body, 'conversation') });
});

test('a picture without words was its own address', async () => {
  const { call, createUser } = await startApi({ legacy: true });
  await createUser('a');
  const form = upload(new Uint8Array([1, 2, 3]), 'cat.jpg', { role: 'appUser' });
  const { status, body } = await call('POST', '/v1/appusers/a/conversation/images', { form });
  expect(status).toBe(201);
  const mediaUrl = textAt(body, 'message', 'mediaUrl');
  expect(body).toMatchObject({ message: { text: mediaUrl, mediaType: 'image/jpeg' } });
  const bytes = await (await fetch(mediaUrl)).arrayBuffer();
  expect([...new Uint8Array(bytes)]).toEqual([1, 2, 3]);
});

test('a device tells what is new of it', async () => {
  const { call, clock } = await startApi({ legacy: true });
  const phone = {
    id: 'phone-1',
    platform: 'ios',
    appVersion: '1.0',
    info: { os: 'iPhone OS', carrier: 'Rogers' },
  };
  await call('POST', '/v1/init', { json: { device: phone, userId: 'b6518' } });
  const path = '/v1/appusers/b6518/devices/phone-1';
  const change = { appVersion: '8.0', pushNotificationToken: 'push', info: { carrier: 'Bell' } };
  expect(await call('PUT', path, { json: change })).toMatchObject({
    status: 200,
    body: {
      device: {
        id: 'phone-1',
        platform: 'ios',
        active: true,
        appVersion: '8.0',
        pushNotificationToken: 'push',
        info: { os: 'iPhone OS', carrier: 'Bell' },
        lastSeen: new Date(clock.now()).toISOString(),
      },
    },
  });
  await call('POST', '/v1/init', { json: { device: { ...phone, appVersion: '9.0' }, userId: 'b6518' } });
  expect(at((await call('GET', '/v1/appusers/b6518')).body, 'appUser', 'clients')).toMatchObject([
    { id: 'phone-1', appVersion: '9.0', pushNotificationToken: 'push' },
  ]);
  expect((await call('PUT', '/v1/appusers/b6518/devices/phone-2', { json: change })).status).toBe(404);
});

test('an event is taken, under both of its names', async () => {
  const { call, createUser } = await startApi({ legacy: true });
  await createUser('a');
  for (const path of ['/v1/appusers/a/events', '/v1/appusers/a/event']) {
    expect(await call('POST', path, { json: { name: 'cart-abandoned', appUser: {} } })).toMatchObject({
      status: 201,
      body: { conversationUpdated: false },
    });
    expect((await call('POST', path, { json: {} })).status).toBe(400);
  }
});

test('a path may say appUsers, as the first libraries did', async () => {
  const { call, createUser, emulator } = await startApi({ legacy: true });
  await createUser('a');
  const json = { text: 'Hi', role: 'appUser' };
  expect((await call('POST', '/v1/appUsers/a/conversation/messages', { json })).status).toBe(201);
  expect((await call('GET', '/v1/appUsers/a/messages')).body).toMatchObject({ messages: [{ text: 'Hi' }] });
  const long = `/v1.1/apps/${emulator.credentials.appId}/appUsers/a`;
  expect((await call('GET', long)).body).toMatchObject({ appUser: { userId: 'a' } });
});
