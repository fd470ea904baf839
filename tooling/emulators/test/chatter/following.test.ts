import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const follow = (subjectId: string, token?: string) =>
  org.chatter('POST', 'users/me/following', { json: { subjectId }, ...(token !== undefined && { token }) });

describe('following', () => {
  test('gives a subscription that leads to both sides', async () => {
    const ada = await org.newcomer('Ada', 'Berg');
    const answered = await follow(ada.id);
    expect(answered.status).toBe(201);
    expect(answered.body).toMatchObject({
      id: expect.stringMatching(/^0E8/) as unknown,
      subject: { id: ada.id, type: 'User', name: 'Ada Berg' },
      subscriber: { id: org.credentials.userId },
    });
    expect((await org.call('GET', String(at(answered.body, 'url')))).body).toEqual(answered.body);
    expect((await org.chatter('GET', `users/${ada.id}`)).body).toMatchObject({
      followersCount: 1,
      mySubscription: { id: at(answered.body, 'id') },
    });
  });

  test('a second time gives the same subscription', async () => {
    const { otherUserId } = org.credentials;
    const first = await follow(otherUserId);
    const second = await follow(otherUserId.slice(0, 15));
    expect(second.status).toBe(201);
    expect(at(second.body, 'id')).toBe(at(first.body, 'id'));
  });

  test('takes the subject as a parameter, too', async () => {
    const ada = await org.newcomer('Ada', 'Berg');
    const { status, body } = await org.chatter('POST', `users/me/following?subjectId=${ada.id}`);
    expect([status, at(body, 'subject.id')]).toEqual([201, ada.id]);
  });

  test('ends once: deleting a subscription a second time finds nothing', async () => {
    const id = String(at((await follow(org.credentials.otherUserId)).body, 'id'));
    expect(await org.chatter('DELETE', `subscriptions/${id}`)).toMatchObject({ status: 204, text: '' });
    expect(errorOf(await org.chatter('DELETE', `subscriptions/${id}`))).toMatchObject({
      status: 404,
      errorCode: 'NOT_FOUND',
    });
    expect((await org.chatter('GET', `users/${org.credentials.otherUserId}`)).body).toMatchObject({
      mySubscription: null,
    });
  });

  test('belongs to who follows', async () => {
    const id = String(at((await follow(org.credentials.otherUserId)).body, 'id'));
    const token = await org.otherToken();
    expect(errorOf(await org.chatter('DELETE', `subscriptions/${id}`, { token }))).toMatchObject({
      status: 403,
      errorCode: 'INSUFFICIENT_ACCESS',
    });
    const { otherUserId, recordId } = org.credentials;
    const asOther = await org.chatter('POST', `users/${otherUserId}/following`, {
      json: { subjectId: recordId },
    });
    expect(errorOf(asOther)).toMatchObject({ status: 403 });
  });

  test('topics can be followed; oneself, groups and posts cannot', async () => {
    const topicId = String(at(await topicsOfOther(), '0.id'));
    expect((await follow(topicId)).body).toMatchObject({ subject: { id: topicId, name: 'repairs' } });

    expect(errorOf(await follow(org.credentials.userId))).toMatchObject({ status: 400 });
    const [groupId = ''] = idsOf(await org.chatter('GET', 'groups'), 'groups');
    expect(errorOf(await follow(groupId))).toEqual({
      status: 400,
      errorCode: 'INVALID_OPERATION',
      message: 'A group is joined, not followed.',
    });
    expect(errorOf(await follow(org.control.posts()[0]?.id ?? ''))).toMatchObject({
      status: 400,
      errorCode: 'INVALID_ID_FIELD',
    });
    expect(errorOf(await follow('005000000000001'))).toMatchObject({ status: 404 });
  });

  test('a file can be followed by those who may see it', async () => {
    const path = '/services/data/v66.0/connect/files/users/me';
    const data = new FormData();
    data.set('title', 'Tide table');
    data.set('fileData', new Blob(['high and low']), 'tides.txt');
    const file = String(at((await org.call('POST', path, { body: data })).body, 'id'));
    const followed = await follow(file);
    expect([followed.status, at(followed.body, 'subject')]).toMatchObject([
      201,
      { id: file, title: 'Tide table' },
    ]);
    expect(errorOf(await follow(file, await org.otherToken()))).toMatchObject({ status: 404 });
    const list = objectOf(await org.chatter('GET', 'users/me/following?filterType=069'));
    expect(list).toMatchObject({ total: 1, following: [{ id: at(followed.body, 'id') }] });
  });

  const topicsOfOther = async (): Promise<unknown> =>
    at((await org.chatter('GET', `users/${org.credentials.otherUserId}/topics`)).body, 'topics');
});

describe('lists', () => {
  test('show whom and what somebody follows, and only one kind if that is wanted', async () => {
    const all = objectOf(await org.chatter('GET', 'users/me/following'));
    expect(all).toMatchObject({ total: 2, previousPageUrl: null, nextPageUrl: null });
    expect(all['currentPageUrl']).toBe(
      `/services/data/v66.0/chatter/users/${org.credentials.userId}/following`,
    );
    const records = objectOf(await org.chatter('GET', 'users/me/following?filterType=001'));
    expect(records).toMatchObject({ total: 1, following: [{ subject: { id: org.credentials.recordId } }] });
    expect((await org.chatter('GET', 'users/me/following?filterType=user')).status).toBe(400);
  });

  test('show who follows a user or a record, in pages of up to a thousand', async () => {
    for (const name of ['Ada', 'Bo', 'Cai']) {
      const { token } = await org.newcomer(name, 'Berg');
      await follow(org.credentials.recordId, token);
    }
    const path = `records/${org.credentials.recordId}/followers`;
    expect(objectOf(await org.chatter('GET', `${path}?pageSize=1000`))).toMatchObject({ total: 4 });
    const first = objectOf(await org.chatter('GET', `${path}?pageSize=3`));
    const second = objectOf(await org.call('GET', String(first['nextPageUrl'])));
    expect(second).toMatchObject({
      total: 4,
      nextPageUrl: null,
      followers: [{ subscriber: { name: 'Cai Berg' } }],
    });
    expect((await org.chatter('GET', `${path}?pageSize=1001`)).status).toBe(400);

    expect(objectOf(await org.chatter('GET', 'users/me/followers'))).toMatchObject({
      total: 1,
      followers: [{ subscriber: { id: org.credentials.otherUserId } }],
    });
  });
});

test('how often one hears of a topic or a group is kept for oneself', async () => {
  const { otherUserId, userId } = org.credentials;
  const path = `subscriptions/notification/${otherUserId}/members`;
  expect((await org.chatter('GET', `${path}/me`)).status).toBe(404);
  const set = await org.chatter('POST', `${path}/me`, { json: { notificationFrequency: 'dailydigest' } });
  expect([set.status, set.body]).toEqual([
    201,
    { notificationFrequency: 'DailyDigest', url: `/services/data/v66.0/chatter/${path}/${userId}` },
  ]);
  expect((await org.chatter('GET', `${path}/${userId}`)).body).toEqual(set.body);
  expect((await org.chatter('GET', `${path}/${otherUserId}`)).status).toBe(403);
  expect((await org.chatter('DELETE', `${path}/me`)).status).toBe(204);
  expect((await org.chatter('GET', `${path}/me`)).status).toBe(404);
});
