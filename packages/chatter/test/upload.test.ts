import type { RecordedRequest } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  at,
  community,
  connect,
  message,
  postWithFile,
  upload,
  type UploadProgress,
  type UploadSource,
} from '../src/index.js';
import { setUp, type Setup } from './setup.js';

const usage = expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error;
const fileId = '069E0000000Fpox';

/** Lets the next requests to a path be answered with something. */
function answer({ emulator }: Setup, path: RegExp, status: number, ...bodies: object[]): void {
  for (const body of bodies) {
    emulator.control.faults.add({
      match: { path },
      fault: { kind: 'status', status, body: JSON.stringify(body) },
    });
  }
}

interface SentPart {
  readonly head: string;
  readonly body: string;
}

/** The parts of a request, to the letter. */
function partsOf(request: RecordedRequest | undefined): SentPart[] {
  const [, boundary = ''] = /boundary=(.+)$/.exec(request?.headers['content-type'] ?? '') ?? [];
  const pieces = (request?.text ?? '').split(`--${boundary}`);
  expect(pieces[0]).toBe('');
  expect(pieces.at(-1)).toBe('--\r\n');
  return pieces.slice(1, -1).map((piece) => {
    const [head = '', ...body] = piece.split('\r\n\r\n');
    return { head: head.trim(), body: body.join('\r\n\r\n').slice(0, -2) };
  });
}

const last = ({ emulator }: Setup): RecordedRequest | undefined => emulator.control.requests.all.at(-1);

/** A stream that comes in pieces. */
function streamOf(...words: readonly string[]): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      for (const word of words) controller.enqueue(new TextEncoder().encode(word));
      controller.close();
    },
  });
}

describe('an upload', () => {
  test('goes in two parts: what is said, then the bytes', async () => {
    const setup = await setUp();
    answer(setup, /files\/users\/me$/, 201, { id: fileId, title: 'plan.txt' });
    const file = await upload(setup.chatter, new File(['bytes\r\n--of it'], 'plan.txt'), { desc: 'A plan' });
    expect(file).toEqual({ id: fileId, title: 'plan.txt' });
    expect(last(setup)).toMatchObject({
      method: 'POST',
      path: '/services/data/v66.0/connect/files/users/me',
      headers: { 'content-type': expect.stringMatching(/^multipart\/form-data; boundary=/) as string },
    });
    expect(partsOf(last(setup))).toEqual([
      {
        head: 'content-disposition: form-data; name="json"\r\ncontent-type: application/json; charset=UTF-8',
        body: '{"title":"plan.txt","desc":"A plan"}',
      },
      {
        head:
          'content-disposition: form-data; name="fileData"; filename="plan.txt"\r\n' +
          'content-type: application/octet-stream',
        body: 'bytes\r\n--of it',
      },
    ]);
  });

  test.each([
    ['a Blob', new Blob(['abc'])],
    ['bytes', new TextEncoder().encode('abc')],
    ['a part of a buffer', new Uint8Array([120, 97, 98, 99, 120]).subarray(1, 4)],
    ['a buffer', new Uint8Array([97, 98, 99]).buffer],
    ['a stream', streamOf('a', 'bc')],
  ] as [string, UploadSource][])('can be of %s', async (_what, source) => {
    const setup = await setUp();
    answer(setup, /files/, 201, { id: fileId, title: 'file' });
    await upload(setup.chatter, source);
    expect(partsOf(last(setup)).map(({ body }) => body)).toEqual(['{"title":"file"}', 'abc']);
  });

  test('is called what it is told to be, safely', async () => {
    const setup = await setUp();
    answer(setup, /files/, 201, { id: fileId });
    await upload(setup.chatter, new Blob(['x']), { title: 'Größe' }, { name: 'a"b\r\nc: ü.txt' });
    const [json, bytes] = partsOf(last(setup));
    expect(json?.body).toBe('{"title":"Größe"}');
    expect(bytes?.head.split('\r\n')[0]).toBe(
      'content-disposition: form-data; name="fileData"; filename="a%22b%0D%0Ac: ü.txt"',
    );
  });

  test('stays in its community', async () => {
    const setup = await setUp();
    answer(setup, /files/, 201, { id: fileId });
    await upload(community(setup.chatter, 'internal'), new Blob(['x']));
    expect(last(setup)?.path).toBe('/services/data/v66.0/connect/communities/internal/files/users/me');
  });

  test('has the names of its parts by where it goes', async () => {
    const setup = await setUp();
    const { chatter } = setup;
    const root = connect(chatter);
    const source = new File(['x'], 'x.png');
    const places = [
      [root._('files')._(fileId), undefined, 'fileData', undefined],
      [root._('user-profiles')._('me')._('photo'), { cropSize: 120 }, 'fileUpload', '{"cropSize":120}'],
      [root._('user-profiles')._('me')._('banner-photo'), undefined, 'fileUpload', undefined],
      [chatter._('groups')._('0F9E0000000Fpox')._('photo'), undefined, 'fileUpload', undefined],
      [
        root._('folders')._('root')._('items'),
        { type: 'File' },
        'fileData',
        '{"type":"File","file":{"title":"x.png"}}',
      ],
      [
        at(chatter, '/services/data/v66.0/chatter/feed-elements/0D5E0000000Fpox/capabilities/comments/items'),
        { body: message`Look` },
        'feedElementFileUpload',
        '{"body":{"messageSegments":[{"type":"Text","text":"Look"}]},"capabilities":{"content":{"title":"x.png"}}}',
      ],
    ] as const;
    for (const [node, input, name, json] of places) {
      answer(setup, /./, 201, {});
      await upload(node, source, input);
      const parts = partsOf(last(setup));
      expect(parts.at(-1)?.head).toContain(`name="${name}"; filename="x.png"`);
      expect(parts.slice(0, -1).map(({ body }) => body)).toEqual(json === undefined ? [] : [json]);
    }
  });

  test('tells how far it is, while it is sent', async () => {
    const setup = await setUp();
    answer(setup, /files/, 201, { id: fileId });
    const size = 3_000_000;
    const told: UploadProgress[] = [];
    const onProgress = (progress: UploadProgress): void => void told.push(progress);
    await upload(setup.chatter, new Blob([new Uint8Array(size)]), {}, { onProgress });
    expect(told.length).toBeGreaterThan(3);
    expect(told.at(-1)).toEqual({ sentBytes: size, totalBytes: size });
    expect(told.every(({ sentBytes }, index) => sentBytes > (told[index - 1]?.sentBytes ?? 0))).toBe(true);
    expect(last(setup)?.body.length).toBeGreaterThan(size);
  });

  test('tells of a stream what has gone, though not what is to come', async () => {
    const setup = await setUp();
    answer(setup, /files/, 201, { id: fileId });
    const told: UploadProgress[] = [];
    const source = streamOf('a', 'bc');
    await upload(setup.chatter, source, {}, { onProgress: (progress) => told.push(progress) });
    expect(told).toEqual([
      { sentBytes: 1, totalBytes: undefined },
      { sentBytes: 3, totalBytes: undefined },
    ]);
  });

  test('whose source fails says so, and why', async () => {
    const { chatter } = await setUp();
    const cause = new Error('The disk is gone.');
    const failing = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(cause);
      },
    });
    const error = await rejection(upload(chatter, failing));
    expect(error).toMatchObject({ kind: 'network', code: 'NETWORK', retryable: false, cause });
    expect(error).toHaveProperty(
      'message',
      'chatter: POST /connect/files/users/me ended early: its file failed',
    );
  });

  test('of a file survives a session that is over, one of a stream is sent once', async () => {
    const setup = await setUp();
    const { emulator, chatter } = setup;
    emulator.control.expireSessions();
    expect(await upload(chatter, new Blob(['x']), { title: 'Words' })).toMatchObject({ title: 'Words' });
    expect(emulator.control.requests.matching({ path: /files/ })).toHaveLength(2);
    emulator.control.requests.clear();
    emulator.control.expireSessions();
    const error = await rejection(upload(chatter, streamOf('x')));
    expect(error).toMatchObject({ kind: 'auth', code: 'INVALID_SESSION_ID' });
    expect(emulator.control.requests.matching({ path: /files/ })).toHaveLength(1);
  });

  test.each([
    ['before it begins', 1],
    ['on its way', 3],
  ])('ends with its signal %s, and lets go of its stream', async (_when, count) => {
    const { chatter } = await setUp();
    const controller = new AbortController();
    let pulls = 0;
    let cancelled = false;
    const source = new ReadableStream<Uint8Array>({
      pull(stream) {
        pulls += 1;
        stream.enqueue(new Uint8Array(70_000));
        if (pulls !== count) return undefined;
        controller.abort('enough');
        return new Promise(() => undefined);
      },
      cancel() {
        cancelled = true;
      },
    });
    const { signal } = controller;
    expect(await rejection(upload(chatter, source, {}, { signal }))).toBe('enough');
    await expect.poll(() => cancelled).toBe(true);
  });

  test.each([['a text'], [null], [undefined], [{}]])('cannot be of %j', async (source) => {
    const { emulator, chatter } = await setUp();
    expect(await rejection(upload(chatter, source as Blob))).toEqual(usage);
    expect(emulator.control.requests.all).toEqual([]);
  });
});

describe('a post with files', () => {
  const post = { subjectId: 'me', body: message`Here it is` };

  test('is the upload of each and then a post of all', async () => {
    const setup = await setUp();
    const other = '069E0000000FpoyIAC';
    answer(setup, /files\/users\/me$/, 201, { id: fileId, title: 'a.txt' }, { id: other, title: 'B' });
    answer(setup, /feed-elements$/, 201, { id: '0D5E0000000Fpox' });
    const uploaded: string[] = [];
    const made = await postWithFile(
      setup.chatter,
      [new File(['a'], 'a.txt'), { source: new Blob(['b']), title: 'B' }],
      { ...post, capabilities: { files: { items: [{ id: '069000000000001' }] } } },
      { onUploaded: ({ id }) => uploaded.push(id) },
    );
    expect(made).toEqual({ id: '0D5E0000000Fpox' });
    expect(uploaded).toEqual([fileId, other]);
    const { all } = setup.emulator.control.requests;
    expect(all.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'POST /services/data/v66.0/connect/files/users/me',
      'POST /services/data/v66.0/connect/files/users/me',
      'POST /services/data/v66.0/chatter/feed-elements',
    ]);
    expect(all[2]?.json).toEqual({
      feedElementType: 'FeedItem',
      ...post,
      capabilities: { files: { items: [{ id: '069000000000001' }, { id: fileId }, { id: other }] } },
    });
  });

  test('that fails says which files are there', async () => {
    const setup = await setUp();
    answer(setup, /files/, 201, { id: fileId, title: 'a.txt' });
    answer(setup, /feed-elements$/, 403, [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'No' }]);
    const error = await rejection(postWithFile(setup.chatter, new Blob(['a']), post));
    expect(error).toMatchObject({
      name: 'PostWithFileError',
      kind: 'refused',
      code: 'INSUFFICIENT_ACCESS',
      status: 403,
      retryable: false,
      fileIds: [fileId],
      message: expect.stringMatching(/uploaded already: 069E0000000Fpox$/) as string,
    });
  });

  test('is not posted when a file of it fails', async () => {
    const setup = await setUp();
    answer(setup, /files/, 201, { id: fileId });
    answer(setup, /files/, 400, [{ errorCode: 'INVALID_OPERATION', message: 'No' }]);
    const error = await rejection(postWithFile(setup.chatter, [new Blob(['a']), new Blob(['b'])], post));
    expect(error).toMatchObject({ code: 'INVALID_OPERATION', fileIds: [fileId] });
    expect(setup.emulator.control.requests.matching({ path: /feed-elements/ })).toEqual([]);
  });

  test('whose first upload fails is that error', async () => {
    const setup = await setUp();
    answer(setup, /files/, 400, [{ errorCode: 'INVALID_OPERATION', message: 'No' }]);
    const error = await rejection(postWithFile(setup.chatter, new Blob(['a']), post));
    expect(error).toMatchObject({ name: 'ChatterError', code: 'INVALID_OPERATION' });
  });

  test.each([[0], [11]])('has no %d files', async (count) => {
    const { emulator, chatter } = await setUp();
    const files = Array.from({ length: count }, () => new Blob(['x']));
    expect(await rejection(postWithFile(chatter, files, post))).toEqual(usage);
    expect(emulator.control.requests.all).toEqual([]);
  });
});
