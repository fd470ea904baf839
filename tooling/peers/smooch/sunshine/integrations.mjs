// Channels and bots that are connected with the app, and the keys of bots.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { app, appId } from '../app.mjs';
import { sign } from '../sign.mjs';
import { refused, sunshine, sunshineFor, whole } from './client.mjs';

const { integrations, integrationKeys } = sunshine;

const kinds = [
  { type: 'android', displayName: 'Phones' },
  { type: 'apple', businessId: 'b', apiSecret: 's', mspId: 'm' },
  { type: 'instagram', pageAccessToken: 'p', appId: 'a', appSecret: 's' },
  { type: 'ios', certificate: 'Y2VydA==', password: 'p', production: true },
  { type: 'line', channelId: 'c', channelSecret: 's', channelAccessToken: 't' },
  { type: 'mailgun', apiKey: 'k', domain: 'example.com', incomingAddress: 'shop@example.com' },
  { type: 'messagebird', accessKey: 'k', signingKey: 's', originator: '12262121021' },
  { type: 'messenger', pageAccessToken: 'p', appId: 'a', appSecret: 's' },
  { type: 'telegram', token: '192033615:AAEuee2FS2JYKWfDlTulfygjaIGJi4s' },
  { type: 'twilio', accountSid: 'AC1', authToken: 't', phoneNumberSid: 'PN1' },
  {
    type: 'twitter',
    tier: 'premium',
    envName: 'prod',
    consumerKey: 'c',
    consumerSecret: 's',
    accessTokenKey: 'a',
    accessTokenSecret: 't',
  },
  { type: 'unity' },
  { type: 'viber', token: 't' },
  { type: 'web', brandColor: '112233', originWhitelist: ['https://shop.example'] },
  { type: 'whatsapp', deploymentId: '5e1606762556d93e9c176f69' },
];
const secrets = ['apiSecret', 'appSecret', 'authToken', 'token', 'consumerSecret', 'channelSecret', 'apiKey'];

for (const kind of kinds) {
  await trial(`an integration of type ${kind.type} is made, listed, renamed and deleted`, async () => {
    const { integration } = await whole(integrations.createIntegrationWithHttpInfo(appId, kind));
    assert.deepEqual([integration.type, integration.status], [kind.type, 'active']);
    for (const secret of secrets) assert.ok(!(secret in integration), `${secret} is shown`);
    const filter = { types: `${kind.type},custom` };
    const { integrations: found } = await integrations.listIntegrations(appId, { filter });
    assert.ok(found.some(({ id }) => id === integration.id));
    assert.ok(found.every(({ type }) => [kind.type, 'custom'].includes(type)));
    await integrations.updateIntegration(appId, integration.id, { displayName: 'Renamed' });
    const again = await whole(integrations.getIntegrationWithHttpInfo(appId, integration.id));
    assert.deepEqual(again.integration, { ...integration, displayName: 'Renamed' });
    await integrations.deleteIntegration(appId, integration.id);
    await assert.rejects(
      integrations.getIntegration(appId, integration.id),
      refused(404, 'integration_not_found', 'Integration not found'),
    );
  });
}

await trial('an integration of no known type is refused', () =>
  assert.rejects(
    integrations.createIntegration(appId, { type: 'telex' }),
    refused(400, 'bad_request', 'Invalid integration type'),
  ),
);

const webhooks = [{ target: 'https://example.com/bot', triggers: ['conversation:message'] }];
const custom = { type: 'custom', displayName: 'Bot', webhooks };

await trial('a custom integration comes with its webhook', async () => {
  const { integration } = await whole(integrations.createIntegrationWithHttpInfo(appId, custom));
  const [webhook] = integration.webhooks;
  assert.deepEqual(
    [integration.webhooks.length, webhook.target, webhook.triggers, webhook.version],
    [1, 'https://example.com/bot', ['conversation:message'], 'v2'],
  );
  assert.ok(webhook.secret.length >= 64, webhook.secret);
  await integrations.deleteIntegration(appId, integration.id);
  const several = { ...custom, webhooks: [...webhooks, ...webhooks] };
  await assert.rejects(integrations.createIntegration(appId, several), refused(400, 'bad_request'));
});

await trial('a bot calls with a key of its own, by Basic and by a token, until it is deleted', async () => {
  const { integration } = await integrations.createIntegration(appId, custom);
  const { key } = await integrationKeys.createCustomIntegrationKey(appId, integration.id, {
    displayName: 'Key 1',
  });
  assert.match(key.id, /^int_[\da-f]{24}$/);
  const { keys } = await integrationKeys.listCustomIntegrationKeys(appId, integration.id);
  assert.deepEqual(
    keys.map(({ id, displayName }) => [id, displayName]),
    [[key.id, 'Key 1']],
  );
  const again = await integrationKeys.getCustomIntegrationKey(appId, integration.id, key.id);
  assert.equal(again.key.secret, key.secret);

  const pair = { keyId: key.id, secret: key.secret };
  const byBasic = sunshineFor(pair);
  const byToken = sunshineFor({ token: sign(pair, { scope: 'integration' }) });
  const name = 'customer-2093';
  for (const bot of [byBasic, byToken]) {
    assert.equal((await bot.users.getUser(appId, name)).user.externalId, name);
    assert.equal((await bot.webhooks.listWebhooks(appId, integration.id)).webhooks.length, 1);
    await assert.rejects(bot.integrations.listIntegrations(appId), refused(403, 'forbidden'));
    await assert.rejects(bot.switchboards.listSwitchboards(appId), refused(403, 'forbidden'));
  }
  await integrationKeys.deleteCustomIntegrationKey(appId, integration.id, key.id);
  for (const bot of [byBasic, byToken]) {
    await assert.rejects(bot.users.getUser(appId, name), refused(401, 'unauthorized'));
  }
  await integrations.deleteIntegration(appId, integration.id);
});

await trial('only bots have keys', async () => {
  const { integration } = await integrations.createIntegration(appId, { type: 'web' });
  await assert.rejects(
    integrationKeys.listCustomIntegrationKeys(appId, integration.id),
    refused(400, 'bad_request', 'API keys are available only for custom integrations'),
  );
  await integrations.deleteIntegration(appId, integration.id);
});

await trial('a token of the app reaches what its key does', async () => {
  const byToken = sunshineFor({ token: sign(app, { scope: 'app' }) });
  assert.ok((await byToken.integrations.listIntegrations(appId)).integrations.length > 0);
});
