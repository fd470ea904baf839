import { describe, expect, test } from 'vitest';
import { at } from '../../json.js';
import { eventsOf, hook, hookedV2 } from './hooked.js';
import { startV2 } from './support.js';

const nora = 'nora.lindqvist@example.com';

test('an event comes in an envelope that says for which webhook', async () => {
  const { emulator, receiver, clock } = await hookedV2(['conversation:message']);
  emulator.control.user(nora).sends({ text: 'Hi' });
  await emulator.control.flush();
  expect(receiver.received[0]?.json).toMatchObject({
    app: { id: emulator.credentials.appId },
    webhook: { id: expect.stringMatching(/^[0-9a-f]{24}$/), version: 'v2' },
    events: [
      {
        id: expect.stringMatching(/^[0-9a-f]{24}$/),
        createdAt: new Date(clock.now()).toISOString(),
        type: 'conversation:message',
        payload: {
          conversation: { type: 'personal' },
          message: {
            author: { type: 'user', user: { externalId: nora, authenticated: true } },
            content: { type: 'text', text: 'Hi' },
            source: { type: 'messenger' },
          },
        },
      },
    ],
  });
  expect(at(receiver.received[0]?.json, 'events', 0, 'payload', 'message', 'source')).not.toHaveProperty(
    'client',
  );
});

test('whoever asked for it is told of users and sources in full', async () => {
  const { emulator, events } = await hookedV2(['conversation:message'], {
    includeFullUser: true,
    includeFullSource: true,
  });
  emulator.control.user(nora).sends({ text: 'Hi' });
  expect(await events()).toMatchObject([
    {
      payload: {
        message: {
          author: { user: { profile: { givenName: 'Nora' }, metadata: { plan: 'family' } } },
          source: { client: { type: 'messenger', status: 'active', displayName: 'Nora Lindqvist' } },
        },
      },
    },
  ]);
});

test('the first message begins the conversation', async () => {
  const { emulator, events, newUser } = await hookedV2(['conversation:create', 'conversation:message']);
  const id = await newUser();
  emulator.control.user(id).sends({ text: 'Hello' });
  expect(await events()).toMatchObject([
    {
      type: 'conversation:create',
      payload: { creationReason: 'message', user: { id }, source: { type: 'messenger' } },
    },
    { type: 'conversation:message' },
  ]);
});

test('what the business says is told, too, and how it fared', async () => {
  const { events, say, conversationOf } = await hookedV2([
    'conversation:message',
    'conversation:message:delivery:channel',
    'conversation:message:delivery:user',
  ]);
  const id = await say(await conversationOf(nora), 'On its way');
  const destination = { type: 'messenger', integrationId: expect.any(String) as unknown };
  expect(await events()).toMatchObject([
    { type: 'conversation:message', payload: { message: { id, author: { type: 'business' } } } },
    { payload: { message: { id }, destination, isFinalEvent: false, externalMessages: [{}] } },
    { payload: { message: { id }, destination, isFinalEvent: true, user: { externalId: nora } } },
  ]);
});

test('groups tell who came and went', async () => {
  const { ask, events, newUser, newConversation } = await hookedV2([
    'conversation:create',
    'conversation:join',
    'conversation:leave',
    'conversation:remove',
  ]);
  const userId = await newUser();
  const path = `/conversations/${await newConversation('sdkGroup', await newUser())}`;
  await ask('POST', `${path}/join`, { json: { userId, subscribeSDKClient: false } });
  await ask('POST', `${path}/leave`, { json: { userId } });
  await ask('DELETE', path);
  expect(await events()).toMatchObject([
    { type: 'conversation:create', payload: { creationReason: 'none', conversation: { type: 'sdkGroup' } } },
    { type: 'conversation:join', payload: { user: { id: userId } } },
    { type: 'conversation:leave', payload: { user: { id: userId } } },
    { type: 'conversation:remove' },
  ]);
});

test('a user who goes is told of', async () => {
  const { ask, events } = await hookedV2(['user:remove']);
  await ask('DELETE', `/users/${encodeURIComponent(nora)}`);
  expect(await events()).toMatchObject([{ type: 'user:remove', payload: { user: { externalId: nora } } }]);
});

describe('the switchboard', () => {
  async function seated(deliverStandbyEvents: boolean) {
    const api = await startV2();
    const bot = await hook(api, ['conversation:message', 'switchboard:passControl']);
    const desk = await hook(api, ['conversation:message', 'switchboard:passControl']);
    const { body } = await api.ask('POST', '/switchboards');
    const path = `/switchboards/${String(at(body, 'switchboard', 'id'))}`;
    const seat = async (name: string, integrationId: string) => {
      const json = { name, integrationId, deliverStandbyEvents };
      return at(
        (await api.ask('POST', `${path}/switchboardIntegrations`, { json })).body,
        'switchboardIntegration',
        'id',
      );
    };
    const botSeat = await seat('bot', bot.integrationId);
    const deskSeat = await seat('desk', desk.integrationId);
    await api.ask('PATCH', `${path}/switchboardIntegrations/${String(botSeat)}`, {
      json: { nextSwitchboardIntegrationId: deskSeat },
    });
    const enabled = await api.ask('PATCH', path, {
      json: { enabled: true, defaultSwitchboardIntegrationId: botSeat },
    });
    expect(enabled.body).toMatchObject({ switchboard: { enabled: true } });
    const user = await api.newUser('u');
    return {
      ...api,
      bot,
      desk,
      path,
      conversation: `/conversations/${await api.newConversation('personal', user)}`,
    };
  }

  test('lets only the active one hear what happens', async () => {
    const { emulator, ask, bot, desk, conversation } = await seated(false);
    emulator.control.user('u').sends({ text: 'One' });
    await ask('POST', `${conversation}/passControl`, {
      json: { switchboardIntegration: 'next', metadata: { first_message_id: 'm' } },
    });
    emulator.control.user('u').sends({ text: 'Two' });
    await emulator.control.flush();
    const texts = (who: typeof bot) =>
      eventsOf(who.receiver, 'conversation:message').map((event) =>
        at(event, 'payload', 'message', 'content', 'text'),
      );
    expect(texts(bot)).toEqual(['One']);
    expect(texts(desk)).toEqual(['Two']);
    expect(eventsOf(desk.receiver, 'switchboard:passControl')).toMatchObject([
      {
        payload: {
          metadata: { first_message_id: 'm' },
          conversation: { activeSwitchboardIntegration: { name: 'desk', integrationType: 'custom' } },
        },
      },
    ]);
  });

  test('lets those that stand by hear it when they want to', async () => {
    const { emulator, bot, desk } = await seated(true);
    emulator.control.user('u').sends({ text: 'One' });
    await emulator.control.flush();
    expect(eventsOf(bot.receiver)).toHaveLength(1);
    expect(eventsOf(desk.receiver)).toHaveLength(1);
  });

  test('offers, and only the one that was asked accepts', async () => {
    const { ask, desk, bot, conversation } = await seated(true);
    const keyOf = async (integrationId: string) => {
      const { body } = await ask('POST', `/integrations/${integrationId}/keys`, {
        json: { displayName: 'k' },
      });
      return `Basic ${Buffer.from(`${String(at(body, 'key', 'id'))}:${String(at(body, 'key', 'secret'))}`).toString('base64')}`;
    };
    await ask('POST', `${conversation}/offerControl`, { json: { switchboardIntegration: 'desk' } });
    expect((await ask('GET', conversation)).body).toMatchObject({
      conversation: {
        activeSwitchboardIntegration: { name: 'bot' },
        pendingSwitchboardIntegration: { name: 'desk' },
      },
    });
    const asBot = { authorization: await keyOf(bot.integrationId), json: {} };
    const asDesk = { authorization: await keyOf(desk.integrationId), json: {} };
    expect((await ask('POST', `${conversation}/acceptControl`, asBot)).status).toBe(403);
    expect((await ask('POST', `${conversation}/acceptControl`, asDesk)).body).toEqual({});
    expect((await ask('POST', `${conversation}/releaseControl`, asBot)).status).toBe(403);
    expect((await ask('POST', `${conversation}/releaseControl`, asDesk)).body).toEqual({});
    expect(at((await ask('GET', conversation)).body, 'conversation')).not.toHaveProperty(
      'activeSwitchboardIntegration',
    );
  });

  test.each([
    ['passControl', { switchboardIntegration: 'nobody' }, 'switchboard_invalid_target'],
    ['offerControl', { switchboardIntegration: 'bot' }, 'switchboard_invalid_target'],
    ['acceptControl', {}, 'switchboard_invalid_action'],
  ])('tells what came of a %s that fails', async (action, json, code) => {
    const api = await seated(true);
    const { receiver } = await hook(api, [`switchboard:${action}:failure`]);
    expect((await api.ask('POST', `${api.conversation}/${action}`, { json })).status).toBe(200);
    await api.emulator.control.flush();
    expect(eventsOf(receiver)).toMatchObject([{ payload: { error: { code } } }]);
  });

  test('there is one of, with ten seats, and it needs somebody who answers first', async () => {
    const { ask } = await startV2();
    const { body } = await ask('POST', '/switchboards');
    expect(body).toMatchObject({ switchboard: { enabled: false } });
    expect((await ask('POST', '/switchboards')).status).toBe(400);
    const path = `/switchboards/${String(at(body, 'switchboard', 'id'))}`;
    expect(await ask('PATCH', path, { json: { enabled: true } })).toMatchObject({
      status: 404,
      body: { errors: [{ code: 'switchboard_integration_not_found' }] },
    });
    for (let number = 0; number < 10; number += 1) {
      const json = { name: `seat-${number}`, integrationType: 'zd:agentWorkspace' };
      expect((await ask('POST', `${path}/switchboardIntegrations`, { json })).status).toBe(201);
    }
    const json = { name: 'one-more', integrationType: 'zd:agentWorkspace' };
    expect(await ask('POST', `${path}/switchboardIntegrations`, { json })).toMatchObject({
      status: 400,
      body: { errors: [{ code: 'too_many_switchboard_integrations' }] },
    });
    expect((await ask('DELETE', path)).body).toEqual({});
    expect((await ask('GET', '/switchboards')).body).toEqual({ switchboards: [] });
  });
});
