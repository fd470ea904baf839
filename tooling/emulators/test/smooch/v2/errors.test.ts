import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at, textAt } from '../../json.js';
import { basic, type Answer } from '../support.js';
import { hook } from './hooked.js';
import { startV2, type V2Api } from './support.js';

// Refusals that the service prints lie beside the repository, where they are there at all.
const folder = new URL('../../../../../../shared/fixtures/smooch/v2/errors/', import.meta.url);
const absent = !existsSync(folder);
const names = absent ? [] : readdirSync(folder).map((file) => file.replace('.json', ''));

const none = '0'.repeat(24);

async function withSwitchboard({ ask }: V2Api): Promise<string> {
  return `/switchboards/${textAt((await ask('POST', '/switchboards')).body, 'switchboard', 'id')}`;
}

async function asAccount(
  { emulator, call }: V2Api,
  method: string,
  path: string,
  json?: object,
): Promise<Answer> {
  const authorization = basic(emulator.control.accountKey);
  return call(method, path, json === undefined ? { authorization } : { authorization, json });
}

/** What is refused as it was recorded. */
const refused: Readonly<Record<string, (api: V2Api) => Promise<Answer>>> = {
  'create-app-400': (api) => asAccount(api, 'POST', '/v2/apps', {}),
  'create-app-402': (api) => {
    api.emulator.control.configure({ appLimit: 1 });
    return asAccount(api, 'POST', '/v2/apps', { displayName: 'x' });
  },
  'list-apps-400': (api) => asAccount(api, 'GET', '/v2/apps?page[size]=1000'),
  'update-app-400': ({ ask }) => ask('PATCH', '', { json: { metadata: { a: 'x'.repeat(5000) } } }),
  'get-app-key-404': (api) => asAccount(api, 'GET', `${api.app}/keys/app_${none}`),
  'create-integration-400': ({ ask }) => ask('POST', '/integrations', { json: { type: 'fax' } }),
  'list-integrations-400': ({ ask }) => ask('GET', '/integrations?filter[types]=fax'),
  'delete-integration-400': async ({ ask }) => {
    const { body } = await ask('GET', '/integrations?filter[types]=web');
    return ask('DELETE', `/integrations/${textAt(body, 'integrations', 0, 'id')}`);
  },
  'list-custom-integration-keys-400': async ({ ask }) => {
    const { body } = await ask('GET', '/integrations?filter[types]=web');
    return ask('GET', `/integrations/${textAt(body, 'integrations', 0, 'id')}/keys`);
  },
  'create-user-409': async ({ ask, newUser }) => {
    await newUser('x');
    return ask('POST', '/users', { json: { externalId: 'x' } });
  },
  'remove-client-400': async ({ ask }) => {
    const { body } = await ask('GET', '/users/customer-2093/clients');
    return ask('DELETE', `/users/customer-2093/clients/${textAt(body, 'clients', 0, 'id')}`);
  },
  'remove-client-404': ({ ask }) => ask('DELETE', `/users/customer-2093/clients/${none}`),
  'get-device-404': ({ ask }) => ask('GET', `/users/customer-2093/devices/${none}`),
  'list-conversations-404': ({ ask }) => ask('GET', `/conversations?filter[userId]=${none}`),
  'get-conversation-404': ({ ask }) => ask('GET', `/conversations/${none}`),
  'delete-conversation-400': async ({ ask, conversationOf }) =>
    ask('DELETE', `/conversations/${await conversationOf('customer-2093')}`),
  'join-conversation-400': async ({ ask, newUser, newConversation }) => {
    const users = await Promise.all(Array.from({ length: 10 }, () => newUser()));
    const json = { userId: await newUser(), subscribeSDKClient: false };
    return ask('POST', `/conversations/${await newConversation('sdkGroup', ...users)}/join`, { json });
  },
  'leave-conversation-404': async ({ ask, newUser, newConversation }) => {
    const path = `/conversations/${await newConversation('sdkGroup', await newUser())}/leave`;
    return ask('POST', path, { json: { userId: await newUser() } });
  },
  'release-control-403': async (api) => {
    const { integrationId } = await hook(api, ['conversation:message']);
    const { body } = await api.ask('POST', `/integrations/${integrationId}/keys`, {
      json: { displayName: 'k' },
    });
    const key = { keyId: textAt(body, 'key', 'id'), secret: textAt(body, 'key', 'secret') };
    const path = `/conversations/${await api.conversationOf('customer-2093')}/releaseControl`;
    return api.ask('POST', path, { authorization: basic(key) });
  },
  'delete-attachment-400': ({ ask }) =>
    ask('POST', '/attachments/remove', { json: { mediaUrl: 'https://badhost.com/image.png' } }),
  'update-switchboard-404': ({ ask }) => ask('PATCH', `/switchboards/${none}`, { json: {} }),
  'create-switchboard-integration-400': async (api) => {
    const path = `${await withSwitchboard(api)}/switchboardIntegrations`;
    const seat = (number: number) =>
      api.ask('POST', path, { json: { name: `n${number}`, integrationType: 'zd:agentWorkspace' } });
    for (let number = 0; number < 10; number += 1) await seat(number);
    return seat(10);
  },
  // The service prints here what it says of a switchboard that is to be enabled.
  'update-switchboard-integration-404': async (api) =>
    api.ask('PATCH', await withSwitchboard(api), { json: { enabled: true } }),
  'delete-switchboard-integration-404': async (api) =>
    api.ask('DELETE', `${await withSwitchboard(api)}/switchboardIntegrations/${none}`),
};

describe.skipIf(absent)('a refusal of v2 is what was recorded', () => {
  test.each(names)('%s', async (name) => {
    const refuse = refused[name];
    if (refuse === undefined) throw new Error(`Nothing is refused as ${name}.`);
    const { status, body } = await refuse(await startV2());
    const recorded: unknown = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8'));
    expect(String(status)).toBe(name.split('-').at(-1));
    const words = (value: unknown): unknown[] => [
      at(value, 'errors', 0, 'code'),
      textAt(value, 'errors', 0, 'title').replace(/[0-9a-f]{24}/, 'id'),
    ];
    expect(words(body)).toEqual(words(recorded));
  });
});
