// What goes wrong, and how this client is told.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { act, app, appId } from '../app.mjs';
import { sign } from '../sign.mjs';
import { refused, sunshine, sunshineFor } from './client.mjs';

const nothing = '5e1606762556d93e9c176f69';
const user = 'customer-2093';

await trial('each thing that is missing has its own name', async () => {
  const { clients, conversations, devices, integrations, switchboards, users } = sunshine;
  await assert.rejects(users.getUser(nothing, user), refused(404, 'app_not_found'));
  await assert.rejects(users.getUser(appId, nothing), refused(404, 'user_not_found'));
  await assert.rejects(conversations.getConversation(appId, nothing), refused(404, 'conversation_not_found'));
  await assert.rejects(integrations.getIntegration(appId, nothing), refused(404, 'integration_not_found'));
  await assert.rejects(clients.removeClient(appId, user, nothing), refused(404, 'client_not_found'));
  await assert.rejects(devices.getDevice(appId, user, nothing), refused(404, 'device_not_found'));
  await assert.rejects(switchboards.deleteSwitchboard(appId, nothing), refused(404, 'switchboard_not_found'));
});

await trial('credentials that do not hold are refused', async () => {
  const get = (credential) => sunshineFor(credential).users.getUser(appId, user);
  const invalid = refused(401, 'unauthorized', 'Provided credentials were invalid');
  await assert.rejects(get({ ...app, secret: 'wrong' }), invalid);
  await assert.rejects(get({ keyId: 'app_unknown', secret: app.secret }), invalid);
  await assert.rejects(get({ token: sign({ ...app, secret: 'wrong' }, { scope: 'app' }) }), invalid);
  await assert.rejects(get({ token: sign(app, { scope: 'app', exp: 1 }) }), invalid);
  await assert.rejects(get({}), refused(401, 'unauthorized'));
});

await trial('a token for one user opens nothing here', async () => {
  const token = sign(app, { scope: 'user', external_id: user });
  await assert.rejects(sunshineFor({ token }).users.getUser(appId, user), ({ status }) => {
    assert.ok(status === 401 || status === 403, `${status}`);
    return true;
  });
});

await trial('more than 100 kB of JSON are too much', () =>
  assert.rejects(
    sunshine.users.createUser(appId, { externalId: 'big', metadata: { notes: 'x'.repeat(110_000) } }),
    ({ status }) => {
      assert.equal(status, 413);
      return true;
    },
  ),
);

await trial('metadata has no more than 4096 bytes', () =>
  assert.rejects(
    sunshine.users.createUser(appId, { externalId: 'big', metadata: { notes: 'é'.repeat(2100) } }),
    refused(400, 'bad_request'),
  ),
);

await trial('a cursor that is none is refused', () =>
  assert.rejects(
    sunshine.clients.listClients(appId, user, { page: { size: 101 } }),
    refused(400, 'bad_request', 'Invalid page query parameters'),
  ),
);

// This client does not wait and try again.
const isTooMany = ({ status, response }) => {
  assert.deepEqual([status, response.headers['retry-after']], [429, '7']);
  return true;
};

await trial('a limit is told of, with how long to wait', async () => {
  await act('fail', { status: 429, retryAfter: 7 });
  await assert.rejects(sunshine.users.getUser(appId, user), isTooMany);
  assert.equal((await sunshine.users.getUser(appId, user)).user.externalId, user);
});

await trial('so many calls a minute, and no more', async () => {
  await act('rateLimit', { perMinute: 2 });
  await sunshine.users.getUser(appId, user);
  await sunshine.users.getUser(appId, user);
  await assert.rejects(sunshine.users.getUser(appId, user), ({ status }) => status === 429);
  await act('rateLimit');
  await sunshine.users.getUser(appId, user);
});

await trial('a service that is down is told of', async () => {
  await act('fail', { status: 503, body: '<html>Service unavailable</html>' });
  await assert.rejects(sunshine.users.getUser(appId, user), ({ status }) => status === 503);
});
