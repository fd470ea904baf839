import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { pages, type FeedElementPage } from '../src/index.js';
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
