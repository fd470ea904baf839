// What the service's own client of 2016 does with v1, and with the calls that have been retired since.
import assert from 'node:assert/strict';
import Smooch from 'smooch-core-2';
import { trial } from '../trial.mjs';
import { account, act, app, appId, url } from './app.mjs';
import { startReceiver } from './receiver.mjs';
import { sign } from './sign.mjs';

const clientFor = (auth) => new Smooch(auth, { serviceUrl: `${url}/v1` });
const { appUsers, conversations, menu, webhooks } = clientFor({ ...app, scope: 'app' });
const userId = 'b6518';
const device = { id: 'device-1', platform: 'other', appVersion: '1.0' };
const refused = (status) => (error) => {
  assert.equal(error.response?.status, status, error);
  return true;
};

await trial('a device introduces its user, and is known again', async () => {
  const { appUser } = await appUsers.init({ device, userId });
  assert.deepEqual([appUser.userId, appUser.conversationStarted], [userId, false]);
  assert.equal((await appUsers.init({ device, userId })).appUser._id, appUser._id);
  const changed = await appUsers.updateDevice(userId, device.id, { appVersion: '2.0' });
  assert.deepEqual([changed.device.id, changed.device.appVersion], [device.id, '2.0']);
  const [client] = (await appUsers.get(userId)).appUser.clients;
  assert.equal(client.appVersion, '2.0');
  assert.deepEqual(await appUsers.trackEvent(userId, 'opened'), { conversationUpdated: false });
});

await trial('a user is changed, and none is made twice', async () => {
  await appUsers.update(userId, { givenName: 'Steve', properties: { level: 1 } });
  const { appUser } = await appUsers.update(userId, { properties: { doctor: true } });
  assert.deepEqual([appUser.givenName, appUser.properties], ['Steve', { level: 1, doctor: true }]);
  await assert.rejects(appUsers.create(userId, {}), refused(409));
  assert.equal((await appUsers.create('other', { surname: 'Brule' })).appUser.surname, 'Brule');
  await assert.rejects(appUsers.get('nobody'), refused(404));
});

await trial('messages need no type, and the conversation has them all', async () => {
  await appUsers.sendMessage(userId, { role: 'appUser', text: 'Is it any good?' });
  await appUsers.sendMessage(userId, { role: 'appMaker', text: 'Yes!' });
  const { conversation } = await conversations.get(userId);
  assert.deepEqual(
    conversation.messages.map(({ text, role }) => [text, role]),
    [
      ['Is it any good?', 'appUser'],
      ['Yes!', 'appMaker'],
    ],
  );
  assert.equal((await appUsers.getMessages(userId)).conversation.unreadCount, 1);
  await conversations.resetUnreadCount(userId);
  assert.equal((await appUsers.getMessages(userId)).conversation.unreadCount, 0);
});

await trial('a number is linked without asking, and taken away', async () => {
  const { appUser } = await appUsers.linkChannel(userId, {
    type: 'twilio',
    phoneNumber: '+15145550000',
    skipConfirmation: true,
  });
  const all = [...appUser.clients, ...appUser.pendingClients];
  assert.ok(all.some(({ platform }) => platform === 'twilio'));
  await appUsers.unlinkChannel(userId, 'twilio');
  await assert.rejects(appUsers.unlinkChannel(userId, 'twilio'), refused(404));
});

await trial('a webhook is told of every message, with the whole user', async () => {
  const receiver = await startReceiver();
  const { webhook } = await webhooks.create({ target: receiver.target });
  assert.deepEqual(webhook.triggers, ['message']);
  await appUsers.sendMessage(userId, { role: 'appUser', text: 'Hello?' });
  const { secret, body } = await receiver.next(() => true);
  assert.deepEqual([secret, body.trigger, body.version], [webhook.secret, 'message:appUser', undefined]);
  assert.deepEqual([body.messages[0].text, body.appUser.givenName], ['Hello?', 'Steve']);
  await webhooks.update(webhook._id, { triggers: ['*'] });
  assert.deepEqual((await webhooks.get(webhook._id)).webhook.triggers, ['*']);
  await webhooks.delete(webhook._id);
  assert.deepEqual((await webhooks.list()).webhooks, []);
  receiver.close();
});

await trial('a menu is kept', async () => {
  await menu.configure({ items: [{ type: 'link', text: 'Site', uri: 'https://example.com' }] });
  assert.equal((await menu.get()).menu.items[0].text, 'Site');
  assert.deepEqual((await menu.remove()).menu.items, []);
});

await trial('the token of an app reaches users until they come with their own', async () => {
  const headers = { authorization: `Bearer ${sign(account, { scope: 'account' })}` };
  const { appToken } = (await (await fetch(`${url}/v1/apps/${appId}`, { headers })).json()).app;
  const byToken = clientFor({ appToken }).appUsers;
  await assert.rejects(byToken.init({ device: { ...device, id: 'device-2' } }), refused(401));
  await act('configure', { appToken: true });
  const { appUser } = await byToken.init({ device: { ...device, id: 'device-2' } });
  assert.equal((await byToken.get(appUser._id)).appUser._id, appUser._id);
  const own = clientFor({ ...app, scope: 'appUser', userId }).appUsers;
  assert.equal((await byToken.get(userId)).appUser.userId, userId);
  assert.equal((await own.get(userId)).appUser.userId, userId);
  await assert.rejects(byToken.get(userId), refused(403));
  await act('configure', { appToken: false });
});
