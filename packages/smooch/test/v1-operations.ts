import {
  appKeys,
  appUsers,
  apps,
  attachments,
  channels,
  conversation,
  deployments,
  integrationMenu,
  integrations,
  menu,
  messageTemplates,
  messages,
  notifications,
  profile,
  serviceAccountKeys,
  serviceAccounts,
  stripe,
  templates,
  webhooks,
  type IntegrationContent,
  type MessageContent,
  type Smooch,
} from '../src/index.js';

/** What is done with a client to have an operation sent, once for each body that is a sample of it. */
export type Sample = (smooch: Smooch) => Promise<unknown>;

// Values of the paths are what the descriptions have in their place.
const user = '{userId}';
const integration = '{integrationId}';
const account = '{serviceAccountId}';
const deployment = '{deploymentId}';
const app = '{appId}';
const key = '{keyId}';

const person = {
  givenName: 'Steve',
  surname: 'Brule',
  email: 'steve@channel5.com',
  signedUpAt: '2026-01-02T03:04:05.678Z',
  properties: { plan: 'family' },
};
const all = {
  name: 'Ann',
  email: 'ann@example.com',
  avatarUrl: 'https://example.com/a.png',
  metadata: { a: 1 },
  payload: 'P',
  destination: { integrationType: 'web' },
  override: { whatsapp: { payload: {} } },
};
const link = { type: 'link', text: 'Look', uri: 'https://example.com' } as const;
const contents: readonly MessageContent[] = [
  { type: 'text', text: 'Hello', actions: [link], ...all },
  { type: 'image', mediaUrl: 'https://example.com/a.png', mediaType: 'image/png', altText: 'a tent' },
  { type: 'carousel', items: [{ title: 'Tent', actions: [link] }], displaySettings: {} },
  { type: 'form', fields: [{ type: 'email', name: 'mail', label: 'Where?' }], blockChatInput: true },
  { type: 'location', coordinates: { lat: 1, long: 2 }, location: { name: 'Here' } },
];
const items = [link];
const target = 'https://example.com/hook';
const hook = { target, triggers: ['postback'], includeClient: true, includeFullAppUser: true };
const web = {
  brandColor: '65758e',
  conversationColor: '0099ff',
  actionColor: '0099ff',
  displayStyle: 'tab',
  businessName: 'Shop',
  businessIconUrl: 'https://example.com/i.png',
  buttonIconUrl: 'https://example.com/b.png',
  buttonWidth: '1px',
  buttonHeight: '1px',
  integrationOrder: ['a'],
  fixedIntroPane: true,
  backgroundImageUrl: 'https://example.com/c.png',
  originWhitelist: ['https://example.com'],
} as const;
const line = { channelId: 'c', channelSecret: 's', serviceCode: 'v', switcherSecret: 'w', qrCodeUrl: 'q' };
const mailgun = { hideUnsubscribeLink: true, fromAddress: 'a@example.com' };
export const integrationSamples: readonly IntegrationContent[] = [
  { type: 'messenger', displayName: 'M', pageAccessToken: 'p', appId: 'a', appSecret: 's' },
  { type: 'twilio', accountSid: 'a', authToken: 't', phoneNumberSid: 'p' },
  { type: 'messagebird', accessKey: 'a', originator: 'o', signingKey: 's' },
  { type: 'telegram', token: 't' },
  { type: 'line', channelAccessToken: 't', ...line },
  { type: 'wechat', appId: 'a', appSecret: 's', encodingAesKey: 'k', accessTokenUrl: 'u' },
  {
    type: 'whatsapp',
    deploymentId: 'd',
    baseUrl: 'b',
    username: 'u',
    password: 'p',
    hsmFallbackLanguage: 'en',
  },
  {
    type: 'twitter',
    consumerKey: 'k',
    consumerSecret: 's',
    accessTokenKey: 't',
    accessTokenSecret: 'u',
    tier: 'premium',
    envName: 'e',
  },
  { type: 'mailgun', apiKey: 'k', domain: 'd', incomingAddress: 'i', ...mailgun },
  { type: 'apple', businessId: 'b', apiSecret: 's', mspId: 'm' },
  { type: 'fcm', serverKey: 'k', senderId: 's' },
  { type: 'apn', certificate: 'c', password: 'p', autoUpdateBadge: true, production: true },
  { type: 'web', ...web },
  { type: 'android' },
];
const appContent = { name: 'Shop', settings: { useAnimalNames: true }, metadata: { a: 1 } };
const page = { limit: 10, offset: 20 };
const template = { name: 'hi', message: { type: 'text', text: 'Hi', role: 'appMaker' } } as const;
const png = new File(['png'], 'a.png');

/** What has each operation sent that the service describes, by its method and path below the version. */
export const samples: Readonly<Record<string, Sample | readonly Sample[]>> = {
  'GET /apps/{appId}/appusers/{userId}': (s) => appUsers(s).get(user),
  'PUT /apps/{appId}/appusers/{userId}': (s) => appUsers(s).update(user, person),
  'DELETE /apps/{appId}/appusers/{userId}': (s) => appUsers(s).delete(user),
  'POST /apps/{appId}/appusers': (s) => appUsers(s).create({ userId: 'b6518', ...person }),
  'POST /apps/{appId}/appusers/merge': (s) =>
    appUsers(s).merge({ surviving: { _id: 'a' }, discarded: { _id: 'b' } }),
  'POST /apps/{appId}/appusers/{userId}/images': (s) =>
    messages(s).postImage(user, png, { role: 'appMaker' }),
  'DELETE /apps/{appId}/appusers/{userId}/profile': (s) => appUsers(s).deleteProfile(user),
  'GET /apps/{appId}/appusers/{userId}/authcode': (s) => appUsers(s).authCode(user),
  'GET /apps/{appId}/appusers/{userId}/channels': (s) => channels(s).list(user).toArray(),
  'POST /apps/{appId}/appusers/{userId}/channels': (s) =>
    channels(s).link(user, {
      type: 'messenger',
      integrationId: 'i',
      phoneNumber: '+1 212-555-2368',
      address: 'a@example.com',
      givenName: 'Steve',
      surname: 'Brule',
      subject: 'Hello',
      confirmation: { type: 'immediate' },
    }),
  'GET /apps/{appId}/appusers/{userId}/businesssystems': (s) => appUsers(s).businessSystems(user),
  'DELETE /apps/{appId}/appusers/{userId}/channels/{channel}': (s) => channels(s).unlink(user, '{channel}'),
  'GET /apps/{appId}/appusers/{userId}/linkrequest': (s) => appUsers(s).linkRequests(user, ['a', 'b']),
  'GET /apps/{appId}/appusers/{userId}/messages': [
    (s) => messages(s).list(user, { before: 2 }).toArray(1),
    (s) => messages(s).list(user, { after: 2 }).toArray(1),
  ],
  'POST /apps/{appId}/appusers/{userId}/messages': contents.map(
    (content): Sample =>
      (s) =>
        messages(s).post(user, { ...content, role: 'appMaker' }),
  ),
  'DELETE /apps/{appId}/appusers/{userId}/messages': (s) => messages(s).deleteAll(user),
  'DELETE /apps/{appId}/appusers/{userId}/messages/{messageId}': (s) =>
    messages(s).delete(user, '{messageId}'),
  'POST /apps/{appId}/appusers/{userId}/conversation/read': (s) => conversation(s).read(user),
  'POST /apps/{appId}/appusers/{userId}/conversation/activity': (s) =>
    conversation(s).activity(user, { type: 'typing:start', name: 'Ann', avatarUrl: all.avatarUrl }),
  'POST /apps/{appId}/notifications': (s) =>
    notifications(s).post({
      destination: { integrationId: 'i', destinationId: '+15145555555' },
      author: { role: 'appMaker' },
      message: { type: 'text', text: 'Hi' },
      messageSchema: 'whatsapp',
    }),
  'GET /apps/{appId}/menu': (s) => menu(s).get(),
  'PUT /apps/{appId}/menu': (s) => menu(s).update({ items }),
  'DELETE /apps/{appId}/menu': (s) => menu(s).delete(),
  'GET /serviceaccounts': (s) => serviceAccounts(s).list(page).toArray(1),
  'POST /serviceaccounts': (s) => serviceAccounts(s).create({ name: 'worker' }),
  'GET /serviceaccounts/{serviceAccountId}': (s) => serviceAccounts(s).get(account),
  'PUT /serviceaccounts/{serviceAccountId}': (s) => serviceAccounts(s).update(account, { name: 'worker' }),
  'DELETE /serviceaccounts/{serviceAccountId}': (s) => serviceAccounts(s).delete(account),
  'GET /serviceaccounts/{serviceAccountId}/keys': (s) => serviceAccountKeys(s).list(account).toArray(),
  'POST /serviceaccounts/{serviceAccountId}/keys': (s) =>
    serviceAccountKeys(s).create(account, { name: 'worker' }),
  'GET /serviceaccounts/{serviceAccountId}/keys/{keyId}': (s) => serviceAccountKeys(s).get(account, key),
  'DELETE /serviceaccounts/{serviceAccountId}/keys/{keyId}': (s) =>
    serviceAccountKeys(s).delete(account, key),
  'GET /serviceaccounts/{serviceAccountId}/keys/{keyId}/jwt': (s) => serviceAccountKeys(s).jwt(account, key),
  'GET /apps': (s) =>
    apps(s)
      .list({ ...page, serviceAccountId: 'a' })
      .toArray(1),
  'POST /apps': (s) => apps(s).create(appContent),
  'GET /apps/{appId}': (s) => apps(s).get(app),
  'PUT /apps/{appId}': (s) => apps(s).update(app, appContent),
  'DELETE /apps/{appId}': (s) => apps(s).delete(app),
  'GET /apps/{appId}/sdks': (s) => apps(s).sdks(app),
  'GET /apps/{appId}/keys': (s) => appKeys(s).list(app).toArray(),
  'POST /apps/{appId}/keys': (s) => appKeys(s).create(app, { name: 'server' }),
  'GET /apps/{appId}/keys/{keyId}': (s) => appKeys(s).get(app, key),
  'DELETE /apps/{appId}/keys/{keyId}': (s) => appKeys(s).delete(app, key),
  'GET /apps/{appId}/keys/{keyId}/jwt': (s) => appKeys(s).jwt(app, key),
  'GET /apps/{appId}/integrations': (s) =>
    integrations(s)
      .list({ ...page, types: ['web', 'line'] })
      .toArray(1),
  'POST /apps/{appId}/integrations': integrationSamples.map(
    (content): Sample =>
      (s) =>
        integrations(s).create(content),
  ),
  'GET /apps/{appId}/integrations/{integrationId}': (s) => integrations(s).get(integration),
  'PUT /apps/{appId}/integrations/{integrationId}': (s) =>
    integrations(s).update(integration, {
      displayName: 'Chat',
      ...web,
      ...line,
      ...mailgun,
      hsmFallbackLanguage: 'en',
      production: true,
    }),
  'DELETE /apps/{appId}/integrations/{integrationId}': (s) => integrations(s).delete(integration),
  'GET /apps/{appId}/integrations/{integrationId}/menu': (s) => integrationMenu(s).get(integration),
  'POST /apps/{appId}/integrations/{integrationId}/menu': (s) =>
    integrationMenu(s).create(integration, { items }),
  'PUT /apps/{appId}/integrations/{integrationId}/menu': (s) =>
    integrationMenu(s).update(integration, { items }),
  'DELETE /apps/{appId}/integrations/{integrationId}/menu': (s) => integrationMenu(s).delete(integration),
  'GET /apps/{appId}/integrations/{integrationId}/profile': (s) => profile(s).get(integration),
  'PUT /apps/{appId}/integrations/{integrationId}/profile': (s) =>
    profile(s).update(integration, {
      about: 'Tents',
      address: 'A street',
      description: 'And boots',
      email: 'a@example.com',
      photoUrl: 'https://example.com/a.png',
      vertical: 'Retail',
      websites: ['https://example.com'],
    }),
  'PUT /apps/{appId}/integrations/{integrationId}/profile/photo': (s) =>
    profile(s).uploadPhoto(integration, png),
  'GET /apps/{appId}/webhooks': (s) => webhooks(s).list().toArray(),
  'POST /apps/{appId}/webhooks': (s) => webhooks(s).create(hook),
  'GET /apps/{appId}/webhooks/{webhookId}': (s) => webhooks(s).get('{webhookId}'),
  'PUT /apps/{appId}/webhooks/{webhookId}': (s) => webhooks(s).update('{webhookId}', hook),
  'DELETE /apps/{appId}/webhooks/{webhookId}': (s) => webhooks(s).delete('{webhookId}'),
  'POST /apps/{appId}/attachments': (s) =>
    attachments(s).upload(png, { for: 'message', appUserId: 'a', userId: 'b6518' }),
  'POST /apps/{appId}/attachments/remove': (s) => attachments(s).delete('https://media.smooch.io/a.png'),
  'GET /apps/{appId}/templates': (s) => templates(s).list(page).toArray(1),
  'POST /apps/{appId}/templates': (s) => templates(s).create(template),
  'GET /apps/{appId}/templates/{templateId}': (s) => templates(s).get('{templateId}'),
  'PUT /apps/{appId}/templates/{templateId}': (s) => templates(s).update('{templateId}', template),
  'DELETE /apps/{appId}/templates/{templateId}': (s) => templates(s).delete('{templateId}'),
  'GET /whatsapp/deployments': (s) => deployments(s).list().toArray(),
  'POST /whatsapp/deployments': (s) =>
    deployments(s).create({ hosting: 'self', baseUrl: 'b', username: 'u', password: 'p', callbackUrl: 'c' }),
  'GET /whatsapp/deployments/{deploymentId}': (s) => deployments(s).get(deployment),
  'DELETE /whatsapp/deployments/{deploymentId}': (s) => deployments(s).delete(deployment),
  'POST /whatsapp/deployments/{deploymentId}/activate': (s) =>
    deployments(s).activate(deployment, {
      phoneNumber: '+15145555555',
      verifiedNameCertificate: 'c',
      method: 'sms',
    }),
  'POST /whatsapp/deployments/{deploymentId}/code/confirm': (s) =>
    deployments(s).confirmCode(deployment, { code: '123-456' }),
};

/** What the service's own library has sent for years, and no description has. */
export const undescribed: Readonly<Record<string, Sample>> = {
  'GET /apps/{appId}/appusers/{userId}/conversation': (s) => conversation(s).get(user),
  'POST /apps/{appId}/appusers/{userId}/conversation/postback {actionId}': (s) =>
    conversation(s).postback(user, '5b84'),
  'POST /apps/{appId}/appusers/{userId}/integrations/{channel}/ping': (s) =>
    channels(s).ping(user, '{channel}'),
  'GET /apps/{appId}/appusers/{userId}/integrations/viber/qrcode': (s) => channels(s).qrCode(user, 'viber'),
  'GET /apps/{appId}/appusers/{userId}/integrations/wechat/qrcode': (s) => channels(s).qrCode(user, 'wechat'),
  'POST /apps/{appId}/appusers/{userId}/stripe/customer {token}': (s) =>
    stripe(s).createCustomer(user, { token: 't' }),
  'POST /apps/{appId}/appusers/{userId}/stripe/transaction {actionId,token}': (s) =>
    stripe(s).createTransaction(user, { actionId: '5b84', token: 't' }),
  'GET /apps/{appId}/stripe/account': (s) => stripe(s).account(),
  'GET /apps/{appId}/integrations/{integrationId}/messageTemplates ?limit,after,status': (s) =>
    messageTemplates(s).list(integration, { limit: 10, after: 'x', status: 'APPROVED' }).toArray(),
  'POST /apps/{appId}/integrations/{integrationId}/messageTemplates {category,name,language,components}': (
    s,
  ) => messageTemplates(s).create(integration, { category: 'A', name: 'hi', language: 'en', components: [] }),
  'DELETE /apps/{appId}/integrations/{integrationId}/messageTemplates/{name}': (s) =>
    messageTemplates(s).delete(integration, '{name}'),
  'POST /apps/{appId}/attachments/token {paths}': (s) => attachments(s).tokens(['/apps/a']),
};
