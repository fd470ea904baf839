import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

const fixtures = new URL('../../../../../shared/fixtures/chatter/', import.meta.url);

let org: TestOrg;
afterEach(() => org.close());

const path = (version: number, rest: string): string => `/services/data/v${version}.0/chatter/${rest}`;

describe('version 31.0, the last that has feed items', () => {
  beforeEach(async () => {
    org = await startOrg();
  });

  test('keeps the link of a post, by parameters and as an attachment', async () => {
    const link = { url: 'https://example.com/tides', urlName: 'Tides' };
    const feed = path(31, 'feeds/news/me/feed-items');
    const asked = [
      { body: new URLSearchParams({ text: 'Look', ...link }) },
      { json: { attachment: { attachmentType: 'Link', ...link } } },
    ];
    for (const given of asked) {
      const { status, body } = await org.call('POST', feed, given);
      expect(status).toBe(201);
      expect(at(body, 'type')).toBe('LinkPost');
      const element = await org.chatter('GET', `feed-elements/${String(at(body, 'id'))}`);
      expect(at(element.body, 'capabilities.link')).toEqual(link);
    }
  });

  test('lets nobody but its managers post in a broadcast group', async () => {
    const json = { name: 'Harbour news', visibility: 'PublicAccess', isBroadcast: true };
    const group = await org.chatter('POST', 'groups', { json });
    const feed = path(31, `feeds/record/${String(at(group.body, 'id'))}/feed-items?text=Hello`);
    expect((await org.call('POST', feed)).status).toBe(201);
    const token = await org.otherToken();
    expect(errorOf(await org.call('POST', feed, { token }))).toMatchObject({
      status: 403,
      errorCode: 'INSUFFICIENT_ACCESS',
    });
  });

  test.each([
    ['news/me', 'userId'],
    ['user-profile/me', 'userId'],
    ['record/me', 'userId'],
  ] as const)('takes a text for %s', async (feed, subject) => {
    const body = new FormData();
    body.set('text', 'Hello world!');
    const answered = await org.call('POST', path(31, `feeds/${feed}/feed-items`), { body });
    expect(answered.status).toBe(201);
    expect(answered.body).toMatchObject({
      body: { text: 'Hello world!' },
      parent: { id: org.credentials[subject] },
      comments: { comments: [], total: 0 },
      likes: { likes: [], total: 0 },
      isLikedByCurrentUser: false,
      attachment: null,
      capabilities: { bookmarks: { isBookmarkedByCurrentUser: false } },
    });
    expect(answered.body).not.toHaveProperty('hasVerifiedComment');
    expect(at(answered.body, 'body')).not.toHaveProperty('isRichText');
  });

  test('takes it as JSON, in the query and as a form, and for a record', async () => {
    const { recordId } = org.credentials;
    const record = path(31, `feeds/record/${recordId}/feed-items`);
    const json = { body: { messageSegments: [{ type: 'Text', text: 'as JSON' }] } };
    expect((await org.call('POST', record, { json })).body).toMatchObject({
      parent: { id: recordId },
      body: { text: 'as JSON' },
    });
    expect((await org.call('POST', `${record}?text=in+the+query`)).status).toBe(201);
    expect((await org.call('POST', record, { body: new URLSearchParams({ text: 'x' }) })).status).toBe(201);
    expect(
      (await org.call('POST', record, { body: new URLSearchParams({ text: 'x'.repeat(1_001) }) })).status,
    ).toBe(400);
    expect(errorOf(await org.call('POST', record))).toMatchObject({
      status: 400,
      errorCode: 'MISSING_ARGUMENT',
    });
  });

  test('reads them under their old name', async () => {
    const page = await org.call('GET', path(31, 'feeds/news/me/feed-items?pageSize=2'));
    expect(idsOf(page, 'items')).toHaveLength(2);
    expect(page.body).not.toHaveProperty('elements');
    expect(page.body).not.toHaveProperty('nextPageToken');
    expect(idsOf(await org.call('GET', String(at(page.body, 'nextPageUrl'))), 'items')).toHaveLength(2);
  });

  test.each([32, 45, 68])('version %d.0 has none any more', async (version) => {
    const post = await org.call('POST', path(version, 'feeds/news/me/feed-items'), {
      body: new URLSearchParams({ text: 'Hello world!' }),
    });
    expect(errorOf(post)).toMatchObject({ status: 404, errorCode: 'NOT_FOUND' });
    expect((await org.call('GET', path(version, 'feeds/news/me/feed-items'))).status).toBe(404);
  });
});

describe('retired versions, when they live on', () => {
  beforeEach(async () => {
    org = await startOrg({ legacy: true });
  });

  const captured = (name: string): unknown => JSON.parse(readFileSync(new URL(name, fixtures), 'utf8'));
  const keysOf = (value: unknown): string[] => Object.keys(value as object);

  test('are in the list of versions', async () => {
    const { body } = await org.call('GET', '/services/data/', { token: null });
    expect(at(body, '0')).toEqual({ label: "Spring '11", url: '/services/data/v21.0', version: '21.0' });
  });

  test('the ones before them stay retired', async () => {
    expect((await org.call('GET', path(20, 'users/me'))).status).toBe(410);
  });

  test.skipIf(!existsSync(fixtures))('a user has the shape of 2011', async () => {
    const real = captured('v23-users-get-id.json');
    for (const id of ['me', org.credentials.otherUserId]) {
      const { body } = await org.call('GET', path(23, `users/${id}`));
      expect(keysOf(body)).toEqual(keysOf(real));
      expect(keysOf(at(body, 'currentStatus'))).toEqual(keysOf(at(real, 'currentStatus')));
      expect(keysOf(at(body, 'currentStatus.body'))).toEqual(keysOf(at(real, 'currentStatus.body')));
    }
  });

  test.skipIf(!existsSync(fixtures))('an item and a page of items have the shape of 2011', async () => {
    const real = captured('v23-news-feed-items-get.json');
    const { body } = await org.call('GET', path(24, 'feeds/news/me/feed-items'));
    expect(keysOf(body)).toEqual(keysOf(real));
    const item = at(body, 'items.0');
    const realItem = at(real, 'items.0');
    expect(keysOf(item)).toEqual(keysOf(realItem));
    for (const part of ['actor', 'parent', 'body', 'clientInfo', 'comments', 'likes']) {
      expect(keysOf(at(item, part))).toEqual(keysOf(at(realItem, part)));
    }
    const hashtag = (at(item, 'body.messageSegments') as { type: string }[]).find(
      ({ type }) => type === 'Hashtag',
    );
    expect(keysOf(hashtag)).toEqual(keysOf(at(realItem, 'body.messageSegments.1')));
  });

  test('a text is posted as the client of 2012 did it', async () => {
    const body = new FormData();
    body.set('text', 'Hello world!');
    const answered = await org.call('POST', path(24, 'feeds/news/me/feed-items'), {
      body,
      token: null,
      headers: { Authorization: `OAuth ${org.credentials.accessToken}` },
    });
    expect(answered.status).toBe(201);
    expect(objectOf(answered)).toMatchObject({ type: 'UserStatus', body: { text: 'Hello world!' } });
    const page = await org.call('GET', path(24, 'feeds/news/me/feed-items'));
    expect(at(page.body, 'items.0.id')).toBe(at(answered.body, 'id'));
  });

  test('feed elements are younger than they', async () => {
    expect((await org.call('GET', path(30, 'feeds/news/me/feed-elements'))).status).toBe(404);
  });
});

describe('one feed item of version 31.0', () => {
  beforeEach(async () => {
    org = await startOrg();
  });

  test('has comments and likes under the addresses that it names', async () => {
    const posted = await org.call('POST', path(31, 'feeds/news/me/feed-items?text=Hello'));
    const id = String(at(posted.body, 'id'));
    const comments = String(at(posted.body, 'comments.currentPageUrl'));
    expect((await org.call('POST', `${comments}?text=Yes`)).status).toBe(201);
    expect((await org.call('POST', String(at(posted.body, 'likes.currentPageUrl')))).status).toBe(201);
    const item = await org.call('GET', path(31, `feed-items/${id}`));
    expect(item.body).toMatchObject({
      comments: { total: 1, comments: [{ body: { text: 'Yes' } }], currentPageUrl: comments },
      isLikedByCurrentUser: true,
      likes: { total: 1 },
    });
    expect((await org.call('GET', comments)).body).toEqual(at(item.body, 'comments'));
    expect((await org.call('DELETE', path(31, `feed-items/${id}`))).status).toBe(204);
    expect((await org.call('GET', path(31, `feed-items/${id}`))).status).toBe(404);
  });

  test('is in every feed of its time', async () => {
    const { recordId, userId } = org.credentials;
    for (const feed of ['to/me', 'company', 'groups/me', `record/${recordId}`, `user-profile/${userId}`]) {
      const page = await org.call('GET', path(31, `feeds/${feed}/feed-items?pageSize=2`));
      expect([feed, idsOf(page, 'items').length]).toEqual([feed, 2]);
    }
    expect(idsOf(await org.call('GET', path(31, 'feed-items?q=kayak')), 'items')).toHaveLength(4);
  });
});
