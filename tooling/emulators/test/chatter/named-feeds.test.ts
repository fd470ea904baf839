import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const elements = async (feed: string, options = {}): Promise<Record<string, unknown>[]> => {
  const { body } = await org.chatter('GET', `feeds/${feed}/feed-elements?pageSize=100`, options);
  return at(body, 'elements') as Record<string, unknown>[];
};

test('every feed of the directory can be read, but one that the org lists and refuses', async () => {
  const { body } = await org.chatter('GET', 'feeds');
  const feeds = at(body, 'feeds') as Record<string, string>[];
  expect(feeds.map(({ feedType }) => feedType)).toEqual(
    expect.arrayContaining([
      'News',
      'Company',
      'To',
      'Groups',
      'Draft',
      'DirectMessages',
      'Filter',
    ]) as unknown,
  );
  for (const { feedType, feedUrl = '', feedElementsUrl = '' } of feeds) {
    const expected = feedType === 'PendingReview' ? 403 : 200;
    expect([feedType, (await org.call('GET', feedUrl)).status]).toEqual([feedType, expected]);
    expect([feedType, (await org.call('GET', feedElementsUrl)).status]).toEqual([feedType, expected]);
  }
});

test('what each feed shows', async () => {
  const { userId, otherUserId } = org.credentials;
  for (const { parent, actor } of await elements('groups/me')) {
    expect([parent, actor]).toMatchObject([{ type: 'CollaborationGroup' }, { type: 'User' }]);
  }
  for (const { actor } of await elements('people/me')) expect(actor).toMatchObject({ id: otherUserId });
  expect(await elements('files/me')).toMatchObject([{ type: 'ContentPost' }]);
  expect(await elements('filter/me/500')).toMatchObject([
    { type: 'CreateRecordEvent', parent: { type: 'Case' } },
  ]);
  const to = await elements('to/me');
  expect(to.length).toBeGreaterThan(2);
  for (const { actor } of to) expect(actor).not.toMatchObject({ id: userId });
  expect(JSON.stringify(await elements('company'))).not.toContain('tax adviser');
});

describe('groups that not everybody reads', () => {
  const idOf = (text: string) => org.control.posts().find((post) => post.text.includes(text));

  test('hide their posts from others, as if they were not there', async () => {
    const token = await org.otherToken();
    const [party, books] = [idOf('Nobody tells'), idOf('tax adviser')];
    expect((await org.chatter('GET', `feed-elements/${party?.id}`)).status).toBe(404);
    expect((await org.chatter('GET', `feed-elements/${party?.id}`, { token })).status).toBe(200);
    expect((await org.chatter('GET', `feeds/record/${party?.parentId}/feed-elements`)).status).toBe(404);
    expect(
      (await org.chatter('GET', `feeds/record/${books?.parentId}/feed-elements`, { token })).status,
    ).toBe(404);
    expect(idsOf(await org.chatter('GET', 'feed-elements?q=adviser', { token }))).toEqual([]);
    const comments = `feed-elements/${party?.id}/capabilities/comments/items?text=hi`;
    expect((await org.chatter('POST', comments)).status).toBe(404);
  });

  test('are mentioned and mention in vain', async () => {
    const books = idOf('tax adviser')?.parentId;
    const { otherUserId } = org.credentials;
    const json = {
      feedElementType: 'FeedItem',
      subjectId: books,
      body: {
        messageSegments: [
          { type: 'Mention', id: otherUserId },
          { type: 'Text', text: ' and ' },
          { type: 'Mention', id: books },
        ],
      },
    };
    const created = await org.chatter('POST', 'feed-elements', { json });
    expect(created.body).toMatchObject({
      body: {
        text: '@Tomás Rivera and @Books',
        messageSegments: [{ accessible: false }, {}, { accessible: true }],
      },
      parent: { id: books, visibility: 'PrivateAccess' },
      header: { text: 'Books — Mara Lindqvist' },
      visibility: 'AllUsers',
    });
  });
});

test('three elements of a feed are pinned, and no fourth', async () => {
  const team = org.control.posts().find(({ text }) => text.includes('place for everything'))?.parentId ?? '';
  const ids = idsOf(await org.chatter('GET', `feeds/record/${team}/feed-elements`));
  const fourth = String(
    at(
      (await org.chatter('POST', `feed-elements?feedElementType=FeedItem&subjectId=${team}&text=x`)).body,
      'id',
    ),
  );
  const pin = (entityId: string, isPinned: unknown = 'true') =>
    org.chatter('PATCH', `feeds/record/${team}/pinned-feed-elements`, { json: { entityId, isPinned } });
  for (const id of ids) expect((await pin(id)).body).toEqual({ isPinnableByMe: true, isPinned: true });
  expect(errorOf(await pin(fourth))).toMatchObject({ status: 400, errorCode: 'INVALID_OPERATION' });
  const pinned = await org.chatter('GET', `feeds/record/${team}/pinned-feed-elements`);
  expect(idsOf(pinned)).toEqual(ids);
  expect(at(pinned.body, 'elements.0.capabilities.pin')).toMatchObject({ isPinned: true });
  expect((await pin(ids[0] ?? '', false)).status).toBe(200);
  expect((await pin(fourth)).status).toBe(200);
});

test('a search can be kept as a feed', async () => {
  const kept = objectOf(await org.chatter('POST', 'feeds/favorites/me', { json: { searchText: 'kayak' } }));
  expect(kept).toMatchObject({ name: 'kayak', searchText: 'kayak', target: null });
  const found = await org.call('GET', String(kept['feedUrl']));
  expect(idsOf(found)).toHaveLength(4);
  expect((await org.chatter('GET', 'feeds/favorites/me')).body).toMatchObject({
    total: 1,
    favorites: [kept],
  });
  expect(at((await org.chatter('GET', 'feeds')).body, 'favorites.0')).toEqual(kept);
});

test('questions can be told from other posts, and the unread from the read', async () => {
  const narrowed = async (filter: string) =>
    idsOf(await org.chatter('GET', `feeds/news/me/feed-elements?pageSize=100&filter=${filter}`));
  expect(await narrowed('AllQuestions')).toHaveLength(1);
  expect(await narrowed('unansweredquestions')).toEqual([]);
  expect(await narrowed('UnsolvedQuestions')).toHaveLength(1);
  const [read, unread] = [await narrowed('Read'), await narrowed('Unread')];
  expect(read.length + unread.length).toBe(36);
  expect((await org.chatter('GET', 'feeds/news/me/feed-elements?filter=Some')).status).toBe(400);
});
