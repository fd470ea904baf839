import { describe, expect, test } from 'vitest';
import { basic, bearer } from '../support.js';
import { refusalV2, startV2 } from './support.js';

const forbidden = refusalV2('forbidden', 'Forbidden');

test.each([
  ['nothing', null, 'Authorization is required'],
  ['a key that is none', basic({ keyId: 'app_0', secret: 'x' }), 'Provided credentials were invalid'],
])('%s is refused in the words of v2', async (_what, authorization, title) => {
  const { ask, newUser } = await startV2();
  const id = await newUser();
  expect(await ask('GET', `/users/${id}`, { authorization })).toMatchObject({
    status: 401,
    body: refusalV2('unauthorized', title),
  });
});

test('Basic is as good as a token', async () => {
  const { ask, emulator, newUser } = await startV2();
  const id = await newUser();
  const authorization = basic(emulator.credentials);
  expect((await ask('GET', `/users/${id}`, { authorization })).status).toBe(200);
});

test('a token for the SDK of Zendesk opens nothing', async () => {
  const { ask, emulator, newUser } = await startV2();
  const id = await newUser('x');
  const authorization = await bearer(emulator.credentials, { scope: 'user', external_id: 'x' });
  expect(await ask('GET', `/users/${id}`, { authorization })).toMatchObject({ status: 403, body: forbidden });
});

describe('an app', () => {
  test('that is not there is not found', async () => {
    const { call } = await startV2();
    expect(await call('GET', `/v2/apps/${'0'.repeat(24)}/users/x`)).toMatchObject({
      status: 404,
      body: refusalV2('app_not_found', 'App not found'),
    });
  });
});

test('a path that there is not is not found before anybody is asked who they are', async () => {
  const { call } = await startV2();
  expect(await call('GET', '/v2/nothing', { authorization: null })).toMatchObject({
    status: 404,
    body: refusalV2('not_found', 'Resource not found'),
  });
});
