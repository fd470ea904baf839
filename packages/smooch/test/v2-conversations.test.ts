import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { activities, conversations, messages, participants, users } from '../src/v2/index.js';
import { sent } from './emulator.js';
import { connectSunshine } from './sunshine.js';

async function withGroup(...externalIds: readonly string[]) {
  const connected = await connectSunshine();
  const { sunshine } = connected;
  for (const externalId of externalIds) await users(sunshine).create({ externalId });
  const { conversation } = await conversations(sunshine).create({
    type: 'sdkGroup',
    displayName: 'Walk',
    participants: externalIds.map((userExternalId) => ({ userExternalId, subscribeSDKClient: true })),
  });
  return { ...connected, conversation };
}

test('a group is made, read, changed and taken away', async () => {
  const { sunshine, conversation } = await withGroup('ada');
  const all = conversations(sunshine);
  expect(conversation).toMatchObject({ type: 'sdkGroup', displayName: 'Walk', isDefault: false });
  expect((await all.get(conversation.id)).conversation).toEqual(conversation);
  const changed = await all.update(conversation.id, { displayName: 'Hike', metadata: { km: 12 } });
  expect(changed.conversation).toMatchObject({ displayName: 'Hike', metadata: { km: 12 } });
  expect(await all.delete(conversation.id)).toBeUndefined();
  expect(await rejection(all.get(conversation.id))).toMatchObject({
    kind: 'refused',
    code: 'conversation_not_found',
    status: 404,
  });
});

test('the default conversation of a user cannot be taken away', async () => {
  const { sunshine } = await connectSunshine();
  await users(sunshine).create({ externalId: 'ada' });
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: 'ada' });
  expect(await rejection(conversations(sunshine).delete(conversation.id))).toMatchObject({
    code: 'bad_request',
    message: expect.stringContaining('cannot be deleted because it is the default'),
  });
});

test('people join a group, are listed and leave it', async () => {
  const { sunshine, conversation } = await withGroup('ada');
  const people = participants(sunshine);
  const { user } = await users(sunshine).create({ externalId: 'bob' });
  const { participant } = await people.join(conversation.id, {
    userExternalId: 'bob',
    subscribeSDKClient: true,
  });
  expect(participant).toMatchObject({ userId: user.id, userExternalId: 'bob' });
  const listed = await people.list(conversation.id).toArray();
  expect(listed.map(({ userExternalId }) => userExternalId)).toEqual(['ada', 'bob']);
  await people.leave(conversation.id, { participantId: participant.id });
  expect(await people.list(conversation.id).toArray()).toHaveLength(1);
  expect(await rejection(people.leave(conversation.id, { userExternalId: 'bob' }))).toMatchObject({
    code: 'not_found',
    message: expect.stringContaining('User is not a member of the conversation'),
  });
});

test('a group of eleven is refused by the service, too', async () => {
  const names = Array.from({ length: 10 }, (_, index) => `user ${index}`);
  const { sunshine, conversation } = await withGroup(...names);
  await users(sunshine).create({ externalId: 'one more' });
  const joining = participants(sunshine).join(conversation.id, { userExternalId: 'one more' });
  expect(await rejection(joining)).toMatchObject({ kind: 'refused', code: 'bad_request' });
});

test('lists go on from page to page, in both directions, with the filter on each', async () => {
  const names = Array.from({ length: 7 }, (_, index) => `user ${index}`);
  const { emulator, sunshine, conversation } = await withGroup(...names);
  const people = participants(sunshine);
  const forward = await people.list(conversation.id, { pageSize: 3 }).toArray();
  expect(forward.map(({ userExternalId }) => userExternalId)).toEqual(names);
  const last = forward.at(-1)?.id;
  const back = await people.list(conversation.id, { before: last, pageSize: 2 }).toArray();
  expect(back.map(({ userExternalId }) => userExternalId)).toEqual(names.slice(0, -1).toReversed());
  const after = await people.list(conversation.id, { after: forward[4]?.id, pageSize: 1 }).toArray();
  expect(after.map(({ userExternalId }) => userExternalId)).toEqual(['user 5', 'user 6']);

  emulator.control.requests.clear();
  const mine = conversations(sunshine).list({ userExternalId: 'user 0', pageSize: 1 });
  await conversations(sunshine).create({
    type: 'sdkGroup',
    participants: [{ userExternalId: 'user 0', subscribeSDKClient: true }],
  });
  expect(await mine.toArray()).toHaveLength(2);
  const asked = emulator.control.requests
    .matching({ method: 'GET' })
    .map(({ query }) => [
      query.get('filter[userExternalId]'),
      query.get('page[size]'),
      query.has('page[after]'),
    ]);
  expect(asked).toEqual([
    ['user 0', '1', false],
    ['user 0', '1', true],
  ]);
});

test('the business types, stops to and has read; a user has read', async () => {
  const { emulator, sunshine, conversation } = await withGroup('ada');
  const all = activities(sunshine);
  emulator.control.requests.clear();
  await all.typing(conversation.id);
  await all.typing(conversation.id, 'stop');
  await all.markRead(conversation.id);
  expect(await all.markRead(conversation.id, { userExternalId: 'ada' })).toBeUndefined();
  const business = { type: 'business' };
  expect(sent(emulator).map(([, , body]) => body)).toEqual([
    { author: business, type: 'typing:start' },
    { author: business, type: 'typing:stop' },
    { author: business, type: 'conversation:read' },
    { author: { type: 'user', userExternalId: 'ada' }, type: 'conversation:read' },
  ]);
  await messages(sunshine).sendText(conversation.id, 'Shall we?');
  const [before] = await participants(sunshine).list(conversation.id).toArray();
  expect(before?.unreadCount).toBe(1);
  await all.markRead(conversation.id, { userExternalId: 'ada' });
  const [after] = await participants(sunshine).list(conversation.id).toArray();
  expect(after?.unreadCount).toBe(0);
});
