import { expectTypeOf, test } from 'vitest';
import {
  at,
  community,
  createChatter,
  pages,
  type Chatter,
  type Comment,
  type CommunityChatter,
  type FeedElement,
  type FeedElementPage,
  type FeedItem,
  type StatusInput,
  type UserDetail,
} from '../src/index.js';

declare const chatter: Chatter;

test('a chain knows what it answers', () => {
  expectTypeOf(chatter.users.me()).resolves.toEqualTypeOf<UserDetail>();
  expectTypeOf(chatter.users.me.get()).resolves.toEqualTypeOf<UserDetail>();
  expectTypeOf(chatter.users._('005').get()).resolves.toEqualTypeOf<UserDetail>();
  expectTypeOf(chatter.feeds.news.me.feed_elements()).resolves.toEqualTypeOf<FeedElementPage>();
  expectTypeOf(chatter.feeds.news.me.feed_items.post({ text: 'a' })).resolves.toEqualTypeOf<FeedItem>();
  expectTypeOf(chatter.feed_elements._('0D5').delete()).resolves.toBeVoid();
});

test('an id by index may be undefined where the compiler is told to be careful', () => {
  expectTypeOf(chatter.users['005']).toBeNullable();
});

test('a path that is not known is typed by the caller', () => {
  expectTypeOf(chatter._('anything').get<{ a: 1 }>()).resolves.toEqualTypeOf<{ a: 1 }>();
  expectTypeOf(chatter._('anything')._('below').get()).resolves.toBeUnknown();
  expectTypeOf(chatter.users.me._('settings').get()).resolves.toBeUnknown();
});

test('wrong parameters are errors', () => {
  expectTypeOf<StatusInput['text']>().toBeString();
  // @ts-expect-error -- a status is a text
  void chatter.feeds.news.me.feed_items.post({ text: 1 });
  // @ts-expect-error -- a page size is a number
  void chatter.feeds.news.me.feed_elements({ pageSize: 'ten' });
  // @ts-expect-error -- a profile cannot be posted
  void chatter.users.me.post({});
  // @ts-expect-error -- an instance is needed, as a text
  createChatter({ instanceUrl: 1 });
});

test('pages know their items', () => {
  expectTypeOf(pages(chatter.users).toArray()).resolves.toEqualTypeOf<UserDetail[]>();
  expectTypeOf(pages(chatter.feeds.news.me.feed_elements).toArray()).resolves.toEqualTypeOf<FeedElement[]>();
  // @ts-expect-error -- one user is no list
  pages(chatter.users.me);
});

test('pages go on from a page that is here', () => {
  const page = {} as FeedElementPage;
  const other = {} as { nextPageUrl: string | null; brandNew: readonly string[] };
  const comments = chatter.feed_elements._('0D5').capabilities.comments.items;
  expectTypeOf(pages(comments).toArray()).resolves.toEqualTypeOf<Comment[]>();
  expectTypeOf(pages(chatter, other).toArray()).resolves.toEqualTypeOf<unknown[]>();
  expectTypeOf(pages(chatter, page).toArray()).resolves.toEqualTypeOf<FeedElement[]>();
});

test('an address is typed by the caller, a community is the same Chatter', () => {
  expectTypeOf(at(chatter, '/services/data/v66.0/chatter').get<{ a: 1 }>()).resolves.toEqualTypeOf<{
    a: 1;
  }>();
  expectTypeOf(pages<FeedElementPage>(at(chatter, '')).toArray()).resolves.toEqualTypeOf<FeedElement[]>();
  expectTypeOf(community(chatter, '0DB')).toEqualTypeOf<CommunityChatter>();
  // @ts-expect-error -- a text is no chain
  at('chatter', '');
});
