import { describe, expect, test } from 'vitest';
import { authorizationUrl, exchangeCode, revoke } from '../src/oauth/index.js';
import * as v2 from '../src/v2/index.js';
import type { IntegrationCreateBody, Sunshine } from '../src/v2/index.js';
import { complaintsOf, isDescribed, operationOf, operations } from './openapi.js';
import { appId, recorder, scripted, type SentRequest } from './sunshine.js';

const id = '5e1606762556d93e9c176f69';
const page = { after: id, pageSize: 10 };
const brandId = '9477922990333';
const metadata = { lang: 'en-ca' };
/** Lists that are empty, whatever they are called. */
const nothing = Object.fromEntries(
  [
    'apps',
    'clients',
    'conversations',
    'devices',
    'integrations',
    'keys',
    'messages',
    'participants',
    'switchboardIntegrations',
    'switchboards',
    'users',
    'webhooks',
  ].map((name) => [name, []]),
);
const all = async (list: { toArray(): Promise<unknown> }): Promise<void> => void (await list.toArray());

/** Each operation of the API by its own name, with all that it can be told. */
const calls: Readonly<Record<string, (sunshine: Sunshine) => Promise<unknown>>> = {
  CreateApp: (s) => v2.apps(s).create({ displayName: 'My App', settings: { echoPostback: true }, metadata }),
  ListApps: (s) => all(v2.apps(s).list({ serviceAccountId: id, ...page })),
  GetApp: (s) => v2.apps(s).get(id),
  UpdateApp: (s) =>
    v2.apps(s).update(id, {
      displayName: 'My App',
      metadata,
      settings: {
        conversationRetentionSeconds: 60,
        maskCreditCardNumbers: true,
        useAnimalNames: true,
        echoPostback: false,
        ignoreAutoConversationStart: true,
        multiConvoEnabled: true,
        appLocalizationEnabled: true,
        endSessionEnabled: true,
        disableConversationReopen: true,
      },
    }),
  DeleteApp: (s) => v2.apps(s).delete(id),
  CreateAppKey: (s) => v2.appKeys(s).create(id, { displayName: 'Key 1' }),
  ListAppKeys: (s) => all(v2.appKeys(s).list(id)),
  GetAppKey: (s) => v2.appKeys(s).get(id, 'app_1'),
  DeleteAppKey: (s) => v2.appKeys(s).delete(id, 'app_1'),
  UploadAttachment: (s) =>
    v2.attachments(s).upload(new Blob(['x']), { name: 'a.txt', for: 'message', conversationId: id }),
  DeleteAttachment: (s) => v2.attachments(s).delete('https://media.smooch.io/a.txt'),
  CreateConversation: (s) =>
    v2.conversations(s).create({
      type: 'sdkGroup',
      participants: [
        { userId: id, subscribeSDKClient: true },
        { userExternalId: 'ada', subscribeSDKClient: false },
      ],
      displayName: 'Walk',
      description: 'On Sunday',
      iconUrl: 'https://example.com/icon.png',
      metadata,
    }),
  ListConversations: (s) => all(v2.conversations(s).list({ userExternalId: 'ada', ...page })),
  GetConversation: (s) => v2.conversations(s).get(id),
  UpdateConversation: (s) =>
    v2.conversations(s).update(id, { displayName: 'Walk', description: null, iconUrl: null, metadata }),
  DeleteConversation: (s) => v2.conversations(s).delete(id),
  JoinConversation: (s) => v2.participants(s).join(id, { userExternalId: 'ada', subscribeSDKClient: true }),
  ListParticipants: (s) => all(v2.participants(s).list(id, { before: id, pageSize: 10 })),
  LeaveConversation: (s) => v2.participants(s).leave(id, { participantId: id }),
  PostMessage: (s) =>
    v2.messages(s).post(id, {
      author: {
        type: 'business',
        displayName: 'Bot',
        avatarUrl: 'https://example.com/a.png',
        subtypes: ['AI'],
      },
      content: { type: 'text', text: 'Hello', markdownText: '*Hello*', blockChatInput: true },
      destination: { integrationType: 'none' },
      override: { apple: { payload: {}, withCapabilities: ['LIST'] }, whatsapp: { payload: {} } },
      schema: 'whatsapp',
      metadata,
    }),
  ListMessages: (s) => all(v2.messages(s).list(id, { before: id })),
  DeleteAllMessages: (s) => v2.messages(s).deleteAll(id),
  DeleteMessage: (s) => v2.messages(s).delete(id, id),
  PostActivity: (s) => v2.activities(s).markRead(id, { userExternalId: 'ada' }),
  PassControl: (s) => v2.switchboardActions(s).passControl(id, { switchboardIntegration: 'next', metadata }),
  ReleaseControl: (s) => v2.switchboardActions(s).releaseControl(id, { metadata }),
  OfferControl: (s) => v2.switchboardActions(s).offerControl(id, { switchboardIntegration: 'bot', metadata }),
  AcceptControl: (s) => v2.switchboardActions(s).acceptControl(id, { metadata }),
  DownloadMessageRef: (s) =>
    v2.downloads(s).messageRef(id, {
      userId: id,
      apple: {
        interactiveDataRef: { url: 'https://a.b/c', bid: 'b', key: 'k', signature: 's', owner: 'o' },
      },
    }),
  PostConversionEvents: (s) =>
    v2.conversionEvents(s).post(id, { messenger: { payload: { data: [{ event_name: 'Purchase' }] } } }),
  CreateIntegration: (s) =>
    v2.integrations(s).create({
      type: 'custom',
      displayName: 'Bot',
      webhooks: [
        {
          target: 'https://example.com/bot',
          triggers: ['conversation:message'],
          includeFullUser: true,
          includeFullSource: true,
        },
      ],
    }),
  ListIntegrations: (s) => all(v2.integrations(s).list({ types: ['custom', 'web'], ...page })),
  GetIntegration: (s) => v2.integrations(s).get(id),
  UpdateIntegration: (s) => v2.integrations(s).update(id, { displayName: 'Bot', defaultResponderId: id }),
  DeleteIntegration: (s) => v2.integrations(s).delete(id),
  CreateCustomIntegrationKey: (s) => v2.integrationKeys(s).create(id, { displayName: 'Key 1' }),
  ListCustomIntegrationKeys: (s) => all(v2.integrationKeys(s).list(id)),
  GetCustomIntegrationKey: (s) => v2.integrationKeys(s).get(id, 'int_1'),
  DeleteCustomIntegrationKey: (s) => v2.integrationKeys(s).delete(id, 'int_1'),
  CreateWebhook: (s) =>
    v2.webhooks(s).create(id, {
      target: 'https://example.com/hook',
      triggers: ['conversation:read'],
      includeFullUser: true,
      includeFullSource: true,
    }),
  ListWebhooks: (s) => all(v2.webhooks(s).list(id)),
  GetWebhook: (s) => v2.webhooks(s).get('me', id),
  UpdateWebhook: (s) => v2.webhooks(s).update(id, id, { triggers: ['conversation:read'] }),
  DeleteWebhook: (s) => v2.webhooks(s).delete(id, id),
  CreateSwitchboard: (s) => v2.switchboards(s).create(),
  ListSwitchboards: (s) => all(v2.switchboards(s).list()),
  UpdateSwitchboard: (s) =>
    v2.switchboards(s).update(id, { enabled: true, defaultSwitchboardIntegrationId: id }),
  DeleteSwitchboard: (s) => v2.switchboards(s).delete(id),
  CreateSwitchboardIntegration: (s) =>
    v2.switchboardIntegrations(s).create(id, {
      name: 'bot',
      integrationId: id,
      deliverStandbyEvents: false,
      nextSwitchboardIntegrationId: id,
      messageHistoryCount: 5,
    }),
  ListSwitchboardIntegrations: (s) => all(v2.switchboardIntegrations(s).list(id)),
  UpdateSwitchboardIntegration: (s) =>
    v2.switchboardIntegrations(s).update(id, id, {
      name: 'bot',
      integrationType: 'zd:agentWorkspace',
      messageHistoryCount: null,
    }),
  DeleteSwitchboardIntegration: (s) => v2.switchboardIntegrations(s).delete(id, id),
  CreateUser: (s) =>
    v2.users(s).create({
      externalId: 'ada',
      brandId,
      signedUpAt: new Date(0),
      toBeRetained: true,
      profile: {
        givenName: 'Ada',
        surname: 'Byron',
        email: 'ada@example.com',
        avatarUrl: 'https://example.com/ada.png',
        locale: 'en-GB',
      },
      metadata,
    }),
  ListUsers: (s) => all(v2.users(s).list({ email: 'ada@example.com', brandId })),
  GetUser: (s) => v2.users(s).get('ada', { brandId }),
  UpdateUser: (s) =>
    v2.users(s).update('ada', { brandId, profile: { surname: null }, metadata, toBeRetained: false }),
  DeleteUser: (s) => v2.users(s).delete('ada', { brandId }),
  CreateClient: (s) =>
    v2.clients(s).create('ada', {
      brandId,
      matchCriteria: { type: 'whatsapp', integrationId: id, phoneNumber: '+15145555555', primary: false },
      confirmation: {
        type: 'prompt',
        message: { author: { type: 'business' }, content: { type: 'text', text: 'Is it you?' } },
      },
      target: { conversationId: id },
    }),
  ListClients: (s) => all(v2.clients(s).list('ada', { brandId, ...page })),
  RemoveClient: (s) => v2.clients(s).remove('ada', id, { brandId }),
  ListDevices: (s) => all(v2.devices(s).list('ada', { brandId })),
  GetDevice: (s) => v2.devices(s).get('ada', id, { brandId }),
  DeleteUserPersonalInformation: (s) => v2.users(s).deletePersonalInformation('ada', { brandId }),
  SyncUser: (s) => v2.users(s).sync('35436', { survivingZendeskId: '35437' }),
  GetTokenInfo: (s) => v2.tokenInfo(s).get(),
};

const partner = { clientId: 'c', baseUrl: 'https://partners.example' };

/** What a partner asks of the host for partners, by its own name. */
const callsOfPartners: Readonly<Record<string, (fetch: v2.Fetch) => Promise<unknown>>> = {
  // A page of the service, which the browser asks for.
  Authorize: (fetch) => fetch(authorizationUrl({ ...partner, state: 's', redirectUri: 'https://a.example' })),
  GetToken: (fetch) => exchangeCode({ ...partner, clientSecret: 's', code: 'c', fetch }),
  RevokeAccess: (fetch) => revoke({ token: 't', baseUrl: partner.baseUrl, fetch }),
};

/** That a request is the one that the description has by this name. */
function expectDescribed(name: string, request: SentRequest | undefined): void {
  const operation = operationOf(request?.method ?? '', request?.path ?? '');
  expect(operation?.id).toBe(name);
  expect(Object.keys(request?.query ?? {}).filter((key) => !operation?.query.includes(key))).toEqual([]);
  expect(operation?.body === undefined).toBe(request?.body === undefined);
  expect(complaintsOf(operation?.body ?? {}, request?.body)).toEqual([]);
}

describe.skipIf(!isDescribed)('the description of the API', () => {
  test('has 68 operations, and of each there is a call', () => {
    expect(operations).toHaveLength(68);
    expect(operations.map((each) => each.id).toSorted()).toEqual(
      [...Object.keys(calls), ...Object.keys(callsOfPartners)].toSorted(),
    );
  });

  test.each(Object.entries(calls))('has %s as it is sent', async (name, call) => {
    const { sunshine, sent } = scripted(() => nothing);
    await call(sunshine);
    expect(sent).toHaveLength(1);
    expectDescribed(name, sent[0]);
  });

  test.each(Object.entries(callsOfPartners))('has %s of partners as it is sent', async (name, call) => {
    const { fetch, sent } = recorder(() => ({ access_token: 't', token_type: 'Bearer' }));
    await call(fetch);
    expect(sent).toHaveLength(1);
    expectDescribed(name, sent[0]);
  });

  test('would tell of what is not in it', () => {
    const body = operations.find((each) => each.id === 'PostMessage')?.body ?? {};
    const said = {
      author: { type: 'business', nick: 'x' },
      content: { type: 'text', actions: [{ pay: 1 }] },
    };
    expect(complaintsOf(body, said)).toEqual([
      '.author.nick is unknown',
      '.content.actions[0].pay is unknown',
    ]);
    expect(complaintsOf(body, { content: {} })).toEqual(['.author is missing']);
    expect(operationOf('PUT', '/v2/apps/a/users/b')).toBeUndefined();
  });

  const token = 'x'.repeat(88);
  const bodies: readonly IntegrationCreateBody[] = [
    { type: 'android', projectId: 'p', clientEmail: 'c', privateKey: 'k', canUserSeeConversationList: true },
    { type: 'apple', businessId: 'b', apiSecret: 's', mspId: 'm', authenticationMessageSecret: token },
    { type: 'custom', webhooks: [{ target: 'https://example.com', triggers: ['user:merge'] }] },
    { type: 'instagram', pageAccessToken: 'p', appId: 'a', appSecret: 's', storyRepliesEnabled: false },
    { type: 'ios', certificate: 'c', password: 'p', production: true, autoUpdateBadge: true },
    { type: 'line', channelId: 'i', channelSecret: 's', channelAccessToken: 't', switcherSecret: 's' },
    { type: 'mailgun', apiKey: 'k', domain: 'd', incomingAddress: 'i', hideUnsubscribeLink: true },
    { type: 'messagebird', accessKey: 'a', signingKey: 's', originator: 'o' },
    { type: 'messenger', pageAccessToken: 'p', appId: 'a', appSecret: 's', pageId: 7, pageName: 'n' },
    { type: 'telegram', token: 't', defaultResponderId: null, showAIDisclaimer: false },
    { type: 'twilio', accountSid: 'a', authToken: 't', messagingServiceSid: 'm' },
    {
      type: 'twitter',
      tier: 'enterprise',
      consumerKey: 'k',
      consumerSecret: 's',
      accessTokenKey: 'k',
      accessTokenSecret: 's',
    },
    { type: 'unity', canUserCreateMoreConversations: true },
    { type: 'viber', token: 't' },
    { type: 'web', brandColor: '00ff00', originWhitelist: null, prechatCapture: { enabled: true } },
    { type: 'whatsapp', hsmFallbackLanguage: 'fr', accountId: 'a', accountManagementAccessToken: 't' },
  ];

  test.each(bodies.map((body) => [body.type, body] as const))(
    'knows what is sent to make an integration of type %s',
    async (type, body) => {
      const { sunshine, sent } = scripted();
      await v2.integrations(sunshine).create(body);
      const schema = { $ref: `#/components/schemas/${type}` };
      expect(complaintsOf(schema, sent[0]?.body)).toEqual([]);
    },
  );
});

test('paths begin at the version, and with the app', async () => {
  const { sunshine, sent } = scripted();
  await v2.users(sunshine).get('ada');
  await v2.users(sunshine.for('a b')).get('ada');
  await v2.apps(sunshine).get(appId);
  expect(sent.map(({ path }) => path)).toEqual([
    `/v2/apps/${appId}/users/ada`,
    '/v2/apps/a%20b/users/ada',
    `/v2/apps/${appId}`,
  ]);
});
