// People: made, found by both ids, changed, looked at on their devices, forgotten.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { act, appId } from '../app.mjs';
import { refused, sunshine } from './client.mjs';

const { users, devices, conversations } = sunshine;
const externalId = 'steve/b@channel5.com é';

await trial('a user is made, and found by both ids', async () => {
  const { user } = await users.createUser(appId, {
    externalId,
    profile: { givenName: 'Steve', surname: 'Brule', email: 'steve@channel5.com', locale: 'fr-CA' },
    metadata: { lang: 'en-ca', level: 3, doctor: true },
    signedUpAt: '2020-01-01T12:00:00.000Z',
  });
  assert.match(user.id, /^[\da-f]{24}$/);
  assert.equal(new Date(user.signedUpAt).toISOString(), '2020-01-01T12:00:00.000Z');
  const byId = await users.getUser(appId, user.id);
  const byExternalId = await users.getUser(appId, externalId);
  assert.deepEqual(byId, byExternalId);
  assert.equal(byId.user.profile.surname, 'Brule');
  assert.deepEqual(byId.user.metadata, { lang: 'en-ca', level: 3, doctor: true });
});

await trial('a user is not made twice', () =>
  assert.rejects(users.createUser(appId, { externalId }), refused(409, 'conflict', 'User already exists')),
);

await trial('a change leaves what it does not name, and null clears', async () => {
  const { user } = await users.updateUser(appId, externalId, {
    profile: { surname: null, givenName: 'Stephen' },
    metadata: { level: null, doctor: false },
    toBeRetained: true,
  });
  assert.equal(user.profile.surname, undefined);
  assert.deepEqual([user.profile.givenName, user.profile.email], ['Stephen', 'steve@channel5.com']);
  assert.deepEqual(user.metadata, { lang: 'en-ca', doctor: false });
});

await trial('personal information is deleted, and the user stays', async () => {
  const { user } = await users.deleteUserPersonalInformation(appId, externalId);
  assert.deepEqual([user.externalId, user.profile.givenName, user.metadata], [externalId, undefined, {}]);
});

await trial('devices are listed and looked at', async () => {
  const { devices: found } = await devices.listDevices(appId, 'customer-2093');
  assert.equal(found.length, 1);
  const [{ id }] = found;
  const { device } = await devices.getDevice(appId, 'customer-2093', id);
  assert.deepEqual([device.id, device.type, device.info.devicePlatform], [id, 'ios', 'iPhone14,5']);
  await assert.rejects(
    devices.getDevice(appId, 'customer-2093', '5e1606762556d93e9c176f69'),
    refused(404, 'device_not_found', 'Device not found'),
  );
});

await trial('a user is deleted, with the conversations', async () => {
  const { user } = await users.getUser(appId, externalId);
  const { conversation } = await conversations.createConversation(appId, {
    type: 'personal',
    participants: [{ userId: user.id }],
  });
  // An answer without fields comes as its text.
  assert.equal(await users.deleteUser(appId, externalId), '{}');
  await assert.rejects(users.getUser(appId, user.id), refused(404, 'user_not_found', 'User not found'));
  await assert.rejects(
    conversations.getConversation(appId, conversation.id),
    refused(404, 'conversation_not_found'),
  );
  assert.ok((await act('users')).every(({ _id }) => _id !== user.id));
});
