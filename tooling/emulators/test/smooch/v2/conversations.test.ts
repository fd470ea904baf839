import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../../json.js';
import { refusalV2, startV2 } from './support.js';

describe('a conversation', () => {
  test('of one user is their default one, and the next is not', async () => {
    const { ask, newUser } = await startV2();
    const id = await newUser('u');
    const json = { type: 'personal', participants: [{ userExternalId: 'u' }], metadata: { lang: 'en' } };
    const first = await ask('POST', '/conversations', { json });
    expect(first).toMatchObject({
      status: 201,
      body: { conversation: { type: 'personal', isDefault: true, metadata: { lang: 'en' } } },
    });
    const second = await ask('POST', '/conversations', { json: { ...json, participants: [{ userId: id }] } });
    expect(second.body).toMatchObject({ conversation: { isDefault: false } });
  });

  test.each([
    [{ type: 'personal' }, 'Conversations of type personal should have exactly 1 participant'],
    [{ type: 'group' }, "'type' should be equal to one of the allowed values"],
    [
      { type: 'sdkGroup', participants: [{ userId: 'x' }] },
      "should have required property 'subscribeSDKClient'",
    ],
    [
      { type: 'personal', participants: [{ userId: 'x', userExternalId: 'x' }] },
      "'userId' and 'userExternalId' cannot be used together",
    ],
  ])('%j is refused', async (json, title) => {
    const { ask, newUser } = await startV2();
    await newUser('x');
    expect(await ask('POST', '/conversations', { json })).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', title),
    });
  });

  test('changes, and null takes away', async () => {
    const { ask, newUser, newConversation } = await startV2();
    const path = `/conversations/${await newConversation('personal', await newUser())}`;
    await ask('PATCH', path, { json: { displayName: 'Tent', iconUrl: 'https://example.com/i.png' } });
    const { body } = await ask('PATCH', path, { json: { displayName: null, description: 'A pole' } });
    expect(body).toMatchObject({
      conversation: { description: 'A pole', iconUrl: 'https://example.com/i.png' },
    });
    expect(at(body, 'conversation')).not.toHaveProperty('displayName');
  });

  test('is deleted unless it is the default one', async () => {
    const { ask, newUser, newConversation, conversationOf } = await startV2();
    const usual = await conversationOf('customer-2093');
    expect(await ask('DELETE', `/conversations/${usual}`)).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', `Conversation ${usual} cannot be deleted because it is the default.`),
    });
    const group = await newConversation('sdkGroup', await newUser());
    expect((await ask('DELETE', `/conversations/${group}`)).body).toEqual({});
    expect(await ask('GET', `/conversations/${group}`)).toMatchObject({
      status: 404,
      body: refusalV2('conversation_not_found', 'Conversation not found'),
    });
  });

  test('is listed by its user, the one that was written to last first', async () => {
    const { ask, newUser, newConversation, clock, say } = await startV2();
    const user = await newUser();
    const first = await newConversation('personal', user);
    await clock.advance(1_000);
    const second = await newConversation('personal', user);
    const list = async () =>
      listAt((await ask('GET', `/conversations?filter[userId]=${user}`)).body, 'conversations').map((item) =>
        textAt(item, 'id'),
      );
    expect(await list()).toEqual([second, first]);
    await clock.advance(1_000);
    await say(first, 'Hi');
    expect(await list()).toEqual([first, second]);
    expect(await ask('GET', '/conversations?filter[userId]=nobody')).toMatchObject({
      status: 404,
      body: refusalV2('user_not_found', 'User not found'),
    });
  });
});

describe('a group', () => {
  test('is joined and left', async () => {
    const { ask, newUser, newConversation } = await startV2();
    const [one, other] = [await newUser('one'), await newUser('other')];
    const path = `/conversations/${await newConversation('sdkGroup', one)}`;
    const joined = await ask('POST', `${path}/join`, {
      json: { userExternalId: 'other', subscribeSDKClient: true },
    });
    expect(joined).toMatchObject({
      status: 201,
      body: { participant: { userId: other, unreadCount: 0, clientAssociations: [] } },
    });
    const { body } = await ask('GET', `${path}/participants`);
    expect(body).toMatchObject({
      participants: [{ userId: one }, { userId: other }],
      meta: { hasMore: false },
    });
    const participantId = textAt(joined.body, 'participant', 'id');
    expect((await ask('POST', `${path}/leave`, { json: { participantId } })).status).toBe(200);
    expect(await ask('POST', `${path}/leave`, { json: { userId: other } })).toMatchObject({
      status: 404,
      body: refusalV2('not_found', 'User is not a member of the conversation'),
    });
  });

  test('holds nobody twice', async () => {
    const { ask, newUser } = await startV2();
    const member = { userId: await newUser(), subscribeSDKClient: true };
    const json = { type: 'sdkGroup', participants: [member, member] };
    expect(await ask('POST', '/conversations', { json })).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', 'User is already a participant'),
    });
  });

  test('finds its members by the id that is named, and by no other', async () => {
    const { ask, newUser } = await startV2();
    const userId = await newUser('u');
    const group = (member: object) =>
      ask('POST', '/conversations', {
        json: { type: 'sdkGroup', participants: [{ ...member, subscribeSDKClient: true }] },
      });
    expect((await group({ userExternalId: 'u' })).status).toBe(201);
    for (const member of [{ userId: 'u' }, { userExternalId: userId }]) {
      expect((await group(member)).body).toEqual(refusalV2('user_not_found', 'User not found'));
    }
  });

  test('holds ten', async () => {
    const { ask, newUser, newConversation } = await startV2();
    const users = await Promise.all(Array.from({ length: 10 }, () => newUser()));
    const path = `/conversations/${await newConversation('sdkGroup', ...users)}`;
    const json = { userId: await newUser(), subscribeSDKClient: false };
    expect(await ask('POST', `${path}/join`, { json })).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', 'Too many participants'),
    });
  });
});

test('reading clears what a participant has unread', async () => {
  const { ask, newUser, newConversation, say } = await startV2();
  const userId = await newUser();
  const path = `/conversations/${await newConversation('personal', userId)}`;
  await say(path.split('/')[2] ?? '', 'Hi');
  const participants = async () => (await ask('GET', `${path}/participants`)).body;
  expect(await participants()).toMatchObject({ participants: [{ unreadCount: 1 }] });
  const json = { author: { type: 'user', userId }, type: 'conversation:read' };
  expect((await ask('POST', `${path}/activity`, { json })).body).toEqual({});
  expect(await participants()).toMatchObject({ participants: [{ unreadCount: 0 }] });
  expect(await ask('POST', `${path}/activity`, { json: { ...json, type: 'typing:start' } })).toMatchObject({
    status: 400,
  });
});

test('the devices of a user are one client', async () => {
  const { ask } = await startV2();
  const { body } = await ask('GET', '/users/customer-2093/clients');
  expect(body).toMatchObject({ clients: [{ type: 'sdk', status: 'active' }], meta: { hasMore: false } });
  const clientId = textAt(body, 'clients', 0, 'id');
  const { body: devices } = await ask('GET', '/users/customer-2093/devices');
  expect(devices).toMatchObject({ devices: [{ type: 'ios', clientId, appVersion: '3.4.1' }] });
  const id = textAt(devices, 'devices', 0, 'id');
  expect((await ask('GET', `/users/customer-2093/devices/${id}`)).body).toMatchObject({ device: { id } });
  expect(await ask('GET', '/users/customer-2093/devices/none')).toMatchObject({
    status: 404,
    body: refusalV2('device_not_found', 'Device not found'),
  });
  expect(await ask('DELETE', `/users/customer-2093/clients/${clientId}`)).toMatchObject({
    status: 400,
    body: refusalV2('bad_request', "Cannot remove a client of type 'sdk'"),
  });
});
