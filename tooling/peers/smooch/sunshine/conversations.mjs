// Conversations and who takes part in them.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { appId } from '../app.mjs';
import { refused, sunshine } from './client.mjs';

const { users, conversations, participants, activities, messages } = sunshine;

const ids = [];
for (let number = 0; number < 11; number += 1) {
  const { user } = await users.createUser(appId, { externalId: `walker-${number}` });
  ids.push(user.id);
}
const [first, second] = ids;
let personal;
let group;

await trial('the first personal conversation of a user is the default', async () => {
  const body = { type: 'personal', participants: [{ userExternalId: 'walker-0' }], metadata: { tour: 7 } };
  ({ conversation: personal } = await conversations.createConversation(appId, body));
  const { conversation: other } = await conversations.createConversation(appId, body);
  assert.deepEqual([personal.type, personal.isDefault, other.isDefault], ['personal', true, false]);
  assert.deepEqual(personal.metadata, { tour: 7 });
  await conversations.deleteConversation(appId, other.id);
  await assert.rejects(
    conversations.deleteConversation(appId, personal.id),
    refused(400, 'bad_request', `Conversation ${personal.id} cannot be deleted because it is the default.`),
  );
});

await trial('a group is made, changed and found again', async () => {
  ({ conversation: group } = await conversations.createConversation(appId, {
    type: 'sdkGroup',
    displayName: 'Walk',
    description: 'On Sunday',
    iconUrl: 'https://example.com/icon.png',
    participants: [{ userId: first, subscribeSDKClient: false }],
  }));
  assert.deepEqual([group.type, group.isDefault, group.displayName], ['sdkGroup', false, 'Walk']);
  await conversations.updateConversation(appId, group.id, {
    displayName: 'Long walk',
    description: null,
    metadata: { miles: 12 },
  });
  const { conversation } = await conversations.getConversation(appId, group.id);
  assert.deepEqual(
    [conversation.displayName, conversation.description, conversation.iconUrl, conversation.metadata],
    ['Long walk', undefined, 'https://example.com/icon.png', { miles: 12 }],
  );
});

await trial('users join and leave until there are ten', async () => {
  const join = (userId) =>
    participants.joinConversation(appId, group.id, { userId, subscribeSDKClient: false });
  const { participant } = await join(second);
  assert.deepEqual(
    [participant.userId, participant.userExternalId, participant.unreadCount],
    [second, 'walker-1', 0],
  );
  for (const id of ids.slice(2, 10)) await join(id);
  await assert.rejects(join(ids[10]), refused(400, 'bad_request', 'Too many participants'));
  await participants.leaveConversation(appId, group.id, { participantId: participant.id });
  await participants.leaveConversation(appId, group.id, { userExternalId: 'walker-2' });
  await assert.rejects(
    participants.leaveConversation(appId, group.id, { userId: second }),
    refused(404, 'not_found', 'User is not a member of the conversation'),
  );
  await join(ids[10]);
  const { participants: left } = await participants.listParticipants(appId, group.id);
  assert.deepEqual(
    left.map(({ userId }) => userId),
    [first, ...ids.slice(3)],
  );
});

await trial('participants come page by page', async () => {
  const page = await participants.listParticipants(appId, group.id, { page: { size: 4 } });
  assert.deepEqual([page.participants.length, page.meta.hasMore], [4, true]);
  const { afterCursor } = page.meta;
  assert.equal(afterCursor, page.participants.at(-1).id);
  // Of the page only the first key is sent, so that the second has the default size.
  const next = await participants.listParticipants(appId, group.id, {
    page: { after: afterCursor, size: 4 },
  });
  assert.deepEqual([next.participants.length, next.meta.hasMore], [5, false]);
});

await trial('the conversations of a user come page by page, by either id', async () => {
  const filter = { userExternalId: 'walker-0' };
  const all = await conversations.listConversations(appId, filter);
  assert.deepEqual(new Set(all.conversations.map(({ id }) => id)), new Set([personal.id, group.id]));
  const one = await conversations.listConversations(appId, { userId: first }, { page: { size: 1 } });
  assert.deepEqual([one.conversations[0].id, one.meta.hasMore], [all.conversations[0].id, true]);
  const page = { after: one.meta.afterCursor };
  const rest = await conversations.listConversations(appId, { userId: first }, { page });
  assert.deepEqual([rest.conversations[0].id, rest.meta.hasMore], [all.conversations[1].id, false]);
  const back = { before: rest.conversations[0].id };
  const before = await conversations.listConversations(appId, { userId: first }, { page: back });
  assert.equal(before.conversations[0].id, one.conversations[0].id);
  await assert.rejects(
    conversations.listConversations(appId, { userId: '5e1606762556d93e9c176f69' }),
    refused(404, 'user_not_found'),
  );
});

await trial('what was read is no longer counted', async () => {
  const unread = async () => {
    const { participants: all } = await participants.listParticipants(appId, personal.id);
    return all[0].unreadCount;
  };
  await messages.postMessage(appId, personal.id, {
    author: { type: 'business' },
    content: { type: 'text', text: 'Boots?' },
  });
  assert.equal(await unread(), 1);
  const read = { author: { type: 'user', userId: first }, type: 'conversation:read' };
  await activities.postActivity(appId, personal.id, read);
  assert.equal(await unread(), 0);
});

await trial('the business types and reads; users only read', async () => {
  for (const type of ['typing:start', 'typing:stop', 'conversation:read']) {
    await activities.postActivity(appId, personal.id, { author: { type: 'business' }, type });
  }
  const { conversation } = await conversations.getConversation(appId, personal.id);
  assert.ok(Date.parse(conversation.businessLastRead) > 0);
  await assert.rejects(
    activities.postActivity(appId, personal.id, {
      author: { type: 'user', userId: first },
      type: 'typing:start',
    }),
    refused(400, 'bad_request'),
  );
});

await trial('a group is deleted', async () => {
  await conversations.deleteConversation(appId, group.id);
  await assert.rejects(
    conversations.getConversation(appId, group.id),
    refused(404, 'conversation_not_found', 'Conversation not found'),
  );
});
