import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shapeOf, shapeWithout } from './captured.js';
import { hasFixtures, recorded } from './fixtures.js';
import { at, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await startOrg();
});
afterAll(() => org.close());

const get = async (version: number, path: string): Promise<unknown> =>
  (await org.call('GET', `/services/data/v${version}.0/chatter/${path}`)).body;

describe.skipIf(!hasFixtures)('captured answers', () => {
  test('users/me of v49.0', async () => {
    // Of these the captured user has none, and ours has one.
    const differing = ['aboutMe', 'title', 'phoneNumbers'];
    expect(shapeWithout(await get(49, 'users/me'), ...differing)).toEqual(
      shapeWithout(recorded('user-me-v49.json'), ...differing),
    );
    expect(Object.keys((await get(49, 'users/me')) as object)).toEqual(
      Object.keys(recorded('user-me-v49.json')),
    );
  });

  test('users/me of v42.0', async () => {
    // Whoever published it emptied the photo and took out the manager and the motif, which v42.0 has by the guide.
    const removed = ['photo', 'managerId', 'managerName', 'motif'];
    const differing = ['aboutMe', 'title'];
    expect(shapeWithout(await get(42, 'users/me'), ...removed, ...differing)).toEqual(
      shapeWithout(recorded('user-me-v42.json'), ...removed, ...differing),
    );
    expect(await get(42, 'users/me')).toMatchObject({ stamps: [] });
  });

  test('a post of text of v49.0', async () => {
    const real = recorded('feed-element-textpost-v49.json');
    const post = org.control.posts().find(({ text }) => text === 'Insurance is renewed for another year.');
    const ours = await get(49, `feed-elements/${post?.id ?? ''}`);
    const differing = ['actor.title', 'parent.title', 'clientInfo.applicationUrl'];
    expect(shapeWithout(ours, ...differing)).toEqual(shapeWithout(real, ...differing));
  });

  test('a post of text on somebody of v48.0', async () => {
    const real = recorded('feed-element-group-textpost-v48.json');
    const page = await get(48, `feeds/record/${org.credentials.recordId}/feed-elements`);
    const ours = at(page, 'elements.0');
    expect(Object.keys(ours as object)).toEqual(Object.keys(real));
    for (const part of [
      'capabilities',
      'header.messageSegments.0',
      'header.messageSegments.1',
      'clientInfo',
      'actor.photo',
    ]) {
      expect(Object.keys(at(ours, part) as object)).toEqual(Object.keys(at(real, part) as object));
    }
  });

  test('every capability of a post of v49.0', async () => {
    const real = at(recorded('feed-page-news-v49-trimmed.json'), 'elements.0.capabilities') as object;
    const ours = at(await get(49, 'feeds/news/me/feed-elements?pageSize=1'), 'elements.0.capabilities');
    for (const name of Object.keys(real)) {
      expect(Object.keys(at(ours, name) as object)).toEqual(Object.keys(at(real, name) as object));
    }
  });

  test('the envelope of a page of v49.0', async () => {
    const real = recorded('feed-page-news-v49-trimmed.json');
    expect(shapeWithout(await get(49, 'feeds/news/me/feed-elements'), 'elements')).toEqual(
      shapeWithout(real, 'elements'),
    );
  });

  test('the envelope of a page of v42.0', async () => {
    const real = recorded('feed-page-envelope-record-v42.json');
    expect(shapeWithout(await get(42, 'feeds/record/me/feed-elements'), 'elements')).toEqual(
      shapeWithout(real, 'elements'),
    );
  });

  test('the parts of a feed that the guide shows for v66.0', async () => {
    expect(shapeOf(await get(66, 'feeds/news/me'))).toMatchObject(
      shapeOf(recorded('feed-news-v66.json')) as object,
    );
  });

  test.each([
    ['error-invalid-session-401.json', 401, 'users/me', { token: null }],
    ['error-not-found-404.json', 404, 'users/005000000000001', {}],
  ])('%s', async (name, status, path, options) => {
    const answered = await org.chatter('GET', path, options);
    expect(answered.status).toBe(status);
    expect(answered.body).toEqual(recorded(name));
  });

  test('the errors of limits', async () => {
    org.control.hourlyLimit(0);
    expect((await org.chatter('GET', 'users/me')).body).toEqual(
      recorded('error-connect-hourly-limit-503.json'),
    );
    org.control.hourlyLimit(undefined);
    org.control.dailyLimit(0);
    expect((await org.chatter('GET', 'users/me')).body).toEqual(recorded('error-org-request-limit-403.json'));
    org.control.dailyLimit(undefined);
  });

  test('the token answer with rotation, and without', async () => {
    const { clientId, clientSecret, refreshToken } = org.credentials;
    const refresh = () =>
      org.token({
        grant_type: 'refresh_token',
        refresh_token: refreshToken,
        client_id: clientId,
        client_secret: clientSecret,
      });
    const { refresh_token: _, ...rest } = recorded('oauth-refresh-rotated.json') as Record<string, unknown>;
    expect(Object.keys((await refresh()).body as object)).toEqual(Object.keys(rest));
    org.control.rotateTokens(true);
    expect(Object.keys((await refresh()).body as object)).toEqual(
      Object.keys(recorded('oauth-refresh-rotated.json')),
    );
  });
});

describe('properties by version', () => {
  test.each([
    [31, ['comments', 'likes', 'attachment', 'canShare'], ['isSharable', 'hasVerifiedComment']],
    [32, ['canShare'], ['comments', 'likes', 'isSharable']],
    [39, ['isSharable'], ['canShare', 'hasVerifiedComment']],
    [68, ['isSharable', 'hasVerifiedComment'], ['canShare', 'comments']],
  ])('a feed item of v%d.0', async (version, present, absent) => {
    const item = at(await get(version, 'feeds/news/me/feed-elements?pageSize=1'), 'elements.0');
    const keys = Object.keys(item as object);
    expect(keys).toEqual(expect.arrayContaining(present) as unknown);
    expect(keys.filter((key) => absent.includes(key))).toEqual([]);
  });

  test.each([
    [31, []],
    [34, ['edit']],
    [37, ['edit', 'mute', 'interactions', 'status']],
    [43, ['edit', 'mute', 'interactions', 'status', 'readBy', 'upDownVote', 'close']],
  ])('the capabilities of a post of v%d.0', async (version, added) => {
    const item = at(await get(version, 'feeds/news/me/feed-elements?pageSize=1'), 'elements.0.capabilities');
    const always = ['associatedActions', 'bookmarks', 'chatterLikes', 'comments', 'topics'];
    expect(Object.keys(item as object)).toEqual([...always, ...added].toSorted());
  });

  test.each([
    [31, ['communityNickname', 'displayName', 'reputation', 'bannerPhoto', 'outOfOffice', 'stamps']],
    [36, ['outOfOffice', 'stamps']],
    [40, []],
    [44, ['stamps']],
  ])('a user of v%d.0', async (version, absent) => {
    const keys = Object.keys((await get(version, 'users/me')) as object);
    const all = ['communityNickname', 'displayName', 'reputation', 'bannerPhoto', 'outOfOffice', 'stamps'];
    expect(all.filter((name) => !keys.includes(name))).toEqual(absent);
  });

  test('a photo moved with v35.0', async () => {
    const { userId } = org.credentials;
    expect(at(await get(34, 'users/me'), 'photo.url')).toBe(
      `/services/data/v34.0/chatter/users/${userId}/photo`,
    );
    expect(at(await get(35, 'users/me'), 'photo.url')).toBe(
      `/services/data/v35.0/connect/user-profiles/${userId}/photo`,
    );
  });
});
