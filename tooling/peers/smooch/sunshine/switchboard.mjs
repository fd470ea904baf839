// The switchboard, and bots that hand conversations to each other.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { appId } from '../app.mjs';
import { refused, sunshine, sunshineFor, whole } from './client.mjs';

const { control, conversations, integrationKeys, integrations, switchboardIntegrations, switchboards } =
  sunshine;

/** A bot with a key of its own. */
async function makeBot(displayName) {
  const { integration } = await integrations.createIntegration(appId, {
    type: 'custom',
    displayName,
    webhooks: [{ target: 'http://127.0.0.1:9/', triggers: ['switchboard:passControl'] }],
  });
  const { key } = await integrationKeys.createCustomIntegrationKey(appId, integration.id, { displayName });
  return { id: integration.id, api: sunshineFor({ keyId: key.id, secret: key.secret }) };
}

const bot = await makeBot('Bot');
const desk = await makeBot('Desk');
const { conversations: found } = await conversations.listConversations(appId, {
  userExternalId: 'nora.lindqvist@example.com',
});
const { id: conversationId } = found[0];
const active = async () => {
  const answer = await whole(conversations.getConversationWithHttpInfo(appId, conversationId));
  return answer.conversation.activeSwitchboardIntegration?.name;
};
let switchboard;
let seats;

await trial('an app has one switchboard', async () => {
  ({ switchboard } = await switchboards.createSwitchboard(appId));
  await assert.rejects(
    switchboards.createSwitchboard(appId),
    refused(400, 'bad_request', 'Only one switchboard can be created per app'),
  );
  const listed = await switchboards.listSwitchboards(appId);
  assert.deepEqual(
    listed.switchboards.map(({ id }) => id),
    [switchboard.id],
  );
});

await trial('integrations sit at it, one after the other', async () => {
  const seat = async (name, integrationId, more) => {
    const body = { name, integrationId, ...more };
    const answer = await switchboardIntegrations.createSwitchboardIntegration(appId, switchboard.id, body);
    return answer.switchboardIntegration;
  };
  const last = await seat('desk', desk.id, { deliverStandbyEvents: false });
  const first = await seat('bot', bot.id, { nextSwitchboardIntegrationId: last.id });
  seats = { bot: first, desk: last };
  assert.deepEqual(
    [first.integrationType, first.deliverStandbyEvents, last.deliverStandbyEvents],
    ['custom', true, false],
  );
  const changed = await switchboardIntegrations.updateSwitchboardIntegration(appId, switchboard.id, last.id, {
    messageHistoryCount: 5,
  });
  assert.equal(changed.switchboardIntegration.messageHistoryCount, 5);
  const listed = await switchboardIntegrations.listSwitchboardIntegrations(appId, switchboard.id);
  assert.deepEqual(new Set(listed.switchboardIntegrations.map(({ name }) => name)), new Set(['bot', 'desk']));
  const updated = await switchboards.updateSwitchboard(appId, switchboard.id, {
    defaultSwitchboardIntegrationId: first.id,
    enabled: true,
  });
  assert.deepEqual(
    [updated.switchboard.defaultSwitchboardIntegrationId, updated.switchboard.enabled],
    [first.id, true],
  );
});

await trial('control is passed by id, by name, and to the next', async () => {
  const pass = (switchboardIntegration) =>
    control.passControl(appId, conversationId, { switchboardIntegration, metadata: { first: true } });
  await pass(seats.desk.id);
  assert.equal(await active(), 'desk');
  await pass('bot');
  assert.equal(await active(), 'bot');
  await pass('next');
  assert.equal(await active(), 'desk');
});

await trial('control is offered, and taken by the one it was offered to', async () => {
  await control.offerControl(appId, conversationId, { switchboardIntegration: 'bot' });
  assert.equal(await active(), 'desk');
  await assert.rejects(
    desk.api.control.acceptControl(appId, conversationId, {}),
    refused(403, 'forbidden', 'Forbidden'),
  );
  await bot.api.control.acceptControl(appId, conversationId, { metadata: { reason: 'known' } });
  assert.equal(await active(), 'bot');
});

await trial('control is released by the one who has it', async () => {
  await assert.rejects(desk.api.control.releaseControl(appId, conversationId), refused(403, 'forbidden'));
  await bot.api.control.releaseControl(appId, conversationId);
  assert.notEqual(await active(), 'desk');
  await assert.rejects(
    control.releaseControl(appId, '5e1606762556d93e9c176f69'),
    refused(404, 'conversation_not_found'),
  );
});

await trial('a seat is given up, and then the switchboard', async () => {
  const { id } = switchboard;
  await switchboardIntegrations.deleteSwitchboardIntegration(appId, id, seats.desk.id);
  await assert.rejects(
    switchboardIntegrations.updateSwitchboardIntegration(appId, id, seats.desk.id, { name: 'x' }),
    refused(404, 'switchboard_integration_not_found'),
  );
  await switchboards.deleteSwitchboard(appId, id);
  await assert.rejects(
    switchboards.updateSwitchboard(appId, id, { enabled: false }),
    refused(404, 'switchboard_not_found', 'Switchboard not found'),
  );
});

for (const { id } of [bot, desk]) await integrations.deleteIntegration(appId, id);
