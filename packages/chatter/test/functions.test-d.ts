import { expectTypeOf, test } from 'vitest';
import {
  batch,
  bold,
  call,
  connect,
  download,
  hyperlink,
  isId,
  list,
  mention,
  message,
  pages,
  poll,
  trim,
  updates,
  upload,
  type Announcement,
  type BatchResult,
  type Call,
  type Chatter,
  type Comment,
  type CommentPage,
  type FeedElement,
  type FeedItem,
  type FileDetail,
  type FileSummary,
  type MessageBodyInput,
  type Updates,
  type UserDetail,
  type UserPage,
} from '../src/index.js';

declare const chatter: Chatter;

test('a batch is typed item by item', async () => {
  const post = { feedElementType: 'FeedItem', subjectId: 'me' } as const;
  const results = await batch(chatter, [
    chatter.users.me,
    call(chatter.users, 'GET', { q: 'ann' }),
    call(chatter.feed_elements, 'POST', post),
    call(chatter.feed_elements._('0D5'), 'DELETE'),
    call<{ a: 1 }>(connect(chatter)._('topics'), 'GET'),
  ]);
  expectTypeOf(results[0]).toEqualTypeOf<BatchResult<UserDetail>>();
  expectTypeOf(results[1]).toEqualTypeOf<BatchResult<UserPage>>();
  expectTypeOf(results[2]).toEqualTypeOf<BatchResult<FeedItem>>();
  expectTypeOf(results[3]).toEqualTypeOf<BatchResult<void>>();
  expectTypeOf(results[4]).toEqualTypeOf<BatchResult<{ a: 1 }>>();
  const [me] = results;
  if (me.ok) expectTypeOf(me.value).toEqualTypeOf<UserDetail>();
  else expectTypeOf(me.halted).toEqualTypeOf<boolean>();
});

test('a batch of a list is a list', async () => {
  const users = ['005'].map((id) => chatter.users._(id));
  expectTypeOf(await batch(chatter, users)).toEqualTypeOf<BatchResult<UserDetail>[]>();
});

test('a call that a node does not take cannot be described', () => {
  expectTypeOf(call(chatter.mentions.completions, 'GET', { q: 'ann' })).toExtend<Call<unknown>>();
  expectTypeOf(call(chatter.users.me, 'GET')).toEqualTypeOf<Call<UserDetail>>();
  // @ts-expect-error -- a profile cannot be posted
  call(chatter.users.me, 'POST', {});
  // @ts-expect-error -- a post needs a body
  call(chatter.feed_elements, 'POST');
  // @ts-expect-error -- of that form
  call(chatter.feed_elements, 'POST', { subjectId: 1 });
});

test('a text is made of words, numbers and pieces', () => {
  expectTypeOf(
    message`Hello ${mention('005')}, ${1} ${bold('a', list('b'))}`,
  ).toEqualTypeOf<MessageBodyInput>();
  // @ts-expect-error -- an object is no piece
  void message`Hello ${{ name: 'Ann' }}`;
  // @ts-expect-error -- nothing neither
  void message`Hello ${undefined}`;
  // @ts-expect-error -- a mention has an id or a name
  mention({ name: 'Ann' });
  // @ts-expect-error -- a link has an address
  hyperlink({ altText: 'a' }, 'b');
  // @ts-expect-error -- one choice is no choice
  poll('Yes');
});

test('what came along with a post is paged as what it is', () => {
  const page = {} as CommentPage;
  expectTypeOf(pages(chatter, page).toArray()).resolves.toEqualTypeOf<Comment[]>();
});

test('a list is paged with the query that it takes', () => {
  const query = { pageSize: 50, q: 'ann', ...trim({ filterGroup: 'Small' }) };
  expectTypeOf(pages(chatter.users, query).toArray()).resolves.toEqualTypeOf<UserDetail[]>();
  // @ts-expect-error -- a parameter that there is not
  pages(chatter.users, { pgSize: 50 });
  // @ts-expect-error -- a number
  pages(chatter.users, { pageSize: '50' });
});

test('a list that needs a query is paged with one', () => {
  expectTypeOf(pages(chatter.announcements, { parentId: '0F9' }).toArray()).resolves.toEqualTypeOf<
    Announcement[]
  >();
  // @ts-expect-error -- whose announcements
  pages(chatter.announcements);
  // @ts-expect-error -- in a batch, too
  call(chatter.announcements, 'GET');
});

test('a feed is followed element by element', () => {
  expectTypeOf(updates(chatter.feeds.news.me.feed_elements)).toEqualTypeOf<Updates<FeedElement>>();
});

test('files go where files are taken', () => {
  expectTypeOf(upload(chatter, new Blob())).resolves.toEqualTypeOf<FileSummary>();
  expectTypeOf(upload(connect(chatter).files._('069'), new Blob())).resolves.toEqualTypeOf<FileDetail>();
  expectTypeOf(upload<{ a: 1 }>(chatter._('x'), new Blob())).resolves.toEqualTypeOf<{ a: 1 }>();
  void upload(connect(chatter).user_profiles.me.photo, new Blob(), { cropSize: 120 });
  void upload(chatter.feed_elements._('0D5').capabilities.comments.items, new Blob(), {
    body: message`Look`,
  });
  // @ts-expect-error -- a comment has a text
  void upload(chatter.feed_elements._('0D5').capabilities.comments.items, new Blob(), { body: 'Look' });
  expectTypeOf(download(chatter.users.me)).resolves.toEqualTypeOf<Response>();
  // @ts-expect-error -- a path on disk is no file
  void upload(chatter, 'plan.pdf');
  // @ts-expect-error -- a profile takes no file
  void upload(chatter.users.me, new Blob());
});

test('either include or exclude', () => {
  expectTypeOf(chatter.users.me(trim({ include: ['/id'] }))).resolves.toEqualTypeOf<UserDetail>();
  // @ts-expect-error -- both do not go together
  trim({ include: ['/id'], exclude: ['/name'] });
  // @ts-expect-error -- a path begins with a slash
  trim({ include: ['id'] });
  // @ts-expect-error -- there are three sizes
  trim({ filterGroup: 'Huge' });
});

test('what has the form of an id is a text', () => {
  const value = {} as unknown;
  expectTypeOf(isId(value) && value).toEqualTypeOf<string | false>();
});
