import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { rejection } from '@x/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { attachments, createSmooch, messages } from '../src/index.js';
import { connect, sent } from './emulator.js';

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
