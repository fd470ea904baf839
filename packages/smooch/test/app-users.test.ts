import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { appUsers, integrations, messages } from '../src/index.js';
import { connect } from './emulator.js';
import { listen } from './receiver.js';

const nora = 'nora.lindqvist@example.com';
const notFound = { kind: 'refused', code: 'not_found', status: 404 };

test('a user is made, read by either id, and changed by what is given alone', async () => {
  const { smooch } = await connect();
  const people = appUsers(smooch);
  const { appUser } = await people.create({
    userId: 'b6518',
    givenName: 'Steve',
    properties: { plan: 'family', seats: 4 },
  });
  expect(await people.get(appUser._id)).toEqual({ appUser });
  expect(await people.get('b6518')).toEqual({ appUser });
  const changed = await people.update('b6518', { surname: 'Brule', properties: { vip: true } });
  expect(changed.appUser).toEqual({
    ...appUser,
    surname: 'Brule',
    properties: { plan: 'family', seats: 4, vip: true },
  });
  expect(await people.get('b6518')).toEqual(changed);
});

test('a user is taken away with what they said, and webhooks are told', async () => {
  const { emulator, smooch } = await connect();
  const told = await listen(emulator, smooch, 'appUser:delete');
  const { appUser } = await appUsers(smooch).get(nora);
  expect(await appUsers(smooch).delete(nora)).toBeUndefined();
  expect(await rejection(appUsers(smooch).get(appUser._id))).toMatchObject(notFound);
  expect(await rejection(messages(smooch).list(nora).toArray())).toMatchObject(notFound);
  expect(await rejection(appUsers(smooch).delete(nora))).toMatchObject(notFound);
  expect(await told()).toMatchObject([{ trigger: 'appUser:delete', appUser: { _id: appUser._id } }]);
});

test('who a user is can be forgotten, and what they said stays', async () => {
  const { smooch } = await connect();
  const { appUser: before } = await appUsers(smooch).get(nora);
  expect(before).toMatchObject({ givenName: 'Nora', clients: [{ displayName: 'Nora Lindqvist' }] });
  const said = await messages(smooch).list(nora).toArray();
  const { appUser } = await appUsers(smooch).deleteProfile(nora);
  expect(appUser).toMatchObject({ _id: before._id, userId: nora, properties: {} });
  for (const field of ['givenName', 'surname', 'email']) expect(appUser).not.toHaveProperty(field);
  expect(appUser.clients?.[0]).not.toHaveProperty('displayName');
  expect(await messages(smooch).list(nora).toArray()).toHaveLength(said.length);
});

test('two users become one, who has the messages and the clients of both', async () => {
  const { emulator, smooch } = await connect();
  const told = await listen(emulator, smooch, 'merge:appUser');
  const people = appUsers(smooch);
  const [{ appUser: one }, { appUser: other }] = await Promise.all([
    people.get(nora),
    people.get('customer-2093'),
  ]);
  const said = await Promise.all([one, other].map(({ _id }) => messages(smooch).list(_id).toArray()));
  const merge = { surviving: { _id: one._id }, discarded: { _id: other._id } };
  expect(await people.merge(merge)).toBeUndefined();
  expect(await rejection(people.get(other._id))).toMatchObject(notFound);
  const { appUser: both } = await people.get(one._id);
  expect(both.clients?.map(({ platform }) => platform)).toEqual(['messenger', 'ios']);
  expect(await messages(smooch).list(one._id).toArray()).toHaveLength(said.flat().length);
  expect(await told()).toMatchObject([
    { trigger: 'merge:appUser', surviving: { _id: one._id }, discarded: [{ _id: other._id }] },
  ]);
  expect(await rejection(people.merge({ ...merge, discarded: merge.surviving }))).toMatchObject({
    code: 'bad_request',
  });
});

test('the systems of the business in which a user is served are told', async () => {
  const { emulator, smooch } = await connect();
  expect(await appUsers(smooch).businessSystems(nora)).toEqual({ businessSystems: [] });
  const slack = { type: 'slack', channelId: 'C0HABHM3L' };
  const hipChat = { type: 'hipchat', roomId: 7 };
  emulator.control.user(nora).isIn(slack);
  emulator.control.user(nora).isIn(hipChat);
  expect(await appUsers(smooch).businessSystems(nora)).toEqual({ businessSystems: [slack, hipChat] });
});

test('a user is led to channels by an address of each', async () => {
  const { smooch } = await connect();
  const channels = integrations(smooch);
  const { integration: telegram } = await channels.create({ type: 'telegram', token: 't' });
  const { integration: viber } = await channels.create({ type: 'viber', token: 't' });
  const { linkRequests } = await appUsers(smooch).linkRequests(nora, [telegram._id, viber._id]);
  expect(linkRequests).toMatchObject([
    { integrationId: telegram._id, type: 'telegram' },
    { integrationId: viber._id, type: 'viber' },
  ]);
  for (const { code, url } of linkRequests) {
    expect(code).toMatch(/^lr_[\da-f]{24}$/);
    expect(url).toContain(`=${code}`);
  }
  expect(await rejection(appUsers(smooch).linkRequests(nora, []))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
});

test('an SDK signs a user in by a code', async () => {
  const { smooch } = await connect();
  expect((await appUsers(smooch).authCode(nora)).authCode).toMatch(/^ac_[\da-f]{24}$/);
  expect(await rejection(appUsers(smooch).authCode('nobody'))).toMatchObject(notFound);
});
