import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { conversations, messages, participants, type Participant } from '../src/v2/index.js';
import { scripted, type SentRequest } from './sunshine.js';

const id = '5e1606762556d93e9c176f69';
const ids = ['a', 'b', 'c'].map((letter) => letter.repeat(24));
const [first = '', second = '', third = ''] = ids;

const idsOf = (list: readonly Participant[]): string[] => list.map((each) => each.id);

/** A page as the service does not give it. */
const pageOf = (people: readonly string[], rest: object): object => ({
  participants: people.map((name) => ({ id: name, userId: name })),
  ...rest,
});

const cursors = (sent: readonly SentRequest[]): unknown[] =>
  sent.map(({ query }) => [query['page[after]'], query['page[before]']]);

describe('of a service that answers less than it documents, or otherwise,', () => {
  test.each<readonly [string, object]>([
    ['by the cursor', { meta: { hasMore: true, afterCursor: second } }],
    ['by a cursor without a word on whether there is more', { meta: { afterCursor: second } }],
    [
      'by the link',
      { meta: { hasMore: true }, links: { next: `https://x/v2?page%5Bafter%5D=${second}&page%5Bsize%5D=2` } },
    ],
    ['by the link alone', { links: { next: `/v2/apps/1/x?page[after]=${second}` } }],
    ['by the last record, where there is nothing but that there is more', { meta: { hasMore: true } }],
  ])('the next page is found %s', async (_how, rest) => {
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

  test.each<readonly [string, () => unknown]>([
    ['nothing', () => new Response(null, { status: 204 })],
    ['null', () => null],
    ['no list', () => ({ meta: { hasMore: false } })],
  ])('who answers %s has not answered', async (_what, answer) => {
    const { sunshine } = scripted(answer);
    const unanswered = { name: 'SmoochError', kind: 'protocol', code: 'UNEXPECTED_ANSWER' };
    expect(await rejection(participants(sunshine).list(id).toArray())).toMatchObject(unanswered);
    // Else it would make another one.
    const user = { userExternalId: 'ada' };
    expect(await rejection(conversations(sunshine).getOrCreateDefault(user))).toMatchObject(unanswered);
  });

  test('a list that leads in a circle ends', async () => {
    const { sunshine, sent } = scripted(() =>
      pageOf([first], { meta: { hasMore: true, afterCursor: first } }),
    );
    await participants(sunshine).list(id).toArray();
    expect(sent).toHaveLength(2);
  });

  test('messages are read back by the cursor before', async () => {
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
});
