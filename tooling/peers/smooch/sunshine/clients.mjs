// The channels on which a user can be reached.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { act, appId } from '../app.mjs';
import { refused, sunshine } from './client.mjs';

const { clients, conversations, integrations, users } = sunshine;

await users.createUser(appId, { externalId: 'caller' });
const { conversation } = await conversations.createConversation(appId, {
  type: 'personal',
  participants: [{ userExternalId: 'caller' }],
});
const { integration } = await integrations.createIntegration(appId, {
  type: 'twilio',
  accountSid: 'AC1',
  authToken: 'token',
  phoneNumberSid: 'PN1',
});
const link = (phoneNumber) =>
  clients.createClient(appId, 'caller', {
    matchCriteria: { type: 'twilio', integrationId: integration.id, phoneNumber },
    confirmation: { type: 'prompt' },
    target: { conversationId: conversation.id },
  });
const listed = async () => (await clients.listClients(appId, 'caller')).clients;

await trial('a channel is linked when the user agrees', async () => {
  const { client } = await link('+15145550000');
  assert.deepEqual([client.type, client.status], ['twilio', 'pending']);
  await act('link', { clientId: client.id, step: 'match' });
  await act('link', { clientId: client.id, step: 'confirm' });
  const [linked, ...others] = await listed();
  assert.deepEqual(
    [linked.id, linked.status, linked.externalId, others],
    [client.id, 'active', '+15145550000', []],
  );
});

await trial('a link that fails leaves nothing behind', async () => {
  const { client } = await link('+15145550001');
  assert.equal((await listed()).length, 2);
  await act('link', { clientId: client.id, step: 'fail' });
  assert.equal((await listed()).length, 1);
});

await trial('a number without its country is refused', () =>
  assert.rejects(link('5145550000'), refused(400, 'bad_request')),
);

await trial('a channel is taken away, but not an SDK', async () => {
  const [client] = await listed();
  await clients.removeClient(appId, 'caller', client.id);
  assert.deepEqual(await listed(), []);
  await assert.rejects(
    clients.removeClient(appId, 'caller', client.id),
    refused(404, 'client_not_found', 'Client not found'),
  );
  const phone = (await clients.listClients(appId, 'customer-2093')).clients[0];
  assert.equal(phone.type, 'sdk');
  await assert.rejects(
    clients.removeClient(appId, 'customer-2093', phone.id),
    refused(400, 'bad_request', "Cannot remove a client of type 'sdk'"),
  );
});

await integrations.deleteIntegration(appId, integration.id);
