import { expect, test } from 'vitest';
import {
  conversations,
  messages,
  participants,
  switchboardActions,
  switchboardIntegrations,
  switchboards,
  users,
} from '../src/v2/index.js';
import { facts, nora, withBot } from './bot.js';

test('what is said, and how far it came', async () => {
  const { told, sunshine, conversation, person, user } = await withBot(
    'conversation:message',
    'conversation:message:delivery:channel',
    'conversation:message:delivery:user',
    'conversation:message:delivery:failure',
  );
  person.sends({ text: 'Hello' });
  const { messages: said } = await messages(sunshine).sendText(conversation.id, 'Hello, Nora');
  person.blocks();
  await messages(sunshine).sendText(conversation.id, 'Are you there?');
  const events = await told();
  for (const event of events) {
    expect(event).toMatchObject({
      id: expect.stringMatching(/^[\da-f]{24}$/) as unknown,
      createdAt: expect.stringMatching(/^\d{4}-.*Z$/) as unknown,
      payload: { conversation: { id: conversation.id, type: 'personal' } },
    });
  }
  const message = { id: said[0]?.id };
  expect(facts(events)).toMatchObject([
    [
      'conversation:message',
      { message: { author: { type: 'user', userId: user.id }, content: { text: 'Hello' } } },
    ],
    ['conversation:message', { message: { ...message, author: { type: 'business' } } }],
    [
      'conversation:message:delivery:channel',
      { message, isFinalEvent: false, destination: { type: 'messenger' } },
    ],
    ['conversation:message:delivery:user', { message, isFinalEvent: true, user: { id: user.id } }],
    ['conversation:message', { message: { content: { text: 'Are you there?' } } }],
    ['conversation:message:delivery:failure', { isFinalEvent: true, error: { code: 'forbidden' } }],
  ]);
});

test('what a user does', async () => {
  const { told, emulator, sunshine, conversation, person, user } = await withBot(
    'conversation:typing',
    'conversation:read',
    'conversation:postback',
    'conversation:referral',
  );
  await messages(sunshine).post(conversation.id, {
    author: { type: 'business' },
    content: {
      type: 'text',
      text: 'Which one?',
      actions: [{ type: 'postback', text: 'Red', payload: 'RED', metadata: { shelf: 4 } }],
    },
  });
  const { actions } = emulator.control.messages(nora).at(-1) as { actions: [{ _id: string }] };
  person.types();
  person.types(false);
  person.reads();
  person.clicks(actions[0]._id);
  person.refers({ code: 'spring', details: { source: 'SHORTLINK', type: 'OPEN_THREAD' } });
  expect(facts(await told())).toMatchObject([
    ['conversation:typing', { activity: { type: 'typing:start', author: { userId: user.id } } }],
    ['conversation:typing', { activity: { type: 'typing:stop' } }],
    ['conversation:read', { activity: { type: 'conversation:read' } }],
    [
      'conversation:postback',
      { postback: { payload: 'RED', metadata: { shelf: 4 } }, user: { id: user.id } },
    ],
    ['conversation:referral', { referral: { code: 'spring' }, source: { type: 'messenger' } }],
  ]);
});

test('who comes to a group, and who goes', async () => {
  const { told, sunshine } = await withBot(
    'conversation:create',
    'conversation:join',
    'conversation:leave',
    'conversation:remove',
  );
  const { user: ada } = await users(sunshine).create({ externalId: 'ada' });
  await conversations(sunshine).getOrCreateDefault({ userId: ada.id });
  const { conversation: group } = await conversations(sunshine).create({
    type: 'sdkGroup',
    participants: [],
  });
  await participants(sunshine).join(group.id, { userId: ada.id, subscribeSDKClient: true });
  await participants(sunshine).leave(group.id, { userId: ada.id });
  await conversations(sunshine).delete(group.id);
  const conversation = { id: group.id, type: 'sdkGroup' };
  expect(facts(await told())).toMatchObject([
    ['conversation:create', { creationReason: 'none', user: { id: ada.id, externalId: 'ada' } }],
    ['conversation:create', { conversation }],
    ['conversation:join', { conversation, user: { id: ada.id } }],
    ['conversation:leave', { conversation, user: { id: ada.id } }],
    ['conversation:remove', { conversation }],
  ]);
});

test('who answers', async () => {
  const { told, sunshine, bot, conversation } = await withBot(
    'switchboard:passControl',
    'switchboard:passControl:failure',
    'switchboard:offerControl',
    'switchboard:offerControl:failure',
    'switchboard:acceptControl',
    'switchboard:acceptControl:failure',
    'switchboard:releaseControl',
  );
  const { switchboard } = await switchboards(sunshine).create();
  const { switchboardIntegration: seat } = await switchboardIntegrations(sunshine).create(switchboard.id, {
    name: 'bot',
    integrationId: bot.id,
  });
  await switchboards(sunshine).update(switchboard.id, {
    enabled: true,
    defaultSwitchboardIntegrationId: seat.id,
  });
  const actions = switchboardActions(sunshine);
  const metadata = { topic: 'hats' };
  await actions.offerControl(conversation.id, { switchboardIntegration: 'bot', metadata });
  await actions.acceptControl(conversation.id);
  await actions.releaseControl(conversation.id);
  await actions.passControl(conversation.id, { switchboardIntegration: 'bot', metadata });
  for (const fail of [
    actions.passControl(conversation.id, { switchboardIntegration: 'nobody' }),
    actions.offerControl(conversation.id, { switchboardIntegration: 'nobody' }),
    actions.acceptControl(conversation.id),
  ]) {
    await fail.catch(() => undefined);
  }
  const active = { id: conversation.id, activeSwitchboardIntegration: { name: 'bot' } };
  const failure = { error: { code: expect.any(String) as unknown } };
  expect(facts(await told())).toMatchObject([
    ['switchboard:offerControl', { metadata }],
    ['switchboard:acceptControl', { conversation: active }],
    ['switchboard:releaseControl', {}],
    ['switchboard:passControl', { conversation: active, metadata }],
    ['switchboard:passControl:failure', failure],
    ['switchboard:offerControl:failure', failure],
    ['switchboard:acceptControl:failure', failure],
  ]);
});
