import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { apps, attachments, conversation, createSmooch, messages } from '../src/index.js';
import { connect, sent, startEmulator } from './emulator.js';

const nora = 'nora.lindqvist@example.com';

test('a file is kept, fetched and taken away', async () => {
  const { emulator, smooch } = await connect();
  const files = attachments(smooch);
  const { mediaUrl, mediaType } = await files.upload(new Blob(['a,b']), { name: 'list.csv' });
  expect(mediaType).toBe('text/csv');
  expect(await (await files.download(mediaUrl)).text()).toBe('a,b');
  expect(await files.delete(mediaUrl)).toBeUndefined();
  expect(await rejection(files.download(mediaUrl))).toMatchObject({ status: 404 });
  expect(await rejection(files.delete(mediaUrl))).toMatchObject({ kind: 'refused', code: 'not_found' });
  expect(sent(emulator)[0]?.[1]).toBe('/v1.1/attachments?access=public');
});

test('a file that is kept for a message goes with it', async () => {
  const { emulator, smooch } = await connect();
  const files = attachments(smooch);
  const { mediaUrl } = await files.upload(new Blob(['a,b']), {
    name: 'list.csv',
    for: 'message',
    userId: nora,
  });
  expect(emulator.control.requests.all[0]?.target).toBe(
    '/v1.1/attachments?access=public&for=message&userId=nora.lindqvist%40example.com',
  );
  const said = messages(smooch);
  const { message } = await said.post(nora, { type: 'file', mediaUrl, role: 'appMaker' });
  expect((await files.download(mediaUrl)).status).toBe(200);
  await said.delete(nora, message._id);
  expect(await rejection(files.download(mediaUrl))).toMatchObject({ status: 404 });
});

test('a file elsewhere is not taken away', async () => {
  const { smooch } = await connect();
  const error = await rejection(attachments(smooch).delete('https://elsewhere.example/a.png'));
  expect(error).toMatchObject({ kind: 'refused', code: 'bad_request' });
  expect(String(error)).toContain('Unsupported media URL');
});

describe('a private file', () => {
  /** An app whose files are private, and one of them, which was sent to a user. */
  async function withPrivateFile() {
    const emulator = await startEmulator();
    const { appId } = emulator.credentials;
    const smooch = createSmooch({ ...emulator.credentials, baseUrl: emulator.url });
    await apps(smooch).update(appId, { settings: { attachmentsAccess: 'private' } });
    const files = attachments(smooch);
    const { mediaUrl } = await files.upload(new Blob(['a,b']), {
      name: 'list.csv',
      for: 'message',
      userId: nora,
    });
    const { conversation: talk } = await conversation(smooch).get(nora);
    return { files, mediaUrl, app: `/apps/${appId}`, talk: `/apps/${appId}/conversations/${talk._id}` };
  }

  test('is fetched with a token for it, and for nothing less', async () => {
    const { files, mediaUrl, app, talk } = await withPrivateFile();
    expect((await fetch(mediaUrl)).status).toBe(401);
    const { tokens } = await files.tokens([app, talk]);
    expect(Object.keys(tokens)).toEqual([app, talk]);
    for (const token of Object.values(tokens)) {
      const file = await fetch(mediaUrl, { headers: { authorization: `Bearer ${token}` } });
      expect(await file.text()).toBe('a,b');
    }
  });

  test('has tokens for the client’s own app only', async () => {
    const { files } = await withPrivateFile();
    expect(await rejection(files.tokens(['/apps/5e1606762556d93e9c176f69']))).toMatchObject({
      kind: 'refused',
      code: 'forbidden',
    });
    expect(await rejection(files.tokens([]))).toMatchObject({ kind: 'refused', code: 'bad_request' });
  });
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

test('where a hostile host leads elsewhere, the credential does not follow', async () => {
  const asked: string[] = [];
  const smooch = createSmooch({
    credential: 'a token',
    async fetch(url) {
      asked.push(new URL(url).host);
      return new Response(null, { status: 302, headers: { location: 'https://evil.example/a.png' } });
    },
  });
  const error = await rejection(attachments(smooch).download('https://api.smooch.io/a.png'));
  expect(error).toMatchObject({ kind: 'protocol', code: 'REDIRECTED' });
  expect(asked).toEqual(['api.smooch.io']);
});

test.each(['file:///etc/passwd', 'a.png', ''])(
  'what is no address on the web is not asked for: %j',
  async (url) => {
    const { emulator, smooch } = await connect();
    expect(await rejection(attachments(smooch).download(url))).toMatchObject({ kind: 'usage' });
    expect(emulator.control.requests.all).toEqual([]);
  },
);
