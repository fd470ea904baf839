import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, type CallOptions, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let ada: { readonly id: string; readonly token: string };
beforeEach(async () => {
  org = await startOrg();
  ada = await org.newcomer('Ada', 'Berg');
});
afterEach(() => org.close());

const connect = (method: string, path: string, options?: CallOptions) =>
  org.call(method, `/services/data/v66.0/connect/${path}`, { token: ada.token, ...options });

const titles = async (): Promise<unknown[]> => {
  const list = objectOf(await connect('GET', 'notifications?size=50'))['notifications'];
  return Array.isArray(list) ? list.map((item: unknown) => at(item, 'messageTitle')) : [];
};

const post = (subjectId: string, messageSegments: object[], options?: CallOptions) =>
  org.chatter('POST', 'feed-elements', {
    json: { feedElementType: 'FeedItem', subjectId, body: { messageSegments } },
    ...options,
  });

const text = (said: string): object => ({ type: 'Text', text: said });

const follow = (userId: string): Promise<unknown> =>
  org.chatter('POST', 'users/me/following', { json: { subjectId: userId } });

describe('somebody is told', () => {
  test('of followers, mentions, posts on the profile, comments and likes', async () => {
    await follow(ada.id);
    await post('me', [text('Look, '), { type: 'Mention', id: ada.id }]);
    await post(ada.id, [text('Welcome!')]);
    const own = (await post('me', [text('My first post')], { token: ada.token })).body;
    const capabilities = `feed-elements/${String(at(own, 'id'))}/capabilities`;
    await org.chatter('POST', `${capabilities}/comments/items`, {
      json: { body: { messageSegments: [text('Well said')] } },
    });
    await org.chatter('POST', `${capabilities}/chatter-likes/items`);
    expect(await titles()).toEqual([
      'Mara Lindqvist likes what you wrote',
      'Mara Lindqvist commented on your post',
      'Mara Lindqvist posted on your profile',
      'Mara Lindqvist mentioned you',
      'Mara Lindqvist is following you',
    ]);
  });

  test('of requests to join, and of what became of them', async () => {
    const json = { name: 'Quiet', visibility: 'PrivateAccess' };
    const id = String(at((await org.chatter('POST', 'groups', { json, token: ada.token })).body, 'id'));
    const asked = (await org.chatter('POST', `groups/${id}/members/requests`)).body;
    expect(await titles()).toEqual(['Mara Lindqvist asks to join']);
    await org.call('PATCH', String(at(asked, 'url')), { json: { status: 'Declined' }, token: ada.token });
    const mine = await org.call('GET', '/services/data/v66.0/connect/notifications?size=1');
    expect(mine.body).toMatchObject({
      notifications: [{ messageTitle: 'Ada Berg declined your request to join', messageBody: 'Quiet' }],
    });
  });

  test('neither of what they did themselves, nor of what they cannot see', async () => {
    await post('me', [text('Me, myself: '), { type: 'Mention', id: ada.id }], { token: ada.token });
    const json = { name: 'Quiet', visibility: 'PrivateAccess' };
    const groupId = String(at((await org.chatter('POST', 'groups', { json })).body, 'id'));
    await post(groupId, [text('Do not tell '), { type: 'Mention', id: ada.id }]);
    expect(await titles()).toEqual([]);
  });
});

describe('notifications', () => {
  /** One a minute, oldest first. */
  const several = async (count: number): Promise<void> => {
    for (let index = 0; index < count; index += 1) {
      await org.clock.advance(60_000);
      await post('me', [text(`Number ${index} for `), { type: 'Mention', id: ada.id }]);
    }
  };

  test('come newest first, ten unless another number is wanted, before or after a time', async () => {
    await several(12);
    const newest = objectOf(await connect('GET', 'notifications'));
    expect(at(newest, 'notifications.length')).toBe(10);
    expect(at(newest, 'notifications.0')).toMatchObject({
      messageBody: 'Number 11 for @Ada Berg',
      mostRecentActivityDate: '2026-03-09T10:32:30.000Z',
      organizationId: org.credentials.orgId,
      read: false,
      recipientId: ada.id,
      seen: false,
    });
    const last = String(at(newest, 'notifications.9.mostRecentActivityDate'));
    const older = objectOf(await connect('GET', `notifications?before=${last}`));
    expect(at(older, 'notifications.length')).toBe(2);
    const newer = await connect('GET', 'notifications?after=2026-03-09T10:31:30.000Z&size=50');
    expect(at(newer.body, 'notifications.length')).toBe(1);
    for (const query of ['size=0', 'size=51', 'before=yesterday']) {
      expect((await connect('GET', `notifications?${query}`)).status).toBe(400);
    }
  });

  test('are trimmed unless they are wanted whole', async () => {
    await post('me', [text('x'.repeat(500)), { type: 'Mention', id: ada.id }]);
    const body = async (query: string): Promise<unknown> =>
      at((await connect('GET', `notifications${query}`)).body, 'notifications.0.messageBody');
    expect(await body('')).toHaveLength(120);
    expect(await body('?trimMessages=false')).toBe(`${'x'.repeat(500)}@Ada Berg`);
  });

  test('are seen, and read, one by one or all before a time', async () => {
    await several(3);
    const [third = '', second = ''] = idsOf(await connect('GET', 'notifications'), 'notifications');
    expect((await connect('PATCH', `notifications/${third}`, { json: { seen: 'true' } })).body).toMatchObject(
      {
        id: third,
        read: false,
        seen: true,
      },
    );
    expect((await connect('GET', 'notifications/status')).body).toEqual({
      lastActivity: '2026-03-09T10:23:30.000Z',
      oldestUnread: '2026-03-09T10:21:30.000Z',
      oldestUnseen: '2026-03-09T10:21:30.000Z',
      unreadCount: 3,
      unseenCount: 2,
    });
    const named = await connect('PATCH', 'notifications', {
      json: { notificationIds: [second], read: true },
    });
    expect(named.body).toMatchObject({ notifications: [{ id: second, read: true, seen: true }] });
    await connect('PATCH', 'notifications', { json: { before: '2026-03-10T00:00:00.000Z', read: 'true' } });
    expect((await connect('GET', 'notifications/status')).body).toMatchObject({
      oldestUnread: null,
      unreadCount: 0,
      unseenCount: 0,
    });
  });

  test('are marked by name or by time, and for something', async () => {
    const refused = { status: 400, errorCode: 'MISSING_ARGUMENT' };
    expect(errorOf(await connect('PATCH', 'notifications', { json: { read: true } }))).toMatchObject(refused);
    const json = { before: '2026-03-10T00:00:00.000Z' };
    expect(errorOf(await connect('PATCH', 'notifications', { json }))).toMatchObject(refused);
  });

  test('are for whom they are for', async () => {
    await follow(ada.id);
    const [id = ''] = idsOf(await connect('GET', 'notifications'), 'notifications');
    expect((await connect('GET', `notifications/${id}`)).status).toBe(200);
    expect((await org.call('GET', `/services/data/v66.0/connect/notifications/${id}`)).status).toBe(404);
    const stolen = await org.call('PATCH', '/services/data/v66.0/connect/notifications', {
      json: { notificationIds: [id], read: true },
    });
    expect(stolen.status).toBe(404);
  });
});
