import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const create = (stream: object) => org.chatter('POST', 'streams', { json: { name: 'Managers', ...stream } });

const namesOf = async (query: string): Promise<unknown[]> => {
  const streams = objectOf(await org.chatter('GET', `streams${query}`))['items'];
  return Array.isArray(streams) ? streams.map((stream: unknown) => at(stream, 'name')) : [];
};

describe('a stream', () => {
  test('is made of things that have feeds, in the way of the guide’s example', async () => {
    const { otherUserId, recordId } = org.credentials;
    const subscriptionsToAdd = {
      subscriptions: [{ entityId: otherUserId.slice(0, 15) }, { entityId: recordId }],
    };
    const made = await create({ description: 'Feeds from my management hierarchy.', subscriptionsToAdd });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      community: null,
      createdDate: '2026-03-09T10:20:30.000Z',
      description: 'Feeds from my management hierarchy.',
      id: expect.stringMatching(/^0Fq/) as unknown,
      name: 'Managers',
      subscriptions: [
        { id: otherUserId, name: 'Tomás Rivera', type: 'User' },
        { id: recordId, name: 'Harbour School', type: 'Account' },
      ],
    });
    expect((await org.call('GET', String(at(made.body, 'url')))).body).toEqual(made.body);
  });

  test('fills its feed, and changes with what it is made of', async () => {
    const { otherUserId, recordId } = org.credentials;
    const made = (await create({ subscriptionsToAdd: [{ entityId: recordId }] })).body;
    const feed = async (): Promise<unknown> => {
      const path = `feeds/streams/${String(at(made, 'id'))}/feed-elements?pageSize=100`;
      const elements = objectOf(await org.chatter('GET', path))['elements'];
      const parents = Array.isArray(elements)
        ? elements.map((element: unknown) => at(element, 'parent.id'))
        : [];
      return parents.every((id) => id === recordId);
    };
    expect(await feed()).toBe(true);
    const changed = await org.call('PATCH', String(at(made, 'url')), {
      json: {
        name: 'Tomás',
        subscriptionsToAdd: [{ entityId: otherUserId }],
        subscriptionsToRemove: { subscriptions: [{ entityId: recordId }] },
      },
    });
    expect(changed).toMatchObject({
      status: 200,
      body: { name: 'Tomás', description: null, subscriptions: [{ id: otherUserId }] },
    });
    expect(await feed()).toBe(false);
  });

  test('belongs to who made it', async () => {
    const path = String(at((await create({})).body, 'url'));
    const token = await org.otherToken();
    expect((await org.call('GET', path, { token })).status).toBe(403);
    expect((await org.call('DELETE', path, { token })).status).toBe(403);
    expect((await org.call('DELETE', path)).status).toBe(204);
    expect((await org.call('GET', path)).status).toBe(404);
  });

  test.each([
    ['no name', { name: undefined }, 'MISSING_ARGUMENT'],
    ['a long name', { name: 'x'.repeat(121) }, 'NUMBER_OUTSIDE_VALID_RANGE'],
    ['a long description', { description: 'x'.repeat(1_001) }, 'NUMBER_OUTSIDE_VALID_RANGE'],
    [
      'more than 25 things',
      { subscriptionsToAdd: Array.from({ length: 26 }, () => ({ entityId: 'me' })) },
      'NUMBER_OUTSIDE_VALID_RANGE',
    ],
    ['what has no feed', { subscriptionsToAdd: [{ entityId: '0E8000000000001' }] }, 'INVALID_ID_FIELD'],
  ])('is refused with %s', async (_what, stream, errorCode) => {
    expect(errorOf(await create(stream))).toMatchObject({ status: 400, errorCode });
  });

  test('has 25 things in all, however they were added', async () => {
    const people = [];
    for (let index = 0; index < 26; index += 1) people.push(org.control.addUser('P', `N${index}`).id);
    const some = people.map((entityId) => ({ entityId }));
    const made = (await create({ subscriptionsToAdd: some.slice(0, 25) })).body;
    expect(at(made, 'subscriptions.length')).toBe(25);
    const path = String(at(made, 'url'));
    const more = { subscriptionsToAdd: some.slice(25) };
    expect((await org.call('PATCH', path, { json: more })).status).toBe(400);
    const exchange = { ...more, subscriptionsToRemove: some.slice(0, 1) };
    expect(at((await org.call('PATCH', path, { json: exchange })).body, 'subscriptions.length')).toBe(25);
  });
});

describe('the list of streams', () => {
  test('is one’s own, by name or by what was looked at last', async () => {
    const alone = (await create({ name: 'Alone' })).body;
    expect(await namesOf('')).toEqual(['Alone', 'Customers']);
    expect(await namesOf('?sort=descending')).toEqual(['Customers', 'Alone']);
    await org.clock.advance(1_000);
    await org.call('GET', String(at(alone, 'url')));
    expect(await namesOf('?sort=MostRecentlyViewed')).toEqual(['Alone', 'Customers']);
    expect(await namesOf('?q=cust')).toEqual(['Customers']);
    expect((await org.chatter('GET', 'streams?sort=Random')).status).toBe(400);
    const first = objectOf(await org.chatter('GET', 'streams?pageSize=1'));
    expect(first).toMatchObject({ total: 2, items: [{ name: 'Alone' }] });
    expect(objectOf(await org.call('GET', String(first['nextPageUrl'])))).toMatchObject({
      items: [{ name: 'Customers' }],
      nextPageUrl: null,
    });
    const token = await org.otherToken();
    expect(objectOf(await org.chatter('GET', 'streams', { token }))).toMatchObject({ total: 0, items: [] });
  });
});
