import { describe, expect, test } from 'vitest';
import { at, textAt } from '../json.js';
import { refusal, startApi } from './support.js';

describe('creating an app user', () => {
  test('answers 201 with the whole user', async () => {
    const { call } = await startApi();
    const answer = await call('POST', '/v1.1/appusers', {
      json: {
        userId: 'kent@example.com',
        givenName: 'Clark',
        surname: 'Kent',
        email: 'kent@example.com',
        signedUpAt: '2018-06-22T15:19:19.805Z',
        properties: { planet: 'Krypton', flies: true, age: 33 },
      },
    });
    expect(answer.status).toBe(201);
    expect(answer.body).toEqual({
      appUser: {
        _id: expect.stringMatching(/^[\da-f]{24}$/) as string,
        userId: 'kent@example.com',
        givenName: 'Clark',
        surname: 'Kent',
        email: 'kent@example.com',
        signedUpAt: '2018-06-22T15:19:19.805Z',
        hasPaymentInfo: false,
        conversationStarted: false,
        clients: [],
        pendingClients: [],
        properties: { planet: 'Krypton', flies: true, age: 33 },
      },
    });
  });

  test('adds on v1 what only v1 knows', async () => {
    const { call } = await startApi();
    const { body } = await call('POST', '/v1/appusers', { json: { userId: 'a', credentialRequired: true } });
    expect(body).toMatchObject({ appUser: { credentialRequired: true, devices: [] } });
    expect(at(await call('GET', '/v1.1/appusers/a'), 'body', 'appUser')).not.toHaveProperty('devices');
  });

  test('is refused when the userId is taken', async () => {
    const { call, createUser } = await startApi();
    await createUser('twice');
    expect(await call('POST', '/v1.1/appusers', { json: { userId: 'twice' } })).toMatchObject({
      status: 409,
      body: { error: { code: 'conflict' } },
    });
  });

  test.each([
    ['no userId', {}, "should have required property 'userId'"],
    ['a userId that is a number', { userId: 7 }, "'userId' should be string"],
    ['a name that is no text', { userId: 'a', givenName: null }, "'givenName' should be string"],
    ['a date that is none', { userId: 'a', signedUpAt: 'soon' }, "'signedUpAt' should be a date-time"],
    [
      'properties that are nested',
      { userId: 'a', properties: { a: { b: 1 } } },
      "'properties' should be a flat object of strings, numbers and booleans",
    ],
    [
      'properties that are too large',
      { userId: 'a', properties: { long: 'x'.repeat(4100) } },
      "'properties' is limited to 4096 bytes in size.",
    ],
    ['a list as body', [], 'Request body should be object'],
  ])('is refused with %s', async (_, json, description) => {
    const { call } = await startApi();
    expect(await call('POST', '/v1.1/appusers', { json })).toMatchObject({
      status: 400,
      body: refusal('bad_request', description),
    });
  });
});

describe('an app user', () => {
  test('is found by either id, whatever characters the userId has', async () => {
    const { call, createUser } = await startApi();
    for (const userId of ['steveb@channel5.com', 'a/b', '50% off', '%2F', 'ünï çødé', 'a?b#c']) {
      const id = await createUser(userId);
      const byUserId = await call('GET', `/v1.1/appusers/${encodeURIComponent(userId)}`);
      expect(byUserId.body).toMatchObject({ appUser: { _id: id, userId } });
      expect((await call('GET', `/v1.1/appusers/${id}`)).body).toMatchObject({ appUser: { userId } });
    }
  });

  test('that does not exist is 404', async () => {
    const { call } = await startApi();
    for (const [method, path] of [
      ['GET', ''],
      ['PUT', ''],
      ['DELETE', ''],
      ['GET', '/messages'],
      ['DELETE', '/messages'],
    ] as const) {
      expect(await call(method, `/v1.1/appusers/nobody${path}`)).toMatchObject({
        status: 404,
        body: refusal('not_found', 'App user not found'),
      });
    }
  });

  test('keeps what an update does not name', async () => {
    const { call } = await startApi();
    await call('POST', '/v1.1/appusers', {
      json: { userId: 'a', givenName: 'Ann', properties: { one: 1, two: 2 } },
    });
    const answer = await call('PUT', '/v1.1/appusers/a', {
      json: { surname: 'Lee', userId: 'b', properties: { two: 'zwei' } },
    });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({
      appUser: { userId: 'a', givenName: 'Ann', surname: 'Lee', properties: { one: 1, two: 'zwei' } },
    });
    expect(answer.headers.get('poll-interval')).toBe('60');
    expect((await call('GET', '/v1.1/appusers/a')).body).toEqual(answer.body);
  });

  test('goes with its conversation', async () => {
    const { call, createUser } = await startApi();
    await createUser('a');
    const json = { role: 'appUser', type: 'text', text: 'Bye' };
    await call('POST', '/v1.1/appusers/a/messages', { json });
    expect(await call('DELETE', '/v1.1/appusers/a')).toMatchObject({ status: 200, body: {} });
    expect((await call('GET', '/v1.1/appusers/a')).status).toBe(404);
    await createUser('a');
    expect(await call('GET', '/v1.1/appusers/a/messages')).toMatchObject({
      status: 404,
      body: refusal('not_found', 'Conversation not found'),
    });
  });
});

test('the same seed makes the same world, another seed another one', async () => {
  const [one, two, other] = [await startApi(), await startApi(), await startApi({ seed: 2 })];
  expect(one.emulator.credentials).toEqual(two.emulator.credentials);
  expect(one.emulator.credentials.keyId).toMatch(/^app_[\da-f]{24}$/);
  expect(one.emulator.credentials.secret).toMatch(/^[\w-]{80}$/);
  expect(one.emulator.control.users()).toEqual(two.emulator.control.users());
  expect(other.emulator.credentials.appId).not.toBe(one.emulator.credentials.appId);
  expect(other.emulator.control.users()).toHaveLength(one.emulator.control.users().length);
  for (const { _id } of one.emulator.control.users()) {
    const { body } = await one.call('GET', `/v1.1/appusers/${_id}`);
    expect(textAt(body, 'appUser', 'clients', 0, 'platform')).toMatch(/^(messenger|ios|web)$/);
    expect(one.emulator.control.messages(_id).length).toBeGreaterThan(0);
  }
});
