import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import {
  attachments,
  conversations,
  createSunshine,
  messages,
  users,
  type ContentBody,
} from '../src/v2/index.js';
import { anyHost, formOf, sent } from './emulator.js';
import { connectSunshine } from './sunshine.js';

const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0]);

async function withConversation() {
  const connected = await connectSunshine();
  const { sunshine, emulator } = connected;
  await users(sunshine).create({ externalId: 'ada' });
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: 'ada' });
  emulator.control.requests.clear();
  return { ...connected, id: conversation.id, all: messages(sunshine) };
}

test('a text is what the business says, or the author who is named', async () => {
  const { emulator, all, id } = await withConversation();
  const answer = await all.sendText(id, 'Is Smooch any good?', {
    author: { type: 'user', userExternalId: 'ada' },
  });
  await all.sendText(id, 'Yes!!!', { metadata: { campaign: 4 } });
  expect(answer.messages[0]).toMatchObject({
    author: { type: 'user' },
    content: { type: 'text', text: 'Is Smooch any good?' },
    source: { type: 'api:conversations' },
  });
  expect(sent(emulator).map(([, , body]) => body)).toEqual([
    {
      author: { type: 'user', userExternalId: 'ada' },
      content: { type: 'text', text: 'Is Smooch any good?' },
    },
    { author: { type: 'business' }, content: { type: 'text', text: 'Yes!!!' }, metadata: { campaign: 4 } },
  ]);
});

test.each<ContentBody>([
  { type: 'text', text: 'Try it?', actions: [{ type: 'reply', text: 'Yes', payload: 'YES' }] },
  { type: 'image', mediaUrl: 'https://example.com/a.png', altText: 'A plan' },
  { type: 'file', mediaUrl: 'https://example.com/a.pdf' },
  {
    type: 'carousel',
    items: [{ title: 'Tacos', actions: [{ type: 'link', text: 'More', uri: 'https://example.org' }] }],
    displaySettings: { imageAspectRatio: 'square' },
  },
  {
    type: 'list',
    items: [{ title: 'Ramen', actions: [{ type: 'postback', text: 'Select', payload: 'RAMEN' }] }],
  },
  { type: 'location', coordinates: { lat: 45.5, long: -73.5 }, location: { name: 'Office' } },
  { type: 'form', fields: [{ type: 'text', name: 'name', label: 'Your name?' }] },
])('content of type $type goes as it was given, and comes back typed', async (content) => {
  const { emulator, all, id } = await withConversation();
  const { messages: made } = await all.post(id, { author: { type: 'business' }, content });
  expect(sent(emulator)[0]?.[2]).toEqual({ author: { type: 'business' }, content });
  expect(made).toHaveLength(1);
  expect(made[0]?.content.type).toBe(content.type);
});

test('messages come the newest first, and after one of them in the order in which they came', async () => {
  const { emulator, all, id } = await withConversation();
  const person = emulator.control.user('ada');
  for (let index = 0; index < 103; index += 1) person.sends({ text: `${index}` });
  emulator.control.requests.clear();
  const texts = (list: readonly { readonly content: object }[]): unknown[] =>
    list.map(({ content }) => ('text' in content ? Number(content.text) : undefined));

  const newest = await all.list(id).toArray();
  expect(texts(newest)).toEqual(Array.from({ length: 103 }, (_, index) => 102 - index));
  expect(emulator.control.requests.all).toHaveLength(2);

  const pages = [];
  for await (const page of all.list(id).pages()) pages.push(texts(page.messages));
  expect(pages.map((page) => page.length)).toEqual([100, 3]);
  expect(pages[1]).toEqual([0, 1, 2]);

  const later = await all.list(id, { after: newest.at(-1)?.id }).toArray();
  expect(texts(later)).toEqual(Array.from({ length: 102 }, (_, index) => index + 1));
  const earlier = await all.list(id, { before: newest[100]?.id }).toArray(2);
  expect(texts(earlier)).toEqual([1, 0]);
});

test('a message is taken away, and all of them', async () => {
  const { all, id } = await withConversation();
  const { messages: made } = await all.sendText(id, 'one');
  await all.sendText(id, 'two');
  await all.delete(id, made[0]?.id ?? '');
  const left = (await all.list(id).toArray()).filter(({ deleted }) => deleted !== true);
  expect(left.map(({ content }) => content)).toMatchObject([{ text: 'two' }]);
  await all.deleteAll(id);
  expect((await all.list(id).toArray()).filter(({ deleted }) => deleted !== true)).toEqual([]);
});

test('a picture is uploaded for the conversation and posted as one', async () => {
  const { emulator, all, id } = await withConversation();
  const { messages: made } = await all.sendFile(id, png, {
    name: 'plan.png',
    text: 'Look',
    altText: 'A plan',
  });
  const [upload, post] = emulator.control.requests.all;
  expect(Object.fromEntries(upload?.query ?? [])).toEqual({
    access: 'public',
    for: 'message',
    conversationId: id,
  });
  const source = (await formOf(upload)).get('source');
  expect(source).toMatchObject({ name: 'plan.png', type: 'image/png', size: png.length });
  expect(post?.json).toMatchObject({ content: { type: 'image', text: 'Look', altText: 'A plan' } });
  expect(made[0]?.content.type).toBe('image');
});

test('another file is posted as a file', async () => {
  const { all, id } = await withConversation();
  const { messages: made } = await all.sendFile(id, new File(['a,b\n'], 'table.csv'), {
    author: { type: 'business', displayName: 'Bot' },
  });
  expect(made[0]).toMatchObject({ author: { displayName: 'Bot' }, content: { type: 'file' } });
});

test('what a file is may be told by its name alone, where the service does not say', async () => {
  const { emulator, all, id } = await withConversation();
  const body = JSON.stringify({ attachment: { mediaUrl: 'https://example.com/x' } });
  emulator.control.faults.add({ fault: { kind: 'status', status: 201, body } });
  const { messages: made } = await all.sendFile(id, png, { name: 'plan.png' });
  expect(made[0]?.content).toMatchObject({ type: 'image', mediaUrl: 'https://example.com/x' });
});

test('what was uploaded is read again, byte for byte, and taken away', async () => {
  const { sunshine } = await withConversation();
  const files = attachments(sunshine);
  const { attachment } = await files.upload(new File([png], 'plan.png'));
  expect(attachment.mediaType).toBe('image/png');
  const response = await files.download(attachment.mediaUrl);
  expect(new Uint8Array(await response.arrayBuffer())).toEqual(png);
  await files.delete(attachment.mediaUrl);
  expect(await rejection(files.download(attachment.mediaUrl))).toMatchObject({ status: 404 });
  expect(await rejection(files.delete('https://elsewhere.example/a.png'))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
    message: expect.stringContaining('Unsupported media URL'),
  });
});

test('a file is read with the credential from the host of the API, and from no other', async () => {
  const { emulator, sunshine: uploading } = await connectSunshine();
  const { attachment } = await attachments(uploading).upload(new File([png], 'plan.png'));
  const { pathname } = new URL(attachment.mediaUrl);
  emulator.control.requests.clear();
  const { fetch: anywhere, asked } = anyHost(emulator);
  const options = { ...emulator.credentials, subdomain: 'shop', fetch: anywhere };
  const files = attachments(createSunshine(options));
  const hosts = ['shop.zendesk.com', 'media.smooch.io', 'shop.zendesk.com.evil.example'];
  for (const host of hosts) {
    const file = await files.download(`https://${host}${pathname}`);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(png);
  }
  expect(asked.map((address) => new URL(address).host)).toEqual(hosts);
  expect(emulator.control.requests.all.map(({ headers }) => headers['authorization'])).toEqual([
    expect.stringMatching(/^Basic /),
    undefined,
    undefined,
  ]);
  expect(await rejection(files.download('plan.png'))).toMatchObject({
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
});

test('a private file is read by whoever has a key, and by nobody else', async () => {
  const { emulator, sunshine } = await connectSunshine();
  emulator.control.configure({ privateAttachments: true });
  const files = attachments(sunshine);
  const { attachment } = await files.upload(new File([png], 'plan.png'));
  expect((await fetch(attachment.mediaUrl)).status).toBe(401);
  const file = await files.download(attachment.mediaUrl);
  expect(new Uint8Array(await file.arrayBuffer())).toEqual(png);
});

test('a full conversation is locked, and what was to be posted is not sent again', async () => {
  const { emulator, all, id } = await withConversation();
  const title = 'Message limit of 30000 per conversation reached.';
  emulator.control.faults.add({
    fault: { kind: 'status', status: 423, body: JSON.stringify({ errors: [{ code: 'locked', title }] }) },
    times: Infinity,
  });
  expect(await rejection(all.sendText(id, 'one more'))).toMatchObject({
    kind: 'refused',
    code: 'locked',
    status: 423,
    retryable: false,
    message: expect.stringContaining(title),
  });
  expect(sent(emulator)).toHaveLength(1);
});
