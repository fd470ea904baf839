import { expect, test } from 'vitest';
import { textAt } from '../json.js';
import { basic, bearer, refusal, startApi, type Answer, type Api } from './support.js';

interface Tokened extends Api {
  /** Calls with the token of the app and nothing else. */
  readonly byToken: (method: string, path: string, json?: object) => Promise<Answer>;
}

async function startTokened(): Promise<Tokened> {
  const api = await startApi({ legacy: true });
  const { call, emulator } = api;
  emulator.control.configure({ appToken: true });
  const authorization = basic(emulator.control.accountKey);
  const { body } = await call('GET', `/v1.1/apps/${emulator.credentials.appId}`, { authorization });
  const headers = { 'app-token': textAt(body, 'app', 'appToken') };
  return {
    ...api,
    byToken: (method, path, json) =>
      call(
        method,
        path,
        json === undefined ? { headers, authorization: null } : { headers, json, authorization: null },
      ),
  };
}

const device = { id: 'device-1', platform: 'other' };

test('the token of an app opens nothing unless it is switched on', async () => {
  const { byToken, emulator } = await startTokened();
  emulator.control.configure({ appToken: false });
  expect(await byToken('POST', '/v1/init', { device })).toMatchObject({
    status: 401,
    body: refusal('unauthorized', 'Authorization is required'),
  });
});

test('the token of an app opens what devices do, on v1 alone', async () => {
  const { byToken } = await startTokened();
  expect((await byToken('POST', '/v1/init', { device, userId: 'b6518' })).status).toBe(201);
  const say = (role: string) =>
    byToken('POST', '/v1/appusers/b6518/conversation/messages', { text: 'Hi', role });
  expect((await say('appUser')).status).toBe(201);
  expect((await say('appMaker')).status).toBe(403);
  expect((await byToken('GET', '/v1/appusers/b6518')).status).toBe(200);
  expect((await byToken('GET', '/v1/webhooks')).status).toBe(403);
  expect((await byToken('GET', '/v1.1/appusers/b6518')).status).toBe(401);
});

test('a user who came with a token of their own is not reached without one any more', async () => {
  const { byToken, call, emulator } = await startTokened();
  await byToken('POST', '/v1/init', { device, userId: 'b6518' });
  const authorization = await bearer(emulator.credentials, { scope: 'appUser', userId: 'b6518' });
  expect((await call('GET', '/v1/appusers/b6518', { authorization })).status).toBe(200);
  expect((await byToken('GET', '/v1/appusers/b6518')).status).toBe(403);
  expect((await byToken('POST', '/v1/init', { device, userId: 'b6518' })).status).toBe(403);
  expect((await call('GET', '/v1/appusers/b6518', { authorization })).status).toBe(200);
});

test('a token that is no app’s is refused', async () => {
  const { call } = await startTokened();
  const headers = { 'app-token': 'x' };
  expect(await call('GET', '/v1/appusers/customer-2093', { headers, authorization: null })).toMatchObject({
    status: 401,
    body: refusal('unauthorized', 'Provided credentials were invalid'),
  });
});
