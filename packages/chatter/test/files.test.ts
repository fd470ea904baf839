import { rejection } from '@x/testkit';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  at,
  batch,
  call,
  community,
  connect,
  download,
  message,
  upload,
  type Chatter,
  type FileSummary,
  type UploadSource,
} from '../src/index.js';
import { setUp } from './setup.js';

/** Bytes of every value, among them line breaks and what looks like the end of a part. */
const bytes: Uint8Array<ArrayBuffer> = Uint8Array.from([
  ...Array.from({ length: 256 }, (_byte, index) => index),
  ...new TextEncoder().encode('\r\n--boundary--\r\n'),
]);
const checksum = createHash('md5').update(bytes).digest('hex');

const bytesOf = async (answer: Promise<Response>): Promise<Uint8Array> =>
  new Uint8Array(await (await answer).arrayBuffer());

const ownFiles = async (chatter: Chatter): Promise<readonly FileSummary[]> =>
  (await connect(chatter).files.users.me({ pageSize: 100 })).files;

describe('what is uploaded', () => {
  test.each([
    ['a Blob', () => new Blob([bytes])],
    ['bytes', () => bytes],
    ['a part of a buffer', () => new Uint8Array([1, ...bytes, 2]).subarray(1, -1)],
    ['a buffer', () => bytes.buffer],
    ['a stream', () => new Blob([bytes]).stream()],
    ['a File', () => new File([bytes], 'every.bin')],
  ] as [string, () => UploadSource][])('as %s is downloaded to the byte', async (_what, source) => {
    const { chatter } = await setUp();
    const file = await upload(chatter, source(), { title: 'every.bin', desc: 'All of them' });
    expect(file).toMatchObject({
      title: 'every.bin',
      description: 'All of them',
      contentSize: bytes.length,
      checksum,
      versionNumber: '1',
    });
    expect(await bytesOf(download(connect(chatter).files._(file.id).content))).toEqual(bytes);
    expect(await bytesOf(download(at(chatter, file.downloadUrl ?? '')))).toEqual(bytes);
  });

  test('of nothing is an empty file', async () => {
    const { chatter } = await setUp();
    const file = await upload(chatter, new Blob([]), { title: 'nothing' });
    expect(file.contentSize).toBe(0);
    expect(await bytesOf(download(connect(chatter).files._(file.id).content))).toHaveLength(0);
  });

  test('is called as the File was, or file', async () => {
    const { chatter } = await setUp();
    const named = await upload(chatter, new File(['x'], 'Größe "2".txt'));
    expect(named).toMatchObject({ title: 'Größe "2".txt', fileExtension: 'txt', mimeType: 'text/plain' });
    expect(await upload(chatter, new Blob(['x']))).toMatchObject({ title: 'file' });
  });

  test('to a file is a new version of it, and the first stays', async () => {
    const { chatter } = await setUp();
    const { id } = await upload(chatter, new File(['one'], 'plan.txt'));
    const file = connect(chatter).files._(id);
    const second = await upload(file, new Blob(['two!']), { desc: 'The second' });
    expect(second).toMatchObject({
      id,
      versionNumber: '2',
      contentSize: 4,
      title: 'plan.txt',
      description: 'The second',
    });
    expect(await (await download(file.content)).text()).toBe('two!');
    expect(await (await download(file.content, { versionNumber: 1 })).text()).toBe('one');
    expect(await (await download(file.content, { versionNumber: 2 })).text()).toBe('two!');
  });

  test('to a folder is in it', async () => {
    const { chatter } = await setUp();
    const { folders } = connect(chatter);
    const made = await folders._('root').items.post({ type: 'Folder', folder: { name: 'Plans' } });
    const { items } = folders._(made.folder?.id ?? '');
    const item = await upload(items, new File(['x'], 'plan.txt'), { type: 'File' });
    expect(item).toMatchObject({ type: 'File', file: { title: 'plan.txt', contentSize: 1 } });
    expect((await items()).items.map(({ file }) => file?.id)).toEqual([item.file?.id]);
  });

  test('with a comment hangs on it', async () => {
    const { chatter } = await setUp();
    const post = await chatter.feed_elements.post({
      feedElementType: 'FeedItem',
      subjectId: 'me',
      body: message`Where is it?`,
    });
    const comments = chatter.feed_elements._(post.id).capabilities.comments.items;
    const comment = await upload(comments, new File([bytes], 'receipt.bin'), { body: message`Here` });
    expect(comment).toMatchObject({
      type: 'ContentComment',
      body: { text: 'Here' },
      capabilities: { content: { title: 'receipt.bin', fileSize: String(bytes.length) } },
    });
    const { id = '' } = comment.capabilities?.content ?? {};
    expect(await bytesOf(download(connect(chatter).files._(id).content))).toEqual(bytes);
  });

  test('in a community is a file like any other', async () => {
    const { chatter } = await setUp();
    const [site] = (await connect(chatter).communities()).communities;
    const there = community(chatter, site?.id ?? 'internal');
    const file = await upload(there, new Blob([bytes]), { title: 'every.bin' });
    expect(file).toMatchObject({ checksum, contentSize: bytes.length });
    expect(file.url).toContain(`/connect/communities/${site?.id}/files/`);
    expect(await bytesOf(download(connect(there).files._(file.id).content))).toEqual(bytes);
  });

  test('is there once, though its session was over', async () => {
    const { emulator, chatter } = await setUp();
    const before = (await ownFiles(chatter)).length;
    emulator.control.expireSessions();
    const file = await upload(chatter, new Blob([bytes]), { title: 'once.bin' });
    expect(file.checksum).toBe(checksum);
    expect(emulator.control.tokenRequests).toBe(1);
    const files = await ownFiles(chatter);
    expect(files).toHaveLength(before + 1);
    expect(files.filter(({ title }) => title === 'once.bin')).toHaveLength(1);
  });

  test('as a stream is not there when its session was over, and can be sent anew', async () => {
    const { emulator, chatter } = await setUp();
    const before = (await ownFiles(chatter)).length;
    emulator.control.expireSessions();
    const error = await rejection(upload(chatter, new Blob([bytes]).stream(), { title: 'a stream' }));
    expect(error).toMatchObject({ kind: 'auth', code: 'INVALID_SESSION_ID' });
    expect(await ownFiles(chatter)).toHaveLength(before);
    await upload(chatter, new Blob([bytes]).stream(), { title: 'a stream' });
    expect(await ownFiles(chatter)).toHaveLength(before + 1);
  });

  test('in a batch stands beside its other calls', async () => {
    const { chatter } = await setUp();
    const post = await chatter.feeds.news.me.feed_items.post({ text: 'Where is it?' });
    const comments = chatter.feed_elements._(post.id).capabilities.comments.items;
    const [file, comment, me] = await batch(chatter, [
      call(connect(chatter).files.users.me, 'POST', {}, { file: new File([bytes], 'every.bin') }),
      call(comments, 'POST', { body: message`Here` }, { file: new Blob(['x']), fileName: 'x.txt' }),
      chatter.users.me,
    ]);
    if (!file.ok) throw file.error;
    expect([file.status, file.value.title, file.value.checksum]).toEqual([201, 'every.bin', checksum]);
    expect(await bytesOf(download(connect(chatter).files._(file.value.id).content))).toEqual(bytes);
    expect(comment).toMatchObject({
      status: 201,
      value: { type: 'ContentComment', capabilities: { content: { title: 'x.txt' } } },
    });
    expect(me).toMatchObject({ status: 200 });
  });
});
