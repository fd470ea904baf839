import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

describe('one user', () => {
  test('me is the user of the token', async () => {
    expect((await org.chatter('GET', 'users/me')).body).toMatchObject({
      id: org.credentials.userId,
      username: org.credentials.username,
      mySubscription: null,
      type: 'User',
    });
    expect((await org.chatter('GET', 'users/me', { token: await org.otherToken() })).body).toMatchObject({
      id: org.credentials.otherUserId,
    });
  });

  test('an id of 15 characters is answered with one of 18', async () => {
    const { otherUserId } = org.credentials;
    const { body } = await org.chatter('GET', `users/${otherUserId.slice(0, 15)}`);
    expect(body).toMatchObject({
      id: otherUserId,
      url: `/services/data/v66.0/chatter/users/${otherUserId}`,
    });
  });

  test('a followed user has a subscription, and counts are counted', async () => {
    const other = objectOf(await org.chatter('GET', `users/${org.credentials.otherUserId}`));
    expect(at(other, 'mySubscription.id')).toMatch(/^0E8/);
    expect(at(other, 'mySubscription.url')).toBe(
      `/services/data/v66.0/chatter/subscriptions/${String(at(other, 'mySubscription.id'))}`,
    );
    const me = objectOf(await org.chatter('GET', 'users/me'));
    expect(me).toMatchObject({
      followersCount: 1,
      followingCounts: { people: 1, records: 1, total: 2 },
      chatterActivity: {
        postCount: org.control.posts().filter((post) => post.actorId === org.credentials.userId).length,
      },
    });
  });

  test('an id of something else is no identifier of a user', async () => {
    expect(errorOf(await org.chatter('GET', `users/${org.credentials.recordId}`))).toEqual({
      status: 400,
      errorCode: 'INVALID_ID_FIELD',
      message: `Invalid identifier: ${org.credentials.recordId}`,
    });
    expect(errorOf(await org.chatter('GET', 'users/nobody'))).toMatchObject({ status: 400 });
  });

  test('an id of nobody is not found', async () => {
    expect(errorOf(await org.chatter('GET', 'users/005000000000001'))).toEqual({
      status: 404,
      errorCode: 'NOT_FOUND',
      message: 'The requested resource does not exist',
    });
  });
});

describe('all users', () => {
  test('are the active ones, by name', async () => {
    const body = objectOf(await org.chatter('GET', 'users'));
    expect(body).toMatchObject({
      currentPageUrl: '/services/data/v66.0/chatter/users',
      nextPageUrl: null,
      previousPageUrl: null,
      users: [{ name: 'Mara Lindqvist' }, { name: 'Tomás Rivera' }],
    });
  });

  test('come in numbered pages that lead to each other', async () => {
    const first = objectOf(await org.chatter('GET', 'users?pageSize=1'));
    expect(first).toMatchObject({
      previousPageUrl: null,
      nextPageToken: '1',
      users: [{ name: 'Mara Lindqvist' }],
    });
    const second = objectOf(await org.call('GET', String(first['nextPageUrl'])));
    expect(second).toMatchObject({
      nextPageUrl: null,
      previousPageToken: '0',
      users: [{ name: 'Tomás Rivera' }],
    });
    const back = objectOf(await org.call('GET', String(second['previousPageUrl'])));
    expect(back['users']).toEqual(first['users']);
  });

  test('can be searched', async () => {
    const { body } = await org.chatter('GET', 'users?q=tom');
    expect(at(body, 'users.length')).toBe(1);
    expect(at(body, 'users.0.id')).toBe(org.credentials.otherUserId);
  });

  test.each(['pageSize=0', 'pageSize=251', 'pageSize=many', 'page=-1'])('refuse %s', async (query) => {
    expect((await org.chatter('GET', `users?${query}`)).status).toBe(400);
  });
});
