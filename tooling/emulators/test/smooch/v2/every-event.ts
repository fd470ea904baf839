import { expect } from 'vitest';
import { listAt, textAt } from '../../json.js';
import { hook } from './hooked.js';
import { nora, scene, who } from './scene.js';

/** Lets everything happen that webhooks are told of. */
export async function everyEvent(triggers: readonly string[]): Promise<readonly unknown[]> {
  const here = await scene();
  const { ask, emulator, conversation, newUser, newConversation, say } = here;
  const { receiver, integrationId } = await hook(here, triggers, {
    includeFullUser: true,
    includeFullSource: true,
  });
  const switchboard = `/switchboards/${textAt((await ask('POST', '/switchboards')).body, 'switchboard', 'id')}`;
  const seat = async (name: string) => {
    const json = { name, integrationId };
    const { body } = await ask('POST', `${switchboard}/switchboardIntegrations`, { json });
    return textAt(body, 'switchboardIntegration', 'id');
  };
  const bot = await seat('bot');
  await seat('desk');
  await ask('PATCH', switchboard, { json: { enabled: true, defaultSwitchboardIntegrationId: bot } });
  const control = (action: string, json: object) => ask('POST', `${conversation}/${action}`, { json });
  const metadata = { a: 1 };
  await control('acceptControl', {});
  await control('passControl', { switchboardIntegration: 'bot', metadata });
  await control('acceptControl', {});
  await control('passControl', { switchboardIntegration: 'nobody', metadata });
  await control('offerControl', { switchboardIntegration: 'bot' });
  await control('offerControl', { switchboardIntegration: 'desk', metadata });
  await control('acceptControl', { metadata });

  const branded = { externalId: 'branded', brandId: '9', profile: { givenName: 'J', surname: 'D' } };
  await ask('POST', '/users', { json: branded });
  const brandedId = emulator.control.users().at(-1)?._id ?? '';
  const created = await ask('POST', '/conversations', {
    json: { type: 'personal', participants: [{ userId: brandedId }], metadata },
  });
  expect(created.status).toBe(201);
  emulator.control.user(brandedId).sends({ text: 'Hi' });
  const started = await newUser('started');
  emulator.control.user(started).sends({ text: 'Hi' });

  await ask('PATCH', who, { json: { profile: { avatarUrl: 'https://example.com/n.png' } } });
  const person = emulator.control.user(nora);
  person.sends({ text: 'Hi' });
  person.types();
  person.reads();
  person.refers({ code: 'x', details: { source: 's', type: 't', adId: 'a' } });
  person.identifies(nora);
  const actions = [{ type: 'postback', text: 'P', payload: 'P', metadata }];
  const { body } = await here.call('POST', `/v1.1/appusers/${encodeURIComponent(nora)}/messages`, {
    json: { role: 'appMaker', type: 'text', text: 'Press', actions },
  });
  person.clicks(textAt(body, 'message', 'actions', 0, '_id'));
  const replies = [{ type: 'reply', text: 'R', payload: 'R' }];
  const reply = await here.call('POST', `/v1.1/appusers/${encodeURIComponent(nora)}/messages`, {
    json: { role: 'appMaker', type: 'text', text: 'Press', actions: replies },
  });
  person.clicks(textAt(reply.body, 'message', 'actions', 0, '_id'));
  person.blocks();
  await say(conversation.split('/')[2] ?? '', 'Lost');
  person.unblocks();
  await say(conversation.split('/')[2] ?? '', 'Found');

  const group = `/conversations/${await newConversation('sdkGroup', started)}`;
  await ask('POST', `${group}/join`, { json: { userExternalId: nora, subscribeSDKClient: false } });
  await ask('POST', `${group}/leave`, { json: { userExternalId: nora } });
  await ask('DELETE', group);

  const made = await ask('POST', '/integrations', {
    json: { type: 'twilio', accountSid: 'a', authToken: 't', phoneNumberSid: 'p' },
  });
  const link = {
    json: {
      matchCriteria: {
        type: 'twilio',
        integrationId: textAt(made.body, 'integration', 'id'),
        phoneNumber: '+15145555555',
      },
      confirmation: { type: 'immediate' },
      target: { conversationId: conversation.split('/')[2] },
    },
  };
  const failing = await ask('POST', `${who}/clients`, link);
  emulator.control.link(textAt(failing.body, 'client', 'id'), 'fail');
  const client = await ask('POST', `${who}/clients`, link);
  const clientId = textAt(client.body, 'client', 'id');
  emulator.control.link(clientId, 'match');
  emulator.control.link(clientId, 'confirm');
  await ask('DELETE', `${who}/clients/${clientId}`);
  const [first, second] = emulator.control.users();
  await here.call('POST', '/v1.1/appusers/merge', {
    json: { surviving: { _id: first?._id }, discarded: { _id: second?._id } },
  });
  await control('releaseControl', { metadata });
  await ask('DELETE', who);
  await emulator.control.flush();
  return receiver.received.flatMap(({ json }) => listAt(json, 'events'));
}
