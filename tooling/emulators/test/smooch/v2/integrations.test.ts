import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../../json.js';
import { basic, bearer } from '../support.js';
import { refusalV2, startV2 } from './support.js';

const webhook = { target: 'https://hooks.example.com/', triggers: ['conversation:message'] };

const required: readonly (readonly [type: string, fields: Readonly<Record<string, string>>])[] = [
  ['android', {}],
  ['apple', { businessId: 'b', apiSecret: 's', mspId: 'm' }],
  ['instagram', { pageAccessToken: 't', appId: 'a', appSecret: 's' }],
  ['ios', {}],
  ['line', {}],
  ['mailgun', { apiKey: 'k', domain: 'd', incomingAddress: 'i@d' }],
  ['messagebird', { accessKey: 'k', signingKey: 's', originator: 'o' }],
  ['messenger', { pageAccessToken: 't', appId: 'a', appSecret: 's' }],
  ['telegram', { token: 't' }],
  ['twilio', { accountSid: 's', authToken: 't', phoneNumberSid: 'p' }],
  [
    'twitter',
    {
      tier: 'enterprise',
      consumerKey: 'k',
      consumerSecret: 's',
      accessTokenKey: 'k',
      accessTokenSecret: 's',
    },
  ],
  ['unity', {}],
  ['viber', { token: 't' }],
  ['web', {}],
  ['whatsapp', {}],
];

test.each(required)('an integration of type %s is made, and needs all of %j', async (type, fields) => {
  const { ask } = await startV2();
  const made = await ask('POST', '/integrations', { json: { type, displayName: 'D', ...fields } });
  expect(made).toMatchObject({
    status: 201,
    body: { integration: { type, displayName: 'D', status: 'active' } },
  });
  for (const name of Object.keys(fields)) {
    const json = { type, ...Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name)) };
    expect(await ask('POST', '/integrations', { json })).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', `should have required property '${name}'`),
    });
  }
});

test('a type that there is not is refused', async () => {
  const { ask } = await startV2();
  expect(await ask('POST', '/integrations', { json: { type: 'fax' } })).toMatchObject({
    status: 400,
    body: refusalV2('bad_request', 'Invalid integration type'),
  });
  expect(await ask('GET', '/integrations?filter[types]=fax')).toMatchObject({
    status: 400,
    body: refusalV2('bad_request', 'Invalid query parameters'),
  });
});

test('secrets are not shown', async () => {
  const { ask } = await startV2();
  const { body } = await ask('POST', '/integrations', { json: { type: 'telegram', token: 'secret!' } });
  expect(at(body, 'integration')).toMatchObject({ username: 'trailhead_bot' });
  expect(JSON.stringify(body)).not.toContain('secret!');
});

test('integrations are listed by type, changed and deleted, those of Admin Center not', async () => {
  const { ask } = await startV2();
  const { body } = await ask('GET', '/integrations?filter[types]=web,ios');
  const types = listAt(body, 'integrations').map((item) => textAt(item, 'type'));
  expect(types.toSorted()).toEqual(['ios', 'web']);
  const web = `/integrations/${textAt(body, 'integrations', types.indexOf('web'), 'id')}`;
  const changed = await ask('PATCH', web, { json: { brandColor: 'ff0000', businessName: null } });
  expect(changed.body).toMatchObject({ integration: { brandColor: 'ff0000', conversationColor: '0099ff' } });
  expect(await ask('DELETE', web)).toMatchObject({
    status: 400,
    body: refusalV2('bad_request', 'SDK integrations configured on Admin Center cannot be deleted'),
  });
  const made = await ask('POST', '/integrations', { json: { type: 'viber', token: 't' } });
  const viber = `/integrations/${textAt(made.body, 'integration', 'id')}`;
  expect((await ask('DELETE', viber)).body).toEqual({});
  expect(await ask('GET', viber)).toMatchObject({
    status: 404,
    body: refusalV2('integration_not_found', 'Integration not found'),
  });
});

async function withCustom() {
  const api = await startV2();
  const { body } = await api.ask('POST', '/integrations', { json: { type: 'custom', webhooks: [webhook] } });
  const path = `/integrations/${textAt(body, 'integration', 'id')}`;
  const made = await api.ask('POST', `${path}/keys`, { json: { displayName: 'Bot' } });
  const key = { keyId: textAt(made.body, 'key', 'id'), secret: textAt(made.body, 'key', 'secret') };
  return { ...api, body, path, key };
}

describe('a custom integration', () => {
  test('comes with its one webhook', async () => {
    const { ask, body } = await withCustom();
    expect(body).toMatchObject({
      integration: {
        type: 'custom',
        webhooks: [{ ...webhook, version: 'v2', includeFullUser: false, includeFullSource: false }],
      },
    });
    const json = { type: 'custom', webhooks: [webhook, webhook] };
    expect(await ask('POST', '/integrations', { json })).toMatchObject({ status: 400 });
  });

  test('has keys that reach users and conversations, but neither integrations nor switchboards', async () => {
    const { ask, key, newUser } = await withCustom();
    const id = await newUser();
    expect(key.keyId).toMatch(/^int_[0-9a-f]{24}$/);
    for (const authorization of [basic(key), await bearer(key, { scope: 'integration' })]) {
      expect((await ask('GET', `/users/${id}`, { authorization })).status).toBe(200);
      expect((await ask('GET', '/integrations', { authorization })).status).toBe(403);
      expect((await ask('GET', '/switchboards', { authorization })).status).toBe(403);
    }
  });

  test('alone has keys', async () => {
    const { ask } = await startV2();
    const { body } = await ask('GET', '/integrations');
    const path = `/integrations/${textAt(body, 'integrations', 0, 'id')}/keys`;
    expect(await ask('GET', path)).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', 'API keys are available only for custom integrations'),
    });
  });

  test('loses a key, and with it what the key opened', async () => {
    const { ask, path, key, newUser } = await withCustom();
    const id = await newUser();
    expect((await ask('GET', `${path}/keys`)).body).toMatchObject({ keys: [{ id: key.keyId }] });
    expect((await ask('DELETE', `${path}/keys/${key.keyId}`)).body).toEqual({});
    expect((await ask('GET', `/users/${id}`, { authorization: basic(key) })).status).toBe(401);
  });

  test('manages its webhooks as me, and sees no others', async () => {
    const { ask, key } = await withCustom();
    const authorization = basic(key);
    const me = '/integrations/me/webhooks';
    const json = { ...webhook, includeFullUser: true };
    const made = await ask('POST', me, { json, authorization });
    expect(made).toMatchObject({ status: 201, body: { webhook: json } });
    const one = `${me}/${textAt(made.body, 'webhook', 'id')}`;
    const change = { target: 'https://other.example.com/' };
    expect((await ask('PATCH', one, { json: change, authorization })).body).toMatchObject({
      webhook: { ...json, ...change },
    });
    expect(listAt((await ask('GET', me, { authorization })).body, 'webhooks')).toHaveLength(2);
    expect((await ask('DELETE', one, { authorization })).body).toEqual({});
    expect(await ask('GET', one, { authorization })).toMatchObject({
      status: 404,
      body: refusalV2('not_found', 'Resource not found'),
    });
    const other = await ask('POST', '/integrations', { json: { type: 'custom', webhooks: [webhook] } });
    const theirs = `/integrations/${textAt(other.body, 'integration', 'id')}/webhooks`;
    expect((await ask('GET', theirs, { authorization })).status).toBe(403);
  });

  test.each([
    [{ target: 'nowhere', triggers: ['conversation:message'] }, "'target' should match format 'uri'"],
    [{ target: 'https://example.com' }, "should have required property 'triggers'"],
    [
      { target: 'https://example.com', triggers: ['Conversation:Message'] },
      'Unknown webhook trigger: "Conversation:Message"',
    ],
  ])('has no webhook like %j', async (json, title) => {
    const { ask, path } = await withCustom();
    expect(await ask('POST', `${path}/webhooks`, { json })).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', title),
    });
  });
});
