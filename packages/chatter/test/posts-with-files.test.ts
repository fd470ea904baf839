import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import {
  community,
  connect,
  download,
  message,
  postWithFile,
  PostWithFileError,
  type FeedItem,
} from '../src/index.js';
import { setUp } from './setup.js';

const words = { subjectId: 'me', body: message`Here it is` };
const titlesOf = (post: FeedItem): unknown[] =>
  post.capabilities.files?.items.map(({ title }) => title) ?? [];

test('a post with one file shows it to whoever sees the post', async () => {
  const { chatter } = await setUp();
  const post = await postWithFile(chatter, new File(['the plan'], 'plan.txt'), words);
  expect(post).toMatchObject({ type: 'ContentPost', body: { text: 'Here it is' } });
  expect(titlesOf(post)).toEqual(['plan.txt']);
  const read = await chatter.feed_elements._(post.id)();
  const [file] = read.capabilities.files?.items ?? [];
  expect(await (await download(connect(chatter).files._(file?.id ?? '').content)).text()).toBe('the plan');
});

test('a post with several files has them in their order, after those that were there', async () => {
  const { chatter } = await setUp();
  const earlier = await postWithFile(chatter, new File(['0'], 'earlier.txt'), words);
  const [{ id } = { id: '' }] = earlier.capabilities.files?.items ?? [];
  const files = [new File(['1'], 'one.txt'), { source: new Blob(['2']), title: 'two.txt', desc: 'Two' }];
  const capabilities = { files: { items: [{ id }] } };
  const post = await postWithFile(chatter, files, { ...words, capabilities });
  expect(post.type).toBe('ContentPost');
  expect(titlesOf(post)).toEqual(['earlier.txt', 'one.txt', 'two.txt']);
});

test('a post may be nothing but its file', async () => {
  const { chatter } = await setUp();
  const post = await postWithFile(chatter, new File(['x'], 'plan.txt'), { subjectId: 'me' });
  expect(titlesOf(post)).toEqual(['plan.txt']);
});

test('of a post that fails the file is there, can be posted, and can be deleted', async () => {
  const { emulator, chatter } = await setUp();
  const posts = emulator.control.posts().length;
  const nowhere = { ...words, subjectId: '005000000000001' };
  const error = await rejection(postWithFile(chatter, new File(['x'], 'plan.txt'), nowhere));
  if (!(error instanceof PostWithFileError)) throw error;
  expect(error).toMatchObject({ kind: 'refused', status: 404, code: 'NOT_FOUND', retryable: false });
  expect(error.fileIds).toHaveLength(1);
  expect(error.message).toContain(error.fileIds[0]);
  expect(emulator.control.posts()).toHaveLength(posts);
  const [id = ''] = error.fileIds;
  const file = connect(chatter).files._(id);
  expect(await file()).toMatchObject({ id, title: 'plan.txt' });
  const post = await chatter.feed_elements.post({
    feedElementType: 'FeedItem',
    ...words,
    capabilities: { files: { items: error.fileIds.map((each) => ({ id: each })) } },
  });
  expect(titlesOf(post)).toEqual(['plan.txt']);
  await file.delete();
  expect(await rejection(file())).toMatchObject({ status: 404, code: 'NOT_FOUND' });
});

test('a post with a file goes through a community', async () => {
  const { chatter } = await setUp();
  const [site] = (await connect(chatter).communities()).communities;
  const there = community(chatter, site?.id ?? '');
  const post = await postWithFile(there, new File(['x'], 'plan.txt'), words);
  expect(post.url).toContain(`/connect/communities/${site?.id}/chatter/feed-elements/`);
  expect(titlesOf(post)).toEqual(['plan.txt']);
});

test('a post with a file outlives its session, and is there once', async () => {
  const { emulator, chatter } = await setUp();
  emulator.control.expireSessions();
  await postWithFile(chatter, new File(['x'], 'once.txt'), { ...words, body: message`Once` });
  expect(emulator.control.tokenRequests).toBe(1);
  expect(emulator.control.posts().filter(({ text }) => text === 'Once')).toHaveLength(1);
  const { files } = await connect(chatter).files.users.me({ pageSize: 100 });
  expect(files.filter(({ title }) => title === 'once.txt')).toHaveLength(1);
});
