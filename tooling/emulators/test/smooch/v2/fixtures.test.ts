import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../../json.js';
import { comparison } from '../../recorded.js';
import { upload } from '../support.js';
import { hook } from './hooked.js';
import { everyEvent } from './every-event.js';
import { nora, scene, who, type Scene } from './scene.js';

// Answers and deliveries that were recorded from the service, or printed by it, lie beside the repository, where there are any.
const folder = new URL('../../../../../../shared/fixtures/smooch/', import.meta.url);
const absent = !existsSync(folder);

const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
const filesIn = (name: string): string[] =>
  absent ? [] : readdirSync(new URL(name, folder)).filter((file) => file.endsWith('.json'));

/** What the service leaves to its users and to the channels: the keys below these do not count. */
const { missing } = comparison(new Set(['properties', 'info', 'raw', 'metadata', 'template']));

/** What produces each recorded answer. */
const answers: Readonly<Record<string, (here: Scene) => Promise<unknown>>> = {
  'create-app': ({ account }) => account('POST', '/v2/apps', { displayName: 'x', metadata: { a: 1 } }),
  'list-apps': ({ account }) => account('GET', '/v2/apps'),
  'create-app-key': ({ account, app }) => account('POST', `${app}/keys`, { displayName: 'x' }),
  'list-app-keys': ({ account, app }) => account('GET', `${app}/keys`),
  'create-user': async ({ ask }) =>
    (await ask('POST', '/users', { json: { externalId: 'x', brandId: '9', profile: { locale: 'en' } } }))
      .body,
  'get-user': async ({ ask, emulator }) => {
    await ask('POST', '/users', { json: { externalId: 'x', brandId: '9', profile: { locale: 'en' } } });
    const id = emulator.control.users().at(-1)?._id ?? '';
    emulator.control.user(id).isKnownToZendesk('35436');
    return (await ask('GET', `/users/${id}`)).body;
  },
  'sync-user': async ({ ask, emulator }) => {
    await ask('POST', '/users', { json: { externalId: 'x', profile: { locale: 'en' } } });
    emulator.control.user('x').isKnownToZendesk('35436');
    return (await ask('POST', '/users/35436/sync')).body;
  },
  'list-users': async ({ ask, emulator }) => {
    await ask('POST', '/users', { json: { externalId: 'x', brandId: '9', profile: { locale: 'en' } } });
    const person = emulator.control.user(emulator.control.users().at(-1)?._id ?? '');
    person.isKnownToZendesk('35436');
    person.identifies('sue@example.org');
    return (await ask('GET', '/users?filter[identities.email]=sue@example.org')).body;
  },
  'delete-user-personal-information': async ({ ask, emulator }) => {
    await ask('POST', '/users', { json: { externalId: 'x', brandId: '9' } });
    const id = emulator.control.users().at(-1)?._id ?? '';
    return (await ask('DELETE', `/users/${id}/personalinformation`)).body;
  },
  'list-clients': async ({ ask }) => (await ask('GET', '/users/customer-2093/clients')).body,
  'create-client': async ({ ask, conversation }) => {
    const made = await ask('POST', '/integrations', { json: { type: 'whatsapp' } });
    const integrationId = textAt(made.body, 'integration', 'id');
    const json = {
      matchCriteria: { type: 'whatsapp', integrationId, phoneNumber: '+15145555555' },
      confirmation: { type: 'immediate' },
      target: { conversationId: conversation.split('/')[2] },
    };
    return (await ask('POST', `${who}/clients`, { json })).body;
  },
  'list-devices': async ({ ask }) => (await ask('GET', '/users/customer-2093/devices')).body,
  'get-device': async ({ ask }) => {
    const { body } = await ask('GET', '/users/customer-2093/devices');
    return (await ask('GET', `/users/customer-2093/devices/${textAt(body, 'devices', 0, 'id')}`)).body;
  },
  'create-conversation': async ({ ask }) =>
    (
      await ask('POST', '/conversations', {
        json: { type: 'personal', participants: [{ userExternalId: nora }] },
      })
    ).body,
  'list-conversations': async ({ ask }) =>
    (await ask('GET', `/conversations?filter[userExternalId]=${encodeURIComponent(nora)}`)).body,
  'join-conversation': async ({ ask, newConversation, newUser }) => {
    const id = await newConversation('sdkGroup', await newUser());
    const json = { userExternalId: 'customer-2093', subscribeSDKClient: true };
    return (await ask('POST', `/conversations/${id}/join`, { json })).body;
  },
  'list-participants': async ({ ask, conversation }) =>
    (await ask('GET', `${conversation}/participants`)).body,
  'list-messages': async ({ ask, messages }) => (await ask('GET', messages)).body,
  'conversion-events': async ({ ask, conversation }) => {
    const json = fixture('v2/requests/post-conversion-events.json') as object;
    return (await ask('POST', `${conversation}/conversionEvents`, { json })).body;
  },
  'create-integration': async ({ ask }) =>
    (await ask('POST', '/integrations', { json: { type: 'android', displayName: 'x' } })).body,
  'list-integrations': async ({ ask }) => {
    await ask('POST', '/integrations', { json: { type: 'android', displayName: 'x' } });
    return (await ask('GET', '/integrations')).body;
  },
  'create-integration-key': async (here) => {
    const { integrationId } = await hook(here, ['conversation:message']);
    return (await here.ask('POST', `/integrations/${integrationId}/keys`, { json: { displayName: 'x' } }))
      .body;
  },
  'list-integration-keys': async (here) => {
    const { integrationId } = await hook(here, ['conversation:message']);
    await here.ask('POST', `/integrations/${integrationId}/keys`, { json: { displayName: 'x' } });
    return (await here.ask('GET', `/integrations/${integrationId}/keys`)).body;
  },
  'create-webhook': async (here) => {
    const { integrationId } = await hook(here, ['conversation:message']);
    const json = { target: 'https://example.com/callback', triggers: ['conversation:read'] };
    return (await here.ask('POST', `/integrations/${integrationId}/webhooks`, { json })).body;
  },
  'list-webhooks': async (here) => {
    const { integrationId } = await hook(here, ['conversation:message', 'conversation:read']);
    return (await here.ask('GET', `/integrations/${integrationId}/webhooks`)).body;
  },
  'create-switchboard': async ({ ask }) => (await ask('POST', '/switchboards')).body,
  'list-switchboards': async ({ ask }) => {
    await ask('POST', '/switchboards');
    return (await ask('GET', '/switchboards')).body;
  },
  'create-switchboard-integration': async ({ ask }) => {
    const path = `/switchboards/${textAt((await ask('POST', '/switchboards')).body, 'switchboard', 'id')}`;
    const json = fixture('v2/requests/create-switchboard-integration.json') as object;
    return (await ask('POST', `${path}/switchboardIntegrations`, { json })).body;
  },
  'list-switchboard-integrations': async ({ ask }) => {
    const path = `/switchboards/${textAt((await ask('POST', '/switchboards')).body, 'switchboard', 'id')}`;
    const json = fixture('v2/requests/create-switchboard-integration.json') as object;
    await ask('POST', `${path}/switchboardIntegrations`, { json });
    return (await ask('GET', `${path}/switchboardIntegrations`)).body;
  },
  'upload-attachment': async ({ ask }) =>
    (await ask('POST', '/attachments?access=public', { form: upload(new Uint8Array(9), 'my_file.jpeg') }))
      .body,
  'empty-response': async ({ ask }) => (await ask('DELETE', who)).body,
  'get-token': async ({ emulator, call }) => {
    const { id, secret } = emulator.control.oauthClient;
    const back = await fetch(`${emulator.url}/oauth/authorize?client_id=${id}&response_type=code`, {
      redirect: 'manual',
    });
    const code = new URL(back.headers.get('location') ?? '').searchParams.get('code');
    const json = { code, grant_type: 'authorization_code', client_id: id, client_secret: secret };
    return (await call('POST', '/oauth/token', { json, authorization: null })).body;
  },
};

/** Contents of messages whose answers were recorded; those without a request of their own are put here. */
const contentOf = (name: string): object =>
  name === 'file'
    ? { type: 'file', text: "Here's our FAQ!", altText: 'FAQ.pdf' }
    : (at(fixture(`v2/requests/${name}.json`), 'content') as object);

describe.skipIf(absent)('an answer of v2 has every recorded key', () => {
  const others = filesIn('v2/responses/')
    .map((file) => file.replace('.json', ''))
    .filter((name) => !name.endsWith('-2'));
  const posted = filesIn('v2/responses/').flatMap((file) => /^(\w+)-2\.json$/.exec(file)?.[1] ?? []);

  test.each(others)('%s', async (name) => {
    const produce = answers[name];
    if (produce === undefined) throw new Error(`Nothing produces ${name}.`);
    expect(missing(fixture(`v2/responses/${name}.json`), await produce(await scene()))).toEqual([]);
  });

  test.each(posted)('%s', async (name) => {
    const { ask, messages } = await scene();
    const { body: uploaded } = await ask('POST', '/attachments?access=public', {
      form: upload(new Uint8Array(9), 'faq.pdf'),
    });
    // The service fetches media to learn their size; here it knows its own.
    const media = name === 'file' ? { mediaUrl: textAt(uploaded, 'attachment', 'mediaUrl') } : {};
    const json = { author: { type: 'business' }, content: { ...contentOf(name), ...media } };
    const { body } = await ask('POST', messages, { json });
    const gone = missing(fixture(`v2/responses/${name}-2.json`), body);
    // One sample has a slip of the pen for a key.
    expect(gone.filter((key) => !key.endsWith('"'))).toEqual([]);
  });
});

test
  .skipIf(absent)
  .each(
    filesIn('v2/requests/').flatMap((file) =>
      ['author', 'content'].every((key) => at(fixture(`v2/requests/${file}`), key) !== undefined)
        ? [file]
        : [],
    ),
  )('%s is taken as it was printed', async (file) => {
  const { ask, messages } = await scene();
  const json = fixture(`v2/requests/${file}`);
  expect((await ask('POST', messages, { json })).status).toBe(201);
});

test.skipIf(absent)('deliveries of v2 have every recorded key', async () => {
  const triggers = filesIn('webhooks/v2/').flatMap((file) =>
    listAt(fixture(`webhooks/v2/${file}`), 'events').map((event) => textAt(event, 'type')),
  );
  const events = await everyEvent([...new Set(triggers)]);
  const gone = filesIn('webhooks/v2/').flatMap((file) =>
    listAt(fixture(`webhooks/v2/${file}`), 'events').flatMap((recorded) => {
      const type = textAt(recorded, 'type');
      // All that was produced of a type together: one event cannot be of every channel.
      const produced = events.filter((event) => textAt(event, 'type') === type);
      return missing([recorded], produced.length === 0 ? undefined : produced).map(
        (key) => `${file}: ${key}`,
      );
    }),
  );
  expect(gone).toEqual([]);
});
