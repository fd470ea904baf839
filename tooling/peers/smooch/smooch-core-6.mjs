// What the last client of the service's own for v1 does.
import assert from 'node:assert/strict';
import Smooch from 'smooch-core-6';
import { trial } from '../trial.mjs';
import { account, act, app, appId, url } from './app.mjs';
import { startReceiver } from './receiver.mjs';

const clientFor = (key, scope) => new Smooch({ ...key, scope, serviceUrl: url });
const { appUsers, conversations, menu, webhooks } = clientFor(app, 'app');
const owner = clientFor(account, 'account');
const userId = 'steve@channel5.com';
const refused = (status, code) => (error) => {
  assert.deepEqual([error.response?.status, error.code], [status, code], error);
  return true;
};

await trial('a user is made, found, changed and not made twice', async () => {
  const { appUser } = await appUsers.create(userId, { givenName: 'Steve', properties: { level: 1 } });
  assert.deepEqual([appUser.credentialRequired, appUser.devices], [false, []]);
  const changed = await appUsers.update(userId, { surname: 'Brule', properties: { doctor: true } });
  assert.deepEqual(changed.appUser.properties, { level: 1, doctor: true });
  assert.equal((await appUsers.get(appUser._id)).appUser.surname, 'Brule');
  await assert.rejects(appUsers.create(userId, {}), refused(409, 'conflict'));
  assert.deepEqual(await appUsers.getBusinessSystems(userId), { businessSystems: [] });
  assert.match((await appUsers.getAuthCode(userId)).authCode, /^ac_/);
});

await trial('messages of both sides are posted, read and deleted', async () => {
  const asked = await appUsers.sendMessage(userId, { role: 'appUser', type: 'text', text: 'Any good?' });
  await appUsers.sendMessage(userId, {
    role: 'appMaker',
    type: 'text',
    text: 'Yes! %[More](https://a.example)',
  });
  const { messages, conversation } = await appUsers.getMessages(userId);
  assert.deepEqual(
    messages.map(({ text, actions }) => [text, actions?.length]),
    [
      ['Any good?', undefined],
      ['Yes!', 1],
    ],
  );
  assert.equal(conversation.unreadCount, 1);
  await conversations.resetUnreadCount(userId);
  await appUsers.typingActivity(userId, { role: 'appMaker', type: 'typing:start' });
  await appUsers.conversationActivity(userId, { role: 'appMaker', type: 'conversation:read' });
  await appUsers.deleteMessage(userId, asked.message._id);
  assert.equal((await appUsers.getMessages(userId)).messages.length, 1);
  await appUsers.deleteMessages(userId);
  assert.deepEqual((await appUsers.getMessages(userId)).messages, []);
  // This version asked for something that was gone by then.
  await assert.rejects(conversations.get(userId), refused(404, 'not_found'));
});

await trial('a webhook is told of messages and of what became of them, as v1 tells it', async () => {
  const receiver = await startReceiver();
  const triggers = ['message:appUser', 'delivery:success', 'postback'];
  const { webhook } = await webhooks.create({ target: receiver.target, triggers });
  const told = async (trigger) => {
    const { secret, body } = await receiver.next((delivery) => delivery.body.trigger === trigger);
    assert.deepEqual([secret, body.version, body.conversation], [webhook.secret, undefined, undefined]);
    return body;
  };
  const user = 'nora.lindqvist@example.com';
  await appUsers.sendMessage(user, { role: 'appUser', type: 'text', text: 'Hello?' });
  const heard = await told('message:appUser');
  assert.deepEqual([heard.messages[0].text, heard.appUser.clients.length], ['Hello?', 1]);
  const { message } = await appUsers.sendMessage(user, {
    role: 'appMaker',
    type: 'text',
    text: 'Boots?',
    actions: [{ type: 'postback', text: 'Yes', payload: 'BOOTS' }],
  });
  assert.equal((await told('delivery:success')).messages[0]._id, message._id);
  await act('clicks', { user, actionId: message.actions[0]._id });
  assert.equal((await told('postback')).postbacks[0].action.payload, 'BOOTS');
  await webhooks.delete(webhook._id);
  receiver.close();
});

await trial('a channel is linked, and a profile cleared', async () => {
  await appUsers.linkChannel(userId, { type: 'twilio', phoneNumber: '+15145550000', skipConfirmation: true });
  await appUsers.unlinkChannel(userId, 'twilio');
  assert.deepEqual((await appUsers.getChannels(userId)).channels, []);
  const { appUser } = await appUsers.deleteProfile(userId);
  assert.deepEqual([appUser.userId, appUser.givenName, appUser.properties], [userId, undefined, {}]);
  await appUsers.delete(userId);
  await assert.rejects(appUsers.get(userId), refused(404, 'not_found'));
});

await trial('apps, integrations and a menu are looked after', async () => {
  const { app: made } = await owner.apps.create({ name: 'Another' });
  assert.equal((await owner.apps.get(made._id)).app.name, 'Another');
  await owner.apps.delete(made._id);
  const { integration } = await owner.integrations.create(appId, { type: 'telegram', token: 't' });
  assert.equal((await owner.integrations.get(appId, integration._id)).integration.username, 'trailhead_bot');
  const { integrations } = await owner.integrations.list(appId, 'telegram');
  assert.deepEqual(
    integrations.map(({ _id }) => _id),
    [integration._id],
  );
  await owner.integrations.delete(appId, integration._id);
  await menu.configure({ items: [{ type: 'link', text: 'Site', uri: 'https://example.com' }] });
  assert.equal((await menu.get()).menu.items[0].text, 'Site');
  assert.deepEqual((await menu.remove()).menu.items, []);
});
