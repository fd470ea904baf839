import { describe, expect, test } from 'vitest';
import { at, listAt, textAt } from '../../json.js';
import { refusalV2, startV2, type V2Api } from './support.js';

const business = { type: 'business' } as const;

async function withConversation(): Promise<V2Api & { readonly messages: string; readonly userId: string }> {
  const api = await startV2();
  const userId = await api.newUser('u');
  const messages = `/conversations/${await api.newConversation('personal', userId)}/messages`;
  return { ...api, messages, userId };
}

async function posted(content: object, more: object = {}): Promise<unknown> {
  const { ask, messages } = await withConversation();
  const { body } = await ask('POST', messages, { json: { author: business, content, ...more } });
  return listAt(body, 'messages')[0];
}

test('a text of the business has no name that nobody gave', async () => {
  expect(await posted({ type: 'text', text: 'Hello' })).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    received: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:]+\.\d{3}Z$/),
    author: { type: 'business', avatarUrl: expect.stringContaining('/avatar/000') },
    content: { type: 'text', text: 'Hello' },
    source: { type: 'api:conversations' },
  });
});

test('Markdown becomes HTML and words', async () => {
  expect(
    await posted({ type: 'text', markdownText: '**Hi** there\n\n- one\n- [two](https://example.com)' }),
  ).toMatchObject({
    content: {
      text: 'Hi there\none\ntwo',
      htmlText:
        '<p><strong>Hi</strong> there</p><ul><li>one</li><li><a href="https://example.com">two</a></li></ul>',
    },
  });
});

test('cards have words for where there are only words', async () => {
  const items = [
    {
      title: 'Tacos',
      description: 'Today',
      mediaUrl: 'https://example.org/image.jpg',
      actions: [
        { type: 'postback', text: 'Select', payload: 'TACOS' },
        { type: 'link', text: 'More', uri: 'https://example.org' },
      ],
    },
    { title: 'Ramen', actions: [{ type: 'postback', text: 'Select', payload: 'RAMEN' }] },
  ];
  expect(await posted({ type: 'carousel', items })).toMatchObject({
    content: {
      text: '1. Tacos\nToday\nMore: https://example.org\n\n2. Ramen\n\n',
      items: [
        {
          mediaType: 'image/jpeg',
          actions: [{ payload: 'TACOS', uri: '' }, { uri: 'https://example.org' }],
        },
        { title: 'Ramen' },
      ],
    },
  });
});

test('a form has what its fields left open, and no ids', async () => {
  const fields = [
    { type: 'text', name: 'a', label: 'A' },
    { type: 'select', name: 'b', label: 'B', options: [{ name: 'x', label: 'X' }] },
  ];
  expect(await posted({ type: 'form', fields, blockChatInput: true })).toMatchObject({
    content: {
      type: 'form',
      submitted: false,
      blockChatInput: true,
      fields: [
        { type: 'text', name: 'a', label: 'A', minSize: 1, maxSize: 128 },
        { type: 'select', name: 'b', label: 'B', options: [{ name: 'x', label: 'X' }] },
      ],
    },
  });
});

test('a template needs the schema of its channel', async () => {
  const { ask, messages } = await withConversation();
  const json = { author: business, content: { type: 'template', template: { name: 'hello_world' } } };
  expect((await ask('POST', messages, { json })).status).toBe(400);
  expect((await ask('POST', messages, { json: { ...json, schema: 'whatsapp' } })).body).toMatchObject({
    messages: [{ content: { type: 'template', template: { name: 'hello_world' } } }],
  });
});

test.each([
  [{ content: { type: 'text', text: 'x' } }, "should have required property 'author'"],
  [{ author: business }, "should have required property 'content'"],
  [{ author: business, content: { type: 'text' } }, "should have required property 'text'"],
  [
    { author: business, content: { type: 'text', htmlText: '<p>', markdownText: 'p' } },
    "'htmlText' and 'markdownText' cannot be used together",
  ],
  [
    { author: business, content: { type: 'carousel', items: [] } },
    "'items' should NOT have fewer than 1 items",
  ],
  [
    { author: business, content: { type: 'formResponse', fields: [] } },
    'Messages of type formResponse cannot be sent',
  ],
  [
    { author: { type: 'user' }, content: { type: 'text', text: 'x' } },
    "should have required property 'userId'",
  ],
])('%j is refused', async (json, title) => {
  const { ask, messages } = await withConversation();
  expect(await ask('POST', messages, { json })).toMatchObject({
    status: 400,
    body: refusalV2('bad_request', title),
  });
});

test('a user says something by the API', async () => {
  const { ask, messages, userId } = await withConversation();
  const json = { author: { type: 'user', userExternalId: 'u' }, content: { type: 'text', text: 'Hm' } };
  expect((await ask('POST', messages, { json })).body).toMatchObject({
    messages: [{ author: { type: 'user', userId }, content: { text: 'Hm' } }],
  });
});

describe('messages are listed', () => {
  test('from the newest page backwards, each page oldest first', async () => {
    const { ask, messages, say } = await withConversation();
    const conversation = messages.split('/')[2] ?? '';
    for (let number = 1; number <= 101; number += 1) await say(conversation, String(number));
    const texts = (body: unknown): string[] =>
      listAt(body, 'messages').map((message) => textAt(message, 'content', 'text'));
    const newest = await ask('GET', messages);
    expect(texts(newest.body)).toEqual(Array.from({ length: 100 }, (_, index) => String(index + 2)));
    expect(newest.body).toMatchObject({ meta: { hasMore: true } });
    const before = textAt(newest.body, 'meta', 'beforeCursor');
    const oldest = await ask('GET', `${messages}?page[before]=${before}`);
    expect(texts(oldest.body)).toEqual(['1']);
    expect(oldest.body).toMatchObject({ meta: { hasMore: false } });
    const link = new URL(textAt(oldest.body, 'links', 'next'));
    expect(link.searchParams.get('page[after]')).toBe(textAt(oldest.body, 'messages', 0, 'id'));
  });

  test.each([
    'page[size]=0',
    'page[size]=101',
    'page[before]=short',
    `page[after]=${'0'.repeat(24)}&page[before]=${'0'.repeat(24)}`,
  ])('not by %s', async (query) => {
    const { ask, messages } = await withConversation();
    expect(await ask('GET', `${messages}?${query}`)).toMatchObject({
      status: 400,
      body: refusalV2('bad_request', 'Invalid page query parameters'),
    });
  });
});

test('messages are deleted one by one or all at once', async () => {
  const { ask, messages, say } = await withConversation();
  const conversation = messages.split('/')[2] ?? '';
  const [first] = [await say(conversation, 'a'), await say(conversation, 'b'), await say(conversation, 'c')];
  expect((await ask('DELETE', `${messages}/${first}`)).body).toEqual({});
  expect((await ask('DELETE', `${messages}/${first}`)).body).toEqual(
    refusalV2('not_found', 'Resource not found'),
  );
  expect((await ask('DELETE', messages)).body).toEqual({});
  expect((await ask('GET', messages)).body).toEqual({ messages: [], meta: { hasMore: false } });
});

test('where a message was deleted there is a placeholder in v2, and nothing before', async () => {
  const { ask, call, say, conversationOf } = await startV2();
  const id = await conversationOf('customer-2093');
  const secret = await say(id, 'The code is 1234');
  await say(id, 'Never mind');
  await ask('DELETE', `/conversations/${id}/messages/${secret}`);
  const { body } = await ask('GET', `/conversations/${id}/messages`);
  expect(listAt(body, 'messages').slice(-2)).toMatchObject([
    { id: secret, deleted: true, author: { type: 'business' }, content: { type: 'text', text: '' } },
    { content: { text: 'Never mind' } },
  ]);
  expect(listAt(body, 'messages').at(-1)).not.toHaveProperty('deleted');
  const before = (await call('GET', '/v1.1/appusers/customer-2093/messages')).body;
  expect(listAt(before, 'messages').map((message) => at(message, '_id'))).not.toContain(secret);
  expect(listAt(before, 'messages').at(-1)).toMatchObject({ text: 'Never mind' });
});

test('a bot of Zendesk tells where it found its answer, and the system what happened', async () => {
  const { ask, emulator, conversationOf } = await startV2();
  const references = [{ uri: 'https://help.example/poles', title: 'Poles' }];
  emulator.control.writes('customer-2093', { text: 'See there.', subtype: 'AI', references });
  const activity = { type: 'ticket:closed', data: {} };
  emulator.control.writes('customer-2093', { text: 'Closed.', subtype: 'activity', activity });
  const { body } = await ask('GET', `/conversations/${await conversationOf('customer-2093')}/messages`);
  expect(listAt(body, 'messages').slice(-2)).toMatchObject([
    { author: { type: 'business', subtypes: ['AI'] }, content: { text: 'See there.' }, references },
    { author: { type: 'business', subtypes: ['activity'] }, activity },
  ]);
});

test('v1.1 sees what was said by v2 as its own', async () => {
  const { call, say, conversationOf } = await startV2();
  await say(await conversationOf('customer-2093'), 'By v2');
  const { body } = await call('GET', '/v1.1/appusers/customer-2093/messages');
  expect(listAt(body, 'messages').at(-1)).toMatchObject({
    text: 'By v2',
    role: 'appMaker',
    source: { type: 'api' },
  });
});
