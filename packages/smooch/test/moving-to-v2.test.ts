import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fromV11Message, toV2Content, type Message, type MessageContent } from '../src/index.js';
import { checkContent } from '../src/checks/content.js';
import { refuseArgument } from '../src/errors.js';

const author = {
  _id: '55c8c1498590aa1900b9b9b1',
  authorId: 'c7f6e6d6c3a637261bd9656f',
  received: 1439220041.586,
};
const base = { id: author._id, received: '2015-08-10T15:20:41.586Z' };
const link = { type: 'link', text: 'Look', uri: 'https://example.com' } as const;

test('a text of a user becomes one of v2', () => {
  expect(
    fromV11Message({
      ...author,
      type: 'text',
      role: 'appUser',
      text: 'Hello',
      name: 'Steve',
      avatarUrl: 'https://example.com/a.png',
      payload: 'HELLO',
      metadata: { _id: 'mine', uri: '' },
      source: {
        type: 'whatsapp',
        integrationId: 'i',
        id: 'x',
        originalMessageId: 'wamid',
        originalMessageTimestamp: 1439220040,
      },
      actions: [],
    }),
  ).toEqual({
    ...base,
    author: {
      type: 'user',
      userId: author.authorId,
      displayName: 'Steve',
      avatarUrl: 'https://example.com/a.png',
    },
    content: { type: 'text', text: 'Hello', payload: 'HELLO' },
    source: {
      type: 'whatsapp',
      integrationId: 'i',
      originalMessageId: 'wamid',
      originalMessageTimestamp: '2015-08-10T15:20:40.000Z',
    },
    metadata: { _id: 'mine', uri: '' },
  });
});

test('a message of the business loses the ids that v2 does not have', () => {
  const said = fromV11Message({
    ...author,
    type: 'carousel',
    role: 'appMaker',
    text: '1. Tent',
    source: { type: 'api' },
    items: [
      {
        _id: '1',
        title: 'Tent',
        actions: [
          { ...link, _id: '2' },
          { type: 'postback', text: 'Go', payload: 'GO', uri: '', metadata: { _id: 'mine' } },
        ],
      },
    ],
  });
  expect(said).toEqual({
    ...base,
    author: { type: 'business' },
    content: {
      type: 'carousel',
      text: '1. Tent',
      items: [
        {
          title: 'Tent',
          actions: [link, { type: 'postback', text: 'Go', payload: 'GO', metadata: { _id: 'mine' } }],
        },
      ],
    },
    source: { type: 'api:conversations' },
  });
});

test('the space of a picture without words is none, and what it answers is turned, too', () => {
  const picture: Message = {
    ...author,
    type: 'image',
    role: 'appUser',
    text: ' ',
    mediaUrl: 'https://example.com/a.png',
    mediaType: 'image/png',
    mediaSize: 7,
  };
  const content = {
    type: 'image',
    mediaUrl: 'https://example.com/a.png',
    mediaType: 'image/png',
    mediaSize: 7,
  };
  expect(fromV11Message(picture).content).toEqual(content);
  const quoting = { ...picture, quotedMessage: { type: 'message', content: picture } };
  expect(fromV11Message(quoting).quotedMessage).toMatchObject({ type: 'message', message: { content } });
});

const folder = new URL('../../../../shared/fixtures/smooch/v1/message-types/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder) : [];

test.skipIf(names.length === 0).each(names)('the captured %s keeps all that it says', (name) => {
  const { message } = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as { message: Message };
  const { content, id, received } = fromV11Message(message);
  expect({ id, seconds: Date.parse(received) / 1000 }).toEqual({
    id: message._id,
    seconds: message.received,
  });
  expect(content.type).toBe(message.type);
  expect(JSON.stringify(content)).not.toContain('"_id"');
  const said = Object.keys(message).filter((key) =>
    /^(items|fields|coordinates|mediaUrl|mediaType)$/.test(key),
  );
  expect(Object.keys(content)).toEqual(expect.arrayContaining(said));
});

test.each<readonly [MessageContent, object]>([
  [
    { type: 'text', text: 'Hi', name: 'Ann', email: 'a@example.com', metadata: { a: 1 }, payload: 'P' },
    { type: 'text', text: 'Hi', payload: 'P' },
  ],
  [
    { type: 'text', actions: [link] },
    { type: 'text', actions: [link] },
  ],
  [
    {
      type: 'image',
      mediaUrl: 'https://example.com/a.png',
      mediaType: 'image/png',
      altText: 'a',
      actions: [link],
    },
    { type: 'image', mediaUrl: 'https://example.com/a.png', altText: 'a', actions: [link] },
  ],
  [
    { type: 'list', items: [{ title: 'Tent', actions: [link] }], destination: { integrationType: 'web' } },
    { type: 'list', items: [{ title: 'Tent', actions: [link] }] },
  ],
  [
    { type: 'location', coordinates: { lat: 1, long: 2 }, override: { line: { payload: {} } } },
    { type: 'location', coordinates: { lat: 1, long: 2 } },
  ],
  [
    { type: 'form', fields: [{ type: 'email', name: 'a', label: 'b' }], blockChatInput: true },
    { type: 'form', fields: [{ type: 'email', name: 'a', label: 'b' }], blockChatInput: true },
  ],
])('what is posted in v1.1 is content of v2: %j', (content, expected) => {
  const moved = toV2Content(content);
  expect(moved).toEqual(expected);
  checkContent(refuseArgument, moved);
});

test('share, which v2 does not have, is refused', () => {
  const items = [{ title: 'Tent', actions: [{ type: 'share' }] }] as const;
  expect(() => toV2Content({ type: 'carousel', items })).toThrow('share');
});
