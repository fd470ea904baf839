import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { type Answered, at, idsOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
const parts = new Map<string, string>();
const read = (path: string): Promise<Answered> => org.call('GET', `/services/data/v23.0/chatter/${path}`);

beforeAll(async () => {
  org = await startOrg({ legacy: true });
  const first = async (path: string, list: string): Promise<string> => idsOf(await read(path), list)[0] ?? '';
  const group = await first('groups?q=team', 'groups');
  parts.set('{group}', group);
  parts.set('{membership}', await first(`groups/${group}/members`, 'members'));
  parts.set('{conversation}', await first('users/me/conversations', 'conversations'));
  parts.set('{message}', await first('users/me/messages', 'messages'));
  parts.set('{subscription}', await first('users/me/following?filterType=001', 'following'));
  parts.set('{user}', org.credentials.userId);
});
afterAll(() => org.close());

/** The keys of everything in an answer, by place; of a list only the first item counts. */
function places(value: unknown, place = ''): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner: readonly (readonly [string, unknown])[] = Array.isArray(value)
    ? value.slice(0, 1).map((item: unknown) => ['0', item] as const)
    : Object.entries(value);
  const here = inner.map(([name]) => `${place}/${name}`);
  return here.concat(inner.flatMap(([name, item]) => places(item, `${place}/${name}`)));
}

/** Places that are in one answer and not in the other, where both have something. */
function differences(real: unknown, ours: unknown): string[] {
  const [left, right] = [new Set(places(real)), new Set(places(ours))];
  const isFilled = (body: unknown, place: string): boolean => {
    const parent = place.slice(1).split('/').slice(0, -1).join('.');
    const holder = parent === '' ? body : at(body, parent);
    return typeof holder === 'object' && holder !== null && !(Array.isArray(holder) && holder.length === 0);
  };
  return [
    ...[...left].filter((place) => !right.has(place) && isFilled(ours, place)),
    ...[...right].filter((place) => !left.has(place) && isFilled(real, place)),
  ];
}

describe.skipIf(!hasFixtures)('version 23.0 has the keys that were recorded', () => {
  test.each([
    ['users-get', 'users'],
    ['users-batch-get', 'users/batch/{user}'],
    ['users-followers-get-id', 'users/me/followers'],
    ['users-groups-get-id', 'users/me/groups'],
    ['subscriptions-get-id', 'subscriptions/{subscription}'],
    ['users-following-get-id', 'users/me/following?filterType=001'],
    ['groups-get', 'groups?q=team'],
    ['groups-get-id', 'groups/{group}'],
    ['groups-members-get-id', 'groups/{group}/members'],
    ['group-memberships-get-id', 'group-memberships/{membership}'],
    ['conversations-get', 'users/me/conversations'],
    ['conversations-get-id', 'users/me/conversations/{conversation}'],
    ['messages-get', 'users/me/messages'],
    ['messages-get-id', 'users/me/messages/{message}'],
  ])('in %s', async (name, path) => {
    const { body } = await read(path.replace(/\{\w+\}/, (part) => parts.get(part) ?? part));
    expect(differences(recorded(`v23-${name}.json`), body)).toEqual([]);
  });

  test('and the role of a member in capitals', async () => {
    const real = at(recorded('v23-groups-members-get-id.json'), 'members.0.role');
    const { body } = await read(`groups/${parts.get('{group}') ?? ''}/members`);
    expect(at(body, 'members.0.role')).toBe(real);
    const today = await org.chatter('GET', `group-memberships/${parts.get('{membership}') ?? ''}`);
    expect(today.body).toMatchObject({ role: 'GroupOwner' });
  });
});
