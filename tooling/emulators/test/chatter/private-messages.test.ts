import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, type CallOptions, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const send = (message: object, options?: CallOptions) =>
  org.chatter('POST', 'users/me/messages', { json: message, ...options });

const unread = async (options?: CallOptions): Promise<unknown> =>
  (await org.chatter('GET', 'users/me/conversations/unread-count', options)).body;

describe('sending', () => {
  test('takes plain text and answers 201 with a body of segments', async () => {
    const { otherUserId, userId } = org.credentials;
    const sent = await send({ body: 'Is #this a tag? @nobody', recipients: [otherUserId] });
    expect(sent.status).toBe(201);
    expect(sent.body).toMatchObject({
      body: {
        text: 'Is #this a tag? @nobody',
        messageSegments: [{ type: 'Text', text: 'Is #this a tag? @nobody' }],
      },
      conversationId: expect.stringMatching(/^03M/) as unknown,
      id: expect.stringMatching(/^03J/) as unknown,
      recipients: [{ id: otherUserId }],
      sender: { id: userId },
      sendingCommunity: null,
      sentDate: '2026-03-09T10:20:30.000Z',
    });
    expect((await org.call('GET', String(at(sent.body, 'url')))).body).toEqual(sent.body);
  });

  test('to the same people goes on with the same conversation', async () => {
    const { otherUserId } = org.credentials;
    const ada = await org.newcomer('Ada', 'Berg');
    const two = (await send({ body: 'One', recipients: [otherUserId] })).body;
    const three = (await send({ body: 'Two', recipients: [otherUserId, ada.id] })).body;
    const turned = (await send({ body: 'Three', recipients: [ada.id, otherUserId] })).body;
    expect(at(three, 'conversationId')).not.toBe(at(two, 'conversationId'));
    expect(at(turned, 'conversationId')).toBe(at(three, 'conversationId'));
  });

  test('in reply to a message goes to all who are in the conversation', async () => {
    const ada = await org.newcomer('Ada', 'Berg');
    const { otherUserId, userId } = org.credentials;
    const asked = (await send({ body: 'Who has time?', recipients: [otherUserId, ada.id] })).body;
    const replied = await send({ body: 'I have.', inReplyTo: at(asked, 'id') }, { token: ada.token });
    expect(replied.status).toBe(201);
    expect(at(replied.body, 'conversationId')).toBe(at(asked, 'conversationId'));
    const recipients = at(replied.body, 'recipients');
    const ids = Array.isArray(recipients) ? recipients.map((user: unknown) => at(user, 'id')) : [];
    expect(new Set(ids)).toEqual(new Set([userId, otherUserId]));
    const bo = await org.newcomer('Bo', 'Berg');
    const intruding = await send({ body: 'Me too.', inReplyTo: at(asked, 'id') }, { token: bo.token });
    expect(errorOf(intruding)).toMatchObject({ status: 404 });
  });

  test('takes recipients in all three ways that the guide knows', async () => {
    const { otherUserId } = org.credentials;
    const wrapped = { recipients: [{ recipient: otherUserId }] };
    expect((await send({ body: 'Hello', recipients: wrapped })).status).toBe(201);
    const body = new URLSearchParams({ text: 'Hello', recipients: otherUserId });
    expect((await org.chatter('POST', 'users/me/messages', { body })).status).toBe(201);
  });

  test.each([
    ['nobody', { recipients: [] }, 'NO_RECIPIENTS'],
    [
      'more than nine',
      { recipients: Array.from({ length: 10 }, () => '005000000000001') },
      'TOO_MANY_RECIPIENTS',
    ],
    ['a group', { recipients: ['0F9000000000001'] }, 'INVALID_ID_FIELD'],
    ['no text', { body: '', recipients: ['005000000000001'] }, 'MISSING_ARGUMENT'],
    ['too much', { body: 'x'.repeat(10_001), recipients: ['005000000000001'] }, 'NUMBER_OUTSIDE_VALID_RANGE'],
  ])('refuses %s', async (_what, message, errorCode) => {
    expect(errorOf(await send({ body: 'Hello', ...message }))).toMatchObject({ status: 400, errorCode });
  });

  test('does not reach oneself, nor whoever has left', async () => {
    expect((await send({ body: 'Hello', recipients: [org.credentials.userId] })).status).toBe(400);
    expect((await send({ body: 'Hello', recipients: [org.credentials.formerUserId] })).status).toBe(400);
    expect((await send({ body: 'Hello', recipients: ['005000000000001'] })).status).toBe(404);
  });
});

describe('messages and conversations', () => {
  test('are for those who are in them', async () => {
    const ada = await org.newcomer('Ada', 'Berg');
    const [conversation = ''] = idsOf(await org.chatter('GET', 'users/me/conversations'), 'conversations');
    const [message = ''] = idsOf(await org.chatter('GET', 'users/me/messages'), 'messages');
    const asAda = { token: ada.token };
    expect((await org.chatter('GET', `users/me/conversations/${conversation}`, asAda)).status).toBe(404);
    expect((await org.chatter('GET', `users/me/messages/${message}`, asAda)).status).toBe(404);
    expect(idsOf(await org.chatter('GET', 'users/me/messages', asAda), 'messages')).toEqual([]);
    for (const list of ['messages', 'conversations', 'conversations/unread-count']) {
      expect((await org.chatter('GET', `users/${ada.id}/${list}`)).status).toBe(403);
    }
  });

  test('come newest first, in pages that new messages do not shift', async () => {
    const { otherUserId } = org.credentials;
    const first = objectOf(await org.chatter('GET', 'users/me/messages?pageSize=3'));
    expect(first).toMatchObject({
      currentPageToken: null,
      messages: [{ body: { text: 'There are two keys in the tin & none fits :(' } }, {}, {}],
    });
    await send({ body: 'New', recipients: [otherUserId] });
    const second = objectOf(await org.call('GET', String(first['nextPageUrl'])));
    expect(second).toMatchObject({
      currentPageToken: first['nextPageToken'],
      nextPageUrl: null,
      messages: [{ body: { text: 'Can you lock up tonight?' } }],
    });
    expect((await org.chatter('GET', 'users/me/messages?page=2')).status).toBe(400);
    expect((await org.chatter('GET', 'users/me/messages?pageSize=101')).status).toBe(400);
  });

  test('can be searched', async () => {
    const wanted = objectOf(await org.chatter('GET', 'users/me/messages?q=tin'));
    expect(at(wanted, 'messages.length')).toBe(2);
    expect(idsOf(await org.chatter('GET', 'users/me/conversations?q=tin'), 'conversations')).toHaveLength(1);
    expect(idsOf(await org.chatter('GET', 'users/me/conversations?q=kayak'), 'conversations')).toEqual([]);
  });

  test('lead to each other: a list, a conversation with its messages, a message', async () => {
    const ada = await org.newcomer('Ada', 'Berg');
    await send({ body: 'Hello Ada', recipients: [ada.id] });
    const list = objectOf(await org.chatter('GET', 'users/me/conversations'));
    expect(list).toMatchObject({
      conversations: [
        { latestMessage: { body: { text: 'Hello Ada' } }, read: true },
        { latestMessage: { sender: { id: org.credentials.otherUserId } }, read: false },
      ],
    });
    const first = objectOf(await org.chatter('GET', 'users/me/conversations?pageSize=1'));
    expect(idsOf(await org.call('GET', String(first['nextPageUrl'])), 'conversations')).toEqual([
      at(list, 'conversations.1.id'),
    ]);
    const detail = objectOf(await org.call('GET', String(at(list, 'conversations.1.url'))));
    expect(detail).toMatchObject({
      conversationId: at(list, 'conversations.1.id'),
      conversationUrl: at(list, 'conversations.1.url'),
      messages: { messages: [at(list, 'conversations.1.latestMessage'), {}, {}, {}] },
    });
    expect(at(detail, 'members.length')).toBe(2);
  });
});

describe('what is unread', () => {
  test('is counted by conversation, and marked by who reads', async () => {
    expect(await unread()).toEqual({ hasMore: false, unreadCount: 1 });
    const [id = ''] = idsOf(await org.chatter('GET', 'users/me/conversations'), 'conversations');
    const mark = (read: unknown) => org.chatter('PATCH', `users/me/conversations/${id}`, { json: { read } });
    const marked = await mark('true');
    expect([marked.status, at(marked.body, 'read')]).toEqual([200, true]);
    expect(await unread()).toEqual({ hasMore: false, unreadCount: 0 });
    expect(at((await mark(false)).body, 'read')).toBe(false);
    expect(await unread()).toEqual({ hasMore: false, unreadCount: 1 });
    expect(errorOf(await mark(null))).toMatchObject({ status: 400, errorCode: 'MISSING_ARGUMENT' });
  });

  test('begins with a message for those who get it, and ends with an answer', async () => {
    const token = await org.otherToken();
    const before = await unread({ token });
    const sent = (await send({ body: 'Well?', recipients: [org.credentials.otherUserId] })).body;
    expect(before).toMatchObject({ unreadCount: 0 });
    expect(await unread({ token })).toMatchObject({ unreadCount: 1 });
    await send({ body: 'Yes.', inReplyTo: at(sent, 'id') }, { token });
    expect(await unread({ token })).toMatchObject({ unreadCount: 0 });
    expect(await unread()).toMatchObject({ unreadCount: 1 });
  });

  test('was marked by an address of its own in versions that are gone', async () => {
    await org.close();
    org = await startOrg({ legacy: true });
    const path = '/services/data/v24.0/chatter/users/me/conversations';
    const [id = ''] = idsOf(await org.call('GET', path), 'conversations');
    expect((await org.call('POST', `${path}/${id}/mark-read?read=true`)).status).toBe(204);
    expect(await unread()).toEqual({ hasMore: false, unreadCount: 0 });
  });
});
