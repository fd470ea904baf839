import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { hookedV2 } from './v2/hooked.js';
import { hooked, nora } from './hooked.js';
import { startApi } from './support.js';

const path = `/v1.1/appusers/${encodeURIComponent(nora)}/messages`;
const business = { role: 'appMaker', type: 'text' };

test('a postback is pressed, and is no message unless the app wants an echo', async () => {
  const { call, emulator, receiver } = await hooked('v1.1', { triggers: ['postback', 'message:appUser'] });
  const actions = [{ type: 'postback', text: 'More', payload: 'MORE', metadata: { a: 1 } }];
  const { body } = await call('POST', path, { json: { ...business, text: 'More?', actions } });
  const actionId = textAt(body, 'message', 'actions', 0, '_id');
  emulator.control.user(nora).clicks(actionId);
  await call('PUT', `/v1.1/apps/${emulator.credentials.appId}`, {
    json: { settings: { echoPostback: true } },
  });
  await call('POST', path.replace('messages', 'conversation/postback'), { json: { actionId } });
  await emulator.control.flush();
  expect(receiver.received.map(({ json }) => json)).toMatchObject([
    { trigger: 'postback', postbacks: [{ action: { _id: actionId, payload: 'MORE' } }] },
    { trigger: 'postback' },
    { trigger: 'message:appUser', messages: [{ text: 'More', payload: 'MORE', metadata: { a: 1 } }] },
  ]);
});

test('a reply is an answer with the payload of its button', async () => {
  const { call, emulator, events } = await hookedV2(['conversation:message']);
  const actions = [{ type: 'reply', text: 'Yes', payload: 'YES' }];
  const { body } = await call('POST', path, { json: { ...business, text: 'OK?', actions } });
  emulator.control.user(nora).clicks(textAt(body, 'message', 'actions', 0, '_id'));
  expect((await events()).at(-1)).toMatchObject({
    payload: {
      message: { author: { type: 'user' }, content: { type: 'text', text: 'Yes', payload: 'YES' } },
    },
  });
});

test('what is offered is paid for once', async () => {
  const { call, emulator, receiver } = await hooked('v1.1', { triggers: ['payment:success'] });
  const actions = [{ type: 'buy', text: 'Buy', amount: 2500 }];
  const { body } = await call('POST', path, { json: { ...business, text: 'A tent', actions } });
  const actionId = textAt(body, 'message', 'actions', 0, '_id');
  emulator.control.user(nora).pays(actionId);
  emulator.control.user(nora).pays(actionId);
  await emulator.control.flush();
  expect(receiver.received.map(({ json }) => json)).toMatchObject([
    {
      payments: [{ action: { state: 'paid', amount: 2500 }, charge: { id: expect.stringMatching(/^ch_/) } }],
    },
  ]);
  expect(emulator.control.messages(nora).at(-1)).toMatchObject({ actions: [{ state: 'paid' }] });
});

test('a form is filled in, and says so', async () => {
  const { ask, emulator, events, conversationOf } = await hookedV2(['conversation:message']);
  const messages = `/conversations/${await conversationOf(nora)}/messages`;
  const fields = [
    { type: 'text', name: 'name', label: 'Name' },
    { type: 'select', name: 'size', label: 'Size', options: [{ name: 's', label: 'Small' }] },
  ];
  const json = { author: { type: 'business' }, content: { type: 'form', fields } };
  const { body } = await ask('POST', messages, { json });
  const id = textAt(body, 'messages', 0, 'id');
  expect(() => emulator.control.user(nora).submits(id, { name: 'Nora' })).toThrow(
    "The field 'size' is not filled in",
  );
  emulator.control.user(nora).submits(id, { name: 'Nora', size: 's' });
  expect((await events()).at(-1)).toMatchObject({
    payload: {
      message: {
        content: {
          type: 'formResponse',
          textFallback: 'Name: Nora\nSize: Small',
          fields: [
            { name: 'name', text: 'Nora', quotedMessageId: id },
            { name: 'size', select: [{ name: 's', label: 'Small' }] },
          ],
        },
        quotedMessage: { type: 'message', message: { id } },
      },
    },
  });
  const list = listAt((await ask('GET', messages)).body, 'messages');
  expect(list.find((message) => at(message, 'id') === id)).toMatchObject({ content: { submitted: true } });
});

test('typing, reading, referrals and logins are told of', async () => {
  const { emulator, events } = await hookedV2([
    'conversation:typing',
    'conversation:read',
    'conversation:referral',
    'user:update',
    'client:update',
  ]);
  const person = emulator.control.user(nora);
  person.types();
  person.types(false);
  person.reads();
  person.refers({ code: 'spring', details: { source: 'AD', type: 'OPEN_THREAD' } });
  person.identifies(nora);
  person.blocks();
  person.unblocks();
  expect(await events()).toMatchObject([
    {
      payload: {
        activity: { type: 'typing:start', author: { type: 'user' }, source: { type: 'messenger' } },
      },
    },
    { payload: { activity: { type: 'typing:stop' } } },
    { type: 'conversation:read', payload: { activity: { type: 'conversation:read' } } },
    { payload: { referral: { code: 'spring' } } },
    { type: 'user:update', payload: { reason: 'authentication' } },
    { type: 'client:update', payload: { reason: 'blocked', client: { status: 'blocked' } } },
    { type: 'client:update', payload: { reason: 'unblocked' } },
  ]);
});

test('users are listed by the e-mail address that they have proved to have', async () => {
  const { ask, emulator } = await hookedV2(['user:update']);
  emulator.control.user(nora).identifies('n@example.com');
  expect((await ask('GET', '/users?filter[identities.email]=n@example.com')).body).toMatchObject({
    users: [
      { externalId: nora, identities: [{ type: 'email', value: 'n@example.com', verification: 'sso' }] },
    ],
  });
});

test('users of Zendesk are merged by a sync', async () => {
  const { ask, emulator, events } = await hookedV2(['user:merge'], { includeFullUser: true });
  emulator.control.user(nora).isKnownToZendesk('35436');
  emulator.control.user('customer-2093').isKnownToZendesk('35437');
  const json = { survivingZendeskId: '35436' };
  expect((await ask('POST', '/users/35437/sync', { json })).body).toMatchObject({
    user: { externalId: nora, zendeskId: '35436' },
  });
  expect((await ask('POST', '/users/35437/sync')).status).toBe(404);
  expect(await events()).toMatchObject([
    {
      payload: {
        reason: 'api',
        mergedUsers: { surviving: { zendeskId: '35436' }, discarded: { zendeskId: '35437' } },
        mergedConversations: { surviving: {}, discarded: {} },
        discardedMetadata: { plan: 'single' },
      },
    },
  ]);
});

test('a client of v2 is linked step by step', async () => {
  const { ask, emulator, events, conversationOf } = await hookedV2([
    'client:add',
    'client:update',
    'client:remove',
  ]);
  const made = await ask('POST', '/integrations', {
    json: { type: 'twilio', accountSid: 'a', authToken: 't', phoneNumberSid: 'p' },
  });
  const json = {
    matchCriteria: {
      type: 'twilio',
      integrationId: textAt(made.body, 'integration', 'id'),
      phoneNumber: '+15145555555',
    },
    confirmation: { type: 'prompt' },
    target: { conversationId: await conversationOf(nora) },
  };
  const clients = `/users/${encodeURIComponent(nora)}/clients`;
  const message = { author: { type: 'business' }, content: { type: 'location' } };
  const strange = { ...json, confirmation: { type: 'immediate', message } };
  expect((await ask('POST', clients, { json: strange })).status).toBe(400);
  const { status, body } = await ask('POST', clients, { json });
  expect(status).toBe(201);
  expect(body).toMatchObject({ client: { type: 'twilio', status: 'pending' } });
  const id = textAt(body, 'client', 'id');
  emulator.control.link(id, 'match');
  emulator.control.link(id, 'confirm');
  expect((await ask('DELETE', `${clients}/${id}`)).body).toEqual({});
  expect((await ask('DELETE', `${clients}/${id}`)).status).toBe(404);
  expect(await events()).toMatchObject([
    { type: 'client:add', payload: { reason: 'channelLinking', client: { id, status: 'pending' } } },
    { type: 'client:update', payload: { reason: 'matched' } },
    { type: 'client:update', payload: { reason: 'confirmed', client: { status: 'active' } } },
    { type: 'client:remove', payload: { reason: 'api' } },
  ]);
});

describe('a channel', () => {
  test('reports when it is told to', async () => {
    const { emulator, events, say, conversationOf } = await hookedV2([
      'conversation:message:delivery:channel',
      'conversation:message:delivery:failure',
    ]);
    emulator.control.configure({ reportDeliveries: false });
    const id = await say(await conversationOf(nora), 'Hi');
    expect(await events()).toEqual([]);
    emulator.control.channel('messenger').deliver(id, 'channel');
    const error = { code: 'bad_request', message: 'Too late', underlyingError: { errors: [{ code: 470 }] } };
    emulator.control.channel('messenger').deliver(id, 'failure', error);
    expect(await events()).toMatchObject([
      { payload: { message: { id }, isFinalEvent: false } },
      { payload: { message: { id }, isFinalEvent: true, error } },
    ]);
  });
});

describe('events that are held back', () => {
  const three = async (options: object) => {
    const api = await hookedV2(['conversation:message']);
    api.emulator.control.holdEvents();
    for (const text of ['1', '2', '3']) api.emulator.control.user(nora).sends({ text });
    expect(await api.events()).toEqual([]);
    api.emulator.control.releaseEvents(options);
    const texts = (await api.events()).map((event) => at(event, 'payload', 'message', 'content', 'text'));
    return { texts, requests: api.receiver.received.length };
  };

  test('arrive in the other order', async () => {
    expect(await three({ reversed: true })).toEqual({ texts: ['3', '2', '1'], requests: 3 });
  });

  test('arrive twice', async () => {
    expect(await three({ twice: true })).toEqual({ texts: ['1', '1', '2', '2', '3', '3'], requests: 6 });
  });

  test('arrive together', async () => {
    expect(await three({ together: true })).toEqual({ texts: ['1', '2', '3'], requests: 1 });
  });
});

test('a delivery can be made once more', async () => {
  const { emulator, events } = await hookedV2(['conversation:message']);
  emulator.control.user(nora).sends({ text: 'Hi' });
  const [first] = await events();
  emulator.control.redeliver(emulator.control.deliveries()[0]?.id ?? '');
  expect(await events()).toEqual([first, first]);
});

test('a call fails as told, and the next one does not', async () => {
  const { call, emulator } = await startApi();
  emulator.control.fail({ match: { method: 'GET' }, status: 429, retryAfter: 7 });
  const { status, headers } = await call('GET', path);
  expect([status, headers.get('retry-after')]).toEqual([429, '7']);
  expect((await call('GET', path)).status).toBe(200);
});

test('everything can be put back', async () => {
  const { call, emulator } = await startApi();
  const snapshot = emulator.control.snapshot();
  const before = (await call('GET', path)).body;
  emulator.control.user(nora).sends({ text: 'Forget this' });
  await call('DELETE', '/v1.1/appusers/customer-2093');
  emulator.control.restore(snapshot);
  expect((await call('GET', path)).body).toEqual(before);
  expect((await call('GET', '/v1.1/appusers/customer-2093')).status).toBe(200);
});

test('programs in any language can do all of it', async () => {
  const { call, emulator } = await startApi();
  const control = (name: string, json?: object) =>
    call('POST', `/_emulator/${name}`, { authorization: null, ...(json === undefined ? {} : { json }) });
  const { body: taken } = await control('snapshot');
  expect((await control('sends', { user: nora, message: 'Hi' })).body).toMatchObject({ text: 'Hi' });
  expect((await control('types', { user: nora })).status).toBe(204);
  expect((await control('reads', { user: nora })).status).toBe(204);
  expect(listAt((await control('messages', { user: nora })).body)).toHaveLength(5);
  expect((await control('configure', { shorthandInV2: true })).status).toBe(204);
  expect((await control('restore', { snapshot: at(taken, 'snapshot') })).status).toBe(204);
  expect(listAt((await control('messages', { user: nora })).body)).toHaveLength(4);
  expect(emulator.control.switches.shorthandInV2).toBe(false);
  expect(await control('sends', { user: 'nobody', message: 'Hi' })).toMatchObject({
    status: 400,
    body: { error: 'App user not found' },
  });
});
