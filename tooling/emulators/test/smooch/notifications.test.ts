import { expect, test } from 'vitest';
import { listAt, textAt } from '../json.js';
import { hooked } from './hooked.js';
import { refusal, startApi, type Api } from './support.js';
import { hookedV2 } from './v2/hooked.js';

const phoneNumber = '+15145555555';
const ready = { type: 'text', text: 'Your order is ready' };

/** The id of an integration with WhatsApp. */
async function withWhatsApp({ call }: Pick<Api, 'call'>): Promise<string> {
  const made = await call('POST', '/v1.1/integrations', { json: { type: 'whatsapp', deploymentId: 'd' } });
  return textAt(made.body, 'integration', '_id');
}

const notification = (integrationId: string, message: object = ready, rest: object = {}): object => ({
  destination: { integrationId, destinationId: phoneNumber },
  author: { role: 'appMaker', name: 'Ann' },
  message,
  ...rest,
});

test('a notification reaches an address and tells how it fared', async () => {
  const { call, emulator, receiver } = await hooked('v1.1', {
    triggers: ['notification:delivery:channel', 'notification:delivery:user'],
  });
  const sent = await call('POST', '/v1.1/notifications', {
    json: notification(await withWhatsApp({ call })),
  });
  expect(sent.status).toBe(201);
  const _id = textAt(sent.body, 'notification', '_id');
  await emulator.control.flush();
  expect(receiver.received.map(({ json: told }) => told)).toMatchObject([
    { trigger: 'notification:delivery:channel', notification: { _id }, isFinalEvent: false },
    { trigger: 'notification:delivery:user', notification: { _id }, isFinalEvent: true },
  ]);
});

test('it begins a conversation, and is told of with what the user says next, once', async () => {
  const api = await hookedV2(['conversation:create', 'conversation:message']);
  const { call, emulator, events } = api;
  const integrationId = await withWhatsApp(api);
  const sent = await call('POST', '/v1.1/notifications', { json: notification(integrationId) });
  const id = textAt(sent.body, 'notification', '_id');
  const [created] = await events('conversation:create');
  expect(created).toMatchObject({ payload: { creationReason: 'notification' } });

  const user = textAt(created, 'payload', 'user', 'id');
  expect(emulator.control.messages(user)).toEqual([]);
  emulator.control.user(user).sends({ text: 'On my way' });
  emulator.control.user(user).sends({ text: 'Where was it again?' });
  const told = await events('conversation:message');
  expect(told).toHaveLength(2);
  expect(told[0]).toMatchObject({
    payload: {
      message: { content: { text: 'On my way' }, source: { type: 'whatsapp' } },
      recentNotifications: [{ id, author: { type: 'business', displayName: 'Ann' }, content: ready }],
    },
  });
  expect(told[1]).not.toHaveProperty('payload.recentNotifications');
});

test('it may be worded as WhatsApp does', async () => {
  const api = await hookedV2(['conversation:create', 'conversation:message']);
  const integrationId = await withWhatsApp(api);
  const template = { type: 'template', template: { namespace: 'n', name: 'ready' } };
  const inWhatsApps = { messageSchema: 'whatsapp' };
  for (const message of [template, { type: 'text', text: { body: 'Hello' } }]) {
    const json = notification(integrationId, message, inWhatsApps);
    expect((await api.call('POST', '/v1.1/notifications', { json })).status).toBe(201);
  }
  const [created] = await api.events('conversation:create');
  api.emulator.control.user(textAt(created, 'payload', 'user', 'id')).sends({ text: 'Hi' });
  const [told] = await api.events('conversation:message');
  expect(listAt(told, 'payload', 'recentNotifications')).toMatchObject([
    { content: { type: 'template' } },
    { content: { type: 'text', text: 'Hello' } },
  ]);
});

test.each([
  [notification('0'.repeat(24)), 404, 'not_found', 'Integration not found'],
  [
    { ...notification('0'.repeat(24)), author: {} },
    400,
    'bad_request',
    "should have required property 'role'",
  ],
])('%j is refused', async (json, status, code, description) => {
  const { call } = await startApi();
  expect(await call('POST', '/v1.1/notifications', { json })).toMatchObject({
    status,
    body: refusal(code, description),
  });
});

test('a message that could not be posted is no notification', async () => {
  const api = await startApi();
  const json = notification(await withWhatsApp(api), { type: 'text' });
  expect(await api.call('POST', '/v1.1/notifications', { json })).toMatchObject({
    status: 400,
    body: refusal('bad_request', "should have required property 'text'"),
  });
});
