import { textAt } from '../../json.js';
import { basic, upload } from '../support.js';
import type { Asked } from './asked.js';
import { text, type LegacyWorld } from './legacy-world.js';

type Maker = (world: LegacyWorld) => Asked | Promise<Asked>;

/** The seeded user with a channel. */
const nora = 'nora.lindqvist@example.com';

const menu = {
  items: [
    { type: 'link', text: 'Shop', uri: 'https://example.com' },
    { type: 'submenu', text: 'More', items: [{ type: 'postback', text: 'Help', payload: 'HELP' }] },
  ],
};
const person = {
  givenName: 'Steve',
  surname: 'Brule',
  email: 'steve@example.com',
  signedUpAt: '2026-01-02T03:04:05.678Z',
  properties: { plan: 'family' },
};

/** A valid request for every operation of v1 and v1.1, by its path below the version. */
export const legacyRequests: Readonly<Record<string, Maker>> = {
  ...ofUsers(),
  ...ofConversations(),
  ...ofMenus(),
  ...ofAccounts(),
  ...ofApps(),
  ...ofIntegrations(),
  ...ofWebhooks(),
  ...ofAttachments(),
  ...ofTemplates(),
  ...ofDeployments(),
};

async function atUser({ user }: LegacyWorld): Promise<Asked> {
  return { at: { userId: await user() } };
}

function ofUsers(): Record<string, Maker> {
  const path = '/apps/{appId}/appusers/{userId}';
  const mailgun = { type: 'mailgun', apiKey: 'k', domain: 'd.example', incomingAddress: 'in@d.example' };
  const link = { type: 'mailgun', address: 'steve@example.com', confirmation: { type: 'immediate' } };
  return {
    [`GET ${path}`]: () => ({ at: { userId: nora } }),
    [`PUT ${path}`]: async (world) => ({ ...(await atUser(world)), json: person }),
    [`DELETE ${path}`]: atUser,
    'POST /apps/{appId}/appusers': () => ({ json: { userId: 'steve@example.com', ...person } }),
    'POST /apps/{appId}/appusers/merge': async ({ user }) => ({
      json: { surviving: { _id: await user() }, discarded: { _id: await user() } },
    }),
    [`DELETE ${path}/profile`]: atUser,
    [`GET ${path}/authcode`]: atUser,
    [`GET ${path}/channels`]: () => ({ at: { userId: nora } }),
    async [`POST ${path}/channels`](world) {
      await world.makeInApp('/integrations', mailgun, 'integration', '_id');
      return { ...(await atUser(world)), json: link };
    },
    async [`DELETE ${path}/channels/{channel}`]({ user, makeInApp }) {
      await makeInApp('/integrations', mailgun, 'integration', '_id');
      const userId = await user();
      await makeInApp(`/appusers/${userId}/channels`, link, 'appUser', '_id');
      return { at: { userId, channel: 'mailgun' } };
    },
    async [`GET ${path}/businesssystems`]({ user, emulator }) {
      const userId = await user();
      emulator.control.user(userId).isIn({ type: 'slack', channelId: 'C0HABHM3L' });
      return { at: { userId } };
    },
    async [`GET ${path}/linkrequest`](world) {
      const telegram = { type: 'telegram', token: 't' };
      const id = await world.makeInApp('/integrations', telegram, 'integration', '_id');
      return { ...(await atUser(world)), query: { integrationIds: id } };
    },
  };
}

function ofConversations(): Record<string, Maker> {
  const path = '/apps/{appId}/appusers/{userId}';
  return {
    [`GET ${path}/messages`]: () => ({ at: { userId: nora } }),
    [`POST ${path}/messages`]: async (world) => ({
      ...(await atUser(world)),
      json: { ...text, name: 'Ann', actions: [{ type: 'postback', text: 'More', payload: 'MORE' }] },
    }),
    [`DELETE ${path}/messages`]: atUser,
    async [`DELETE ${path}/messages/{messageId}`]({ user, makeInApp }) {
      const userId = await user();
      const messageId = await makeInApp(`/appusers/${userId}/messages`, text, 'message', '_id');
      return { at: { userId, messageId } };
    },
    [`POST ${path}/images`]: async (world) => ({
      ...(await atUser(world)),
      form: upload(new Uint8Array(9), 'tent.png', { role: 'appMaker' }),
    }),
    [`POST ${path}/conversation/read`]: atUser,
    [`POST ${path}/conversation/activity`]: async (world) => ({
      ...(await atUser(world)),
      json: { role: 'appMaker', type: 'typing:start' },
    }),
    async 'POST /apps/{appId}/notifications'({ makeInApp }) {
      const telegram = { type: 'telegram', token: 't' };
      const integrationId = await makeInApp('/integrations', telegram, 'integration', '_id');
      const destination = { integrationId, destinationId: '48121' };
      return { json: { destination, author: { role: 'appMaker' }, message: { type: 'text', text: 'Hi' } } };
    },
  };
}

function ofMenus(): Record<string, Maker> {
  const path = '/apps/{appId}/integrations/{integrationId}/menu';
  const ofOne = async ({ makeInApp }: LegacyWorld): Promise<Asked> => {
    const viber = { type: 'viber', token: 't' };
    const integrationId = await makeInApp('/integrations', viber, 'integration', '_id');
    await makeInApp(`/integrations/${integrationId}/menu`, menu, 'menu', 'items', '0', '_id');
    return { at: { integrationId } };
  };
  const withMenu: Maker = async (world) => ({ ...(await ofOne(world)), json: menu });
  return {
    'GET /apps/{appId}/menu': () => ({}),
    'PUT /apps/{appId}/menu': () => ({ json: menu }),
    'DELETE /apps/{appId}/menu': () => ({}),
    [`GET ${path}`]: ofOne,
    [`POST ${path}`]: withMenu,
    [`PUT ${path}`]: withMenu,
    [`DELETE ${path}`]: ofOne,
  };
}

function ofAccounts(): Record<string, Maker> {
  const one = '/serviceaccounts/{serviceAccountId}';
  const account = ({ make }: LegacyWorld): Promise<string> =>
    make('/serviceaccounts', { name: 'Deployer' }, 'serviceAccount', '_id');
  const ofAccount = async (world: LegacyWorld): Promise<Asked> => ({
    at: { serviceAccountId: await account(world) },
  });
  const ofKey: Maker = async (world) => {
    const serviceAccountId = await account(world);
    const keyId = await world.make(
      `/serviceaccounts/${serviceAccountId}/keys`,
      { name: 'One' },
      'key',
      '_id',
    );
    return { at: { serviceAccountId, keyId } };
  };
  const withName: Maker = async (world) => ({ ...(await ofAccount(world)), json: { name: 'Two' } });
  return {
    'GET /serviceaccounts': () => ({ query: { limit: '10', offset: '0' } }),
    'POST /serviceaccounts': () => ({ json: { name: 'Deployer' } }),
    [`GET ${one}`]: ofAccount,
    [`PUT ${one}`]: withName,
    [`DELETE ${one}`]: ofAccount,
    [`GET ${one}/keys`]: ofAccount,
    [`POST ${one}/keys`]: withName,
    [`GET ${one}/keys/{keyId}`]: ofKey,
    [`DELETE ${one}/keys/{keyId}`]: ofKey,
    [`GET ${one}/keys/{keyId}/jwt`]: ofKey,
  };
}

function ofApps(): Record<string, Maker> {
  const path = '/apps/{appId}';
  const ofKey: Maker = async ({ makeInApp }) => ({
    at: { keyId: await makeInApp('/keys', { name: 'One' }, 'key', '_id') },
  });
  const settings = { maskCreditCardNumbers: false };
  return {
    'GET /apps': () => ({ query: { limit: '10', offset: '0' } }),
    'POST /apps': () => ({ json: { name: 'Boots', settings } }),
    [`GET ${path}`]: () => ({}),
    [`PUT ${path}`]: () => ({ json: { name: 'Trailhead', settings } }),
    [`DELETE ${path}`]: async ({ make }) => ({
      at: { appId: await make('/apps', { name: 'Gone' }, 'app', '_id') },
    }),
    [`GET ${path}/sdks`]: () => ({}),
    [`GET ${path}/keys`]: () => ({}),
    [`POST ${path}/keys`]: () => ({ json: { name: 'Two' } }),
    [`GET ${path}/keys/{keyId}`]: ofKey,
    [`DELETE ${path}/keys/{keyId}`]: ofKey,
    [`GET ${path}/keys/{keyId}/jwt`]: ofKey,
  };
}

function ofIntegrations(): Record<string, Maker> {
  const path = '/apps/{appId}/integrations/{integrationId}';
  const whatsapp = { type: 'whatsapp', deploymentId: 'd' };
  const ofWhatsapp = async ({ makeInApp }: LegacyWorld): Promise<Asked> => ({
    at: { integrationId: await makeInApp('/integrations', whatsapp, 'integration', '_id') },
  });
  return {
    'GET /apps/{appId}/integrations': () => ({ query: { types: 'messenger,web' } }),
    'POST /apps/{appId}/integrations': () => ({ json: { type: 'viber', token: 't' } }),
    [`GET ${path}`]: ofWhatsapp,
    async [`PUT ${path}`]({ makeInApp }) {
      const integrationId = await makeInApp('/integrations', { type: 'web' }, 'integration', '_id');
      return { at: { integrationId }, json: { brandColor: '00ff00', businessName: 'Trailhead' } };
    },
    [`DELETE ${path}`]: ofWhatsapp,
    [`GET ${path}/profile`]: ofWhatsapp,
    [`PUT ${path}/profile`]: async (world) => ({ ...(await ofWhatsapp(world)), json: { about: 'Tents' } }),
    [`PUT ${path}/profile/photo`]: async (world) => ({
      ...(await ofWhatsapp(world)),
      form: upload(new Uint8Array(9), 'tent.png'),
    }),
  };
}

function ofWebhooks(): Record<string, Maker> {
  const path = '/apps/{appId}/webhooks';
  const json = { target: 'https://hooks.example.com/', triggers: ['postback'] };
  const ofOne = async ({ makeInApp }: LegacyWorld): Promise<Asked> => ({
    at: { webhookId: await makeInApp('/webhooks', json, 'webhook', '_id') },
  });
  return {
    [`GET ${path}`]: () => ({}),
    [`POST ${path}`]: () => ({ json }),
    [`GET ${path}/{webhookId}`]: ofOne,
    [`PUT ${path}/{webhookId}`]: async (world) => ({ ...(await ofOne(world)), json }),
    [`DELETE ${path}/{webhookId}`]: ofOne,
  };
}

function ofAttachments(): Record<string, Maker> {
  const path = '/apps/{appId}/attachments';
  const form = (): FormData => upload(new Uint8Array(9), 'tent.png');
  return {
    [`POST ${path}`]: () => ({ query: { access: 'public' }, form: form() }),
    async [`POST ${path}/remove`]({ call }) {
      const { body } = await call('POST', '/v1.1/attachments?access=public', { form: form() });
      return { json: { mediaUrl: textAt(body, 'mediaUrl') } };
    },
  };
}

function ofTemplates(): Record<string, Maker> {
  const path = '/apps/{appId}/templates';
  let names = 0;
  const template = (): object => ({ name: `template-${(names += 1)}`, message: text });
  const ofOne = async ({ makeInApp }: LegacyWorld): Promise<Asked> => ({
    at: { templateId: await makeInApp('/templates', template(), 'template', '_id') },
  });
  return {
    [`GET ${path}`]: () => ({ query: { limit: '10', offset: '0' } }),
    [`POST ${path}`]: () => ({ json: template() }),
    [`GET ${path}/{templateId}`]: ofOne,
    [`PUT ${path}/{templateId}`]: async (world) => ({ ...(await ofOne(world)), json: template() }),
    [`DELETE ${path}/{templateId}`]: ofOne,
  };
}

function ofDeployments(): Record<string, Maker> {
  const path = '/whatsapp/deployments';
  const ofOne = async ({ make }: LegacyWorld): Promise<Asked> => ({
    at: { deploymentId: await make(path, { hosting: 'smooch' }, 'deployment', '_id') },
  });
  const phone = { phoneNumber: '15145555555', verifiedNameCertificate: 'c', method: 'sms' };
  return {
    [`GET ${path}`]: () => ({}),
    [`POST ${path}`]: () => ({ json: { hosting: 'smooch', callbackUrl: 'https://hooks.example.com/' } }),
    [`GET ${path}/{deploymentId}`]: ofOne,
    [`DELETE ${path}/{deploymentId}`]: ofOne,
    [`POST ${path}/{deploymentId}/activate`]: async (world) => ({ ...(await ofOne(world)), json: phone }),
    async [`POST ${path}/{deploymentId}/code/confirm`](world) {
      const asked = await ofOne(world);
      await world.call('POST', `/v1.1${path}/${asked.at?.['deploymentId']}/activate`, {
        authorization: basic(world.emulator.control.accountKey),
        json: phone,
      });
      return { ...asked, json: { code: '123456' } };
    },
  };
}
