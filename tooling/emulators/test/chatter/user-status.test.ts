import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { at, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg({ legacy: true });
});
afterEach(() => org.close());

const status = (method: string, options = {}, user = 'me', version = 24) =>
  org.call(method, `/services/data/v${version}.0/chatter/users/${user}/status`, options);

test('the last post on one’s own profile was one’s status', async () => {
  expect(at((await status('GET')).body, 'body.text')).toBe('On my way. #harbour');
  const set = await status('POST', { body: new URLSearchParams({ text: 'I love #frogs' }) });
  expect(set).toMatchObject({ status: 201, body: { body: { text: 'I love #frogs' } } });
  expect((await status('GET')).body).toEqual(set.body);
  expect(org.control.posts().at(-1)).toMatchObject({
    text: 'I love #frogs',
    parentId: org.credentials.userId,
  });
  const json = { body: { messageSegments: [{ type: 'Text', text: 'And toads' }] } };
  expect(at((await status('POST', { json })).body, 'body.text')).toBe('And toads');
});

test('a status was taken back while its post stayed', async () => {
  const posts = org.control.posts().length;
  expect((await status('DELETE')).status).toBe(204);
  expect((await status('GET')).body).toMatchObject({ body: null, parentId: org.credentials.userId });
  expect(org.control.posts()).toHaveLength(posts);
  await status('POST', { body: new URLSearchParams({ text: 'Back' }) });
  expect(at((await status('GET')).body, 'body.text')).toBe('Back');
});

test('the status of others can be read and not changed', async () => {
  const { otherUserId } = org.credentials;
  expect((await status('GET', {}, otherUserId)).status).toBe(200);
  expect((await status('DELETE', {}, otherUserId)).status).toBe(403);
});

test('there is none after version 25.0', async () => {
  expect((await status('GET', {}, 'me', 25)).status).toBe(200);
  expect((await status('GET', {}, 'me', 26)).status).toBe(404);
});

test.skipIf(!hasFixtures)('has the recorded shape', async () => {
  await status('POST', { body: new URLSearchParams({ text: 'I love #frogs' }) }, 'me', 23);
  const real = recorded('v23-users-status-get-id.json');
  const { body } = await status('GET', {}, 'me', 23);
  expect(Object.keys(body as object)).toEqual(Object.keys(real));
  expect(Object.keys(at(body, 'body') as object)).toEqual(Object.keys(at(real, 'body') as object));
  expect(at(body, 'body.messageSegments.1.tag')).toBe('frogs');
});
