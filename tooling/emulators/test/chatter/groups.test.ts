import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, type CallOptions, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const namesOf = async (path: string, options?: CallOptions): Promise<unknown[]> => {
  const groups = objectOf(await org.chatter('GET', path, options))['groups'];
  return Array.isArray(groups) ? groups.map((group: unknown) => at(group, 'name')) : [];
};

const create = (group: object = {}, options?: CallOptions) =>
  org.chatter('POST', 'groups', {
    json: { name: 'Sailors', visibility: 'PublicAccess', ...group },
    ...options,
  });

const createdId = async (group?: object, options?: CallOptions): Promise<string> =>
  String(at((await create(group, options)).body, 'id'));

describe('founding a group', () => {
  test('answers 201 with the group, whose first member is its owner', async () => {
    // As in the guide's example: booleans as texts.
    const answered = await create({
      canHaveChatterGuests: 'true',
      description: 'This group is building a powerful API.',
      information: { text: 'Read this section before you post to the group.', title: 'Information' },
      isArchived: 'false',
      isAutoArchiveDisabled: 'false',
      visibility: 'publicaccess',
    });
    expect(answered.status).toBe(201);
    expect(answered.body).toMatchObject({
      id: expect.stringMatching(/^0F9/) as unknown,
      name: 'Sailors',
      canHaveChatterGuests: true,
      isArchived: false,
      isBroadcast: false,
      information: { text: 'Read this section before you post to the group.', title: 'Information' },
      memberCount: 1,
      myRole: 'GroupOwner',
      mySubscription: { id: expect.stringMatching(/^0FB/) as unknown },
      owner: { id: org.credentials.userId },
      pendingRequests: 0,
      announcement: null,
      type: 'CollaborationGroup',
      visibility: 'PublicAccess',
    });
    expect((await org.call('GET', String(at(answered.body, 'url')))).body).toEqual(answered.body);
  });

  test('takes parameters, which are flatter', async () => {
    const body = new URLSearchParams({
      name: 'Sailors',
      visibility: 'Unlisted',
      informationTitle: 'Rules',
      informationText: 'None.',
    });
    expect((await org.chatter('POST', 'groups', { body })).body).toMatchObject({
      visibility: 'Unlisted',
      information: { title: 'Rules', text: 'None.' },
    });
  });

  test.each([
    ['no name', { name: undefined }, 'MISSING_ARGUMENT'],
    ['no visibility', { visibility: undefined }, 'MISSING_ARGUMENT'],
    ['an unknown visibility', { visibility: 'Secret' }, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['a long title', { information: { title: 'x'.repeat(241) } }, 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['a long text', { information: { text: 'x'.repeat(4_001) } }, 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['an owner that is no user', { owner: '001000000000001' }, 'INVALID_ID_FIELD'],
  ])('refuses %s', async (_what, group, errorCode) => {
    expect(errorOf(await create(group))).toMatchObject({ status: 400, errorCode });
  });
});

describe('the list of groups', () => {
  test('has all that one may know of, by name', async () => {
    expect(await namesOf('groups')).toEqual(['Books', 'Harbour Team']);
    expect(await namesOf('groups', { token: await org.otherToken() })).toEqual([
      'Books',
      'Harbour Team',
      'Surprise',
    ]);
  });

  test('can be searched', async () => {
    expect(await namesOf('groups?q=team')).toEqual(['Harbour Team']);
    expect(await namesOf('groups?q=b*ks')).toEqual(['Books']);
    expect(errorOf(await org.chatter('GET', 'groups?q=c'))).toMatchObject({ status: 400 });
  });

  test('leaves archived groups out unless they are wanted', async () => {
    const id = await createdId({ isArchived: true });
    expect(await namesOf('groups')).not.toContain('Sailors');
    expect(await namesOf('groups?archiveStatus=archived')).toEqual(['Sailors']);
    expect(await namesOf('groups?archiveStatus=All')).toHaveLength(3);
    await org.chatter('PATCH', `groups/${id}`, { json: { isArchived: false } });
    expect(await namesOf('groups')).toContain('Sailors');
  });

  test('comes in numbered pages of up to 250', async () => {
    const first = objectOf(await org.chatter('GET', 'groups?pageSize=1'));
    expect(first).toMatchObject({ previousPageUrl: null, groups: [{ name: 'Books' }] });
    expect((await org.call('GET', String(first['nextPageUrl']))).body).toMatchObject({
      nextPageUrl: null,
      groups: [{ name: 'Harbour Team' }],
    });
    expect((await org.chatter('GET', 'groups?pageSize=251')).status).toBe(400);
  });

  test('of one user has those that the caller may know of', async () => {
    const { otherUserId } = org.credentials;
    expect(await namesOf(`users/${otherUserId}/groups`)).toEqual(['Harbour Team']);
    const token = await org.otherToken();
    expect(await namesOf('users/me/groups', { token })).toEqual(['Harbour Team', 'Surprise']);
    expect(await namesOf('users/me/groups?q=surprise', { token })).toEqual(['Surprise']);
    expect(objectOf(await org.chatter('GET', 'users/me/groups'))).toMatchObject({
      total: 2,
      nextPageUrl: null,
    });
    const old = await org.call('GET', '/services/data/v44.0/chatter/users/me/groups');
    expect(at(old.body, 'groups.0')).not.toHaveProperty('information');
  });
});

describe('one group', () => {
  test('that is unlisted is not there for strangers', async () => {
    const token = await org.otherToken();
    const id = String(idsOf(await org.chatter('GET', 'groups?q=surprise', { token }), 'groups')[0]);
    for (const path of [id, `${id}/members`, `${id}/records`, `${id}/announcements`, `${id}/topics`]) {
      expect(errorOf(await org.chatter('GET', `groups/${path}`))).toMatchObject({
        status: 404,
        errorCode: 'NOT_FOUND',
      });
    }
    expect((await org.chatter('GET', `groups/${id}`, { token })).status).toBe(200);
  });

  test('that is private is known to strangers, but not what is in it', async () => {
    const id = await createdId({ visibility: 'PrivateAccess' });
    const token = await org.otherToken();
    expect((await org.chatter('GET', `groups/${id}`, { token })).body).toMatchObject({
      myRole: 'NotAMember',
      mySubscription: null,
      pendingRequests: null,
    });
    for (const path of ['records', 'announcements', 'topics']) {
      expect((await org.chatter('GET', `groups/${id}/${path}`, { token })).status).toBe(404);
    }
  });

  test('is changed by those who run it, property by property', async () => {
    const id = await createdId({ description: 'Wind', information: { title: 'Rules', text: 'None.' } });
    const changed = await org.chatter('PATCH', `groups/${id}`, {
      json: { name: 'Rowers', isBroadcast: true },
    });
    expect(changed.status).toBe(200);
    expect(changed.body).toMatchObject({
      name: 'Rowers',
      description: 'Wind',
      isBroadcast: true,
      information: { title: 'Rules', text: 'None.' },
    });
    const bare = await org.chatter('PATCH', `groups/${id}`, { json: { description: null, information: {} } });
    expect(bare.body).toMatchObject({ name: 'Rowers', description: null });
    const token = await org.otherToken();
    expect(
      errorOf(await org.chatter('PATCH', `groups/${id}`, { json: { name: 'Mine' }, token })),
    ).toMatchObject({
      status: 403,
      errorCode: 'INSUFFICIENT_ACCESS',
    });
  });

  test('that broadcasts has posts by those who run it, and comments by everybody', async () => {
    const id = await createdId({ isBroadcast: true });
    const token = await org.otherToken();
    await org.chatter('POST', `groups/${id}/members`, { json: { userId: org.credentials.otherUserId } });
    const body = { messageSegments: [{ type: 'Text', text: 'Ahoy' }] };
    const post = (options?: CallOptions) =>
      org.chatter('POST', 'feed-elements', {
        json: { feedElementType: 'FeedItem', subjectId: id, body },
        ...options,
      });
    expect((await post({ token })).status).toBe(403);
    const posted = String(at((await post()).body, 'id'));
    const comments = `feed-elements/${posted}/capabilities/comments/items`;
    expect((await org.chatter('POST', comments, { json: { body }, token })).status).toBe(201);
  });

  test('is given away by its owner, who stays a member', async () => {
    const { otherUserId } = org.credentials;
    const id = await createdId();
    const given = await org.chatter('PATCH', `groups/${id}`, { json: { owner: otherUserId } });
    expect(given.body).toMatchObject({
      owner: { id: otherUserId },
      myRole: 'StandardMember',
      memberCount: 2,
    });
    expect((await org.chatter('DELETE', `groups/${id}`)).status).toBe(403);
  });

  test('is deleted by its owner, with all that is in it', async () => {
    const id = await createdId();
    const before = org.control.posts().length;
    await org.chatter('POST', 'feed-elements', {
      json: {
        feedElementType: 'FeedItem',
        subjectId: id,
        body: { messageSegments: [{ type: 'Text', text: 'Ahoy' }] },
      },
    });
    expect(org.control.posts()).toHaveLength(before + 1);
    expect((await org.chatter('DELETE', `groups/${id}`, { token: await org.otherToken() })).status).toBe(403);
    expect((await org.chatter('DELETE', `groups/${id}`)).status).toBe(204);
    expect((await org.chatter('GET', `groups/${id}`)).status).toBe(404);
    expect(org.control.posts()).toHaveLength(before);
    expect(await namesOf('users/me/groups')).not.toContain('Sailors');
  });

  test('says which topics were talked about last, and what is in the batch of several', async () => {
    const id = await createdId();
    const post = (text: string) =>
      org.chatter('POST', 'feed-elements', {
        json: {
          feedElementType: 'FeedItem',
          subjectId: id,
          body: { messageSegments: [{ type: 'Text', text }] },
        },
      });
    await post('#knots');
    await post('#sails and #ropes');
    const topics = objectOf(await org.chatter('GET', `groups/${id}/topics`))['topics'];
    expect(Array.isArray(topics) && topics.map((topic: unknown) => at(topic, 'name'))).toEqual([
      'sails',
      'ropes',
      'knots',
    ]);
    expect(objectOf(await org.chatter('GET', `groups/batch/${id},0F9000000000001,nothing`))).toMatchObject({
      hasErrors: true,
      results: [
        { statusCode: 200, result: { id, name: 'Sailors' } },
        { statusCode: 404, result: [{ errorCode: 'NOT_FOUND' }] },
        { statusCode: 400, result: [{ errorCode: 'INVALID_ID_FIELD' }] },
      ],
    });
  });
});

describe('records of a group', () => {
  test('are added by members, once, and taken away by those who run it', async () => {
    const id = await createdId();
    const { recordId } = org.credentials;
    const add = (options?: CallOptions) =>
      org.chatter('POST', `groups/${id}/records`, { json: { recordId }, ...options });
    const added = await add();
    expect(added.status).toBe(201);
    expect(added.body).toMatchObject({ record: { id: recordId, name: 'Harbour School' } });
    expect((await add()).body).toEqual(added.body);
    expect(objectOf(await org.chatter('GET', `groups/${id}/records`))).toMatchObject({
      records: [added.body],
      totalRecordCount: 1,
    });
    const url = String(at(added.body, 'url'));
    expect((await org.call('GET', url)).body).toEqual(added.body);
    const token = await org.otherToken();
    expect((await add({ token })).status).toBe(403);
    expect((await org.call('DELETE', url, { token })).status).toBe(403);
    expect((await org.call('DELETE', url)).status).toBe(204);
    expect((await org.call('DELETE', url)).status).toBe(404);
  });

  test('are business records, not users', async () => {
    const json = { recordId: org.credentials.otherUserId };
    expect(errorOf(await org.chatter('POST', `groups/${await createdId()}/records`, { json }))).toMatchObject(
      {
        status: 400,
        errorCode: 'INVALID_OPERATION',
      },
    );
  });
});
