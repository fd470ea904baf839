import { describe, expect, test } from 'vitest';
import {
  at,
  bold,
  message,
  type Comment,
  type FeedElement,
  type FeedElementPage,
  type FeedItem,
  type Like,
} from '../src/index.js';
import { setUp } from './setup.js';

const usage = expect.objectContaining({ kind: 'usage', code: 'INVALID_REQUEST' }) as Error;

describe('an address that the service handed out', () => {
  test('can be got, posted to and deleted', async () => {
    const { emulator, chatter } = await setUp();
    const feed = await chatter.feeds.news.me();
    const post = await at(chatter, feed.feedElementPostUrl).post<FeedElement>({
      feedElementType: 'FeedItem',
      subjectId: 'me',
      body: { messageSegments: [{ type: 'Text', text: 'by its address' }] },
    });
    expect((await at(chatter, post.url).get<FeedElement>()).body.text).toBe('by its address');
    expect(await at(chatter, post.url).delete()).toBeUndefined();
    expect(emulator.control.posts().map(({ id }) => id)).not.toContain(post.id);
  });

  test('is where comments and likes of a post go', async () => {
    const { chatter } = await setUp();
    const post = await chatter.feeds.news.me.feed_items.post({ text: 'Comments?' });
    const { comments, chatterLikes } = post.capabilities;
    const comment = await at(chatter, comments?.page.currentPageUrl ?? '').post<Comment>({
      body: message`Yes, ${bold('please')}`,
    });
    expect(comment).toMatchObject({ type: 'TextComment', body: { text: 'Yes, please' } });
    const like = await at(chatter, chatterLikes?.page.currentPageUrl ?? '').post<Like>();
    const liked = await at(chatter, comment.likes.currentPageUrl).post<Like>();
    expect(like.url).toMatch(/\/chatter\/likes\/0I0/);
    for (const { url } of [like, liked, comment]) expect(await at(chatter, url).delete()).toBeUndefined();
    const now = await at(chatter, post.url).get<FeedItem>();
    expect(now.capabilities.comments?.page.total).toBe(0);
    expect(now.capabilities.chatterLikes?.isLikedByCurrentUser).toBe(false);
  });

  test('keeps its query to the letter', async () => {
    const addresses: string[] = [];
    const { emulator, chatter } = await setUp({
      fetch: (input, init) => {
        addresses.push(input);
        return fetch(input, init);
      },
    });
    const { nextPageUrl } = await chatter.feeds.news.me.feed_elements({ pageSize: 3 });
    const next = await at(chatter, nextPageUrl ?? '').get<FeedElementPage>();
    expect(next.elements).toHaveLength(3);
    expect(addresses[1]).toBe(`${emulator.url}${nextPageUrl}`);
  });

  test('gives way to parameters of the same name', async () => {
    const { emulator, chatter } = await setUp();
    const address = '/services/data/v66.0/chatter/users?pageSize=1&page=1';
    await at(chatter, address).get({ pageSize: 2 });
    const query = emulator.control.requests.all[0]?.query;
    expect([...(query ?? [])]).toEqual([
      ['page', '1'],
      ['pageSize', '2'],
    ]);
  });

  test('has more path below it, without its query', async () => {
    const { emulator, chatter } = await setUp();
    const users = at(chatter, '/services/data/v50.0/chatter/users?pageSize=1');
    await users._('me').get();
    expect(emulator.control.requests.all[0]).toMatchObject({
      path: '/services/data/v50.0/chatter/users/me',
      query: new URLSearchParams(),
    });
  });

  test('of a site may begin with the path of the site, which the client has already', async () => {
    const { emulator, chatter } = await setUp();
    await at(chatter, '/site/services/data/v66.0/chatter/users/me?include=/id').get();
    expect(emulator.control.requests.all[0]?.path).toBe('/services/data/v66.0/chatter/users/me');
  });

  test('prints without its query, which may hold a token', async () => {
    const { chatter } = await setUp();
    expect(String(at(chatter, '/services/data/v66.0/chatter/users?oauth_token=secret'))).toBe(
      '/chatter/users',
    );
  });
});

test.each([
  'https://evil.example/services/data/v66.0/chatter/users',
  '//evil.example/services/data/v66.0/chatter/users',
  '/site/services/oauth2/token',
  '/services/oauth2/token',
  '/services/data/v66.0/../../oauth2/token',
  '/services/data/v66.0/%2e%2e/%2e%2e/oauth2/token',
  '/services/data/v66.0/..\\..\\oauth2/token',
  'services/data/v66.0/chatter/users',
  ' /services/data/v66.0/chatter/users',
  '/img/icon/account32.png',
  '',
])('%j is no address of the API', async (address) => {
  const { emulator, chatter } = await setUp();
  expect(() => at(chatter, address)).toThrow(usage);
  expect(emulator.control.requests.all).toEqual([]);
});

test('what is no chain is refused', () => {
  expect(() => at({ _: () => undefined }, '/services/data/v66.0/chatter')).toThrow(usage);
});
