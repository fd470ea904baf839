import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, type CallOptions, errorOf, idsOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
let team: string;
beforeEach(async () => {
  // Announcements outlive the two hours of a usual session.
  org = await startOrg({ sessionMs: 7 * 24 * 3_600_000 });
  team = String(idsOf(await org.chatter('GET', 'groups?q=team'), 'groups')[0]);
});
afterEach(() => org.close());

const text = (said: string): object => ({ messageSegments: [{ type: 'Text', text: said }] });

const announce = (announcement: object, options?: CallOptions) =>
  org.chatter('POST', 'announcements', {
    json: {
      parentId: team,
      body: text('No fuel'),
      expirationDate: '2026-03-10T00:00:00.000Z',
      ...announcement,
    },
    ...options,
  });

const shown = async (): Promise<unknown> =>
  at((await org.chatter('GET', `groups/${team}`)).body, 'announcement.feedElement.body.text');

describe('an announcement', () => {
  test('is a post of its own kind, which its group shows', async () => {
    const made = await announce({});
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      id: expect.stringMatching(/^0BT/) as unknown,
      expirationDate: '2026-03-10T00:00:00.000Z',
      feedElement: { type: 'AdvancedTextPost', body: { text: 'No fuel' }, parent: { id: team } },
      isArchived: false,
      sendEmails: false,
    });
    expect(await shown()).toBe('No fuel');
    const feed = await org.chatter('GET', `feeds/record/${team}/feed-elements`);
    expect(idsOf(feed)).toContain(at(made.body, 'feedElement.id'));
    expect((await org.call('GET', String(at(made.body, 'url')))).body).toEqual(made.body);
  });

  test('stands until the end of its day, whatever the hour of its date', async () => {
    await announce({});
    await org.clock.advance(Date.UTC(2026, 2, 10, 23, 59, 59) - org.clock.now());
    expect(await shown()).toBe('No fuel');
    await org.clock.advance(1_000);
    const { body } = await org.chatter('GET', `groups/${team}`, { token: await org.otherToken() });
    expect(body).toMatchObject({ announcement: null });
  });

  test('gives way to the next one, and comes back when it is wanted', async () => {
    const first = await announce({});
    await announce({ body: text('Fuel is here'), sendEmails: true });
    expect(await shown()).toBe('Fuel is here');
    expect(objectOf(await org.chatter('GET', `groups/${team}/announcements`))).toMatchObject({
      announcements: [{ sendEmails: true }, { id: at(first.body, 'id') }],
      nextPageUrl: null,
    });
    await org.chatter('PATCH', `groups/${team}`, {
      json: { announcement: at(first.body, 'feedElement.id') },
    });
    expect(await shown()).toBe('No fuel');
  });

  test('can be made of what was said already', async () => {
    const feedItemId = idsOf(await org.chatter('GET', `feeds/record/${team}/feed-elements`))[0];
    const made = await org.chatter('POST', `groups/${team}/announcements`, {
      json: { feedItemId, expirationDate: '2026-03-10' },
    });
    expect([made.status, at(made.body, 'feedElement.id')]).toEqual([201, feedItemId]);
    const elsewhere = org.control.posts().find((post) => post.parentId === org.credentials.userId)?.id;
    expect(errorOf(await announce({ body: undefined, feedItemId: elsewhere }))).toMatchObject({
      status: 400,
    });
  });

  test('is changed, archived and taken down by those who run the group', async () => {
    const path = String(at((await announce({})).body, 'url'));
    const token = await org.otherToken();
    expect((await org.call('PATCH', path, { json: { isArchived: true }, token })).status).toBe(403);
    expect((await org.call('GET', path, { token })).status).toBe(200);
    const moved = await org.call('PATCH', `${path}?expirationDate=2026-04-01T12:00:00Z`);
    expect(moved.body).toMatchObject({ expirationDate: '2026-04-01T12:00:00.000Z' });
    expect((await org.call('PATCH', path, { json: { isArchived: 'true' } })).body).toMatchObject({
      isArchived: true,
    });
    expect(await shown()).toBeUndefined();
    expect((await org.call('DELETE', path, { token })).status).toBe(403);
    expect((await org.call('DELETE', path)).status).toBe(204);
    expect((await org.call('GET', path)).status).toBe(404);
  });

  test('goes with its post', async () => {
    const made = (await announce({})).body;
    await org.chatter('DELETE', `feed-elements/${String(at(made, 'feedElement.id'))}`);
    expect((await org.call('GET', String(at(made, 'url')))).status).toBe(404);
    expect(await shown()).toBeUndefined();
  });

  test.each([
    ['no date', { expirationDate: undefined }, 400, 'MISSING_ARGUMENT'],
    ['no date that is one', { expirationDate: 'tomorrow' }, 400, 'ILLEGAL_QUERY_PARAMETER_VALUE'],
    ['nothing to say', { body: undefined }, 400, 'MISSING_ARGUMENT'],
    ['no group', { parentId: undefined }, 400, 'MISSING_ARGUMENT'],
    ['an unknown group', { parentId: '0F9000000000001' }, 404, 'NOT_FOUND'],
  ])('is refused with %s', async (_what, announcement, status, errorCode) => {
    expect(errorOf(await announce(announcement))).toMatchObject({ status, errorCode });
  });

  test('is not made by members who do not run the group', async () => {
    expect((await announce({}, { token: await org.otherToken() })).status).toBe(403);
  });

  test('is listed by group, and the group must be named', async () => {
    await announce({});
    const listed = objectOf(await org.chatter('GET', `announcements?parentId=${team}`));
    expect(at(listed, 'announcements.length')).toBe(1);
    expect(errorOf(await org.chatter('GET', 'announcements'))).toMatchObject({
      status: 400,
      errorCode: 'MISSING_ARGUMENT',
    });
  });
});
