import { existsSync, readFileSync } from 'node:fs';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import type { ImageSource, UploadOptions } from '../src/index.js';
import { parseUpload } from '../src/parse/upload.js';
import { accountOf, connect, connectTo, sent } from './emulator.js';

const folder = new URL('../../../../shared/fixtures/chatexchange/reconstructed/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');

/** A picture of one point. */
const png = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

describe.skipIf(!existsSync(folder))('answers as clients are known to read them:', () => {
  test('an address, and a refusal', () => {
    expect(parseUpload(read('upload-image-ok.html'))).toEqual({ url: 'https://i.sstatic.net/AbCdE.png' });
    expect(parseUpload(read('upload-image-error.html'))).toEqual({
      refusal: 'Failed to upload image; the format is not supported',
    });
  });
});

test.each([
  [
    `<script>var error = null; var result = "https:\\/\\/x.example\\/1.png";</script>`,
    'https://x.example/1.png',
  ],
  [
    `<script>var result = 'https://x.example/1.png?a=1\\u0026b=\\x32';var error='';</script>`,
    'https://x.example/1.png?a=1&b=2',
  ],
])('the address is read out of %s', (html, url) => {
  expect(parseUpload(html)).toEqual({ url });
});

test('a refusal is read to its end', () => {
  expect(parseUpload(`<script>var error = 'It\\'s "too" large';var result = null;</script>`)).toEqual({
    refusal: `It's "too" large`,
  });
});

test.each(['<h1>New!</h1>', "<script>var result = '';</script>", ''])(
  '%j is no answer to an upload',
  (html) => {
    expect(() => parseUpload(html)).toThrow('/upload/image has no result');
  },
);

const sources: Readonly<Record<string, readonly [ImageSource, UploadOptions, string, string]>> = {
  bytes: [png, {}, 'image.png', 'image/png'],
  'an ArrayBuffer with a name': [png.buffer, { name: 'dot.png' }, 'dot.png', 'image/png'],
  'a Blob': [new Blob([png], { type: 'image/png' }), {}, 'image.png', 'image/png'],
  'a Blob of no type': [new Blob([png]), {}, 'image.png', 'image/png'],
  'a File': [new File([png], 'mine.png', { type: 'image/png' }), {}, 'mine.png', 'image/png'],
  'a File under another name and type': [
    new File([png], 'mine.bin'),
    { name: 'a "b".gif', type: 'image/gif' },
    'a "b".gif',
    'image/gif',
  ],
};

test.each(Object.entries(sources))(
  '%s is uploaded, byte for byte',
  async (_what, [source, options, name, type]) => {
    let form: FormData | undefined;
    const { emulator, chat } = await connect({
      fetch: async (input, init) => {
        if (init?.body instanceof FormData) form = init.body;
        return fetch(input, init);
      },
    });
    const url = await chat.uploadImage(source, options);
    expect(url).toMatch(new RegExp(`^${emulator.url}/uploads/`));
    const copy = await fetch(url);
    expect(new Uint8Array(await copy.arrayBuffer())).toEqual(png);
    const part = form?.get('filename');
    expect(part).toMatchObject({ name, type });
    expect(form?.get('fkey')).toMatch(/^[\da-f]{32}$/);
    expect(sent(emulator).filter((line) => line.startsWith('POST /upload'))).toEqual(['POST /upload/image']);
  },
);

test('what is uploaded can be shown in a room', async () => {
  const { emulator, chat } = await connect();
  const url = await chat.uploadImage(png);
  await chat.getRoom(1).sendMessage(url);
  expect(emulator.control.messages(1).at(-1)).toMatchObject({ source: url });
});

test('the service gets a picture at its address', async () => {
  const { emulator, chat } = await connect();
  const url = await chat.uploadImage(new URL('https://pictures.example/dot.png'));
  const copy = await fetch(url, { redirect: 'manual' });
  expect(copy.headers.get('location')).toBe('https://pictures.example/dot.png');
  expect(emulator.control.requests.matching({ path: '/upload/image' })).toHaveLength(1);
});

test('what is no picture is refused, with what the service says', async () => {
  const { chat } = await connect();
  const words = new Blob(['words'], { type: 'image/png' });
  const error = await rejection(chat.uploadImage(words));
  expect(error).toMatchObject({ kind: 'refused', code: 'UPLOAD_REFUSED', retryable: false });
  expect((error as Error).message).toContain('the format is not supported');
});

test('who has too little reputation is told so', async () => {
  const { emulator, chat } = await connect();
  emulator.control.setReputation(accountOf(emulator).id, 19);
  const error = await rejection(chat.uploadImage(png));
  expect(error).toMatchObject({ kind: 'refused', code: 'REPUTATION' });
});

test('a stale fkey is renewed, and a picture sent again', async () => {
  const { emulator, chat } = await connect();
  await chat.login();
  emulator.control.rotateFkeys();
  emulator.control.faults.add({ match: { path: '/upload/image' }, fault: { kind: 'html', status: 404 } });
  expect(await chat.uploadImage(png)).toContain('/uploads/');
});

test('a page in place of the answer is told as what it is', async () => {
  const { emulator, chat } = await connect();
  await chat.login();
  emulator.control.faults.add({
    match: { path: '/upload/image' },
    fault: { kind: 'html', status: 200, body: '<h1>New!</h1>' },
  });
  expect(await rejection(chat.uploadImage(png))).toMatchObject({ kind: 'protocol', code: 'UNEXPECTED_PAGE' });
});

test('an abort ends an upload', async () => {
  const { chat } = await connect();
  expect(await rejection(chat.uploadImage(png, { signal: AbortSignal.abort('mine') }))).toBe('mine');
});

test('nobody uploads without an account', async () => {
  const { emulator } = await connect();
  const chat = connectTo(emulator, { email: undefined, password: undefined });
  expect(await rejection(chat.uploadImage(png))).toMatchObject({ kind: 'auth', code: 'NOT_LOGGED_IN' });
});

test.each<[string, unknown, UploadOptions]>([
  ['a path', '/tmp/dot.png', {}],
  ['nothing', undefined, {}],
  ['an address of a file', new URL('file:///tmp/dot.png'), {}],
  ['an empty picture', new Uint8Array(), {}],
  ['bytes of no known type', new Uint8Array([1, 2, 3]), {}],
  ['a text by its type', png, { type: 'text/plain' }],
])('%s is refused before anything is sent', async (_what, source, options) => {
  const { emulator, chat } = await connect();
  expect(await rejection(chat.uploadImage(source as ImageSource, options))).toMatchObject({
    kind: 'usage',
    code: 'INVALID_REQUEST',
  });
  expect(sent(emulator)).toEqual([]);
});
