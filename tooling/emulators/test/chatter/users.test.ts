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

  test.each([
    ['t*era', 'Tomás Rivera'],
    ['Lindq?ist', 'Mara Lindqvist'],
    ['"Mara Lindqvist"', 'Mara Lindqvist'],
    ['q', 'Mara Lindqvist'],
  ])('can be searched for %s', async (q, name) => {
    const { body } = await org.chatter('GET', `users?${new URLSearchParams({ q }).toString()}`);
    expect(body).toMatchObject({ users: [{ name }] });
  });

  test.each(['pageSize=0', 'pageSize=251', 'pageSize=many', 'page=-1'])('refuse %s', async (query) => {
    expect((await org.chatter('GET', `users?${query}`)).status).toBe(400);
  });
});

describe('what people say of themselves', () => {
  test('is changed by themselves, in a thousand characters', async () => {
    const say = (aboutMe: unknown, path = 'users/me') => org.chatter('PATCH', path, { json: { aboutMe } });
    const said = await say('Boats & bills.');
    expect([said.status, at(said.body, 'aboutMe')]).toEqual([200, 'Boats & bills.']);
    expect((await org.chatter('GET', 'users/me')).body).toMatchObject({ aboutMe: 'Boats & bills.' });
    expect(errorOf(await say('x'.repeat(1_001)))).toMatchObject({
      status: 400,
      errorCode: 'NUMBER_OUTSIDE_VALID_RANGE',
    });
    expect(at((await say(null)).body, 'aboutMe')).toBeNull();
    expect(at((await org.chatter('PATCH', 'users/me?aboutMe=Brief')).body, 'aboutMe')).toBe('Brief');
    expect((await say('Nonsense', `users/${org.credentials.otherUserId}`)).status).toBe(403);
    expect(errorOf(await org.chatter('PATCH', 'users/me', { json: {} }))).toMatchObject({
      errorCode: 'MISSING_ARGUMENT',
    });
  });
});

describe('several users at once', () => {
  test('are answered one by one, and one who is not there hinders no other', async () => {
    const { userId, otherUserId, recordId } = org.credentials;
    const answered = await org.chatter(
      'GET',
      `users/batch/${userId},005000000000001,${otherUserId},${recordId}`,
    );
    expect(answered.status).toBe(200);
    expect(answered.body).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { id: userId, username: org.credentials.username } },
        { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
        { statusCode: 200, result: { id: otherUserId } },
        { statusCode: 400, result: [{ errorCode: 'INVALID_ID_FIELD' }] },
      ],
    });
    expect((await org.chatter('GET', `users/batch/${userId}`)).body).toMatchObject({ hasErrors: false });
  });
});

describe('around a user', () => {
  test('topics are what the user talks about most', async () => {
    const { body } = await org.chatter('GET', 'users/me/topics');
    expect(body).toMatchObject({
      currentPageUrl: `/services/data/v66.0/chatter/users/${org.credentials.userId}/topics`,
      topics: [{ name: 'harbour' }, {}, {}, {}],
    });
  });

  test('a profile says what the caller can do about the user', async () => {
    const profile = async (id: string): Promise<unknown> =>
      (await org.call('GET', `/services/data/v66.0/connect/user-profiles/${id}`)).body;
    const { otherUserId } = org.credentials;
    expect(await profile(otherUserId)).toMatchObject({
      capabilities: { canEdit: false, canFollow: true },
      id: otherUserId,
      url: `/services/data/v66.0/connect/user-profiles/${otherUserId}`,
      userDetail: { name: 'Tomás Rivera' },
    });
    expect(await profile('me')).toMatchObject({ capabilities: { canEdit: true, canFollow: false } });
  });

  test('jobs are begun by oneself, and a purge takes likes back but not what was written', async () => {
    const [post = ''] = org.control.posts().map(({ id }) => id);
    await org.chatter('POST', `feed-elements/${post}/capabilities/chatter-likes/items`);
    const job = (name: string, user = 'me') => org.chatter('POST', `users/${user}/activities/${name}-job`);
    expect(await job('export')).toMatchObject({
      status: 202,
      body: { jobToken: expect.stringMatching(/^707/) as unknown, jobType: 'Export' },
    });
    const posts = org.control.posts().length;
    expect(await job('purge')).toMatchObject({ status: 202, body: { jobType: 'Purge' } });
    expect(org.control.posts()).toHaveLength(posts);
    const likes = await org.chatter('GET', `feed-elements/${post}/capabilities/chatter-likes/items`);
    expect(likes.body).toMatchObject({ items: [] });
    expect((await job('purge', org.credentials.otherUserId)).status).toBe(403);
  });

  test('a digest is asked for by its period', async () => {
    const ask = (period: string) => org.chatter('POST', 'digests', { json: { period } });
    expect(await ask('weeklydigest')).toMatchObject({ status: 202, body: { period: 'WeeklyDigest' } });
    expect((await ask('Yearly')).status).toBe(400);
  });
});

describe('what a user is worth in a site', () => {
  const reputation = async (id: string): Promise<unknown> =>
    (
      await org.call(
        'GET',
        `/services/data/v66.0/connect/communities/internal/chatter/users/${id}/reputation`,
      )
    ).body;

  test('grows with what others think of what the user wrote', async () => {
    const ada = await org.newcomer('Ada', 'Berg');
    expect(await reputation(ada.id)).toMatchObject({
      reputationPoints: 0,
      reputationLevel: { levelNumber: 1 },
    });
    const json = {
      feedElementType: 'FeedItem',
      subjectId: 'me',
      body: { messageSegments: [{ type: 'Text', text: 'Hello' }] },
    };
    const post = at((await org.chatter('POST', 'feed-elements', { json, token: ada.token })).body, 'id');
    const likes = `feed-elements/${String(post)}/capabilities/chatter-likes/items`;
    await org.chatter('POST', likes, { token: ada.token });
    expect(await reputation(ada.id)).toMatchObject({ reputationPoints: 1 });
    await org.chatter('POST', likes);
    expect(await reputation(ada.id)).toMatchObject({
      reputationPoints: 6,
      url: `/services/data/v66.0/connect/communities/internal/chatter/users/${ada.id}/reputation`,
    });
  });

  test('is unknown to the org', async () => {
    expect((await org.chatter('GET', 'users/me/reputation')).status).toBe(404);
  });
});

describe('somebody new', () => {
  const hire = (names: object) => org.call('POST', '/_emulator/add-user', { json: names, token: null });

  test('is taken on over HTTP, too, and logs in at once', async () => {
    const hired = objectOf(await hire({ firstName: 'Ada', lastName: 'van Berg' }));
    expect(hired['username']).toBe('ada.vanberg@northlight.example.com');
    const { clientId, clientSecret } = org.credentials;
    const { body } = await org.token({
      grant_type: 'password',
      client_id: clientId,
      client_secret: clientSecret,
      username: String(hired['username']),
      password: String(hired['password']),
    });
    const me = await org.chatter('GET', 'users/me', { token: String(at(body, 'access_token')) });
    expect(me.body).toMatchObject({ id: hired['id'], name: 'Ada van Berg', followersCount: 0 });
  });

  test('has a name that nobody has yet', async () => {
    expect((await hire({ firstName: 'Mara', lastName: 'Lindqvist' })).status).toBe(400);
    expect(() => org.control.addUser('Mara', 'Lindqvist')).toThrow('There is a user mara.lindqvist already.');
  });
});
