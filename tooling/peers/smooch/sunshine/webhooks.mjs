// Webhooks, and what they are told.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { act, appId } from '../app.mjs';
import { startReceiver } from '../receiver.mjs';
import { refused, sunshine } from './client.mjs';

const { conversations, integrations, messages, users, webhooks } = sunshine;

const receiver = await startReceiver();
const { integration } = await integrations.createIntegration(appId, {
  type: 'custom',
  displayName: 'Listener',
  webhooks: [{ target: 'http://127.0.0.1:9/', triggers: ['user:merge'] }],
});
const { webhooks: first } = await webhooks.listWebhooks(appId, integration.id);
await webhooks.deleteWebhook(appId, integration.id, first[0].id);
let webhook;

await trial('a webhook is made, found and changed', async () => {
  ({ webhook } = await webhooks.createWebhook(appId, integration.id, {
    target: receiver.target,
    triggers: ['conversation:create'],
  }));
  assert.deepEqual(
    [webhook.version, webhook.includeFullUser, webhook.includeFullSource],
    ['v2', false, false],
  );
  const changed = await webhooks.updateWebhook(appId, integration.id, webhook.id, {
    triggers: [
      'conversation:create',
      'conversation:message',
      'conversation:message:delivery:user',
      'user:remove',
    ],
    includeFullUser: true,
  });
  assert.deepEqual([changed.webhook.triggers.length, changed.webhook.includeFullUser], [4, true]);
  const found = await webhooks.getWebhook(appId, integration.id, webhook.id);
  assert.deepEqual([found.webhook.secret, found.webhook.target], [webhook.secret, receiver.target]);
  assert.equal((await webhooks.listWebhooks(appId, integration.id)).webhooks.length, 1);
});

await trial('what is subscribed to is told, with the secret', async () => {
  const told = async (type, isWanted = () => true) => {
    const { secret, body } = await receiver.next(({ body: { events } }) =>
      events.some((event) => event.type === type && isWanted(event.payload)),
    );
    assert.deepEqual(
      [secret, body.app, body.webhook],
      [webhook.secret, { id: appId }, { id: webhook.id, version: 'v2' }],
    );
    const event = body.events.find((candidate) => candidate.type === type);
    assert.match(event.id, /^[\da-f]{24}$/);
    return event.payload;
  };
  const { user } = await users.createUser(appId, { externalId: 'heard', profile: { givenName: 'Ada' } });
  const { conversation } = await conversations.createConversation(appId, {
    type: 'personal',
    participants: [{ userId: user.id }],
  });
  const created = await told('conversation:create');
  assert.deepEqual([created.conversation.id, created.user.id], [conversation.id, user.id]);

  const { messages: added } = await messages.postMessage(appId, conversation.id, {
    author: { type: 'user', userId: user.id },
    content: { type: 'text', text: 'Hello?' },
  });
  const heard = await told('conversation:message');
  assert.deepEqual([heard.message.id, heard.message.content.text], [added[0].id, 'Hello?']);
  assert.equal(heard.message.author.user.profile.givenName, 'Ada');

  await messages.postMessage(appId, conversation.id, {
    author: { type: 'business' },
    content: { type: 'text', text: 'Good day.' },
  });
  const echoed = await told('conversation:message', ({ message }) => message.author.type === 'business');
  assert.equal(echoed.message.content.text, 'Good day.');

  await users.deleteUser(appId, user.id);
  assert.equal((await told('user:remove')).user.id, user.id);
});

await trial('what was told already comes again under the same id', async () => {
  await messages.postMessage(appId, (await ofNora()).id, {
    author: { type: 'business' },
    content: { type: 'text', text: 'Still there?' },
  });
  const [once] = (await receiver.next(isMessage)).body.events;
  await act('flush');
  const told = await act('deliveries');
  await act('redeliver', { id: told.findLast(({ event }) => event === 'conversation:message').id });
  const [again] = (await receiver.next(isMessage)).body.events;
  assert.deepEqual(again, once);
});

await trial('an app has no more than ten webhooks', async () => {
  const body = { target: receiver.target, triggers: ['user:merge'] };
  for (let number = 1; number < 10; number += 1) await webhooks.createWebhook(appId, integration.id, body);
  await assert.rejects(webhooks.createWebhook(appId, integration.id, body), refused(400, 'bad_request'));
});

await trial('a webhook that cannot be is refused', async () => {
  const make = (body) => webhooks.createWebhook(appId, integration.id, body);
  await assert.rejects(make({ target: 'nowhere', triggers: ['user:merge'] }), refused(400, 'bad_request'));
  await assert.rejects(
    webhooks.updateWebhook(appId, integration.id, webhook.id, { triggers: ['Conversation:Message'] }),
    refused(400, 'bad_request'),
  );
});

await trial('a webhook is deleted, and those of an integration go with it', async () => {
  await webhooks.deleteWebhook(appId, integration.id, webhook.id);
  await assert.rejects(
    webhooks.getWebhook(appId, integration.id, webhook.id),
    refused(404, 'not_found', 'Resource not found'),
  );
  await integrations.deleteIntegration(appId, integration.id);
  await assert.rejects(webhooks.listWebhooks(appId, integration.id), refused(404, 'integration_not_found'));
});

receiver.close();

async function ofNora() {
  const filter = { userExternalId: 'nora.lindqvist@example.com' };
  return (await conversations.listConversations(appId, filter)).conversations[0];
}

function isMessage({ body }) {
  return body.events[0].type === 'conversation:message';
}
