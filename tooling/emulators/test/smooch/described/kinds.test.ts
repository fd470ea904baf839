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

const link = { type: 'link', text: 'Look', uri: 'https://example.com', default: true, metadata: { a: 1 } };
const postback = { type: 'postback', text: 'More', payload: 'MORE' };
const webview = { type: 'webview', text: 'Open', uri: 'https://a.example', fallback: 'https://b.example' };
const item = {
  title: 'Tent',
  description: 'For two',
  mediaUrl: 'https://example.com/tent.png',
  size: 'large',
};
const options = [{ name: 'pizza', label: 'Pizza' }];
const media = { mediaUrl: 'https://example.com/tent.png', altText: 'A tent' };

/** Messages that every version takes, alike but for where they stand. */
const contents: readonly ({ readonly type: string } & Readonly<Record<string, unknown>>)[] = [
  {
    type: 'text',
    text: 'Hi',
    actions: [link, postback, webview, { type: 'buy', text: 'Buy', amount: 1000 }],
  },
  { type: 'text', text: 'Hi', actions: [{ type: 'reply', text: 'Yes', payload: 'YES' }] },
  { type: 'image', ...media, text: 'Look', actions: [link] },
  { type: 'file', ...media },
  {
    type: 'carousel',
    items: [{ ...item, actions: [link] }],
    displaySettings: { imageAspectRatio: 'square' },
  },
  { type: 'list', items: [{ ...item, actions: [postback] }], actions: [link] },
  { type: 'location', coordinates: { lat: 45.5, long: -73.6 }, location: { address: 'a', name: 'n' } },
  {
    type: 'form',
    blockChatInput: true,
    fields: [
      { type: 'text', name: 'name', label: 'Your name?', placeholder: 'Name', minSize: 1, maxSize: 30 },
      { type: 'select', name: 'meal', label: 'Your meal?', options },
    ],
  },
];

test.skipIf(!isDescribed).each(contents)(
  'a message of type $type is shown in v2 as described',
  async (content) => {
    const { ask, conversationOf } = await startV2();
    const path = `/conversations/${await conversationOf('customer-2093')}/messages`;
    const json = { author: { type: 'business', displayName: 'Ann' }, content, metadata: { a: 1 } };
    const { status, body } = await ask('POST', path, { json });
    expect(status).toBe(201);
    const schema = { $ref: '#/components/schemas/messagePostResponse' };
    expect(inV2.complaints(schema, body)).toEqual([]);
    // What is for sale says whether it is paid for, as the older versions have it captured.
    const paid = '.messages[].content.actions[].state';
    expect(inV2.strangers(schema, body).filter((key) => key !== paid)).toEqual([]);
  },
);

test.skipIf(!isDescribed).each(contents)(
  'a message of type $type is shown in v1.1 as described',
  async (content) => {
    const { call } = await startApi();
    const json = { role: 'appMaker', name: 'Ann', ...content, metadata: { a: 1 } };
    const { status, body } = await call('POST', '/v1.1/appusers/customer-2093/messages', { json });
    expect(status).toBe(201);
    // Captured without words (v1/message-types/form-message-web-messenger-only.json).
    const wordless = content.type === 'form' ? ["/message must have required property 'text'"] : [];
    expect(inV11.complaints({ $ref: '#/definitions/MessageResponse' }, body)).toEqual(wordless);
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
