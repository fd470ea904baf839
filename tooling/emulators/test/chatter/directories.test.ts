import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeAll(async () => {
  org = await startOrg();
});
afterAll(() => org.close());

const connect = (path: string) => org.call('GET', `/services/data/v66.0/connect${path}`);

test('directories lead on', async () => {
  const root = objectOf(await org.call('GET', '/services/data/v66.0'));
  const { feeds, users } = objectOf(await org.call('GET', String(root['chatter'])));
  expect([feeds, users]).toEqual([
    '/services/data/v66.0/chatter/feeds',
    '/services/data/v66.0/chatter/users',
  ]);
  const { organization, communities } = objectOf(await org.call('GET', String(root['connect'])));
  expect((await org.call('GET', String(organization))).status).toBe(200);
  expect((await org.call('GET', String(communities))).status).toBe(200);
});

test('the organization says what it has', async () => {
  const { body } = await connect('/organization');
  expect(body).toMatchObject({
    features: { chatter: true, feedPolling: false, maxFilesPerFeedItem: 10 },
    maintenanceInfo: [],
    orgId: org.credentials.orgId,
    userSettings: { canFollow: true, canModifyAllData: false, userId: org.credentials.userId },
  });
});

test('sites are listed by status, and are found by id', async () => {
  expect(at((await connect('/communities?status=UnderConstruction')).body, 'total')).toBe(1);
  expect((await connect('/communities?status=Live')).body).toEqual({ communities: [], total: 0 });
  expect(errorOf(await connect('/communities/0DB000000000001'))).toMatchObject({ status: 404 });
});
