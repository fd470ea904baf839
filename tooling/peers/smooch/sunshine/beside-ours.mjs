// Each call of this client's API beside the one of @x/smooch/v2 that means the same.
import assert from 'node:assert/strict';
import { createReadStream, openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trial } from '../../trial.mjs';
import { assertSame, ours, startRecorder } from '../recorder.mjs';
import { callsOfApi, sunshineFor } from './client.mjs';

const v2 = ours('@x/smooch/v2');
const { exchangeCode, revoke } = ours('@x/smooch/oauth');

const lists = [
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
  'webhooks',
];
const recorder = await startRecorder(lists, { access_token: 'token' });
const key = { keyId: 'app_1', secret: 'secret' };
const app = '5d8cff3cd55b040010928b5b';
const id = '5e1606762556d93e9c176f69';
const other = '5e1606762556d93e9c176f70';
const user = 'ada/l@example.com é';
const metadata = { lang: 'en-ca', level: 3, gone: null };
const displayName = 'Trailhead';

const folder = await mkdtemp(join(tmpdir(), 'beside-ours-'));
const file = join(folder, 'notes.txt');
await writeFile(file, 'All of it.');

const theirs = Object.values(sunshineFor(key, recorder.url));
const s = v2.createSunshine({ ...key, appId: app, baseUrl: recorder.url });

const newUser = { externalId: user, profile: { givenName: 'Ada' }, metadata: { level: 3 } };
const userChange = { profile: { surname: null }, metadata, toBeRetained: false };
const group = { type: 'sdkGroup', participants: [{ userId: id, subscribeSDKClient: true }], displayName };
const groupChange = { displayName, description: null, metadata };
const participant = { userExternalId: user, subscribeSDKClient: true };
const link = {
  matchCriteria: { type: 'whatsapp', integrationId: id, phoneNumber: '+15145555555', primary: false },
  confirmation: { type: 'prompt' },
  target: { conversationId: id },
};
const message = {
  author: { type: 'business', displayName: 'Ann' },
  content: { type: 'text', text: 'Hi', actions: [{ type: 'reply', text: 'Yes', payload: 'Y' }] },
  metadata: { level: 3 },
};
const activity = { author: { type: 'user', userExternalId: user }, type: 'conversation:read' };
const reference = { url: 'https://p.example/a', bid: 'b', key: 'k', signature: 's', owner: 'o' };
const download = { userId: id, apple: { interactiveDataRef: reference } };
const hook = {
  target: 'https://example.com/hook',
  triggers: ['conversation:message'],
  includeFullUser: true,
};
const bot = { type: 'custom', displayName, webhooks: [hook] };
const seat = { name: 'bot', integrationId: id, deliverStandbyEvents: false, messageHistoryCount: 5 };
const board = { enabled: true, defaultSwitchboardIntegrationId: id };
const pass = { switchboardIntegration: 'next', metadata: { first: true } };
const mediaUrl = 'https://media.smooch.io/apps/a/notes.txt';
const partner = { clientId: 'partner', clientSecret: 'secret', code: 'code', baseUrl: recorder.url };
const exchange = {
  client_id: 'partner',
  client_secret: 'secret',
  code: 'code',
  grant_type: 'authorization_code',
};

/** By the name of the call: what their method takes, and ours. Of a page they send the first key alone. */
const calls = {
  createApp: [
    [{ displayName, metadata: { level: 3 } }],
    () => v2.apps(s).create({ displayName, metadata: { level: 3 } }),
  ],
  listApps: [[{ page: { after: id } }], () => v2.apps(s).list({ after: id }).toArray()],
  getApp: [[app], () => v2.apps(s).get(app)],
  updateApp: [[app, { displayName, metadata }], () => v2.apps(s).update(app, { displayName, metadata })],
  deleteApp: [[app], () => v2.apps(s).delete(app)],
  createAppKey: [[app, { displayName }], () => v2.appKeys(s).create(app, { displayName })],
  listAppKeys: [[app], () => v2.appKeys(s).list(app).toArray()],
  getAppKey: [[app, 'app_2'], () => v2.appKeys(s).get(app, 'app_2')],
  deleteAppKey: [[app, 'app_2'], () => v2.appKeys(s).delete(app, 'app_2')],

  createUser: [[app, newUser], () => v2.users(s).create(newUser)],
  getUser: [[app, user], () => v2.users(s).get(user)],
  updateUser: [[app, user, userChange], () => v2.users(s).update(user, userChange)],
  deleteUser: [[app, user], () => v2.users(s).delete(user)],
  deleteUserPersonalInformation: [[app, user], () => v2.users(s).deletePersonalInformation(user)],
  createClient: [[app, user, link], () => v2.clients(s).create(user, link)],
  listClients: [
    [app, user, { page: { size: 5 } }],
    () => v2.clients(s).list(user, { pageSize: 5 }).toArray(),
  ],
  removeClient: [[app, user, id], () => v2.clients(s).remove(user, id)],
  listDevices: [[app, user], () => v2.devices(s).list(user).toArray()],
  getDevice: [[app, user, id], () => v2.devices(s).get(user, id)],

  createConversation: [[app, group], () => v2.conversations(s).create(group)],
  listConversations: [
    [app, { userExternalId: user }, { page: { before: id } }],
    () => v2.conversations(s).list({ userExternalId: user, before: id }).toArray(),
  ],
  getConversation: [[app, id], () => v2.conversations(s).get(id)],
  updateConversation: [[app, id, groupChange], () => v2.conversations(s).update(id, groupChange)],
  deleteConversation: [[app, id], () => v2.conversations(s).delete(id)],
  downloadMessageRef: [[app, id, download], () => v2.downloads(s).messageRef(id, download)],
  joinConversation: [[app, id, participant], () => v2.participants(s).join(id, participant)],
  listParticipants: [
    [app, id, { page: { after: other } }],
    () => v2.participants(s).list(id, { after: other }).toArray(),
  ],
  leaveConversation: [[app, id, { userId: other }], () => v2.participants(s).leave(id, { userId: other })],
  postMessage: [[app, id, message], () => v2.messages(s).post(id, message)],
  listMessages: [
    [app, id, { page: { before: other } }],
    () => v2.messages(s).list(id, { before: other }).toArray(),
  ],
  deleteMessage: [[app, id, other], () => v2.messages(s).delete(id, other)],
  deleteAllMessages: [[app, id], () => v2.messages(s).deleteAll(id)],
  postActivity: [[app, id, activity], () => v2.activities(s).markRead(id, { userExternalId: user })],
  uploadAttachment: [
    [app, 'public', createReadStream(file), { _for: 'message', conversationId: id }],
    async () =>
      v2.attachments(s).upload(await openAsBlob(file), {
        for: 'message',
        conversationId: id,
        name: 'notes.txt',
      }),
  ],
  deleteAttachment: [[app, { mediaUrl }], () => v2.attachments(s).delete(mediaUrl)],

  createIntegration: [[app, bot], () => v2.integrations(s).create(bot)],
  listIntegrations: [
    [app, { filter: { types: 'custom,web' }, page: { after: id } }],
    () =>
      v2
        .integrations(s)
        .list({ types: ['custom', 'web'], after: id })
        .toArray(),
  ],
  getIntegration: [[app, id], () => v2.integrations(s).get(id)],
  updateIntegration: [[app, id, { displayName }], () => v2.integrations(s).update(id, { displayName })],
  deleteIntegration: [[app, id], () => v2.integrations(s).delete(id)],
  createCustomIntegrationKey: [
    [app, id, { displayName }],
    () => v2.integrationKeys(s).create(id, { displayName }),
  ],
  listCustomIntegrationKeys: [[app, id], () => v2.integrationKeys(s).list(id).toArray()],
  getCustomIntegrationKey: [[app, id, 'int_1'], () => v2.integrationKeys(s).get(id, 'int_1')],
  deleteCustomIntegrationKey: [[app, id, 'int_1'], () => v2.integrationKeys(s).delete(id, 'int_1')],
  createWebhook: [[app, 'me', hook], () => v2.webhooks(s).create('me', hook)],
  listWebhooks: [[app, id], () => v2.webhooks(s).list(id).toArray()],
  getWebhook: [[app, id, other], () => v2.webhooks(s).get(id, other)],
  updateWebhook: [[app, id, other, hook], () => v2.webhooks(s).update(id, other, hook)],
  deleteWebhook: [[app, id, other], () => v2.webhooks(s).delete(id, other)],

  createSwitchboard: [[app], () => v2.switchboards(s).create()],
  listSwitchboards: [[app], () => v2.switchboards(s).list().toArray()],
  updateSwitchboard: [[app, id, board], () => v2.switchboards(s).update(id, board)],
  deleteSwitchboard: [[app, id], () => v2.switchboards(s).delete(id)],
  createSwitchboardIntegration: [[app, id, seat], () => v2.switchboardIntegrations(s).create(id, seat)],
  listSwitchboardIntegrations: [[app, id], () => v2.switchboardIntegrations(s).list(id).toArray()],
  updateSwitchboardIntegration: [
    [app, id, other, seat],
    () => v2.switchboardIntegrations(s).update(id, other, seat),
  ],
  deleteSwitchboardIntegration: [[app, id, other], () => v2.switchboardIntegrations(s).delete(id, other)],
  passControl: [[app, id, pass], () => v2.switchboardActions(s).passControl(id, pass)],
  offerControl: [[app, id, pass], () => v2.switchboardActions(s).offerControl(id, pass)],
  acceptControl: [[app, id, { metadata }], () => v2.switchboardActions(s).acceptControl(id, { metadata })],
  releaseControl: [[app, id], () => v2.switchboardActions(s).releaseControl(id)],

  getToken: [[exchange], () => exchangeCode(partner)],
  revokeAccess: [[], () => revoke({ token: 'token', baseUrl: recorder.url })],
};

await trial('each call sends what that of @x/smooch/v2 sends', () =>
  assertSame(
    recorder,
    Object.entries(calls).map(([name, [given, own]]) => {
      const api = theirs.find((candidate) => name in candidate);
      return [name, () => api[name](...given), own];
    }),
  ),
);

await trial('and none is left out', () => {
  assert.deepEqual(
    callsOfApi().filter((name) => !(name in calls)),
    ['authorize'],
  );
});

recorder.close();
await rm(folder, { recursive: true });
