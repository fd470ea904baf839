import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { at, clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const ask = (client = clientOf(org)) => org.token({ ...client, grant_type: 'client_credentials' });

test('the client credentials grant acts as the user that the application was registered to run as', async () => {
  const { clientId, otherUsername, otherUserId } = org.credentials;
  org.control.registerApp({ clientId, runAs: otherUsername });
  const body = objectOf(await ask());
  const { body: user } = await org.chatter('GET', 'users/me', { token: String(body['access_token']) });
  expect(at(user, 'id')).toBe(otherUserId);
});

test('it takes the application from HTTP Basic', async () => {
  const { clientId, clientSecret } = org.credentials;
  const answered = await org.call('POST', '/services/oauth2/token', {
    token: null,
    headers: { Authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  expect(answered.status).toBe(200);
});

test('its scope comes from the application, without those that need a person', async () => {
  const { clientId, username } = org.credentials;
  org.control.registerApp({ clientId, scopes: ['refresh_token', 'full', 'web', 'api'] });
  const body = objectOf(await ask());
  const introspected = await org.call('POST', '/services/oauth2/introspect', {
    token: null,
    body: new URLSearchParams({ ...clientOf(org), token: String(body['access_token']) }),
  });
  expect(introspected.body).toMatchObject({ active: true, scope: 'api', username });
});

test('it is refused where nobody is set to run as, and to applications without a secret', async () => {
  const { clientId, clientSecret } = org.control.registerApp();
  const client = { client_id: clientId, client_secret: clientSecret };
  expect((await ask(client)).body).toEqual({
    error: 'invalid_grant',
    error_description: 'no client credentials user enabled',
  });
  const { username } = org.credentials;
  org.control.registerApp({ clientId, runAs: username, secretRequired: false });
  expect(objectOf(await ask({ client_id: clientId }))).toMatchObject({ error: 'invalid_client' });
  expect((await ask(client)).status).toBe(200);
});

test('it is for the org’s own host, and a login host refuses it', async () => {
  org.control.actAsLoginHost(true);
  expect((await ask()).body).toEqual({
    error: 'invalid_grant',
    error_description: 'request not supported on this domain',
  });
  org.control.actAsLoginHost(false);
  expect((await ask()).status).toBe(200);
});

test.skipIf(!hasFixtures)('its answer has exactly the recorded fields', async () => {
  expect(Object.keys(objectOf(await ask()))).toEqual(
    Object.keys(recorded('oauth-client-credentials-success.json')),
  );
});
