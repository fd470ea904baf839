import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import {
  apps,
  conversations,
  createSunshine,
  integrations,
  participants,
  users,
  webhooks,
  type Participant,
} from '../src/v2/index.js';
import { connectSunshine } from './sunshine.js';

const id = '5e1606762556d93e9c176f69';
const first = 'a'.repeat(24);
const second = 'b'.repeat(24);
const names = Array.from({ length: 7 }, (_, index) => `user ${index}`);

const idsOf = (list: readonly Participant[]): string[] => list.map((each) => each.id);

/** A group of seven, and the queries of what was asked. */
async function withGroup() {
  const connected = await connectSunshine();
  const { emulator, sunshine } = connected;
  for (const externalId of names) await users(sunshine).create({ externalId });
  const { conversation } = await conversations(sunshine).create({
    type: 'sdkGroup',
    participants: names.map((userExternalId) => ({ userExternalId, subscribeSDKClient: true })),
  });
  emulator.control.requests.clear();
  return {
    ...connected,
    group: conversation.id,
    people: participants(sunshine),
    asked: () => emulator.control.requests.all.map(({ query }) => Object.fromEntries(query)),
  };
}

test('nothing is asked before a list is read, and each reading begins anew', async () => {
  const { group, people, asked } = await withGroup();
  const list = people.list(group);
  expect(asked()).toEqual([]);
  expect(await list.toArray()).toHaveLength(7);
  expect(await list.toArray()).toHaveLength(7);
  expect(asked()).toEqual([{}, {}]);
});

test('no more pages are asked for than are read', async () => {
  const { group, people, asked } = await withGroup();
  expect(await people.list(group, { pageSize: 2 }).toArray(2)).toHaveLength(2);
  expect(asked()).toEqual([{ 'page[size]': '2' }]);
});

test('each page is asked for after the last one of the page before', async () => {
  const { group, people, asked } = await withGroup();
  const found = idsOf(await people.list(group, { pageSize: 3 }).toArray());
  expect(found).toHaveLength(7);
  expect(asked()).toEqual([
    { 'page[size]': '3' },
    { 'page[size]': '3', 'page[after]': found[2] },
    { 'page[size]': '3', 'page[after]': found[5] },
  ]);
});

test('back goes by the cursor before, and gives the items in reverse', async () => {
  const { group, people, asked } = await withGroup();
  const found = idsOf(await people.list(group).toArray());
  const back = await people.list(group, { before: found[6] ?? '', pageSize: 4 }).toArray();
  expect(idsOf(back)).toEqual(found.slice(0, 6).toReversed());
  expect(asked().slice(1)).toEqual([
    { 'page[size]': '4', 'page[before]': found[6] },
    { 'page[size]': '4', 'page[before]': found[2] },
  ]);
});

test('filters go with each page', async () => {
  const { emulator, sunshine, asked } = await withGroup();
  for (const token of ['a', 'b', 'c']) await integrations(sunshine).create({ type: 'telegram', token });
  await integrations(sunshine).create({ type: 'web' });
  emulator.control.requests.clear();
  const found = await integrations(sunshine)
    .list({ types: ['telegram', 'viber'], pageSize: 2 })
    .toArray();
  expect(found.map(({ type }) => String(type))).toEqual(['telegram', 'telegram', 'telegram']);
  expect(asked()).toEqual([
    { 'filter[types]': 'telegram,viber', 'page[size]': '2' },
    { 'filter[types]': 'telegram,viber', 'page[size]': '2', 'page[after]': found[1]?.id },
  ]);
});

test('lists that have no pages are read the same way', async () => {
  const { emulator, sunshine, asked } = await withGroup();
  const { integration } = await integrations(sunshine).create({
    type: 'custom',
    webhooks: [{ target: 'https://example.com/bot', triggers: ['conversation:message'] }],
  });
  emulator.control.requests.clear();
  const found = await webhooks(sunshine).list(integration.id).toArray();
  expect(found.map(({ target }) => target)).toEqual(['https://example.com/bot']);
  expect(asked()).toEqual([{}]);
});

test.each([
  [{ after: first, before: second }, 'after and before must be one of both'],
  [{ after: 'too short' }, 'after must be a text of 24 characters'],
  [{ before: '' }, 'before must be'],
  [{ pageSize: 0 }, 'pageSize must be a whole number from 1 to 100'],
  [{ pageSize: 101 }, 'pageSize must be'],
  [{ pageSize: 2.5 }, 'pageSize must be'],
])('%j is refused when the list is read, and nothing is sent', async (page, words) => {
  const { emulator, sunshine } = await connectSunshine();
  const reading = participants(sunshine)
    .list(id, page as { readonly after?: string })
    .toArray();
  expect(await rejection(reading)).toMatchObject({
    name: 'SmoochError',
    kind: 'usage',
    code: 'INVALID_REQUEST',
    message: expect.stringContaining(words),
  });
  expect(emulator.control.requests.all).toEqual([]);
});

test('without checks, a range goes as it is, and the service refuses it', async () => {
  const { emulator } = await connectSunshine();
  const { accountKey } = emulator.control;
  const trusting = createSunshine({ ...accountKey, baseUrl: emulator.url, checks: false });
  expect(await rejection(apps(trusting).list({ pageSize: 1000 }).toArray())).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
    message: expect.stringContaining('Invalid page query parameters'),
  });
});
