import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const introspect = (token: string, client = clientOf(org)) =>
  org.call('POST', '/services/oauth2/introspect', {
    token: null,
    body: new URLSearchParams({ ...client, token, token_type_hint: 'access_token' }),
  });

test('says what an access token stands for and when it ends', async () => {
  const { accessToken, clientId, username, orgId, userId } = org.credentials;
  const issued = Math.floor(org.clock.now() / 1_000);
  expect((await introspect(accessToken)).body).toEqual({
    active: true,
    scope: 'refresh_token api chatter_api',
    client_id: clientId,
    username,
    sub: `${org.url}/id/${orgId}/${userId}`,
    token_type: 'access_token',
    exp: issued + 7_200,
    iat: issued,
    nbf: issued,
  });
});

test('a refresh token has no end', async () => {
  const body = objectOf(await introspect(org.credentials.refreshToken));
  expect(body).toMatchObject({ active: true, token_type: 'refresh_token' });
  expect(body).not.toHaveProperty('exp');
});

test('of a dead token it says no more than that', async () => {
  org.control.expireSessions();
  expect((await introspect(org.credentials.accessToken)).body).toEqual({ active: false });
  expect((await introspect('nonsense')).body).toEqual({ active: false });
});

test('an application needs its secret and the right to ask', async () => {
  const { clientId, clientSecret } = org.control.registerApp();
  const client = { client_id: clientId, client_secret: clientSecret };
  const refused = await introspect(org.credentials.accessToken, client);
  expect(refused.status).toBe(400);
  expect(objectOf(refused)).toMatchObject({ error: 'unauthorized_client' });
  org.control.registerApp({ clientId, mayIntrospect: true });
  expect(objectOf(await introspect(org.credentials.accessToken, client))).toMatchObject({ active: true });
  const guessed = await introspect(org.credentials.accessToken, { ...client, client_secret: 'guess' });
  expect(objectOf(guessed)).toMatchObject({ error: 'invalid_client' });
});
