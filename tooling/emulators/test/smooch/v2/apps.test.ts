import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../../json.js';
import { startReceiver } from '../receiver.js';
import { basic, bearer } from '../support.js';
import { refusalV2, startV2 } from './support.js';

async function asAccount() {
  const api = await startV2();
  const authorization = basic(api.emulator.control.accountKey);
  const account = (method: string, path: string, json?: object) =>
    api.call(method, path, json === undefined ? { authorization } : { authorization, json });
  return { ...api, account };
}

describe('apps', () => {
  test('are made, shown, changed and deleted by the account', async () => {
    const { account } = await asAccount();
    const made = await account('POST', '/v2/apps', { displayName: 'Second', metadata: { a: 1 } });
    expect(made).toMatchObject({
      status: 201,
      body: { app: { displayName: 'Second', metadata: { a: 1 }, settings: { echoPostback: false } } },
    });
    const path = `/v2/apps/${textAt(made.body, 'app', 'id')}`;
    const change = { displayName: 'New', settings: { echoPostback: true } };
    expect((await account('PATCH', path, change)).body).toMatchObject({ app: change });
    expect(textAt((await account('GET', path)).body, 'app', 'subdomain')).toMatch(/^app-/);
    expect(listAt((await account('GET', '/v2/apps')).body, 'apps')).toHaveLength(2);
    expect((await account('DELETE', path)).body).toEqual({});
    expect(await account('GET', path)).toMatchObject({
      status: 404,
      body: refusalV2('app_not_found', 'App not found'),
    });
  });

  test('need a name, and metadata that is not too long', async () => {
    const { account, app } = await asAccount();
    expect(await account('POST', '/v2/apps', {})).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', "should have required property 'displayName'"),
    });
    expect(await account('PATCH', app, { metadata: { long: 'x'.repeat(4097) } })).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', 'App metadata is limited to 4096 bytes in size.'),
    });
  });

  test('are as many as the plan allows', async () => {
    const { account, emulator } = await asAccount();
    emulator.control.configure({ appLimit: 1 });
    expect(await account('POST', '/v2/apps', { displayName: 'x' })).toMatchObject({
      status: 402,
      body: refusalV2(
        'payment_required',
        'Your account has reached the maximum number of apps for your subscription plan',
      ),
    });
  });

  test('are no business of their own keys, but for showing and changing themselves', async () => {
    const { call, app } = await startV2();
    expect((await call('GET', app)).status).toBe(200);
    expect((await call('GET', '/v2/apps')).status).toBe(403);
    expect((await call('DELETE', app)).status).toBe(403);
    expect((await call('GET', `${app}/keys`)).status).toBe(403);
  });
});

test('the keys of an app come and go', async () => {
  const { account, app, call, newUser } = await asAccount();
  const made = await account('POST', `${app}/keys`, { displayName: 'Second' });
  const key = { keyId: textAt(made.body, 'key', 'id'), secret: textAt(made.body, 'key', 'secret') };
  const user = `${app}/users/${await newUser()}`;
  expect((await call('GET', user, { authorization: basic(key) })).status).toBe(200);
  expect((await account('GET', `${app}/keys/${key.keyId}`)).body).toEqual(made.body);
  expect((await account('DELETE', `${app}/keys/${key.keyId}`)).body).toEqual({});
  expect((await call('GET', user, { authorization: basic(key) })).status).toBe(401);
  expect(await account('GET', `${app}/keys/${key.keyId}`)).toMatchObject({
    status: 404,
    body: refusalV2('not_found', 'Resource not found'),
  });
});

test('a service account does all but manage its like', async () => {
  const { account, call } = await asAccount();
  const made = await account('POST', '/v1.1/serviceaccounts', { name: 'CI' });
  const path = `/v1.1/serviceaccounts/${textAt(made.body, 'serviceAccount', '_id')}`;
  const { body } = await account('POST', `${path}/keys`, { name: 'k' });
  const key = { keyId: textAt(body, 'key', '_id'), secret: textAt(body, 'key', 'secret') };
  expect(key.keyId).toMatch(/^svc_/);
  const authorization = await bearer(key, { scope: 'account' });
  const app = await call('POST', '/v1.1/apps', { authorization, json: { name: 'Its own' } });
  expect(app.status).toBe(201);
  expect((await call('GET', path, { authorization })).status).toBe(403);
  const { body: jwt } = await account('GET', `${path}/keys/${key.keyId}/jwt`);
  const withJwt = { authorization: `Bearer ${textAt(jwt, 'jwt')}` };
  const id = textAt(made.body, 'serviceAccount', '_id');
  const own = await call('GET', `/v2/apps?filter[serviceAccountId]=${id}`, withJwt);
  expect(own.body).toMatchObject({ apps: [{ displayName: 'Its own' }] });
  expect(await call('GET', '/v2/apps?filter[serviceAccountId]=other', withJwt)).toMatchObject({
    status: 403,
    body: refusalV2('forbidden', 'The serviceAccountId provided does not match supplied credentials'),
  });
});

describe('a partner', () => {
  async function letIn() {
    const api = await startV2();
    const { oauthClient } = api.emulator.control;
    const authorize = (query: string) =>
      fetch(`${api.emulator.url}/oauth/authorize?client_id=${oauthClient.id}&${query}`, {
        redirect: 'manual',
      });
    const location = async (query: string) => new URL((await authorize(query)).headers.get('location') ?? '');
    const exchange = (code: string, more: object = {}) =>
      api.call('POST', '/oauth/token', {
        authorization: null,
        json: {
          code,
          grant_type: 'authorization_code',
          client_id: oauthClient.id,
          client_secret: oauthClient.secret,
          ...more,
        },
      });
    return { ...api, location, exchange };
  }

  test('is let in, learns which app it is, and leaves with its webhooks', async () => {
    const { location, exchange, call, ask, emulator } = await letIn();
    const back = await location('response_type=code&state=s%201');
    expect(back.searchParams.get('state')).toBe('s 1');
    const code = back.searchParams.get('code') ?? '';
    const { body } = await exchange(code);
    expect(body).toMatchObject({ token_type: 'Bearer' });
    const partner = { authorization: `Bearer ${textAt(body, 'access_token')}` };
    expect((await call('GET', '/v2/tokenInfo', partner)).body).toMatchObject({
      app: { id: emulator.credentials.appId, subdomain: 'trailhead', displayName: 'Trailhead Support' },
    });
    const json = { target: 'https://helper.example/hook', triggers: ['conversation:message'] };
    expect((await ask('POST', '/integrations/me/webhooks', { ...partner, json })).status).toBe(201);
    expect((await exchange(code)).status).toBe(400);
    expect((await call('DELETE', '/oauth/authorization', partner)).body).toEqual({});
    expect((await ask('GET', '/integrations/me/webhooks', partner)).status).toBe(401);
  });

  test('hears that it has left, where it wants to', async () => {
    const { location, exchange, call, emulator } = await letIn();
    const receiver = await startReceiver();
    emulator.control.configure({ removeUrl: receiver.url });
    const { body } = await exchange((await location('response_type=code')).searchParams.get('code') ?? '');
    const authorization = `Bearer ${textAt(body, 'access_token')}`;
    expect((await call('DELETE', '/oauth/authorization', { authorization })).status).toBe(200);
    expect(receiver.received).toMatchObject([
      { method: 'POST', json: { app: { id: emulator.credentials.appId } } },
    ]);
  });

  test('is told when the owner says no', async () => {
    const { location, emulator } = await letIn();
    emulator.control.configure({ refuseOAuth: true });
    const { searchParams } = await location('response_type=code&state=x');
    expect(Object.fromEntries(searchParams)).toEqual({ error: 'access_denied', state: 'x' });
  });

  test('needs its secret, and a code that is not old', async () => {
    const { location, exchange, clock } = await letIn();
    const code = (await location('response_type=code')).searchParams.get('code') ?? '';
    expect((await exchange(code, { client_secret: 'wrong' })).status).toBe(401);
    await clock.advance(11 * 60_000);
    expect((await exchange(code)).status).toBe(400);
  });
});

test('events of a conversion are counted', async () => {
  const { ask, conversationOf } = await startV2();
  const path = `/conversations/${await conversationOf('customer-2093')}/conversionEvents`;
  const json = { instagram: { payload: { data: [{ event_name: 'TestEvent' }] } } };
  const { body } = await ask('POST', path, { json });
  expect(at(body, 'conversionEvents')).toMatchObject({
    eventsReceived: 1,
    datasetId: expect.stringMatching(/^\d+$/),
  });
  expect((await ask('POST', path, { json: {} })).status).toBe(400);
});

test('an interactive message of Apple needs all of its reference', async () => {
  const { ask, conversationOf, emulator } = await startV2();
  const path = `/conversations/${await conversationOf('customer-2093')}/download`;
  const userId = emulator.control.users()[1]?._id;
  const reference = { url: 'https://icloud.example/x', bid: 'b', key: 'k', signature: 's', owner: 'o' };
  const download = async (interactiveDataRef: object, more: object = { userId }) =>
    (await ask('POST', path, { json: { ...more, apple: { interactiveDataRef } } })).status;
  expect(await download(reference)).toBe(200);
  const { owner: _, ...incomplete } = reference;
  expect(await download(incomplete)).toBe(400);
  expect(await download(reference, {})).toBe(400);
});
