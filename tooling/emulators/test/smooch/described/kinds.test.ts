import { expect, test } from 'vitest';
import { at } from '../../json.js';
import { basic, startApi } from '../support.js';
import { startV2 } from '../v2/support.js';
import { checkerOf } from './checker.js';
import { describedBy, isDescribed } from './description.js';
import { v2Deviations } from './deviations.js';

const inV2 = checkerOf(describedBy('sunshine-conversations-v2-17.12.1.openapi.yaml'));
const inV11 = checkerOf(describedBy('smooch-v1.1-5.34.swagger.json'));

const tokens = { accessTokenKey: 'k', accessTokenSecret: 's' };
const page = { pageAccessToken: 'p', appId: '1674554616147204', appSecret: 's' };

/** What makes an integration of each type in every version. */
const everywhere: readonly ({ readonly type: string } & Readonly<Record<string, unknown>>)[] = [
  { type: 'android' },
  { type: 'apple', businessId: 'b', apiSecret: 's', mspId: 'm' },
  { type: 'instagram', ...page },
  { type: 'ios', production: true },
  { type: 'line', channelId: '1286564967', channelSecret: 's', channelAccessToken: 't' },
  { type: 'mailgun', apiKey: 'k', domain: 'd.example', incomingAddress: 'in@d.example' },
  { type: 'messagebird', accessKey: 'a', signingKey: 's', originator: '15145555555' },
  { type: 'messenger', ...page },
  { type: 'telegram', token: 't' },
  { type: 'twilio', accountSid: 'a', authToken: 't', phoneNumberSid: 'p' },
  { type: 'twitter', tier: 'enterprise', envName: 'e', consumerKey: 'k', consumerSecret: 's', ...tokens },
  { type: 'viber', token: 't' },
  { type: 'web', brandColor: '00ff00' },
  { type: 'whatsapp', deploymentId: 'd' },
];
const onlyInV2 = [
  { type: 'custom', webhooks: [{ target: 'https://hooks.example.com/', triggers: ['user:merge'] }] },
  { type: 'unity' },
];
const onlyBefore = [
  { type: 'apn', certificate: 'c' },
  { type: 'fcm', serverKey: 'k', senderId: 's' },
  { type: 'wechat', appId: 'a', appSecret: 's' },
];

test.skipIf(!isDescribed).each([...everywhere, ...onlyInV2])(
  'an integration of type $type is shown in v2 as described',
  async (json) => {
    const { ask } = await startV2();
    const { status, body } = await ask('POST', '/integrations', { json });
    expect(status).toBe(201);
    const schema = { $ref: '#/components/schemas/integrationResponse' };
    const found = inV2.complaints(schema, body);
    expect(found.filter((each) => !v2Deviations.some(({ where }) => where.test(each)))).toEqual([]);
    expect(inV2.strangers(schema, body)).toEqual([]);
  },
);

test.skipIf(!isDescribed).each([...everywhere, ...onlyBefore])(
  'an integration of type $type is shown in v1.1 as described',
  async (json) => {
    const { call } = await startApi();
    const { status, body } = await call('POST', '/v1.1/integrations', { json });
    expect(status).toBe(201);
    const schema = { $ref: '#/definitions/IntegrationResponse' };
    expect(inV11.complaints(schema, body)).toEqual([]);
    expect(inV11.strangers(schema, body)).toEqual([]);
  },
);

test('a page of Messenger is a number in v2 and a text before', async () => {
  const { call, emulator } = await startApi();
  const authorization = basic(emulator.control.accountKey);
  const path = `/apps/${emulator.credentials.appId}/integrations`;
  const before = await call('GET', `/v1.1${path}?types=messenger`, { authorization });
  const after = await call('GET', `/v2${path}?filter[types]=messenger`, { authorization });
  const pageId = at(before.body, 'integrations', 0, 'pageId');
  expect(pageId).toMatch(/^\d+$/);
  expect(at(after.body, 'integrations', 0, 'pageId')).toBe(Number(pageId));
});
