// Messages of every type, in a conversation and gone from it.
import assert from 'node:assert/strict';
import { trial } from '../../trial.mjs';
import { act, appId } from '../app.mjs';
import { refused, sunshine, whole } from './client.mjs';

const { conversations, messages, users } = sunshine;

const externalId = 'reader';
const { user } = await users.createUser(appId, { externalId });
const { conversation } = await conversations.createConversation(appId, {
  type: 'personal',
  participants: [{ userExternalId: externalId }],
});
const author = { type: 'business', displayName: 'Ann', avatarUrl: 'https://example.com/ann.png' };
const link = { type: 'link', text: 'More', uri: 'https://example.com' };
const items = [
  { title: 'Tacos', description: 'Two', mediaUrl: 'https://example.com/tacos.jpg', actions: [link] },
  { title: 'Soup', actions: [{ type: 'postback', text: 'Order', payload: 'SOUP' }] },
];

/** Posts it as the business, and gives what came of it. */
async function post(content, more = {}) {
  const body = { author, content, ...more };
  const [message] = (await whole(messages.postMessageWithHttpInfo(appId, conversation.id, body))).messages;
  assert.match(message.id, /^[\da-f]{24}$/);
  assert.equal(message.content.type, content.type);
  return message;
}

await trial('a text with buttons is posted as the business', async () => {
  const message = await post(
    { type: 'text', text: 'Boots?', actions: [link, { type: 'postback', text: 'Yes', payload: 'YES' }] },
    { metadata: { campaign: 'autumn' } },
  );
  assert.deepEqual([message.author, message.metadata], [author, { campaign: 'autumn' }]);
  assert.deepEqual([message.content.actions[0].uri, message.content.actions[1].payload], [link.uri, 'YES']);
  assert.equal(message.source.type, 'api:conversations');
  assert.equal(new Date(message.received).toISOString(), message.received);
});

await trial('a user writes by the API, too', async () => {
  const { messages: added } = await messages.postMessage(appId, conversation.id, {
    author: { type: 'user', userExternalId: externalId },
    content: { type: 'text', text: 'Yes!' },
  });
  assert.deepEqual([added[0].author.type, added[0].content.text], ['user', 'Yes!']);
});

await trial('a carousel and a list are posted with what is shown where there are none', async () => {
  const text = '1. Tacos\nTwo\nMore: https://example.com\n\n2. Soup\n';
  const carousel = await post({ type: 'carousel', items, displaySettings: { imageAspectRatio: 'square' } });
  assert.deepEqual(
    [carousel.content.text.trim(), carousel.content.items.length, carousel.content.displaySettings],
    [text.trim(), 2, { imageAspectRatio: 'square' }],
  );
  const list = await post({ type: 'list', items, actions: [link] });
  assert.deepEqual(
    [list.content.items[1].actions[0].payload, list.content.actions[0].text],
    ['SOUP', 'More'],
  );
});

await trial('an image, a file and a place are posted', async () => {
  const image = await post({ type: 'image', mediaUrl: 'https://example.com/tent.png', altText: 'A tent' });
  assert.deepEqual([image.content.mediaType, image.content.altText], ['image/png', 'A tent']);
  const file = await post({ type: 'file', mediaUrl: 'https://example.com/map.pdf', text: 'A map' });
  assert.deepEqual([file.content.mediaUrl, file.content.text], ['https://example.com/map.pdf', 'A map']);
  const place = await post({
    type: 'location',
    coordinates: { lat: 45.5261583, long: -73.595346 },
    location: { address: '5333 Casgrain', name: 'Office' },
  });
  assert.equal(place.content.text, 'Location shared:\nhttps://maps.google.com/maps?q=45.5261583,-73.595346');
});

await trial('a form is posted, filled in, and answered with', async () => {
  const form = await post({
    type: 'form',
    blockChatInput: true,
    fields: [
      { type: 'text', name: 'name', label: 'Name', placeholder: 'Ann', minSize: 2, maxSize: 40 },
      { type: 'email', name: 'email', label: 'E-mail' },
      {
        type: 'select',
        name: 'size',
        label: 'Size',
        options: [
          { name: 's', label: 'Small' },
          { name: 'l', label: 'Large' },
        ],
      },
    ],
  });
  assert.equal(form.content.submitted, false);
  const values = { name: 'Reader', email: 'reader@example.com', size: 'l' };
  await act('submits', { user: externalId, messageId: form.id, values });
  const { messages: after } = await whole(messages.listMessagesWithHttpInfo(appId, conversation.id));
  const [sent, answer] = after.slice(-2);
  assert.deepEqual([sent.id, sent.content.submitted], [form.id, true]);
  assert.equal(answer.content.type, 'formResponse');
  assert.equal(answer.content.textFallback, 'Name: Reader\nE-mail: reader@example.com\nSize: Large');
  assert.equal(answer.content.fields[0].quotedMessageId, form.id);
});

await trial('a template of WhatsApp is handed on', async () => {
  const template = { namespace: 'n', name: 'hi', language: { policy: 'deterministic', code: 'en' } };
  const message = await post({ type: 'template', template }, { schema: 'whatsapp' });
  assert.deepEqual(message.content.template, template);
});

await trial('what came by Apple is asked for', async () => {
  const interactiveDataRef = { url: 'https://p.example/a', bid: 'b', key: 'k', signature: 's', owner: 'o' };
  const answer = await conversations.downloadMessageRef(appId, conversation.id, {
    userId: user.id,
    apple: { interactiveDataRef },
  });
  assert.ok(answer !== undefined);
});

await trial('what the service does not take is refused in words', async () => {
  const bad = (content) => messages.postMessage(appId, conversation.id, { author, content });
  await assert.rejects(bad({ type: 'text' }), refused(400, 'bad_request'));
  await assert.rejects(bad({ type: 'text', text: 'x'.repeat(4097) }), refused(400, 'bad_request'));
  await assert.rejects(bad({ type: 'carousel', items: [] }), refused(400, 'bad_request'));
  await assert.rejects(bad({ type: 'song', text: 'La' }), refused(400, 'bad_request'));
});

await trial('messages come newest page first, oldest message first, and back by a cursor', async () => {
  await messages.deleteAllMessages(appId, conversation.id);
  const ids = [];
  for (let number = 0; number < 103; number += 1)
    ids.push((await post({ type: 'text', text: `${number}` })).id);
  const newest = await messages.listMessages(appId, conversation.id);
  assert.deepEqual(
    newest.messages.map(({ id }) => id),
    ids.slice(3),
  );
  assert.deepEqual([newest.meta.hasMore, newest.meta.beforeCursor], [true, ids[3]]);
  const oldest = await messages.listMessages(appId, conversation.id, {
    page: { before: newest.meta.beforeCursor },
  });
  assert.deepEqual(
    [oldest.messages.map(({ content }) => content.text), oldest.meta.hasMore],
    [['0', '1', '2'], false],
  );
});

await trial('one message is deleted, and all', async () => {
  const count = async () => (await messages.listMessages(appId, conversation.id)).messages.length;
  await messages.deleteAllMessages(appId, conversation.id);
  assert.equal(await count(), 0);
  const kept = await post({ type: 'text', text: 'Kept' });
  const gone = await post({ type: 'text', text: 'Gone' });
  await messages.deleteMessage(appId, conversation.id, gone.id);
  const { messages: left } = await messages.listMessages(appId, conversation.id);
  // One that was deleted alone may stay as a placeholder.
  assert.deepEqual(
    left.filter(({ deleted }) => deleted !== true).map(({ id }) => id),
    [kept.id],
  );
  await assert.rejects(
    messages.deleteAllMessages(appId, '5e1606762556d93e9c176f69'),
    refused(404, 'conversation_not_found'),
  );
});
