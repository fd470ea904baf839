import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { clients, conversations, devices, integrations, users } from '../src/v2/index.js';
import { connectSunshine } from './sunshine.js';

async function withChannel() {
  const connected = await connectSunshine();
  const { sunshine } = connected;
  await users(sunshine).create({ externalId: 'ada' });
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: 'ada' });
  const { integration } = await integrations(sunshine).create({
    type: 'twilio',
    accountSid: 'AC1',
    authToken: 'a token',
    messagingServiceSid: 'MG1',
  });
  return { ...connected, conversation, integration };
}

test('a channel is linked to a user, listed and taken from them', async () => {
  const { sunshine, conversation, integration } = await withChannel();
  const all = clients(sunshine);
  const { client } = await all.create('ada', {
    matchCriteria: { type: 'twilio', integrationId: integration.id, phoneNumber: '+15145555555' },
    confirmation: {
      type: 'userActivity',
      message: { author: { type: 'business' }, content: { type: 'text', text: 'Shall we go on here?' } },
    },
    target: { conversationId: conversation.id },
  });
  expect(client).toMatchObject({ type: 'twilio', integrationId: integration.id, status: 'pending' });
  const listed = await all.list('ada', { pageSize: 1 }).toArray();
  expect(listed.map(({ id }) => id)).toContain(client.id);
  expect(await all.remove('ada', client.id)).toBeUndefined();
  expect(await rejection(all.remove('ada', client.id))).toMatchObject({
    kind: 'refused',
    code: 'client_not_found',
    status: 404,
  });
});

test('the brand goes along where a user is named by your id, and not into the body', async () => {
  const { emulator, sunshine, conversation, integration } = await withChannel();
  emulator.control.requests.clear();
  const body = {
    matchCriteria: { type: 'twilio', integrationId: integration.id, phoneNumber: '+15145555555' },
    confirmation: { type: 'immediate' },
    target: { conversationId: conversation.id },
  } as const;
  await rejection(clients(sunshine).create('ada', { ...body, brandId: '7' }));
  await rejection(clients(sunshine).list('ada', { brandId: '7' }).toArray());
  await rejection(devices(sunshine).list('ada', { brandId: '7' }).toArray());
  await rejection(users(sunshine).update('ada', { brandId: '7', toBeRetained: true }));
  const { all } = emulator.control.requests;
  expect(all.map(({ query }) => query.get('brandId'))).toEqual(['7', '7', '7', '7']);
  expect(all.map(({ json }) => json)).toEqual([body, undefined, undefined, { toBeRetained: true }]);
});
