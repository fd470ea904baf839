import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import type { MediaSource } from '../src/index.js';
import { maxMediaBytes } from '../src/media/collect.js';
import { typeOfName } from '../src/media/types.js';
import { connect, formOf, sent, type SmoochEmulator } from './emulator.js';

/** Bytes of all values, none of which is text in any encoding. */
const bytes = Uint8Array.from({ length: 70_000 }, (_, index) => (index * 7 + (index >> 8)) % 256);

/** What the service has kept. */
async function kept(address: string): Promise<Uint8Array> {
  return new Uint8Array(await (await fetch(address)).arrayBuffer());
}

/** The file that the service was sent, with whatever else was in the form. */
async function received(emulator: SmoochEmulator): Promise<{ file: File; role: unknown; fields: string[] }> {
  const request = emulator.control.requests.all.find(({ headers }) =>
    headers['content-type']?.startsWith('multipart/form-data'),
  );
  const form = await formOf(request);
  return { file: form.get('source') as File, role: form.get('role'), fields: [...form.keys()] };
}

function streamOf(chunks: readonly Uint8Array<ArrayBuffer>[]): ReadableStream<Uint8Array> {
  const rest = [...chunks];
  return new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      const chunk = rest.shift();
      if (chunk === undefined) controller.close();
      else controller.enqueue(chunk);
    },
  });
}

const sources: readonly (readonly [string, () => MediaSource])[] = [
  ['a Blob', () => new Blob([bytes])],
  ['a File', () => new File([bytes], 'of-its-own.gif')],
  ['an ArrayBuffer', () => bytes.slice().buffer],
  ['bytes', () => bytes],
  ['a part of a buffer', () => new Uint8Array(Uint8Array.of(9, ...bytes, 9).buffer, 1, bytes.length)],
  ['a Buffer', () => Buffer.from(bytes)],
  ['a DataView', () => new DataView(bytes.slice().buffer)],
  ['a stream', () => streamOf([bytes.subarray(0, 5), bytes.subarray(5, 60_000), bytes.subarray(60_000)])],
];

test.each(sources)('a picture from %s arrives byte for byte', async (_name, source) => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const { message } = await smooch.postMedia('b6518', source(), { name: 'plan.png' });
  expect(sent(emulator).map(([method, target]) => `${method} ${target}`)).toEqual([
    'POST /v1.1/appusers',
    'POST /v1.1/appusers/b6518/images',
  ]);
  const { file, role, fields } = await received(emulator);
  expect({ name: file.name, type: file.type, role, fields }).toEqual({
    name: 'plan.png',
    type: 'image/png',
    role: 'appUser',
    fields: ['source', 'role'],
  });
  expect(message).toMatchObject({ type: 'image', mediaType: 'image/png', mediaSize: bytes.length });
  if (message.type !== 'image') throw new Error('no picture');
  expect(Buffer.compare(await kept(message.mediaUrl), bytes)).toBe(0);
});

test.each(sources)('another file from %s arrives byte for byte', async (_name, source) => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const options = { name: 'terms.pdf', sentByMaker: true };
  const { message } = await smooch.postMedia('b6518', source(), options);
  if (message.type !== 'file') throw new Error('no file');
  expect(sent(emulator).slice(1)).toEqual([
    ['POST', '/v1.1/attachments?access=public', undefined],
    [
      'POST',
      '/v1.1/appusers/b6518/messages',
      { type: 'file', mediaUrl: message.mediaUrl, mediaType: 'application/pdf', role: 'appMaker' },
    ],
  ]);
  const { file, fields } = await received(emulator);
  expect({ name: file.name, type: file.type, fields }).toEqual({
    name: 'terms.pdf',
    type: 'application/pdf',
    fields: ['source'],
  });
  expect(message.role).toBe('appMaker');
  expect(Buffer.compare(await kept(message.mediaUrl), bytes)).toBe(0);
});

test('the business can send a picture, too', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const { message } = await smooch.postMedia('b6518', bytes, { name: 'a.jpg', sentByMaker: true });
  expect((await received(emulator)).role).toBe('appMaker');
  expect(message.role).toBe('appMaker');
});

const png = { type: 'image/png' };

test.each<readonly [string, MediaSource, { name?: string; type?: string }, string, string]>([
  [
    'what is given goes first',
    new File([bytes], 'a.gif', png),
    { name: 'b.pdf', type: 'text/csv' },
    'b.pdf',
    'text/csv',
  ],
  ['then what a File says', new File([bytes], 'a.gif', png), {}, 'a.gif', 'image/png'],
  ['then what a Blob says', new Blob([bytes], png), {}, 'file', 'image/png'],
  ['then the extension', new File([bytes], 'a.GIF'), {}, 'a.GIF', 'image/gif'],
  ['that of a name that is given', new File([bytes], 'a.gif'), { name: 'b.jpeg' }, 'b.jpeg', 'image/jpeg'],
  ['of bytes nothing is known', bytes, {}, 'file', 'application/octet-stream'],
  ['nor of a File without a name', new File([bytes], ''), {}, 'file', 'application/octet-stream'],
  ['a name may hold anything', bytes, { name: 'Größe "1"; a=b.png' }, 'Größe "1"; a=b.png', 'image/png'],
  [
    'a type may hold parameters',
    bytes,
    { name: 'a.txt', type: 'text/plain;charset=utf-8' },
    'a.txt',
    'text/plain;charset=utf-8',
  ],
])('name and type: %s', async (_rule, source, naming, name, type) => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  // Not everything here is a file that the service takes; what counts is what it was sent.
  await smooch.postMedia('b6518', source, naming).catch(() => undefined);
  const { file } = await received(emulator);
  expect({ name: file.name, type: file.type }).toEqual({ name, type });
});

test.each([
  ['a.png', 'image/png'],
  ['a.b.JPG', 'image/jpeg'],
  ['archive.7z', 'application/x-7z-compressed'],
  ['talk.m4a', 'audio/mp4'],
  ['film.mov', 'video/quicktime'],
  ['letter.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['png', 'image/png'],
  ['readme', 'application/octet-stream'],
  ['a.', 'application/octet-stream'],
  ['a.exe', 'application/octet-stream'],
  ['a.toString', 'application/octet-stream'],
])('the name %s tells %s', (name, type) => {
  expect(typeOfName(name)).toBe(type);
});

test('when the second call fails, the upload stays and the error is that of the message', async () => {
  const { emulator, smooch } = await connect();
  const error = await rejection(smooch.postMedia('nobody', bytes, { name: 'terms.pdf' }));
  expect(error).toMatchObject({ kind: 'refused', code: 'not_found' });
  expect(String(error)).toContain('POST /appusers/nobody/messages');
  expect(sent(emulator).map(([, target]) => target)).toEqual([
    '/v1.1/attachments?access=public',
    '/v1.1/appusers/nobody/messages',
  ]);
});

test('an answer to the upload without an address ends there', async () => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ fault: { kind: 'status', status: 201, body: '{}' } });
  expect(await rejection(smooch.postMedia('b6518', bytes, { name: 'terms.pdf' }))).toMatchObject({
    name: 'SmoochError',
    kind: 'protocol',
    code: 'UNEXPECTED_ANSWER',
  });
  expect(emulator.control.requests.all).toHaveLength(1);
});

test('a file that the service does not take is refused in its words', async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  expect(await rejection(smooch.postMedia('b6518', bytes, { name: 'setup.exe' }))).toMatchObject({
    kind: 'refused',
    code: 'unsupported_media_type',
    status: 415,
  });
});

test('media is sent again after a limit, whole', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  emulator.control.faults.add({ fault: { kind: 'status', status: 429, headers: { 'retry-after': '0' } } });
  const { message } = await smooch.postMedia('b6518', streamOf([bytes]), { name: 'plan.png' });
  if (message.type !== 'image') throw new Error('no picture');
  expect(Buffer.compare(await kept(message.mediaUrl), bytes)).toBe(0);
  expect(emulator.control.requests.all.filter(({ path }) => path.endsWith('/images'))).toHaveLength(2);
});

test('50 MB are taken', { timeout: 60_000 }, async () => {
  const { smooch } = await connect();
  await smooch.precreateUser('b6518');
  const { message } = await smooch.postMedia('b6518', new Uint8Array(maxMediaBytes), { name: 'big.png' });
  expect(message).toMatchObject({ mediaSize: maxMediaBytes });
});

test('a stream that is too long is not read to its end', async () => {
  const { smooch } = await connect();
  let cancelled = false;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(8 * 1024 * 1024)),
    cancel: () => {
      cancelled = true;
    },
  });
  expect(await rejection(smooch.postMedia('b6518', endless))).toMatchObject({ kind: 'usage' });
  expect(cancelled).toBe(true);
});

test('a signal ends the reading of a stream, which hears why', async () => {
  const { emulator, smooch } = await connect();
  const controller = new AbortController();
  let heard: unknown;
  const silent = new ReadableStream<Uint8Array>({
    cancel: (reason) => {
      heard = reason;
    },
  });
  const call = smooch.postMedia('b6518', silent, { signal: controller.signal });
  const reason = new Error('enough');
  setTimeout(() => controller.abort(reason), 10);
  expect(await rejection(call)).toBe(reason);
  expect(heard).toBe(reason);
  expect(await rejection(smooch.postMedia('b6518', streamOf([bytes]), { signal: controller.signal }))).toBe(
    reason,
  );
  expect(emulator.control.requests.all).toEqual([]);
});

test('an error of the stream comes back untouched', async () => {
  const { smooch } = await connect();
  const reason = new Error('the disk is gone');
  const broken = new ReadableStream<Uint8Array>({ start: (controller) => controller.error(reason) });
  expect(await rejection(smooch.postMedia('b6518', broken))).toBe(reason);
});

test('a type that would end its line is none', async () => {
  const { emulator, smooch } = await connect();
  const type = 'text/plain\r\nx-other: 1';
  expect(await rejection(smooch.postMedia('b6518', bytes, { type }))).toMatchObject({ kind: 'usage' });
  expect(emulator.control.requests.all).toEqual([]);
});

test('a stream of text, or one that somebody reads, is refused', async () => {
  const { smooch } = await connect();
  const text = new ReadableStream({ start: (controller) => controller.enqueue('text') });
  expect(await rejection(smooch.postMedia('b6518', text as ReadableStream<Uint8Array>))).toMatchObject({
    kind: 'usage',
  });
  const busy = streamOf([bytes]);
  busy.getReader();
  expect(await rejection(smooch.postMedia('b6518', busy))).toMatchObject({ kind: 'usage' });
});
