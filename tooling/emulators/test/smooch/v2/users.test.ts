import { describe, expect, test } from 'vitest';
import { textAt } from '../../json.js';
import { refusalV2, startV2 } from './support.js';

const missing = { status: 404, body: refusalV2('user_not_found', 'User not found') };

test('a user is made once', async () => {
  const { ask } = await startV2();
  const json = {
    externalId: 'kent@example.com/1',
    profile: { givenName: 'Kent', locale: 'en' },
    metadata: { plan: 'gold', orders: 3 },
    signedUpAt: '2020-01-02T03:04:05.678Z',
  };
  const made = await ask('POST', '/users', { json });
  expect(made).toMatchObject({
    status: 201,
    body: { user: { ...json, hasPaymentInfo: false, identities: [] } },
  });
  expect(await ask('POST', '/users', { json })).toMatchObject({
    status: 409,
    body: refusalV2('conflict', 'User already exists'),
  });
});

test('a user is found by either id', async () => {
  const { ask, newUser } = await startV2();
  const id = await newUser('a/b c');
  expect((await ask('GET', `/users/${id}`)).body).toMatchObject({ user: { id, externalId: 'a/b c' } });
  expect((await ask('GET', '/users/a%2Fb%20c')).body).toMatchObject({ user: { id } });
  expect(await ask('GET', '/users/nobody')).toMatchObject(missing);
});

test('users of brands share their external ids', async () => {
  const { ask } = await startV2();
  const ids = [];
  for (const brandId of ['1', '2']) {
    const { body } = await ask('POST', '/users', { json: { externalId: 'same', brandId } });
    ids.push(textAt(body, 'user', 'id'));
  }
  expect((await ask('GET', '/users/same?brandId=2')).body).toMatchObject({ user: { id: ids[1] } });
  expect(await ask('GET', '/users/same')).toMatchObject(missing);
});

test('a change merges, and null takes away', async () => {
  const { ask } = await startV2();
  const json = { externalId: 'k', profile: { givenName: 'Kent', surname: 'C' }, metadata: { a: 1, b: 2 } };
  await ask('POST', '/users', { json });
  const change = { profile: { surname: null, email: 'k@example.com' }, metadata: { a: null, c: true } };
  const { body } = await ask('PATCH', '/users/k', { json: change });
  expect(body).toMatchObject({
    user: { profile: { givenName: 'Kent', email: 'k@example.com' }, metadata: { b: 2, c: true } },
  });
  expect(body).not.toMatchObject({ user: { profile: { surname: 'C' } } });
  expect(body).not.toMatchObject({ user: { metadata: { a: 1 } } });
});

test.each([
  [{ profile: { email: 'no address' } }, "'email' should match format 'email'"],
  [{ metadata: { deep: { er: 1 } } }, "'metadata' should be a flat object of strings, numbers and booleans"],
  [{ metadata: { long: 'x'.repeat(4097) } }, "'metadata' is limited to 4096 bytes in size."],
  [{ externalId: 'x'.repeat(1025) }, "'externalId' should NOT be longer than 1024 characters"],
])('%j makes no user', async (json, title) => {
  const { ask } = await startV2();
  expect(await ask('POST', '/users', { json })).toMatchObject({
    status: 400,
    body: refusalV2('bad_request', title),
  });
});

test('personal information can be forgotten, and with it nothing else', async () => {
  const { ask } = await startV2();
  const path = '/users/nora.lindqvist%40example.com';
  const before = await ask('GET', path);
  const { status, body } = await ask('DELETE', `${path}/personalinformation`);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    user: {
      id: textAt(before.body, 'user', 'id'),
      externalId: 'nora.lindqvist@example.com',
      profile: {},
      metadata: {},
    },
  });
  const { body: clients } = await ask('GET', `${path}/clients`);
  expect(clients).toMatchObject({ clients: [{ type: 'messenger', status: 'active' }] });
  expect(JSON.stringify(clients)).not.toContain('Nora');
});

test('a user who is deleted is gone with the conversation', async () => {
  const { ask, conversationOf } = await startV2();
  const conversation = await conversationOf('customer-2093');
  expect((await ask('DELETE', '/users/customer-2093')).body).toEqual({});
  expect(await ask('GET', '/users/customer-2093')).toMatchObject(missing);
  expect((await ask('GET', `/conversations/${conversation}`)).status).toBe(404);
});

describe('users listed by e-mail', () => {
  test('need the filter', async () => {
    const { ask } = await startV2();
    expect(await ask('GET', '/users')).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', 'Filter parameter identities.email is required'),
    });
  });

  test('are those whose identity it is, not those whose profile names it', async () => {
    const { ask } = await startV2();
    const { body } = await ask('GET', '/users?filter[identities.email]=nora.lindqvist@example.com');
    expect(body).toEqual({ users: [] });
  });
});

test('the path below /sc is the same service', async () => {
  const { call, app, newUser } = await startV2();
  const id = await newUser();
  expect(await call('GET', `/sc${app}/users/${id}`)).toMatchObject({ status: 200, body: { user: { id } } });
});

test('what v1.1 made, v2 shows, and the other way round', async () => {
  const { call, ask, createUser, newUser } = await startV2();
  const id = await createUser('from-v1.1');
  expect((await ask('GET', '/users/from-v1.1')).body).toMatchObject({ user: { id } });
  const other = await newUser('from-v2');
  expect((await call('GET', '/v1.1/appusers/from-v2')).body).toMatchObject({ appUser: { _id: other } });
});
