import { expect, test } from 'vitest';
import { clients, integrations, users } from '../src/v2/index.js';
import { facts, withBot } from './bot.js';

test('which channels a user has', async () => {
  const { told, emulator, sunshine, conversation, person, user } = await withBot(
    'client:add',
    'client:update',
    'client:remove',
  );
  const { integration } = await integrations(sunshine).create({
    type: 'twilio',
    accountSid: 'AC1',
    authToken: 'a token',
    messagingServiceSid: 'MG1',
  });
  const link = async () => {
    const { client } = await clients(sunshine).create(user.id, {
      matchCriteria: { type: 'twilio', integrationId: integration.id, phoneNumber: '+15145555555' },
      confirmation: { type: 'immediate' },
      target: { conversationId: conversation.id },
    });
    return client;
  };
  const { id } = await link();
  emulator.control.link(id, 'match');
  emulator.control.link(id, 'confirm');
  await clients(sunshine).remove(user.id, id);
  const { id: other } = await link();
  emulator.control.link(other, 'fail');
  person.blocks();
  person.unblocks();
  expect(facts(await told())).toMatchObject([
    ['client:add', { client: { id, type: 'twilio' }, reason: 'channelLinking' }],
    ['client:update', { client: { id }, reason: 'matched' }],
    ['client:update', { client: { id, status: 'active' }, reason: 'confirmed' }],
    ['client:remove', { client: { id }, reason: 'api' }],
    ['client:add', { client: { id: other } }],
    ['client:remove', { client: { id: other }, reason: 'linkFailed', error: { code: 'not_found' } }],
    ['client:update', { reason: 'blocked' }],
    ['client:update', { reason: 'unblocked' }],
  ]);
});

test('who a user turns out to be, and that they are gone', async () => {
  const { told, emulator, sunshine, person, user } = await withBot(
    'user:update',
    'user:merge',
    'user:remove',
  );
  person.identifies('nora@example.com');
  const { user: other } = await users(sunshine).get('customer-2093');
  person.isKnownToZendesk('385');
  emulator.control.user('customer-2093').isKnownToZendesk('386');
  await users(sunshine).sync('386', { survivingZendeskId: '385' });
  await users(sunshine).delete(user.id);
  expect(facts(await told())).toMatchObject([
    ['user:update', { user: { id: user.id }, reason: 'authentication' }],
    ['user:merge', { mergedUsers: { surviving: { id: user.id }, discarded: { id: other.id } } }],
    ['user:remove', { user: { id: user.id } }],
  ]);
});
