import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { featuresOff } from '../../src/chatter/routes/data.js';
import { at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await startOrg();
});
afterAll(() => org.close());

const notFound = { status: 404, errorCode: 'NOT_FOUND' };

describe('a documented resource', () => {
  test('that this org does not have answers as a feature that is switched off, and is listed', async () => {
    expect(featuresOff).toContain('GET /chatter/feeds/landing');
    expect(featuresOff).not.toContain('GET /chatter/feeds/news/{userId}');
    expect(errorOf(await org.chatter('GET', 'feeds/landing'))).toEqual({
      status: 403,
      errorCode: 'FUNCTIONALITY_NOT_ENABLED',
      message: 'This feature is not currently enabled: GET /chatter/feeds/landing',
    });
  });

  test('is not found before its first version', async () => {
    const mute = (version: number) => org.call('GET', `/services/data/v${version}.0/chatter/feeds/mute/me`);
    expect(errorOf(await mute(34))).toMatchObject(notFound);
    expect((await mute(35)).status).toBe(200);
  });

  test('has no other methods than those documented', async () => {
    expect(errorOf(await org.chatter('PATCH', 'feeds/news/me'))).toMatchObject({
      status: 405,
      errorCode: 'METHOD_NOT_ALLOWED',
    });
  });

  test.each([
    ['feeds/news/me/feed-elements?density=Some', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['feeds/news/me/feed-elements?elementsPerBundle=11', 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['feeds/record/me/feed-elements?showInternalOnly=perhaps', 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['feed-elements', 'MISSING_ARGUMENT'],
  ])('refuses %s', async (path, errorCode) => {
    expect(errorOf(await org.chatter('GET', path))).toMatchObject({ status: 400, errorCode });
  });

  test.each([-1, 26])('says of a number like %d what would be in range', async (count) => {
    const path = `feeds/company/feed-elements?recentCommentCount=${count}`;
    expect(errorOf(await org.chatter('GET', path))).toEqual({
      status: 400,
      errorCode: 'NUMBER_OUTSIDE_VALID_RANGE',
      message: 'The value of recentCommentCount must be between 0 and 25.',
    });
  });

  test('takes what is documented in any case', async () => {
    expect((await org.chatter('GET', 'feeds/news/me/feed-elements?sort=lastmodifieddatedesc')).status).toBe(
      200,
    );
  });
});

describe('the prefix of a site', () => {
  const inSite = (path: string) =>
    org.call('GET', `/services/data/v66.0/connect/communities/internal/${path}`);

  test('leads to the same resources, whose URLs carry it', async () => {
    const { userId } = org.credentials;
    const site = '/services/data/v66.0/connect/communities/internal';
    expect((await inSite('chatter/users/me')).body).toMatchObject({
      url: `${site}/chatter/users/${userId}`,
      photo: { url: `${site}/user-profiles/${userId}/photo` },
    });
    const page = objectOf(await inSite('chatter/feeds/news/me/feed-elements?pageSize=1'));
    expect((await org.call('GET', String(page['nextPageUrl']))).body).toMatchObject({
      currentPageUrl: expect.stringContaining(`${site}/chatter/feeds/news/${userId}`) as unknown,
    });
  });

  test('is unknown to the company feed, and to sites that are none', async () => {
    expect(errorOf(await inSite('chatter/feeds/company'))).toMatchObject(notFound);
    const other = (id: string) =>
      org.call('GET', `/services/data/v66.0/connect/communities/${id}/chatter/users/me`);
    expect(errorOf(await other('0DB000000000001'))).toMatchObject(notFound);
    expect(errorOf(await other(org.credentials.userId))).toMatchObject({ errorCode: 'INVALID_ID_FIELD' });
  });

  test('is the only way to what only sites have', async () => {
    expect(errorOf(await org.chatter('GET', 'feeds/home'))).toMatchObject(notFound);
    expect(errorOf(await inSite('chatter/feeds/home'))).toMatchObject({ status: 403 });
  });
});

describe('a request that is too large', () => {
  test('in its URI is refused with 414', async () => {
    expect((await org.chatter('GET', `users?q=${'x'.repeat(16_384)}`)).status).toBe(414);
  });

  test('in its URI and headers together is refused with 431', async () => {
    const { status } = await org.chatter('GET', `users?q=${'x'.repeat(10_000)}`, {
      headers: { 'X-Long': 'y'.repeat(7_000) },
    });
    expect(status).toBe(431);
  });
});

describe('an answer can be trimmed', () => {
  test('to some properties', async () => {
    expect((await org.chatter('GET', 'users/me?include=/chatterActivity')).body).toEqual({
      chatterActivity: { commentCount: 3, commentReceivedCount: 0, likeReceivedCount: 1, postCount: 17 },
    });
    expect((await org.chatter('GET', 'users/me?include=/photo/url%7C/id')).body).toEqual({
      id: org.credentials.userId,
      photo: { url: expect.any(String) as unknown },
    });
  });

  test('by some properties, in the members of a list as well', async () => {
    const page = await org.chatter('GET', 'users?exclude=/users/user/photo%7C/nextPageUrl');
    expect(page.body).not.toHaveProperty('nextPageUrl');
    expect(at(page.body, 'users.0')).toMatchObject({ firstName: 'Mara' });
    expect(at(page.body, 'users.0')).not.toHaveProperty('photo');
  });

  test('to the properties of a size, of which smaller sizes are part', async () => {
    const keys = async (query: string) =>
      Object.keys(objectOf(await org.chatter('GET', `users/me?${query}`)));
    const [small, medium, big] = [
      await keys('filterGroup=Small'),
      await keys('filterGroup=medium'),
      await keys('filterGroup=Big'),
    ];
    expect(small).toContain('id');
    expect(small).not.toContain('mySubscription');
    expect(medium).toEqual(expect.arrayContaining([...small, 'mySubscription']) as unknown);
    expect(big).toEqual(await keys(''));
    expect(await keys('filterGroup=Small&include=/mySubscription')).toEqual(
      [...small, 'mySubscription'].toSorted(),
    );
    expect(await keys('filterGroup=Small&exclude=/id')).toEqual(small.filter((key) => key !== 'id'));
  });

  test.each(['include=id', 'include=/id&exclude=/name'])('but not by %s', async (query) => {
    expect(errorOf(await org.chatter('GET', `users/me?${query}`))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_FILTER_VALUE',
    });
  });
});
