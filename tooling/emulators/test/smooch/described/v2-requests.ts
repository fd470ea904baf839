import { at, textAt } from '../../json.js';
import { basic, bearer, upload, type Api } from '../support.js';
import type { Asked } from './asked.js';

type Maker = (world: World) => Asked | Promise<Asked>;

/** The things in an emulator that operations are about, made when they are needed. */
export interface World extends Api {
  /** Makes something below the app and gives its id. */
  readonly make: (path: string, json: object, ...at: readonly (string | number)[]) => Promise<string>;
  readonly user: () => Promise<string>;
  readonly conversation: () => Promise<string>;
  readonly group: () => Promise<string>;
  readonly message: (conversationId: string) => Promise<string>;
  /** A custom integration, with one webhook. The same each time. */
  readonly custom: () => Promise<string>;
  /** The switchboard, with a seat that answers. The same each time. */
  readonly switchboard: () => Promise<{ readonly id: string; readonly seat: string }>;
}

/** The seeded user with a device, and one with a channel. */
const tomas = 'customer-2093';
const nora = 'nora.lindqvist@example.com';

const text = { author: { type: 'business' }, content: { type: 'text', text: 'Hi' } };
const webhook = { target: 'https://hooks.example.com/', triggers: ['conversation:message'] };

export function worldOf(api: Api): World {
  const { call, emulator } = api;
  const authorization = basic(emulator.control.accountKey);
  const send = (method: string, path: string, json: object) =>
    call(method, `/v2/apps/${emulator.credentials.appId}${path}`, { authorization, json });
  const make: World['make'] = async (path, json, ...where) =>
    textAt((await send('POST', path, json)).body, ...where);
  let custom: Promise<string> | undefined;
  let seats = 0;
  const world: World = {
    ...api,
    make,
    user: () => make('/users', {}, 'user', 'id'),
    async conversation() {
      const json = { type: 'personal', participants: [{ userId: await world.user() }] };
      return make('/conversations', json, 'conversation', 'id');
    },
    async group() {
      const participants = [{ userId: await world.user(), subscribeSDKClient: false }];
      return make('/conversations', { type: 'sdkGroup', participants }, 'conversation', 'id');
    },
    message: (conversationId) => make(`/conversations/${conversationId}/messages`, text, 'messages', 0, 'id'),
    custom() {
      custom ??= make('/integrations', { type: 'custom', webhooks: [webhook] }, 'integration', 'id');
      return custom;
    },
    async switchboard() {
      const path = `/v2/apps/${emulator.credentials.appId}/switchboards`;
      const found = at((await call('GET', path)).body, 'switchboards', 0, 'id');
      const id = typeof found === 'string' ? found : await make('/switchboards', {}, 'switchboard', 'id');
      seats += 1;
      const json = { name: `seat-${seats}`, integrationId: await world.custom() };
      const seat = await make(
        `/switchboards/${id}/switchboardIntegrations`,
        json,
        'switchboardIntegration',
        'id',
      );
      const settings = { enabled: true, defaultSwitchboardIntegrationId: seat };
      await send('PATCH', `/switchboards/${id}`, settings);
      return { id, seat };
    },
  };
  return world;
}

/** A valid request for every operation of v2. */
export const v2Requests: Readonly<Record<string, Maker>> = {
  ...ofApps(),
  ...ofConversations(),
  ...ofIntegrations(),
  ...ofSwitchboards(),
  ...ofUsers(),
  ...ofPartners(),
};

function ofApps(): Record<string, Maker> {
  const settings = { conversationRetentionSeconds: 3600, echoPostback: true };
  const newKey = ({ make }: World): Promise<string> => make('/keys', { displayName: 'One' }, 'key', 'id');
  return {
    'POST /v2/apps': () => ({ json: { displayName: 'Boots', settings, metadata: { a: 1 } } }),
    'GET /v2/apps': () => ({ query: { 'page[size]': '1' } }),
    'GET /v2/apps/{appId}': () => ({}),
    'PATCH /v2/apps/{appId}': () => ({
      json: { displayName: 'Trailhead', settings, metadata: { lang: 'sv' } },
    }),
    async 'DELETE /v2/apps/{appId}'({ call, emulator }) {
      const authorization = basic(emulator.control.accountKey);
      const made = await call('POST', '/v2/apps', { authorization, json: { displayName: 'Gone' } });
      return { at: { appId: textAt(made.body, 'app', 'id') } };
    },
    'POST /v2/apps/{appId}/keys': () => ({ json: { displayName: 'Two' } }),
    'GET /v2/apps/{appId}/keys': () => ({}),
    'GET /v2/apps/{appId}/keys/{keyId}': async (world) => ({ at: { keyId: await newKey(world) } }),
    'DELETE /v2/apps/{appId}/keys/{keyId}': async (world) => ({ at: { keyId: await newKey(world) } }),
    'POST /v2/apps/{appId}/attachments': async ({ conversation }) => ({
      query: { access: 'public', for: 'message', conversationId: await conversation() },
      form: upload(new Uint8Array(9), 'tent.png'),
    }),
    async 'POST /v2/apps/{appId}/attachments/remove'({ call, emulator }) {
      const path = `/v2/apps/${emulator.credentials.appId}/attachments?access=public`;
      const { body } = await call('POST', path, { form: upload(new Uint8Array(9), 'tent.png') });
      return { json: { mediaUrl: textAt(body, 'attachment', 'mediaUrl') } };
    },
  };
}

function ofConversations(): Record<string, Maker> {
  const path = '/v2/apps/{appId}/conversations/{conversationId}';
  const inOne = async ({ conversation }: World): Promise<Asked> => ({
    at: { conversationId: await conversation() },
  });
  const withJson =
    (json: object): Maker =>
    async (world) => ({ ...(await inOne(world)), json });
  const data = [{ event_name: 'Purchase', event_time: 1_726_164_000 }];
  return {
    'POST /v2/apps/{appId}/conversations': async ({ user }) => ({
      json: {
        type: 'sdkGroup',
        participants: [{ userId: await user(), subscribeSDKClient: true }],
        displayName: 'Walk',
        description: 'On Sunday',
        iconUrl: 'https://example.com/walk.png',
        metadata: { a: 1 },
      },
    }),
    'GET /v2/apps/{appId}/conversations': () => ({ query: { 'filter[userExternalId]': nora } }),
    [`GET ${path}`]: inOne,
    [`PATCH ${path}`]: withJson({ displayName: 'Walk', description: null, metadata: { a: 1 } }),
    [`DELETE ${path}`]: async ({ group }) => ({ at: { conversationId: await group() } }),
    [`POST ${path}/join`]: async ({ group, user }) => ({
      at: { conversationId: await group() },
      json: { userId: await user(), subscribeSDKClient: false },
    }),
    [`GET ${path}/participants`]: inOne,
    async [`POST ${path}/leave`]({ make, user }) {
      const userId = await user();
      const participants = [{ userId, subscribeSDKClient: false }];
      const conversationId = await make(
        '/conversations',
        { type: 'sdkGroup', participants },
        'conversation',
        'id',
      );
      return { at: { conversationId }, json: { userId } };
    },
    [`POST ${path}/messages`]: withJson({
      author: {
        type: 'business',
        displayName: 'Ann',
        avatarUrl: 'https://example.com/a.png',
        subtypes: ['AI'],
      },
      content: {
        type: 'text',
        markdownText: '**Hello**',
        actions: [{ type: 'link', text: 'Look', uri: 'https://example.com' }],
      },
      metadata: { a: 1 },
    }),
    async [`GET ${path}/messages`]({ conversation, message }) {
      const conversationId = await conversation();
      await message(conversationId);
      return { at: { conversationId } };
    },
    [`DELETE ${path}/messages`]: inOne,
    async [`DELETE ${path}/messages/{messageId}`]({ conversation, message }) {
      const conversationId = await conversation();
      return { at: { conversationId, messageId: await message(conversationId) } };
    },
    [`POST ${path}/activity`]: withJson({ author: { type: 'business' }, type: 'typing:start' }),
    async [`POST ${path}/passControl`](world) {
      const { seat } = await world.switchboard();
      return { ...(await inOne(world)), json: { switchboardIntegration: seat, metadata: { a: 1 } } };
    },
    [`POST ${path}/releaseControl`]: withJson({ metadata: { a: 1 } }),
    async [`POST ${path}/offerControl`](world) {
      const { seat } = await world.switchboard();
      return { ...(await inOne(world)), json: { switchboardIntegration: seat } };
    },
    [`POST ${path}/acceptControl`]: withJson({ metadata: { a: 1 } }),
    [`POST ${path}/download`]: async (world) => ({
      ...(await inOne(world)),
      json: {
        userId: await world.user(),
        apple: { interactiveDataRef: { url: 'u', bid: 'b', key: 'k', signature: 's', owner: 'o' } },
      },
    }),
    [`POST ${path}/conversionEvents`]: withJson({ messenger: { payload: { data } } }),
  };
}

function ofIntegrations(): Record<string, Maker> {
  const path = '/v2/apps/{appId}/integrations/{integrationId}';
  const telegram = { type: 'telegram', token: 't' };
  const ofNew = async ({ make }: World): Promise<Asked> => ({
    at: { integrationId: await make('/integrations', telegram, 'integration', 'id') },
  });
  const ofCustom = async ({ custom }: World): Promise<Asked> => ({ at: { integrationId: await custom() } });
  const below =
    (part: 'keys' | 'webhooks', name: string, json: object): Maker =>
    async ({ custom, make }) => {
      const integrationId = await custom();
      const id = await make(`/integrations/${integrationId}/${part}`, json, name, 'id');
      return { at: { integrationId, [`${name}Id`]: id } };
    };
  const ofKey = below('keys', 'key', { displayName: 'One' });
  const ofWebhook = below('webhooks', 'webhook', webhook);
  return {
    'POST /v2/apps/{appId}/integrations': () => ({ json: { ...telegram, displayName: 'Bot' } }),
    'GET /v2/apps/{appId}/integrations': () => ({ query: { 'page[size]': '50' } }),
    [`GET ${path}`]: ofCustom,
    [`PATCH ${path}`]: async (world) => ({ ...(await ofNew(world)), json: { displayName: 'Bot' } }),
    [`DELETE ${path}`]: ofNew,
    [`POST ${path}/keys`]: async (world) => ({ ...(await ofCustom(world)), json: { displayName: 'Two' } }),
    [`GET ${path}/keys`]: ofCustom,
    [`GET ${path}/keys/{keyId}`]: ofKey,
    [`DELETE ${path}/keys/{keyId}`]: ofKey,
    [`POST ${path}/webhooks`]: async (world) => ({ ...(await ofCustom(world)), json: webhook }),
    [`GET ${path}/webhooks`]: ofCustom,
    [`GET ${path}/webhooks/{webhookId}`]: ofWebhook,
    [`PATCH ${path}/webhooks/{webhookId}`]: async (world) => ({
      ...(await ofWebhook(world)),
      json: { includeFullUser: true },
    }),
    [`DELETE ${path}/webhooks/{webhookId}`]: ofWebhook,
  };
}

function ofSwitchboards(): Record<string, Maker> {
  const path = '/v2/apps/{appId}/switchboards';
  const seats = `${path}/{switchboardId}/switchboardIntegrations`;
  const ofOne = async ({ switchboard }: World): Promise<Asked> => ({
    at: { switchboardId: (await switchboard()).id },
  });
  const ofSeat = async (world: World): Promise<Asked> => {
    const { id: switchboardId, seat } = await world.switchboard();
    // Another one answers, so that this one may go.
    await world.switchboard();
    return { at: { switchboardId, switchboardIntegrationId: seat } };
  };
  return {
    async [`POST ${path}`]({ switchboard, call, emulator }) {
      const { id } = await switchboard();
      await call('DELETE', `/v2/apps/${emulator.credentials.appId}/switchboards/${id}`);
      return {};
    },
    [`GET ${path}`]: () => ({}),
    [`PATCH ${path}/{switchboardId}`]: async (world) => ({
      ...(await ofOne(world)),
      json: { enabled: false },
    }),
    [`DELETE ${path}/{switchboardId}`]: ofOne,
    [`POST ${seats}`]: async (world) => ({
      ...(await ofOne(world)),
      json: { name: 'bot', integrationId: await world.custom(), messageHistoryCount: 3 },
    }),
    [`GET ${seats}`]: ofOne,
    [`PATCH ${seats}/{switchboardIntegrationId}`]: async (world) => ({
      ...(await ofSeat(world)),
      json: { deliverStandbyEvents: false },
    }),
    [`DELETE ${seats}/{switchboardIntegrationId}`]: ofSeat,
  };
}

function ofUsers(): Record<string, Maker> {
  const path = '/v2/apps/{appId}/users/{userIdOrExternalId}';
  const ofNew = async ({ user }: World): Promise<Asked> => ({ at: { userIdOrExternalId: await user() } });
  const ofTomas = (): Asked => ({ at: { userIdOrExternalId: tomas } });
  const link = async ({ make, user }: World): Promise<{ userId: string; json: object }> => {
    const userId = await user();
    const participants = [{ userId }];
    const personal = { type: 'personal', participants };
    const conversationId = await make('/conversations', personal, 'conversation', 'id');
    const integrationId = await make('/integrations', { type: 'whatsapp' }, 'integration', 'id');
    const matchCriteria = { type: 'whatsapp', integrationId, phoneNumber: '+15145555555' };
    const json = { matchCriteria, confirmation: { type: 'immediate' }, target: { conversationId } };
    return { userId, json };
  };
  return {
    'POST /v2/apps/{appId}/users': () => ({
      json: {
        externalId: 'ada',
        brandId: '9477922990333',
        signedUpAt: '2026-01-02T03:04:05.678Z',
        toBeRetained: false,
        profile: { givenName: 'Ada', surname: 'L', email: 'ada@example.com', locale: 'en-GB' },
        metadata: { plan: 'family' },
      },
    }),
    'GET /v2/apps/{appId}/users'({ emulator }) {
      emulator.control.user(nora).identifies(nora);
      return { query: { 'filter[identities.email]': nora } };
    },
    [`GET ${path}`]: () => ({ at: { userIdOrExternalId: nora } }),
    [`PATCH ${path}`]: async (world) => ({
      ...(await ofNew(world)),
      json: { profile: { givenName: 'Ada', surname: null }, metadata: { a: 1 } },
    }),
    [`DELETE ${path}`]: ofNew,
    async [`POST ${path}/clients`](world) {
      const { userId, json } = await link(world);
      return { at: { userIdOrExternalId: userId }, json };
    },
    [`GET ${path}/clients`]: () => ({ at: { userIdOrExternalId: nora } }),
    async [`DELETE ${path}/clients/{clientId}`](world) {
      const { userId, json } = await link(world);
      const clientId = await world.make(`/users/${userId}/clients`, json, 'client', 'id');
      return { at: { userIdOrExternalId: userId, clientId } };
    },
    [`GET ${path}/devices`]: ofTomas,
    async [`GET ${path}/devices/{deviceId}`]({ call, emulator }) {
      const { body } = await call('GET', `/v2/apps/${emulator.credentials.appId}/users/${tomas}/devices`);
      return { at: { userIdOrExternalId: tomas, deviceId: textAt(body, 'devices', 0, 'id') } };
    },
    [`DELETE ${path}/personalinformation`]: ofNew,
    async 'POST /v2/apps/{appId}/users/{zendeskId}/sync'({ emulator, user }) {
      emulator.control.user(await user()).isKnownToZendesk('35436');
      return { at: { zendeskId: '35436' } };
    },
  };
}

function ofPartners(): Record<string, Maker> {
  const code = async ({ emulator }: World): Promise<object> => {
    const { id, secret } = emulator.control.oauthClient;
    const address = `${emulator.url}/oauth/authorize?client_id=${id}&response_type=code`;
    const { headers } = await fetch(address, { redirect: 'manual' });
    const given = new URL(headers.get('location') ?? '').searchParams.get('code');
    return { code: given, grant_type: 'authorization_code', client_id: id, client_secret: secret };
  };
  return {
    'GET /v2/tokenInfo': async ({ emulator }) => ({
      authorization: await bearer(emulator.credentials, { scope: 'app' }),
    }),
    'GET /oauth/authorize': ({ emulator }) => ({
      query: { client_id: emulator.control.oauthClient.id, response_type: 'code', state: 's' },
      authorization: null,
    }),
    'POST /oauth/token': async (world) => ({ json: await code(world), authorization: null }),
    async 'DELETE /oauth/authorization'(world) {
      const { body } = await world.call('POST', '/oauth/token', {
        json: await code(world),
        authorization: null,
      });
      return { authorization: `Bearer ${textAt(body, 'access_token')}` };
    },
  };
}
