import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Answered, at, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const post = async (text: string, subjectId = 'me'): Promise<string> => {
  const answered = await org.chatter('POST', 'feed-elements', {
    body: new URLSearchParams({ feedElementType: 'FeedItem', subjectId, text }),
  });
  return String(objectOf(answered)['id']);
};

/** Follows `nextPageUrl` to the end. */
const allPages = async (path: string): Promise<Answered[]> => {
  const pages = [await org.chatter('GET', path)];
  for (
    let next = at(pages[0]?.body, 'nextPageUrl');
    typeof next === 'string';
    next = at(pages.at(-1)?.body, 'nextPageUrl')
  ) {
    pages.push(await org.call('GET', next));
  }
  return pages;
};

describe('pages', () => {
  test('the news of the first user fill three pages of ten and more, newest first, without what is kept from her', async () => {
    const pages = await allPages('feeds/news/me/feed-elements?pageSize=10');
    expect(pages.map((page) => idsOf(page).length)).toEqual([10, 10, 10, 6]);
    const ids = pages.flatMap((page) => idsOf(page));
    expect(new Set(ids).size).toBe(36);
    expect(ids).toEqual(
      org.control
        .posts()
        .filter(({ text }) => !text.includes('Nobody tells Mara'))
        .map(({ id }) => id)
        .toReversed(),
    );
  });

  test('tokens and URLs have the form of the service', async () => {
    const { userId } = org.credentials;
    const feed = `/services/data/v66.0/chatter/feeds/news/${userId}/feed-elements`;
    const first = objectOf(await org.chatter('GET', 'feeds/news/me/feed-elements?pageSize=10'));
    const token = String(first['nextPageToken']);
    const last = at(first, 'elements.9');
    expect(token).toBe(`${String(at(last, 'createdDate')).slice(0, 19)}Z,${String(at(last, 'id'))},,2,`);
    expect(first).toMatchObject({
      currentPageToken: null,
      currentPageUrl: `${feed}?pageSize=10`,
      nextPageUrl: `${feed}?page=${encodeURIComponent(token)}&pageSize=10`,
      isModifiedToken: null,
      isModifiedUrl: null,
    });
    const second = objectOf(await org.call('GET', String(first['nextPageUrl'])));
    expect(second['currentPageToken']).toBe(token);
  });

  test('have 25 elements when nothing else is said, and a first URL without parameters', async () => {
    const page = objectOf(await org.chatter('GET', 'feeds/news/me/feed-elements'));
    expect(at(page, 'elements.length')).toBe(25);
    expect(page['currentPageUrl']).toBe(
      `/services/data/v66.0/chatter/feeds/news/${org.credentials.userId}/feed-elements`,
    );
  });

  test('stay where they were when something new arrives or their last element is deleted', async () => {
    const first = await org.chatter('GET', 'feeds/record/me/feed-elements?pageSize=4');
    const before = await org.call('GET', String(at(first.body, 'nextPageUrl')));
    await org.clock.advance(5_000);
    await post('Something new');
    await org.chatter('DELETE', `feed-elements/${idsOf(first).at(-1)}`);
    const after = await org.call('GET', String(at(first.body, 'nextPageUrl')));
    expect(idsOf(after)).toEqual(idsOf(before));
  });

  test('the last page leads nowhere, even when it is full', async () => {
    const page = objectOf(await org.chatter('GET', 'feeds/news/me/feed-elements?pageSize=36'));
    expect(at(page, 'elements.length')).toBe(36);
    expect(page).toMatchObject({ nextPageToken: null, nextPageUrl: null });
  });

  test('posts of one second are ordered by id and never lost between pages', async () => {
    const made = [await post('one'), await post('two'), await post('three')];
    const pages = await allPages('feeds/news/me/feed-elements?pageSize=1');
    expect(pages.slice(0, 3).flatMap((page) => idsOf(page))).toEqual(made.toReversed());
  });

  test.each([
    ['pageSize=0', 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['pageSize=101', 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['pageSize=ten', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['page=2', 'INVALID_PAGING_OPTION'],
    ['sort=Relevance', 'INVALID_SORT_OPTION'],
    ['updatedSince=yesterday', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['q=a', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['density=Some', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
  ])('refuse %s', async (query, errorCode) => {
    expect(errorOf(await org.chatter('GET', `feeds/news/me/feed-elements?${query}`))).toMatchObject({
      status: 400,
      errorCode,
    });
  });
});

describe('updates', () => {
  test('the token is that of the newest change', async () => {
    const page = objectOf(await org.chatter('GET', 'feeds/news/me/feed-elements'));
    const newest = Date.parse(String(at(page, 'elements.0.modifiedDate')));
    expect(page['updatesToken']).toBe(`2:${newest}`);
    expect(page['updatesUrl']).toBe(
      `/services/data/v66.0/chatter/feeds/news/${org.credentials.userId}/feed-elements?updatedSince=2%3A${newest}`,
    );
  });

  test('bring what is new, and then nothing', async () => {
    const start = objectOf(await org.chatter('GET', 'feeds/news/me/feed-elements'));
    await org.clock.advance(10_000);
    const id = org.control.addPost(org.credentials.otherUserId, 'News from the workshop');
    await org.clock.advance(10_000);
    const updates = await org.call('GET', String(start['updatesUrl']));
    expect(idsOf(updates)).toEqual([id]);
    const later = await org.call('GET', String(at(updates.body, 'updatesUrl')));
    expect(idsOf(later)).toEqual([]);
    expect(at(later.body, 'updatesToken')).toBe(at(updates.body, 'updatesToken'));
  });

  test('leave out what was made in the same second, and bring it the next time', async () => {
    const start = objectOf(await org.chatter('GET', 'feeds/news/me/feed-elements'));
    await org.clock.advance(10_000);
    const first = await post('first of this second');
    const none = await org.call('GET', String(start['updatesUrl']));
    expect(idsOf(none)).toEqual([]);
    const second = await post('second of this second');
    await org.clock.advance(1_000);
    expect(idsOf(await org.call('GET', String(at(none.body, 'updatesUrl'))))).toEqual([second, first]);
  });

  test('lose nothing after a page that was read within the second of a post', async () => {
    await org.clock.advance(10_000);
    const seen = await post('seen');
    const page = await org.chatter('GET', 'feeds/news/me/feed-elements');
    expect(idsOf(page)[0]).toBe(seen);
    const unseen = await post('not seen');
    await org.clock.advance(1_000);
    expect(idsOf(await org.call('GET', String(at(page.body, 'updatesUrl'))))).toEqual([unseen, seen]);
  });

  test('are not offered by the feed of a profile', async () => {
    const page = objectOf(await org.chatter('GET', 'feeds/user-profile/me/feed-elements'));
    expect(page).toMatchObject({ updatesToken: null, updatesUrl: null });
  });
});

describe('feeds', () => {
  test('news are own posts and those of whom and what one follows', async () => {
    const { userId, otherUserId, recordId } = org.credentials;
    const token = await org.otherToken();
    await org.clock.advance(1_000);
    const onRecord = await post('on the record', recordId);
    const own = await post('my own');
    const news = (asWhom?: string) =>
      org.chatter('GET', 'feeds/news/me/feed-elements', asWhom === undefined ? {} : { token: asWhom });
    expect(idsOf(await news())).toEqual(expect.arrayContaining([onRecord, own]) as unknown);
    // The second user follows the first, but not the record: it is who wrote it that counts.
    expect(idsOf(await news(token))).toEqual(expect.arrayContaining([onRecord, own]) as unknown);
    expect(userId).not.toBe(otherUserId);
  });

  test('a profile shows what somebody wrote, got, or was mentioned in', async () => {
    const { otherUserId, userId } = org.credentials;
    const ids = idsOf(
      await org.chatter('GET', `feeds/user-profile/${otherUserId}/feed-elements?pageSize=100`),
    );
    const expected = org.control
      .posts()
      .filter(
        ({ actorId, parentId, text }) => [actorId, parentId].includes(otherUserId) || text.includes('@Tomás'),
      )
      .filter(({ text }) => !text.includes('Nobody tells Mara'));
    expect(ids).toEqual(expected.map(({ id }) => id).toReversed());
    expect(expected.some(({ actorId, parentId }) => actorId === userId && parentId === userId)).toBe(true);
  });

  test('a record shows what was posted on it', async () => {
    const { recordId } = org.credentials;
    const page = await org.chatter('GET', `feeds/record/${recordId}/feed-elements`);
    expect(idsOf(page)).toHaveLength(3);
    expect(at(page.body, 'elements.0')).toMatchObject({
      parent: { id: recordId, type: 'Account', entityLabel: { label: 'Account', labelPlural: 'Accounts' } },
      header: { text: 'Harbour School — Mara Lindqvist' },
      visibility: 'InternalUsers',
      isSharable: false,
    });
  });

  test('a feed tells where its elements are and where to post', async () => {
    const { userId } = org.credentials;
    const feed = objectOf(await org.chatter('GET', 'feeds/news/me'));
    expect(feed).toMatchObject({
      feedElementPostUrl: '/services/data/v66.0/chatter/feed-elements',
      feedElementsUrl: `/services/data/v66.0/chatter/feeds/news/${userId}/feed-elements`,
      isModifiedUrl: null,
    });
    expect((await org.call('GET', String(feed['feedElementsUrl']))).status).toBe(200);
  });

  test('the news of somebody else are not for everybody', async () => {
    expect(
      errorOf(await org.chatter('GET', `feeds/news/${org.credentials.otherUserId}/feed-elements`)),
    ).toMatchObject({
      status: 403,
      errorCode: 'INSUFFICIENT_ACCESS',
    });
  });

  test('a feed of nothing known is refused or not found', async () => {
    expect((await org.chatter('GET', 'feeds/record/001000000000001/feed-elements')).status).toBe(404);
    expect((await org.chatter('GET', 'feeds/record/0D5000000000001/feed-elements')).status).toBe(400);
    expect((await org.chatter('GET', 'feeds/gossip/me/feed-elements')).status).toBe(404);
  });

  test('can be searched, and so can everything', async () => {
    const inFeed = await org.chatter('GET', 'feeds/news/me/feed-elements?q=kayak');
    expect(idsOf(inFeed)).toHaveLength(4);
    const everywhere = await org.chatter('GET', 'feed-elements?q=k?yak*July');
    expect(idsOf(everywhere)).toHaveLength(2);
    expect(errorOf(await org.chatter('GET', 'feed-elements'))).toMatchObject({
      errorCode: 'MISSING_ARGUMENT',
    });
  });
});
