import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rejection } from '@x/testkit';
import { expect, onTestFinished, test } from 'vitest';
import {
  appUsers,
  apps,
  attachments,
  conversation,
  createSmooch,
  deployments,
  forApp,
  messages,
  templates,
  webhooks,
  type Fetch,
  type Smooch,
  type SmoochSettings,
} from '../src/index.js';
import { connect, sent } from './emulator.js';

/** A client whose service answers what it is told to. */
function scripted(answer: (url: URL, init: RequestInit) => Response, settings: SmoochSettings = {}): Smooch {
  const fetch: Fetch = async (url, init = {}) => answer(new URL(url), init);
  return createSmooch({ credential: 'a token', fetch, ...settings });
}

test('a user is read, changed, emptied and taken away', async () => {
  const { smooch } = await connect();
  const people = appUsers(smooch);
  const { appUser } = await people.create({ userId: 'b6518', givenName: 'Steve', properties: { a: 1 } });
  expect((await people.get(appUser._id)).appUser).toEqual(appUser);
  expect((await people.update('b6518', { surname: 'Brule' })).appUser).toMatchObject({ surname: 'Brule' });
  expect(await people.delete('b6518')).toBeUndefined();
  expect(await rejection(people.get('b6518'))).toMatchObject({ code: 'not_found' });
});

test('the business types and reads, and so does the user', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  await smooch.postMessage('b6518', 'Hello', { sentByMaker: true });
  const talk = conversation(smooch);
  expect((await talk.get('b6518')).conversation.unreadCount).toBe(1);
  await talk.activity('b6518', { type: 'typing:start', name: 'Ann' });
  expect(await talk.read('b6518')).toBeUndefined();
  const read = await talk.activity('b6518', { type: 'conversation:read' });
  expect(read.conversation).toMatchObject({
    unreadCount: 0,
    appMakerLastRead: expect.any(Number) as unknown,
  });
});

test('messages are taken away, one or all', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  const said = messages(smooch);
  const { message } = await said.post('b6518', { type: 'text', text: 'one', role: 'appUser' });
  await said.post('b6518', { type: 'text', text: 'two', role: 'appMaker', name: 'Ann' });
  await said.delete('b6518', message._id);
  expect((await said.list('b6518').toArray()).map(({ text }) => text)).toEqual(['two']);
  await said.deleteAll('b6518');
  expect(await said.list('b6518').toArray()).toEqual([]);
});

test('a picture goes with words in one call', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  const png = new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)], 'a.png');
  const fields = { role: 'appMaker', text: 'Look', authorName: 'Ann' } as const;
  const { message } = await messages(smooch).postImage('b6518', png, fields);
  expect(message).toMatchObject({ type: 'image', text: 'Look', name: 'Ann', role: 'appMaker' });
});

test('a webhook can be told to tell more', async () => {
  const { smooch } = await connect();
  const target = 'https://example.com/hook';
  const { webhook } = await webhooks(smooch).create({ target, triggers: ['postback'], includeClient: true });
  expect(await webhooks(smooch).get(webhook._id)).toEqual({ webhook });
  expect(webhook.includeClient).toBe(true);
});

test('a file is kept, fetched and taken away', async () => {
  const { emulator, smooch } = await connect();
  const files = attachments(smooch);
  const { mediaUrl, mediaType } = await files.upload(new Blob(['a,b']), { name: 'list.csv' });
  expect(mediaType).toBe('text/csv');
  expect(await (await files.download(mediaUrl)).text()).toBe('a,b');
  await files.delete(mediaUrl);
  expect(await rejection(files.download(mediaUrl))).toMatchObject({ status: 404 });
  expect(sent(emulator)[0]?.[1]).toBe('/v1.1/attachments?access=public');
});

test('a file of the service is fetched with the credential, any other without', async () => {
  const { emulator, smooch } = await connect();
  const heard: (string | undefined)[] = [];
  const foreign = createServer((request, response) => {
    heard.push(request.headers.authorization);
    response.end('bytes');
  });
  await new Promise<void>((resolve) => {
    foreign.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void foreign.close());
  const { port } = foreign.address() as AddressInfo;

  const files = attachments(smooch);
  expect(await (await files.download(`http://127.0.0.1:${port}/a.png`)).text()).toBe('bytes');
  expect(heard).toEqual([undefined]);

  const { mediaUrl } = await files.upload(new Blob(['a,b']), { name: 'list.csv' });
  await (await files.download(mediaUrl)).text();
  expect(emulator.control.requests.all.at(-1)?.headers['authorization']).toMatch(/^Bearer ey/);
});

test('where a file leads elsewhere, the credential does not follow', async () => {
  const asked: string[] = [];
  const smooch = scripted((url) => {
    asked.push(url.host);
    return new Response(null, { status: 302, headers: { location: 'https://evil.example/a.png' } });
  });
  const error = await rejection(attachments(smooch).download('https://api.smooch.io/a.png'));
  expect(error).toMatchObject({ kind: 'protocol', code: 'REDIRECTED' });
  expect(asked).toEqual(['api.smooch.io']);
  expect(await rejection(attachments(smooch).download('file:///etc/passwd'))).toMatchObject({
    kind: 'usage',
  });
});

test('a list is read to its end, whether or not the service says where a page began', async () => {
  const asked: string[] = [];
  const kept = Array.from({ length: 60 }, (_, index) => ({ _id: `${index}`, name: `t${index}` }));
  const smooch = scripted(({ searchParams, search }) => {
    asked.push(search);
    const offset = Number(searchParams.get('offset') ?? 0);
    const page = kept.slice(offset, offset + 25);
    return Response.json({ templates: page, hasMore: offset + 25 < kept.length });
  });
  expect((await templates(smooch).list().toArray()).map(({ name }) => name)).toEqual(
    kept.map(({ name }) => name),
  );
  expect(asked).toEqual(['', '?offset=25', '?offset=50']);
  asked.length = 0;
  expect(await templates(smooch).list({ limit: 0, offset: 0 }).toArray(1)).toHaveLength(1);
  expect(asked).toEqual(['?limit=0&offset=0']);
  expect(await rejection(templates(smooch).list({ offset: -1 }).toArray())).toMatchObject({ kind: 'usage' });
});

test('a page without items is the last, whatever it says', async () => {
  const smooch = scripted(() => Response.json({ templates: [], hasMore: true }));
  expect(await templates(smooch).list().toArray()).toEqual([]);
});

test('an answer without the list is none', async () => {
  const smooch = scripted(() => Response.json({}));
  expect(await rejection(templates(smooch).list().toArray())).toMatchObject({
    kind: 'protocol',
    code: 'UNEXPECTED_ANSWER',
  });
});

test('a template that would be refused when it is sent is refused when it is made', async () => {
  const smooch = scripted(() => Response.json({}));
  const message = { type: 'carousel', items: [], role: 'appMaker' } as const;
  expect(await rejection(templates(smooch).create({ name: 'empty', message }))).toMatchObject({
    kind: 'usage',
  });
});

test('a deployment that takes its time to go is told of, and one that is gone is not', async () => {
  const deployment = { _id: 'd', status: 'deleting', hosting: 'smooch' };
  const slow = scripted(() => Response.json({ deployment }, { status: 202 }));
  expect(await deployments(slow).delete('d')).toEqual({ deployment });
  const fast = scripted(() => Response.json({}));
  expect(await deployments(fast).delete('d')).toEqual({});
});

test('one client of an account serves all of its apps, by one token', async () => {
  const { emulator } = await connect();
  const { accountKey } = emulator.control;
  const account = createSmooch({ ...accountKey, baseUrl: emulator.url });
  const { appId } = emulator.credentials;
  await forApp(account, appId).precreateUser('b6518');
  await forApp(account, appId).getUser('b6518');
  expect(sent(emulator).map(([method, target]) => `${method} ${target}`)).toEqual([
    `POST /v1.1/apps/${appId}/appusers`,
    `GET /v1.1/apps/${appId}/appusers/b6518`,
  ]);
  const shown = emulator.control.requests.all.map(({ headers }) => headers['authorization']);
  expect(new Set(shown).size).toBe(1);
  expect(() => forApp(account, '')).toThrow('appId must be');
});

test('what is no client is refused by name', () => {
  expect(() => apps({} as Smooch)).toThrow('smooch: smooch must be what createSmooch made');
});
