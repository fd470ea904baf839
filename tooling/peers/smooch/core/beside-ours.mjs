// Each call of this client beside the one of @x/smooch that means the same, but for uploads, which it cannot do any more.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { account, app, appId } from '../app.mjs';
import { assertSame, ours, startRecorder } from '../recorder.mjs';
import { alwaysWithApp, callersOf, methods, ownerOf } from './callers.mjs';

const v1 = ours('@x/smooch');

const lists = [
  'apps',
  'channels',
  'deployments',
  'integrations',
  'keys',
  'messages',
  'messageTemplates',
  'serviceAccounts',
  'templates',
  'webhooks',
];
const recorder = await startRecorder(lists);
const id = '5e1606762556d93e9c176f69';
const other = '5e1606762556d93e9c176f70';
const user = 'steve@channel5.com';

const appUser = { userId: user, givenName: 'Steve', properties: { level: 1 } };
const change = { surname: 'Brule', properties: { doctor: true } };
const merge = { surviving: { _id: id }, discarded: { _id: other } };
const link = { type: 'twilio', phoneNumber: '+15145550000', confirmation: { type: 'prompt' } };
const text = { role: 'appMaker', type: 'text', text: 'Hi', metadata: { a: 1 } };
const activity = { role: 'appMaker', type: 'typing:start' };
const menu = { items: [{ type: 'link', text: 'Site', uri: 'https://example.com' }] };
const template = { name: 'greeting', message: text };
const hook = { target: 'https://example.com/hook', triggers: ['message:appUser'], includeClient: true };
const integration = { type: 'telegram', token: 't' };
const about = { about: 'Tents' };
const messageTemplate = { category: 'A', name: 'hi', language: 'en', components: [] };
const notification = {
  destination: { integrationId: id, destinationId: '+15145550001' },
  author: { role: 'appMaker' },
  message: { type: 'text', text: 'Hi' },
};
const mediaUrl = 'https://media.smooch.io/apps/a/notes.txt';
const activation = { phoneNumber: '+15145550000', verifiedNameCertificate: 'c', method: 'sms' };
const page = { limit: 10, offset: 20 };

/** By the name of the method: what theirs takes, and the same of ours. */
const inApp = {
  'appUsers.get': [[user], (s) => v1.appUsers(s).get(user)],
  'appUsers.update': [[user, change], (s) => v1.appUsers(s).update(user, change)],
  'appUsers.delete': [[user], (s) => v1.appUsers(s).delete(user)],
  'appUsers.deleteProfile': [[user], (s) => v1.appUsers(s).deleteProfile(user)],
  'appUsers.getAuthCode': [[user], (s) => v1.appUsers(s).authCode(user)],
  'appUsers.getLinkRequests': [[user, [id, other]], (s) => v1.appUsers(s).linkRequests(user, [id, other])],
  'appUsers.getBusinessSystems': [[user], (s) => v1.appUsers(s).businessSystems(user)],
  'appUsers.mergeUsers': [[merge], (s) => v1.appUsers(s).merge(merge)],
  'appUsers.getChannels': [[user], (s) => v1.channels(s).list(user).toArray()],
  'appUsers.linkChannel': [[user, link], (s) => v1.channels(s).link(user, link)],
  'appUsers.unlinkChannel': [[user, 'twilio'], (s) => v1.channels(s).unlink(user, 'twilio')],
  'appUsers.pingChannel': [[user, 'twilio'], (s) => v1.channels(s).ping(user, 'twilio')],
  'appUsers.viber.getQRCode': [[user], (s) => v1.channels(s).qrCode(user, 'viber')],
  'appUsers.wechat.getQRCode': [[user], (s) => v1.channels(s).qrCode(user, 'wechat')],
  'appUsers.sendMessage': [[user, text], (s) => v1.messages(s).post(user, text)],
  'appUsers.getMessages': [
    [user, { before: 1600000000.5 }],
    (s) => v1.messages(s).list(user, { before: 1600000000.5 }).toArray(),
  ],
  'appUsers.deleteMessage': [[user, id], (s) => v1.messages(s).delete(user, id)],
  'appUsers.deleteMessages': [[user], (s) => v1.messages(s).deleteAll(user)],
  'appUsers.conversationActivity': [[user, activity], (s) => v1.conversation(s).activity(user, activity)],
  'conversations.get': [[user], (s) => v1.conversation(s).get(user)],
  'conversations.resetUnreadCount': [[user], (s) => v1.conversation(s).read(user)],
  'conversations.postPostback': [[user, id], (s) => v1.conversation(s).postback(user, id)],
  'appUsers.stripe.updateCustomer': [
    [user, 'tok'],
    (s) => v1.stripe(s).createCustomer(user, { token: 'tok' }),
  ],
  'appUsers.stripe.createTransaction': [
    [user, id, 'tok'],
    (s) => v1.stripe(s).createTransaction(user, { actionId: id, token: 'tok' }),
  ],
  'stripe.getAccount': [[], (s) => v1.stripe(s).account()],
  'notifications.postNotification': [[notification], (s) => v1.notifications(s).post(notification)],
  'attachments.delete': [[mediaUrl], (s) => v1.attachments(s).delete(mediaUrl)],

  'menu.get': [[], (s) => v1.menu(s).get()],
  'menu.configure': [[menu], (s) => v1.menu(s).update(menu)],
  'menu.remove': [[], (s) => v1.menu(s).delete()],
  'templates.create': [[template], (s) => v1.templates(s).create(template)],
  'templates.list': [[page], (s) => v1.templates(s).list(page).toArray()],
  'templates.get': [[id], (s) => v1.templates(s).get(id)],
  'templates.update': [[id, template], (s) => v1.templates(s).update(id, template)],
  'templates.delete': [[id], (s) => v1.templates(s).delete(id)],
  'webhooks.create': [[hook], (s) => v1.webhooks(s).create(hook)],
  'webhooks.list': [[], (s) => v1.webhooks(s).list().toArray()],
  'webhooks.get': [[id], (s) => v1.webhooks(s).get(id)],
  'webhooks.update': [[id, hook], (s) => v1.webhooks(s).update(id, hook)],
  'webhooks.delete': [[id], (s) => v1.webhooks(s).delete(id)],

  'integrations.create': [[integration], (s) => v1.integrations(s).create(integration)],
  'integrations.list': [
    [['telegram', 'viber'], 10, 20],
    (s) =>
      v1
        .integrations(s)
        .list({ types: ['telegram', 'viber'], ...page })
        .toArray(),
  ],
  'integrations.get': [[id], (s) => v1.integrations(s).get(id)],
  'integrations.update': [
    [id, { displayName: 'Shop' }],
    (s) => v1.integrations(s).update(id, { displayName: 'Shop' }),
  ],
  'integrations.delete': [[id], (s) => v1.integrations(s).delete(id)],
  'integrations.menu.get': [[id], (s) => v1.integrationMenu(s).get(id)],
  'integrations.menu.create': [[id, menu], (s) => v1.integrationMenu(s).create(id, menu)],
  'integrations.menu.update': [[id, menu], (s) => v1.integrationMenu(s).update(id, menu)],
  'integrations.menu.delete': [[id], (s) => v1.integrationMenu(s).delete(id)],
  'integrations.profile.get': [[id], (s) => v1.profile(s).get(id)],
  'integrations.profile.update': [[id, about], (s) => v1.profile(s).update(id, about)],
  'integrations.messageTemplates.create': [
    [id, messageTemplate],
    (s) => v1.messageTemplates(s).create(id, messageTemplate),
  ],
  'integrations.messageTemplates.list': [
    [id, { limit: 10 }],
    (s) => v1.messageTemplates(s).list(id, { limit: 10 }).toArray(),
  ],
  'integrations.messageTemplates.delete': [[id, 'hi'], (s) => v1.messageTemplates(s).delete(id, 'hi')],
};

const ofAccount = {
  'apps.create': [[{ name: 'Shop' }], (s) => v1.apps(s).create({ name: 'Shop' })],
  'apps.list': [[page], (s) => v1.apps(s).list(page).toArray()],
  'apps.get': [[id], (s) => v1.apps(s).get(id)],
  'apps.update': [[id, { name: 'Shop' }], (s) => v1.apps(s).update(id, { name: 'Shop' })],
  'apps.delete': [[id], (s) => v1.apps(s).delete(id)],
  'apps.getSdkIds': [[id], (s) => v1.apps(s).sdks(id)],
  'apps.keys.create': [[id, 'main'], (s) => v1.appKeys(s).create(id, { name: 'main' })],
  'apps.keys.list': [[id], (s) => v1.appKeys(s).list(id).toArray()],
  'apps.keys.get': [[id, 'app_1'], (s) => v1.appKeys(s).get(id, 'app_1')],
  'apps.keys.getJwt': [[id, 'app_1'], (s) => v1.appKeys(s).jwt(id, 'app_1')],
  'apps.keys.delete': [[id, 'app_1'], (s) => v1.appKeys(s).delete(id, 'app_1')],
  'serviceAccounts.create': [[{ name: 'bot' }], (s) => v1.serviceAccounts(s).create({ name: 'bot' })],
  'serviceAccounts.list': [[page], (s) => v1.serviceAccounts(s).list(page).toArray()],
  'serviceAccounts.get': [[id], (s) => v1.serviceAccounts(s).get(id)],
  'serviceAccounts.update': [[id, { name: 'bot' }], (s) => v1.serviceAccounts(s).update(id, { name: 'bot' })],
  'serviceAccounts.delete': [[id], (s) => v1.serviceAccounts(s).delete(id)],
  'serviceAccounts.keys.create': [[id, 'main'], (s) => v1.serviceAccountKeys(s).create(id, { name: 'main' })],
  'serviceAccounts.keys.list': [[id], (s) => v1.serviceAccountKeys(s).list(id).toArray()],
  'serviceAccounts.keys.get': [[id, 'svc_1'], (s) => v1.serviceAccountKeys(s).get(id, 'svc_1')],
  'serviceAccounts.keys.getJwt': [[id, 'svc_1'], (s) => v1.serviceAccountKeys(s).jwt(id, 'svc_1')],
  'serviceAccounts.keys.delete': [[id, 'svc_1'], (s) => v1.serviceAccountKeys(s).delete(id, 'svc_1')],
  'deployments.create': [[{ hosting: 'smooch' }], (s) => v1.deployments(s).create({ hosting: 'smooch' })],
  'deployments.list': [[], (s) => v1.deployments(s).list().toArray()],
  'deployments.get': [[id], (s) => v1.deployments(s).get(id)],
  'deployments.activate': [
    [id, 'c', '+15145550000', 'sms'],
    (s) => v1.deployments(s).activate(id, activation),
  ],
  'deployments.confirmCode': [[id, '123'], (s) => v1.deployments(s).confirmCode(id, { code: '123' })],
  'deployments.delete': [[id], (s) => v1.deployments(s).delete(id)],
};

const uploads = ['attachments.create', 'appUsers.uploadImage', 'integrations.profile.photo.upload'];
const [byApp, byAccount] = callersOf(recorder.url);
const own = {
  app: v1.createSmooch({ ...app, baseUrl: recorder.url }),
  account: v1.createSmooch({ ...account, appId, baseUrl: recorder.url }),
};

/** The method of theirs with this name, called as they take it. */
const call = (client, name, given) => {
  const path = name.split('.');
  const method = path.pop();
  return path.reduce((part, key) => part[key], client)[method](...given);
};
const pairs = (client, ourClient, calls) =>
  Object.entries(calls).map(([name, [given, send]]) => [
    name,
    () => call(client, name, given),
    () => send(ourClient),
  ]);
const created = ({ makeUser }, ourClient) => [
  'appUsers.create',
  () => makeUser(appUser),
  () => v1.appUsers(ourClient).create(appUser),
];

await trial('with the key of an account, each call sends what that of @x/smooch sends', () =>
  assertSame(recorder, [
    created(byAccount, own.account),
    ...pairs(byAccount.smooch, own.account, inApp),
    ...pairs(ownerOf(recorder.url), own.account, ofAccount),
  ]),
);

await trial('with the key of an app, each call sends what that of @x/smooch sends', () =>
  assertSame(recorder, [
    created(byApp, own.app),
    // Where their client names the app although the key does, ours does not.
    ...pairs(byApp.smooch, own.app, inApp).filter(([name]) => !alwaysWithApp.test(name)),
  ]),
);

await trial('and none is left out', () => {
  const compared = new Set(['appUsers.create', ...uploads, ...Object.keys(inApp), ...Object.keys(ofAccount)]);
  assert.deepEqual(
    methods.account.filter((name) => !compared.has(name)),
    [],
  );
});

recorder.close();
