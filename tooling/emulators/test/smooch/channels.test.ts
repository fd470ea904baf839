import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../json.js';
import { hooked, nora } from './hooked.js';
import { refusal, startApi } from './support.js';

const path = `/v1.1/appusers/${encodeURIComponent(nora)}`;
const twilio = { type: 'twilio', phoneNumber: '+1 212-555-2368', confirmation: { type: 'immediate' } };

describe('a user is linked to a channel', () => {
  test('that waits, until both the channel and the user have said yes', async () => {
    const { call, emulator, receiver } = await hooked('v1.1', {
      triggers: ['link:match', 'link:success', 'client:add'],
    });
    const { body } = await call('POST', `${path}/channels`, { json: twilio });
    expect(at(body, 'appUser', 'pendingClients')).toMatchObject([
      { platform: 'twilio', status: 'pending', active: false },
    ]);
    const clientId = textAt(body, 'appUser', 'pendingClients', 0, '_id');
    emulator.control.link(clientId, 'match');
    emulator.control.link(clientId, 'confirm');
    await emulator.control.flush();
    expect(receiver.received.map(({ json }) => json)).toMatchObject([
      { trigger: 'link:match', channel: 'twilio', criteria: { phoneNumber: '+12125552368' } },
      { trigger: 'link:success', channel: 'twilio' },
      { trigger: 'client:add' },
    ]);
    const { body: channels } = await call('GET', `${path}/channels`);
    expect(listAt(channels, 'channels')).toContainEqual({
      type: 'twilio',
      integrationId: expect.any(String) as unknown,
      phoneNumber: '+12125552368',
    });
    expect((await call('DELETE', `${path}/channels/twilio`)).body).toEqual({});
    expect((await call('DELETE', `${path}/channels/twilio`)).status).toBe(404);
  });

  test('that does not know them, and the client goes', async () => {
    const { call, emulator, receiver } = await hooked('v1.1', { triggers: ['link:failure'] });
    const { body } = await call('POST', `${path}/channels`, { json: twilio });
    emulator.control.link(textAt(body, 'appUser', 'pendingClients', 0, '_id'), 'fail');
    await emulator.control.flush();
    expect(receiver.received.map(({ json }) => json)).toMatchObject([
      { trigger: 'link:failure', channel: 'twilio', error: { code: 'not_found' } },
    ]);
    expect((await call('GET', path)).body).toMatchObject({ appUser: { pendingClients: [] } });
  });

  test.each([
    [
      { ...twilio, phoneNumber: '212-555-2368' },
      "'phoneNumber' should be a phone number with a + and a country code",
    ],
    [{ ...twilio, confirmation: undefined }, "should have required property 'confirmation'"],
    [{ ...twilio, confirmation: { type: 'userActivity' } }, "should have required property 'message'"],
    [
      { ...twilio, confirmation: { type: 'immediate', message: { role: 'appMaker', type: 'carousel' } } },
      "'type' should be equal to one of the allowed values",
    ],
    [
      {
        ...twilio,
        confirmation: {
          type: 'userActivity',
          message: {
            type: 'text',
            text: 'Is it you?',
            actions: [{ type: 'postback', text: 'Yes', payload: 'Y' }],
          },
        },
      },
      'Actions of type postback are not allowed here',
    ],
    [{ ...twilio, type: 'fax' }, "'type' should be equal to one of the allowed values"],
  ])('but not by %j', async (json, description) => {
    const { call } = await startApi();
    expect(await call('POST', `${path}/channels`, { json })).toMatchObject({
      status: 400,
      body: refusal('bad_request', description),
    });
  });
});

test('a profile is forgotten, the user and the conversation stay', async () => {
  const { call } = await startApi();
  const { body } = await call('DELETE', `${path}/profile`);
  expect(body).toMatchObject({ appUser: { userId: nora, conversationStarted: true, properties: {} } });
  expect(JSON.stringify(at(body, 'appUser'))).not.toContain('Lindqvist');
});

test('two users become one, who has the messages and channels of both', async () => {
  const { call, emulator, receiver } = await hooked('v1.1', { triggers: ['merge:appUser'] });
  const [first, second] = emulator.control.users();
  const json = { surviving: { _id: first?._id }, discarded: { _id: second?._id } };
  expect((await call('POST', '/v1.1/appusers/merge', { json })).body).toEqual({});
  expect((await call('GET', `/v1.1/appusers/${second?._id ?? ''}`)).status).toBe(404);
  const { body } = await call('GET', `${path}/messages`);
  expect(listAt(body, 'messages')).toHaveLength(6);
  expect((await call('GET', path)).body).toMatchObject({
    appUser: {
      clients: [
        { platform: 'messenger', primary: true },
        { platform: 'ios', primary: false },
      ],
    },
  });
  await emulator.control.flush();
  expect(receiver.received[0]?.json).toMatchObject({
    trigger: 'merge:appUser',
    surviving: { _id: first?._id },
    discarded: [{ _id: second?._id }],
  });
});

test('link requests and auth codes lead a user somewhere', async () => {
  const { call } = await startApi();
  const made = await call('POST', '/v1.1/integrations', { json: { type: 'telegram', token: 't' } });
  const id = textAt(made.body, 'integration', '_id');
  const { body } = await call('GET', `${path}/linkrequest?integrationIds=${id}`);
  expect(body).toMatchObject({ linkRequests: [{ integrationId: id, type: 'telegram' }] });
  const code = textAt(body, 'linkRequests', 0, 'code');
  expect(code).toMatch(/^lr_[0-9a-f]{24}$/);
  expect(textAt(body, 'linkRequests', 0, 'url')).toBe(`https://telegram.me/trailhead_bot?start=${code}`);
  expect((await call('GET', `${path}/linkrequest`)).status).toBe(400);
  expect(textAt((await call('GET', `${path}/authcode`)).body, 'authCode')).toMatch(/^ac_[0-9a-f]{24}$/);
});
