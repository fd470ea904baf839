import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startReceiver } from './receiver.js';
import { at, textAt } from '../json.js';
import { comparison } from '../recorded.js';
import { startApi, upload, type Api } from './support.js';

// Answers that were recorded from the service lie beside the repository, where there are any.
const folder = new URL('../../../../../shared/fixtures/smooch/', import.meta.url);
const absent = !existsSync(folder);

function fixture(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8'));
}

/** What the service leaves to its users: the keys below these do not count. */
const freeForm = new Set(['properties', 'info', 'raw', 'metadata']);

const { missing, invented } = comparison(freeForm);

async function withUser(): Promise<Api> {
  const api = await startApi({ legacy: true });
  await api.createUser('b6518');
  return api;
}

describe.skipIf(absent)('the calls of the original library, as recorded in 2015', () => {
  test('precreate and update a user', async () => {
    const { call } = await startApi();
    const made = await call('POST', '/v1/appusers', { json: { userId: 'b6518' } });
    expect(missing(fixture('v1/python-readme/precreate-user.json'), made.body)).toEqual([]);
    const updated = await call('PUT', '/v1/appusers/b6518', { json: { properties: { number: '213123' } } });
    expect(missing(fixture('v1/python-readme/update-user.json'), updated.body)).toEqual([]);
    expect(at(updated.body, 'appUser', 'properties')).toEqual({ number: '213123' });
  });

  test('init a user', async () => {
    const { call } = await startApi({ legacy: true });
    const recorded = fixture('v1/python-readme/init-user.json');
    const { body } = await call('POST', '/v1/init', {
      json: { device: { id: 'x', platform: 'other' }, userId: 'b6518' },
    });
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test('post a message', async () => {
    const { call } = await withUser();
    const recorded = fixture('v1/python-readme/post-message-app-user.json');
    const { body } = await call('POST', '/v1/appusers/b6518/conversation/messages', {
      json: { text: 'Is Smooch any good?', role: 'appUser' },
    });
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });
});

describe.skipIf(absent)('an app user', () => {
  test('has on v1.1 every key that was recorded, the client of an SDK included', async () => {
    const { call } = await startApi();
    const { body } = await call('GET', '/v1.1/appusers/customer-2093');
    expect(missing(fixture('v1.1/appusers/get-app-user.json'), body)).toEqual([]);
  });

  test('has on v1 every key that was recorded', async () => {
    const { call, emulator } = await startApi();
    const web = emulator.control.users()[2]?._id ?? '';
    expect(
      missing(fixture('v1/app-user/get-app-user.json'), (await call('GET', `/v1/appusers/${web}`)).body),
    ).toEqual([]);
    const json = { userId: 'supes@smooch.io', givenName: 'Kent', surname: 'Clark' };
    const recorded = fixture('v1/app-user/pre-create-app-user.json');
    const made = await call('POST', '/v1/appusers', { json });
    expect(missing(recorded, made.body)).toEqual([]);
    expect(invented(recorded, made.body)).toEqual([]);
  });
});

describe.skipIf(absent)('a message', () => {
  const post = async (json: object): Promise<unknown> => {
    const { call } = await withUser();
    await call('POST', '/v1/appusers/b6518/messages', {
      json: { role: 'appUser', type: 'text', text: 'Hi' },
    });
    await call('POST', '/v1/appusers/b6518/messages', {
      json: { role: 'appMaker', type: 'text', text: 'Hi' },
    });
    return (await call('POST', '/v1/appusers/b6518/messages', { json })).body;
  };

  test('of text has the recorded keys and no others', async () => {
    const recorded = fixture('v1/message-types/text-message.json');
    const body = await post({ role: 'appMaker', type: 'text', text: 'Hey' });
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test('with buttons has the recorded keys and no others', async () => {
    const recorded = fixture('v1/message-types/action-reply-message.json');
    const actions = [{ type: 'reply', text: 'Great', payload: 'great' }];
    const body = await post({ role: 'appMaker', type: 'text', text: 'How was it?', actions });
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test.each(['image-message--image-example', 'image-message--image-with-text'])(
    'with a picture has the keys of %s and no others',
    async (name) => {
      const { call } = await withUser();
      const uploaded = await call('POST', '/v1/attachments?access=public', {
        form: upload(new Uint8Array(100), 'city.jpg'),
      });
      const messages = '/v1/appusers/b6518/messages';
      await call('POST', messages, { json: { role: 'appMaker', type: 'text', text: 'Hi' } });
      const { body } = await call('POST', messages, {
        json: { role: 'appUser', type: 'image', mediaUrl: textAt(uploaded.body, 'mediaUrl') },
      });
      const recorded = fixture(`v1/message-types/${name}.json`);
      expect(missing(recorded, body)).toEqual([]);
      expect(invented(recorded, body)).toEqual([]);
    },
  );

  test('is marked read by the business as recorded', async () => {
    const { call, emulator } = await startApi();
    const nora = emulator.control.users()[0]?._id ?? '';
    const { body } = await call('POST', `/v1/appusers/${nora}/conversation/activity`, {
      json: { role: 'appMaker', type: 'conversation:read' },
    });
    const recorded = fixture('v1/conversations/business-read-receipt.json');
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });
});

describe.skipIf(absent)('a webhook', () => {
  test('of v1 has the recorded keys and no others', async () => {
    const { call } = await startApi();
    await call('POST', '/v1/webhooks', { json: { target: 'https://hooks.example.com/' } });
    const { body } = await call('GET', '/v1/webhooks');
    const recorded = fixture('v1/webhooks/list-webhooks.json');
    expect(missing(recorded, body)).toEqual([]);
    expect(invented(recorded, body)).toEqual([]);
  });

  test.each([
    ['v1.1', 'webhooks/v1.1/message-appuser.json', {}],
    [
      'v1.1',
      'webhooks/v1.1/message-appuser-with-client.json',
      { includeFullAppUser: true, includeClient: true },
    ],
    ['v1', 'webhooks/v1/message-appuser-text.json', {}],
  ])('of %s is sent every key of %s', async (version, recorded, settings) => {
    const { call, emulator } = await startApi();
    const receiver = await startReceiver();
    await call('POST', `/${version}/webhooks`, { json: { target: receiver.url, ...settings } });
    emulator.control.user('nora.lindqvist@example.com').sends({ text: 'Hi' });
    await emulator.control.flush();
    expect(missing(fixture(recorded), receiver.received[0]?.json)).toEqual([]);
  });

  test.each([
    ['v1', 'delivery:failure', 'webhooks/v1/delivery-failure.json'],
    ['v1.1', 'message:delivery:failure', 'webhooks/v1.1/message-delivery-failure.json'],
  ])('of %s is told of a %s with every recorded key', async (version, trigger, recorded) => {
    const { call, emulator } = await startApi();
    const receiver = await startReceiver();
    await call('POST', `/${version}/webhooks`, {
      json: { target: receiver.url, triggers: [trigger], includeFullAppUser: true },
    });
    emulator.control.user('nora.lindqvist@example.com').blocks();
    const path = `/v1/appusers/${encodeURIComponent('nora.lindqvist@example.com')}/messages`;
    await call('POST', path, { json: { role: 'appMaker', type: 'text', text: 'Hi' } });
    await emulator.control.flush();
    expect(missing(fixture(recorded), receiver.received[0]?.json)).toEqual([]);
  });
});

test.skipIf(absent)('an answer has the recorded headers', async () => {
  const { call } = await withUser();
  const json = { role: 'appMaker', type: 'text', text: 'Hi' };
  const { headers } = await call('POST', '/v1/appusers/b6518/messages', { json });
  const recorded = at(fixture('v1/response-headers-post-message-201.json'), 'headers') as object;
  const ofTheProxy = new Set(['server', 'connection', 'content-length', 'date', 'etag']);
  for (const [name, value] of Object.entries(recorded)) {
    if (ofTheProxy.has(name)) continue;
    expect([name, headers.get(name)]).toEqual([name, value]);
  }
});
