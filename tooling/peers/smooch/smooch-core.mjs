// A session of the service's own client of v1.1, with an emulated app.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { env } from 'node:process';
import { json } from 'node:stream/consumers';
import Smooch from 'smooch-core';
import { trial } from '../trial.mjs';

const { url: serviceUrl, appId, app, account } = JSON.parse(env.CONNECTION);
const smooch = new Smooch({ ...app, scope: 'app', serviceUrl });
const owner = new Smooch({ ...account, scope: 'account', serviceUrl });

const userId = 'steve@channel5.com';

await trial('a user is made, found, changed, and not made twice', async () => {
  const { appUser } = await smooch.appUsers.create({
    appUser: { userId, givenName: 'Steve', properties: { level: 1 } },
  });
  assert.equal(appUser.userId, userId);
  const changed = await smooch.appUsers.update(userId, { surname: 'Brule', properties: { doctor: true } });
  assert.deepEqual(changed.appUser.properties, { level: 1, doctor: true });
  const found = await smooch.appUsers.get(appUser._id);
  assert.equal(found.appUser.surname, 'Brule');
  await assert.rejects(smooch.appUsers.create({ appUser: { userId } }), { code: 'conflict' });
});

await trial('what is not there is refused in words', async () => {
  await assert.rejects(smooch.appUsers.get('nobody'), ({ code, description, response }) => {
    assert.deepEqual([code, response.status], ['not_found', 404]);
    return description !== '';
  });
});

await trial('a key of another secret is refused', async () => {
  const other = new Smooch({ ...app, secret: 'wrong', scope: 'app', serviceUrl });
  await assert.rejects(other.appUsers.get(userId), { code: 'unauthorized' });
});

await trial('messages of both sides are posted, read and deleted', async () => {
  const asked = await smooch.appUsers.sendMessage(userId, {
    role: 'appUser',
    type: 'text',
    text: 'Is it any good?',
  });
  const { message } = await smooch.appUsers.sendMessage(userId, {
    role: 'appMaker',
    type: 'text',
    text: 'Yes!',
    actions: [{ type: 'link', text: 'See', uri: 'https://example.com' }],
  });
  assert.equal(message.actions[0].uri, 'https://example.com');
  const { messages, conversation } = await smooch.appUsers.getMessages(userId);
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['Is it any good?', 'Yes!'],
  );
  assert.equal(conversation.unreadCount, 1);
  await smooch.conversations.resetUnreadCount(userId);
  assert.equal((await smooch.appUsers.getMessages(userId)).conversation.unreadCount, 0);
  await smooch.appUsers.deleteMessage(userId, asked.message._id);
  assert.equal((await smooch.appUsers.getMessages(userId)).messages.length, 1);
  await smooch.appUsers.deleteMessages(userId);
  assert.deepEqual((await smooch.appUsers.getMessages(userId)).messages, []);
});

await trial('a card of a carousel comes back with what is shown where there are none', async () => {
  const items = [
    {
      title: 'Tacos',
      description: 'Two',
      actions: [{ type: 'link', text: 'More', uri: 'https://example.com' }],
    },
  ];
  const { message } = await smooch.appUsers.sendMessage(userId, {
    role: 'appMaker',
    type: 'carousel',
    items,
  });
  assert.equal(message.text, '1. Tacos\nTwo\nMore: https://example.com');
});

await trial('a webhook is told, and looked after', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  const told = new Promise((resolve) => {
    server.on('request', (request, response) => {
      response.end();
      void json(request).then((body) => resolve([request.headers['x-api-key'], body]));
    });
  });
  await once(server, 'listening');
  const target = `http://127.0.0.1:${server.address().port}/`;
  const { webhook } = await smooch.webhooks.create({ target, triggers: ['message:appUser'] });
  await smooch.appUsers.sendMessage(userId, { role: 'appUser', type: 'text', text: 'Hello?' });
  const [secret, { trigger, messages, version }] = await told;
  assert.deepEqual(
    [secret, trigger, messages[0].text, version],
    [webhook.secret, 'message:appUser', 'Hello?', 'v1.1'],
  );
  const updated = await smooch.webhooks.update(webhook._id, { triggers: ['message:appUser', 'postback'] });
  assert.equal(updated.webhook.triggers.length, 2);
  assert.equal((await smooch.webhooks.list()).webhooks.length, 1);
  assert.equal((await smooch.webhooks.get(webhook._id)).webhook.target, target);
  await smooch.webhooks.delete(webhook._id);
  assert.deepEqual((await smooch.webhooks.list()).webhooks, []);
  server.close();
});

await trial('a channel is linked and taken away', async () => {
  const { integration } = await owner.integrations.create(appId, {
    type: 'twilio',
    accountSid: 'AC1',
    authToken: 'secret',
    phoneNumberSid: 'PN1',
  });
  const { appUser } = await smooch.appUsers.linkChannel(userId, {
    type: 'twilio',
    phoneNumber: '+15145550000',
    confirmation: { type: 'immediate' },
  });
  assert.ok([...appUser.clients, ...appUser.pendingClients].some(({ platform }) => platform === 'twilio'));
  await smooch.appUsers.unlinkChannel(userId, 'twilio');
  const { integrations } = await owner.integrations.list(appId, 'twilio');
  assert.deepEqual(
    integrations.map(({ _id }) => _id),
    [integration._id],
  );
  await owner.integrations.delete(appId, integration._id);
});

await trial('menus and templates are kept', async () => {
  await smooch.menu.configure({ items: [{ type: 'link', text: 'Site', uri: 'https://example.com' }] });
  assert.equal((await smooch.menu.get()).menu.items[0].text, 'Site');
  assert.deepEqual((await smooch.menu.remove()).menu.items, []);
  const { template } = await smooch.templates.create({
    name: 'greeting',
    message: { role: 'appMaker', type: 'text', text: 'Hello' },
  });
  assert.equal((await smooch.templates.get(template._id)).template.message.text, 'Hello');
  assert.equal((await smooch.templates.list({ limit: 10, offset: 0 })).templates.length, 1);
  await smooch.templates.delete(template._id);
});

await trial('an account makes apps and keys, and lists them', async () => {
  const made = await owner.apps.create({ name: 'Another' });
  const { keys } = await owner.apps.keys.list(made.app._id);
  assert.ok(Array.isArray(keys));
  const { key } = await owner.apps.keys.create(made.app._id, 'deploy');
  const { jwt } = await owner.apps.keys.getJwt(made.app._id, key._id);
  const other = new Smooch({ jwt, serviceUrl });
  assert.equal((await other.appUsers.create({ appUser: { userId: 'first' } })).appUser.userId, 'first');
  const { apps } = await owner.apps.list(25, 0);
  assert.ok(apps.length >= 2);
  await owner.apps.delete(made.app._id);
});

await trial('users are merged, and one is deleted', async () => {
  const one = await smooch.appUsers.create({ appUser: { userId: 'one' } });
  const other = await smooch.appUsers.create({ appUser: { userId: 'other' } });
  await smooch.appUsers.mergeUsers({
    surviving: { _id: one.appUser._id },
    discarded: { _id: other.appUser._id },
  });
  await smooch.appUsers.delete('one');
  await assert.rejects(smooch.appUsers.get('one'), { code: 'not_found' });
});

await trial('a user’s own token reaches that user and no other', async () => {
  const own = new Smooch({ ...app, scope: 'appUser', userId, serviceUrl });
  assert.equal((await own.appUsers.get(userId)).appUser.userId, userId);
  await assert.rejects(own.appUsers.get('nora.lindqvist@example.com'), { code: 'forbidden' });
});
