import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  batch,
  connect,
  hashtag,
  image,
  mention,
  message,
  pages,
  poll,
  trim,
  type Chatter,
  type MessageSegmentInput,
} from '../src/index.js';
import { setUp } from './setup.js';

type Attempt = (chatter: Chatter, userId: string) => Promise<unknown>;

/** Somebody who is not there, and something that is no user. */
const nobody = '005000000000001';
const notAUser = '0D5000000000001';

const post = (
  messageSegments: readonly MessageSegmentInput[],
  more: { readonly subjectId?: string; readonly capabilities?: object } = {},
): Attempt => {
  const body = { messageSegments };
  return (chatter) =>
    chatter.feed_elements.post({ feedElementType: 'FeedItem', subjectId: 'me', body, ...more });
};
const words = (text: string): MessageSegmentInput => ({ type: 'Text', text });
const begin = (markupType: string): MessageSegmentInput => ({ type: 'MarkupBegin', markupType });
const end = (markupType: string): MessageSegmentInput => ({ type: 'MarkupEnd', markupType });
const feed = (pageSize: number): Attempt => {
  return (chatter) => chatter.feeds.news.me.feed_elements({ pageSize });
};

describe('the service refuses', () => {
  test.each<[string, Attempt, status: number, code: string, says: string]>([
    ['a user who is not there', (chatter) => chatter.users._(nobody)(), 404, 'NOT_FOUND', 'does not exist'],
    ['an id of something else', (chatter) => chatter.users._(notAUser)(), 400, 'INVALID_ID_FIELD', notAUser],
    ['what is no id', (chatter) => chatter.feed_elements._('12')(), 400, 'INVALID_ID_FIELD', '12'],
    ['a post to nobody', post([words('x')], { subjectId: nobody }), 404, 'NOT_FOUND', 'does not exist'],
    ['a mention of nobody', post([{ type: 'Mention', id: nobody }]), 404, 'NOT_FOUND', 'does not exist'],
    ['a mention of a post', post([{ type: 'Mention', id: notAUser }]), 400, 'INVALID_ID_FIELD', notAUser],
    [
      'a file that is not there',
      post([words('x')], { capabilities: { files: { items: [{ id: '069000000000001' }] } } }),
      404,
      'NOT_FOUND',
      'does not exist',
    ],
    ['markup without an end', post([begin('Bold'), words('x')]), 400, 'INVALID_MARKUP', 'Bold has no end'],
    [
      'markup that was not begun',
      post([words('x'), end('Italic')]),
      400,
      'INVALID_MARKUP',
      'Italic ends where it was not begun',
    ],
    [
      'markup that overlaps',
      post([begin('Bold'), begin('Italic'), words('x'), end('Bold'), end('Italic')]),
      400,
      'INVALID_MARKUP',
      'Bold ends where',
    ],
    [
      'a longer text',
      post([words('x'.repeat(10_001))]),
      400,
      'NUMBER_OUTSIDE_VALID_RANGE',
      'at most 10000 characters',
    ],
    [
      'more mentions',
      (chatter, id) => post(Array.from({ length: 26 }, () => ({ type: 'Mention', id })))(chatter, id),
      400,
      'NUMBER_OUTSIDE_VALID_RANGE',
      'at most 25 mentions',
    ],
    [
      'a poll with one choice',
      post([words('Lunch?')], { capabilities: { poll: { choices: ['Yes'] } } }),
      400,
      'NUMBER_OUTSIDE_VALID_RANGE',
      'choices must be between 2 and 10',
    ],
    ['an empty page', feed(0), 400, 'NUMBER_OUTSIDE_VALID_RANGE', 'pageSize must be between 1 and 100'],
    ['a longer page', feed(101), 400, 'NUMBER_OUTSIDE_VALID_RANGE', 'pageSize must be between 1 and 100'],
    [
      'include beside exclude',
      (chatter) => chatter.users.me({ include: '/id', exclude: '/name' }),
      400,
      'INVALID_FILTER_VALUE',
      'include',
    ],
    [
      'a larger batch',
      (chatter) => {
        const request = { method: 'Get', url: '/v66.0/chatter/users/me' };
        return connect(chatter).batch.post({ batchRequests: Array.from({ length: 26 }, () => request) });
      },
      400,
      'INVALID_BATCH_REQUEST',
      'must have 1 to 25 batchRequests',
    ],
  ])('%s, in its own words, and is asked once', async (_what, attempt, status, code, says) => {
    const { emulator, chatter } = await setUp();
    const posts = emulator.control.posts().length;
    expect(await rejection(attempt(chatter, emulator.credentials.userId))).toMatchObject({
      name: 'ChatterError',
      kind: 'refused',
      status,
      code,
      retryable: false,
      message: expect.stringMatching(
        new RegExp(`^chatter: (GET|POST) /.*${status} ${code}: .*${says}`),
      ) as string,
    });
    expect(emulator.control.requests.all).toHaveLength(1);
    expect(emulator.control.posts()).toHaveLength(posts);
  });
});

describe('nothing is sent for', () => {
  const sendNothing = (make: (userId: string) => unknown): Attempt => {
    return async (_chatter, userId) => make(userId);
  };

  test.each<[string, Attempt, says: string]>([
    [
      'a mention of something else',
      sendNothing(() => mention(notAUser)),
      'id of a user (005…) or a group (0F9…)',
    ],
    ['an image that is no file', sendNothing(() => image(nobody)), 'id of a file (069…)'],
    ['a hashtag that ends early', sendNothing(() => hashtag('a]b')), 'no ]'],
    [
      'a longer text',
      sendNothing(() => message('x'.repeat(10_001))),
      'takes 10000 characters; this one has 10001',
    ],
    [
      'more mentions',
      sendNothing((id) => message(...Array.from({ length: 26 }, () => mention(id)))),
      'takes 25 mentions',
    ],
    ['a poll with one choice', sendNothing(() => poll('Yes', undefined as never)), '2 to 10 choices'],
    [
      'a poll with eleven',
      sendNothing(() => poll('1', '2', ...Array.from({ length: 9 }, () => 'another'))),
      '2 to 10 choices',
    ],
    [
      'a larger batch',
      (chatter) =>
        batch(
          chatter,
          Array.from({ length: 26 }, () => chatter.users.me),
        ),
      'takes 25 items, and these are 26; split makes several batches of them',
    ],
    [
      'an empty page',
      async (chatter) => pages(chatter.feeds.news.me.feed_elements, { pageSize: 0 }).toArray(1),
      'pageSize must be a whole number from 1 to 100',
    ],
    [
      'a longer page',
      async (chatter) => pages(chatter.feeds.news.me.feed_elements, { pageSize: 101 }).toArray(1),
      'pageSize must be a whole number from 1 to 100',
    ],
    [
      'include beside exclude',
      sendNothing(() => trim({ include: ['/id'], exclude: ['/name'] } as never)),
      'include and exclude do not go together',
    ],
    ['an empty id', async (chatter) => chatter.users._('')(), '"" cannot be a part of a path'],
    [
      'an id that leads upwards',
      async (chatter) => chatter.users._('..')(),
      '".." cannot be a part of a path',
    ],
  ])('%s, and the error says what is wrong', async (_what, attempt, says) => {
    const { emulator, chatter } = await setUp();
    expect(await rejection(attempt(chatter, emulator.credentials.userId))).toMatchObject({
      name: 'ChatterError',
      kind: 'usage',
      code: 'INVALID_REQUEST',
      retryable: false,
      message: expect.stringContaining(says) as string,
    });
    expect(emulator.control.requests.all).toEqual([]);
  });
});

test('what is just within the limits is taken', async () => {
  const { emulator, chatter } = await setUp();
  const { userId } = emulator.credentials;
  const long = await chatter.feed_elements.post({
    feedElementType: 'FeedItem',
    subjectId: 'me',
    body: message('x'.repeat(10_000)),
  });
  expect(long.body.text).toHaveLength(10_000);
  await chatter.feed_elements.post({
    feedElementType: 'FeedItem',
    subjectId: 'me',
    body: message(...Array.from({ length: 25 }, () => mention(userId))),
    capabilities: { poll: poll('Yes', 'No') },
  });
  const page = await pages(chatter.feeds.news.me.feed_elements, { pageSize: 100 }).toArray(100);
  expect(page.length).toBeGreaterThan(2);
  expect(
    await batch(
      chatter,
      Array.from({ length: 25 }, () => chatter.users.me),
    ),
  ).toHaveLength(25);
});
