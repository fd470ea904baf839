import { afterEach, beforeEach, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { errorOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

test('the list of versions needs no token and begins with the oldest', async () => {
  const { status, headers, body } = await org.call('GET', '/services/data/', { token: null });
  expect(status).toBe(200);
  expect(headers.get('sforce-limit-info')).toBeNull();
  const list = body as unknown[];
  expect(list).toHaveLength(38);
  expect(list[0]).toEqual({ label: "Summer '14", url: '/services/data/v31.0', version: '31.0' });
  expect(list.at(-1)).toEqual({ label: "Winter '27", url: '/services/data/v68.0', version: '68.0' });
});

test.skipIf(!hasFixtures)('the labels are those of the real list', async () => {
  const { body } = await org.call('GET', '/services/data/', { token: null });
  const real = recorded('services-data-versions.json') as unknown[];
  expect((body as unknown[]).slice(0, real.length)).toEqual(real);
});

test('a version lists its resources to those who have a token', async () => {
  const { status, body } = await org.call('GET', '/services/data/v49.0');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    chatter: '/services/data/v49.0/chatter',
    connect: '/services/data/v49.0/connect',
  });
  expect((await org.call('GET', '/services/data/v49.0', { token: null })).status).toBe(401);
});

test.each(['v7.0', 'v21.0', 'v30.0'])('%s is retired', async (version) => {
  expect((await org.call('GET', `/services/data/${version}/chatter/users/me`)).status).toBe(410);
});

test.each(['v69.0', 'v6.0', 'v49', '49.0', 'latest'])('there is no version %s', async (version) => {
  expect(errorOf(await org.call('GET', `/services/data/${version}/chatter/users/me`))).toMatchObject({
    status: 404,
    errorCode: 'NOT_FOUND',
  });
});

test.each([31, 45, 68])('version %d.0 is alive and says so in its URLs', async (version) => {
  const { status, body } = await org.call('GET', `/services/data/v${version}.0/chatter/users/me`);
  expect(status).toBe(200);
  expect(body).toMatchObject({ url: `/services/data/v${version}.0/chatter/users/${org.credentials.userId}` });
});
