import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { apps, integrations, messages, participants, webhooks, type Participant } from '../src/v2/index.js';
import { scripted, type SentRequest } from './sunshine.js';

const id = '5e1606762556d93e9c176f69';
const ids = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(24));
const [first = '', second = '', third = ''] = ids;

const pageOf = (names: readonly string[], rest: object): object => ({
  participants: names.map((name) => ({ id: name, userId: name })),
  ...rest,
});

const idsOf = (list: readonly Participant[]): string[] => list.map((each) => each.id);
const cursors = (sent: readonly SentRequest[]): unknown[] =>
  sent.map(({ query }) => [query['page[after]'], query['page[before]']]);

test('nothing is asked before a list is read, and each reading begins anew', async () => {
  const { sunshine, sent } = scripted(() => pageOf([first], {}));
  const list = participants(sunshine).list(id);
  expect(sent).toHaveLength(0);
  await list.toArray();
  await list.toArray();
  expect(sent).toHaveLength(2);
});

test('no more pages are asked for than are read', async () => {
  const { sunshine, sent } = scripted(() => pageOf([first, second], { meta: { hasMore: true } }));
  expect(idsOf(await participants(sunshine).list(id).toArray(2))).toEqual([first, second]);
  expect(sent).toHaveLength(1);
});

describe('the next page is found', () => {
  test.each<readonly [string, object]>([
    ['by the cursor', { meta: { hasMore: true, afterCursor: second } }],
    ['by a cursor without a word on whether there is more', { meta: { afterCursor: second } }],
    [
      'by the link',
      { meta: { hasMore: true }, links: { next: `https://x/v2?page%5Bafter%5D=${second}&page%5Bsize%5D=2` } },
    ],
    ['by the link alone', { links: { next: `/v2/apps/1/x?page[after]=${second}` } }],
    ['by the last record, where there is nothing but that there is more', { meta: { hasMore: true } }],
  ])('%s', async (_how, rest) => {
    const { sunshine, sent } = scripted(({ query }) =>
      query['page[after]'] === second
        ? pageOf([third], { meta: { hasMore: false } })
        : pageOf([first, second], rest),
    );
    expect(idsOf(await participants(sunshine).list(id, { pageSize: 2 }).toArray())).toEqual([
      first,
      second,
      third,
    ]);
    expect(cursors(sent)).toEqual([
      [undefined, undefined],
      [second, undefined],
    ]);
    expect(sent.map(({ query }) => query['page[size]'])).toEqual(['2', '2']);
  });
});

test.each<readonly [string, object]>([
  ['says so', { meta: { hasMore: false, afterCursor: second } }],
  ['says nothing at all', {}],
  ['has no next link', { links: { prev: `/x?page[before]=${first}` } }],
  ['has an empty link', { links: { next: null } }],
])('a page is the last that %s', async (_how, rest) => {
  const { sunshine, sent } = scripted(() => pageOf([first, second], rest));
  expect(await participants(sunshine).list(id).toArray()).toHaveLength(2);
  expect(sent).toHaveLength(1);
});

test('a service that leads in a circle ends the list', async () => {
  const { sunshine, sent } = scripted(() => pageOf([first], { meta: { hasMore: true, afterCursor: first } }));
  await participants(sunshine).list(id).toArray();
  expect(sent).toHaveLength(2);
});

test('a page without its items is an empty one', async () => {
  const { sunshine } = scripted(() => ({}));
  expect(await participants(sunshine).list(id).toArray()).toEqual([]);
});

test('back goes by the cursor before, and gives the items in reverse', async () => {
  const { sunshine, sent } = scripted(({ query }) =>
    query['page[before]'] === first
      ? { messages: [{ id: 'm1' }, { id: 'm2' }], meta: { hasMore: false, afterCursor: 'x' } }
      : {
          messages: [{ id: 'm3' }, { id: 'm4' }],
          meta: { hasMore: true, beforeCursor: first, afterCursor: 'x' },
        },
  );
  const found = await messages(sunshine).list(id).toArray();
  expect(found.map((each) => each.id)).toEqual(['m4', 'm3', 'm2', 'm1']);
  expect(cursors(sent)).toEqual([
    [undefined, undefined],
    [undefined, first],
  ]);
});

test('filters go with each page', async () => {
  const { sunshine, sent } = scripted((_request, count) => ({
    integrations: [],
    meta: count === 1 ? { hasMore: true, afterCursor: second } : { hasMore: false },
  }));
  await integrations(sunshine)
    .list({ types: ['custom', 'web'], after: first, pageSize: 5 })
    .toArray();
  expect(sent.map(({ query }) => query)).toEqual([
    { 'filter[types]': 'custom,web', 'page[after]': first, 'page[size]': '5' },
    { 'filter[types]': 'custom,web', 'page[after]': second, 'page[size]': '5' },
  ]);
});

test('lists that have no pages are read the same way', async () => {
  const { sunshine, sent } = scripted(() => ({ webhooks: [{ id: first }] }));
  expect(await webhooks(sunshine).list(id).toArray()).toEqual([{ id: first }]);
  expect(sent[0]?.query).toEqual({});
});

test.each([
  [{ after: first, before: second }, 'after and before must be one of both'],
  [{ after: 'too short' }, 'after must be a text of 24 characters'],
  [{ before: '' }, 'before must be'],
  [{ pageSize: 0 }, 'pageSize must be a whole number from 1 to 100'],
  [{ pageSize: 101 }, 'pageSize must be'],
  [{ pageSize: 2.5 }, 'pageSize must be'],
])('%j is refused when the list is read, and nothing is sent', async (page, words) => {
  const { sunshine, sent } = scripted();
  const reading = participants(sunshine)
    .list(id, page as { readonly after?: string })
    .toArray();
  expect(await rejection(reading)).toMatchObject({
    name: 'SmoochError',
    kind: 'usage',
    code: 'INVALID_REQUEST',
    message: expect.stringContaining(words),
  });
  expect(sent).toHaveLength(0);
});

test('without checks, a range goes as it is', async () => {
  const { sunshine, sent } = scripted(() => ({ apps: [] }), { checks: false });
  await apps(sunshine).list({ pageSize: 1000 }).toArray();
  expect(sent[0]?.query).toEqual({ 'page[size]': '1000' });
});
