import { rejection } from '@x/testkit';
import { startChatterEmulator } from '@x/emulators';
import { expect, onTestFinished, test } from 'vitest';
import { message, pages, toText, type FeedElementPage } from '../src/index.js';
import { setUp } from './setup.js';

test('a feed comes element by element, page by page, each address as the service gave it', async () => {
  const { emulator, chatter } = await setUp();
  const seen: string[] = [];
  for await (const element of pages(chatter.feeds.news.me.feed_elements, { pageSize: 10 }))
    seen.push(element.id);
  const { all } = emulator.control.requests;
  expect(all.length).toBeGreaterThanOrEqual(3);
  expect(seen.length).toBeGreaterThan(20);
  expect(new Set(seen).size).toBe(seen.length);
  expect(all[0]?.query.get('pageSize')).toBe('10');
  for (const { query } of all.slice(1)) expect(query.get('page')).toBeTruthy();
});

test('nothing is asked until it is iterated, and no page more than needed', async () => {
  const { emulator, chatter } = await setUp();
  const feed = pages(chatter.feeds.news.me.feed_elements, { pageSize: 10 });
  expect(emulator.control.requests.all).toHaveLength(0);
  expect(await feed.toArray(5)).toHaveLength(5);
  expect(emulator.control.requests.all).toHaveLength(1);
});

test('posts that arrive meanwhile move nothing', async () => {
  const { emulator, chatter } = await setUp();
  const expected = (await pages(chatter.feeds.news.me.feed_elements).toArray()).map(({ id }) => id);
  const seen: string[] = [];
  for await (const element of pages(chatter.feeds.news.me.feed_elements, { pageSize: 5 })) {
    seen.push(element.id);
    if (seen.length === 7) emulator.control.addPost(emulator.credentials.userId, 'just now');
  }
  expect(seen).toEqual(expected);
});

test('pages can be had whole', async () => {
  const { chatter } = await setUp();
  const whole: FeedElementPage[] = [];
  for await (const page of pages(chatter.feeds.news.me.feed_elements, { pageSize: 10 }).pages())
    whole.push(page);
  expect(whole.at(-1)?.nextPageUrl).toBeNull();
  expect(whole[0]?.elements).toHaveLength(10);
});

test('other lists are paged alike', async () => {
  const { chatter } = await setUp();
  const names = await pages(chatter.users, { pageSize: 1 }).toArray();
  expect(names.length).toBeGreaterThanOrEqual(2);
  expect(names[0]).toHaveProperty('username');
});

test('a page that leads back to itself ends the list', async () => {
  const { emulator, chatter } = await setUp();
  const elements = await chatter.feeds.news.me.feed_elements({ pageSize: 2 });
  const looped = { ...elements, nextPageUrl: elements.currentPageUrl };
  emulator.control.faults.add({
    match: { path: /feed-elements$/ },
    fault: { kind: 'status', status: 200, body: JSON.stringify(looped) },
    times: Infinity,
  });
  expect(await pages(chatter.feeds.news.me.feed_elements).toArray()).toHaveLength(4);
});

test.each([
  ['whole', (url: string) => url],
  ['with the path of a site', () => '/site'],
])('an address of a page that is given %s leads to where the client is', async (_how, beginning) => {
  const { emulator, chatter } = await setUp();
  const feed = chatter.feeds.news.me.feed_elements;
  const expected = await pages(feed, { pageSize: 10 }).toArray();
  const first = await feed({ pageSize: 10 });
  const address = `${beginning(emulator.url)}${first.nextPageUrl}`;
  expect(await pages(chatter, { ...first, nextPageUrl: address }).toArray()).toEqual(expected);
});

test('an address of a page on another host gets no credential there', async () => {
  const other = await startChatterEmulator();
  onTestFinished(() => other.close());
  const { chatter } = await setUp();
  const first = await chatter.users({ pageSize: 1 });
  const page = { ...first, nextPageUrl: `${other.url}${first.nextPageUrl}` };
  expect(await pages(chatter, page).toArray()).toHaveLength(2);
  expect(other.control.requests.all).toEqual([]);
});

test('an abort ends the iteration with its reason', async () => {
  const { chatter } = await setUp();
  const controller = new AbortController();
  const feed = pages(chatter.feeds.news.me.feed_elements, { pageSize: 2 }, { signal: controller.signal });
  let count = 0;
  const error = await rejection(
    (async () => {
      for await (const element of feed) if (element.id !== '' && ++count === 2) controller.abort('enough');
    })(),
  );
  expect(error).toBe('enough');
  expect(count).toBe(2);
});

test('a session that expires between two pages is no matter', async () => {
  const { emulator, chatter } = await setUp();
  let count = 0;
  for await (const element of pages(chatter.feeds.news.me.feed_elements, { pageSize: 10 })) {
    if (element.id !== '' && ++count % 10 === 0) emulator.control.expireSessions();
  }
  expect(count).toBeGreaterThan(20);
});

test('what is no chain is refused', () => {
  expect(() => pages((() => undefined) as never)).toThrow(
    expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error,
  );
});

test('a page that is here already is not asked for again', async () => {
  const { emulator, chatter } = await setUp();
  const all = (await pages(chatter.feeds.news.me.feed_elements).toArray()).map(({ id }) => id);
  const first = await chatter.feeds.news.me.feed_elements({ pageSize: 10 });
  const before = emulator.control.requests.all.length;
  const list = pages(chatter, first);
  expect((await list.toArray(10)).map(({ id }) => id)).toEqual(all.slice(0, 10));
  expect(emulator.control.requests.all).toHaveLength(before);
  expect((await list.toArray()).map(({ id }) => id)).toEqual(all);
});

test('comments that came with a post are a page like any other', async () => {
  const { chatter } = await setUp();
  const [element] = await pages(chatter.feeds.news.me.feed_elements).toArray(1);
  const page = element?.capabilities.comments?.page ?? { items: ['none'], nextPageUrl: null };
  expect(page).toHaveProperty('total');
  expect(await pages(chatter, page).toArray()).toEqual(page.items);
});

test('comments that did not come with their post follow page by page', async () => {
  const { emulator, chatter } = await setUp();
  const post = await chatter.feeds.news.me.feed_items.post({ text: 'Count!' });
  const { items } = chatter.feed_elements._(post.id).capabilities.comments;
  const words = Array.from({ length: 12 }, (_each, index) => `comment ${index}`);
  for (const each of words) await items.post({ body: message(each) });
  const element = await chatter.feed_elements._(post.id).get();
  const page = element.feedElementType === 'FeedItem' ? element.capabilities.comments?.page : undefined;
  const embedded = page?.items?.length ?? 0;
  expect(page).toMatchObject({ total: 12 });
  expect(embedded).toBeLessThan(12);
  emulator.control.requests.clear();
  const all = await pages(chatter, page ?? { nextPageUrl: null, items: [] }).toArray();
  expect(new Set(all.map(({ body }) => toText(body)))).toEqual(new Set(words));
  expect(all).toHaveLength(12);
  expect(emulator.control.requests.all.length).toBeGreaterThanOrEqual(1);
});

test.each([
  ['feed', 101],
  ['feed', 0],
  ['feed', 2.5],
  ['users', 251],
  ['users', Number.NaN],
] as const)('a page of %s cannot have %d items', async (list, pageSize) => {
  const { emulator, chatter } = await setUp();
  const ask = (): unknown =>
    list === 'feed'
      ? pages(chatter.feeds.news.me.feed_elements, { pageSize })
      : pages(chatter.users, { pageSize });
  expect(ask).toThrow(expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error);
  expect(emulator.control.requests.all).toEqual([]);
});

test('the longest pages that are documented are taken', async () => {
  const { chatter } = await setUp();
  expect(await pages(chatter.users, { pageSize: 250 }).toArray()).not.toEqual([]);
  expect(await pages(chatter.feeds.news.me.feed_elements, { pageSize: 100 }).toArray()).not.toEqual([]);
});
