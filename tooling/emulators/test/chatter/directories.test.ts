import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const get = (path: string, version = 66) => org.call('GET', `/services/data/v${version}.0${path}`);

describe('a directory', () => {
  test('of Chatter names what the version has', async () => {
    const keys = async (version: number) => Object.keys(objectOf(await get('/chatter', version)));
    expect(await keys(31)).toEqual(['feeds', 'groups', 'users']);
    expect(await keys(39)).toEqual(['feeds', 'groups', 'streams', 'users']);
    expect(await keys(40)).toEqual(['extensions', 'feeds', 'groups', 'streams', 'users']);
  });

  test('of a site keeps its prefix', async () => {
    expect((await get('/connect/communities/internal/chatter')).body).toMatchObject({
      users: '/services/data/v66.0/connect/communities/internal/chatter/users',
    });
  });

  test('of Connect leads to the org and its sites', async () => {
    const { organization, communities } = objectOf(await get('/connect'));
    expect((await org.call('GET', String(organization))).status).toBe(200);
    expect((await org.call('GET', String(communities))).status).toBe(200);
  });

  test('of Connect does not count for the hour, and that of Chatter does', async () => {
    org.control.hourlyLimit(0);
    expect((await get('/connect')).status).toBe(200);
    expect((await get('/chatter')).status).toBe(503);
  });
});

describe('the org', () => {
  test('tells its name, its features and what the caller may do', async () => {
    const { body } = await get('/connect/organization');
    expect(body).toMatchObject({
      accessTimeout: 120,
      features: { chatter: true, communitiesEnabled: true, maxFilesPerFeedItem: 10 },
      maintenanceInfo: [],
      name: 'Northlight',
      orgId: org.credentials.orgId,
      userSettings: {
        hasChatter: true,
        timeZone: { gmtOffset: 1, name: 'Europe/Stockholm' },
        userId: org.credentials.userId,
      },
    });
    // All 48 of the guide but the one that ended with 29.0.
    expect(Object.keys(at(body, 'features') as object)).toHaveLength(47);
  });

  test('has fewer features in an older version', async () => {
    const features = Object.keys(at((await get('/connect/organization', 31)).body, 'features') as object);
    expect(features).toContain('communitiesEnabled');
    expect(features).not.toContain('maxFilesPerFeedItem');
  });

  test('tells of a maintenance until it is over', async () => {
    const from = org.clock.now() + 3_600_000;
    org.control.planMaintenance({
      title: 'Winter release',
      from,
      to: from + 600_000,
      downtimeTo: from + 300_000,
    });
    const info = async () => at((await get('/connect/organization')).body, 'maintenanceInfo');
    expect(await info()).toEqual([
      {
        description: null,
        maintenanceTitle: 'Winter release',
        maintenanceType: 'MaintenanceWithDowntime',
        messageEffectiveTime: '2026-03-09T10:20:30.400Z',
        messageExpirationTime: '2026-03-09T11:30:30.400Z',
        scheduledEndDowntime: '2026-03-09T11:25:30.400Z',
        scheduledEndMaintenanceTime: '2026-03-09T11:30:30.400Z',
        scheduledStartDowntime: '2026-03-09T11:20:30.400Z',
        scheduledStartMaintenanceTime: '2026-03-09T11:20:30.400Z',
      },
    ]);
    await org.clock.advance(4_200_000);
    expect(await info()).toEqual([]);
  });

  test('answers nothing but a page in a downtime, and all as before when it is over', async () => {
    const from = org.clock.now() + 60_000;
    org.control.planMaintenance({ from, to: from + 600_000, downtimeTo: from + 300_000 });
    expect((await get('/connect')).status).toBe(200);
    await org.clock.advance(60_000);
    for (const down of [await get('/connect'), await org.call('POST', '/services/oauth2/token')]) {
      expect(down.status).toBe(503);
      expect(down.headers.get('content-type')).toContain('text/html');
      expect(down.text).toContain('maintenance');
    }
    await org.clock.advance(300_000);
    expect((await get('/connect')).status).toBe(200);
  });

  test('does not go down for a maintenance that is available', async () => {
    const now = org.clock.now();
    org.control.planMaintenance({ type: 'GenerallyAvailable', from: now, to: now + 600_000 });
    expect((await get('/connect')).status).toBe(200);
  });

  test('gives no downtime for a maintenance without one, and nothing else for one that is all downtime', async () => {
    const [from, to] = [org.clock.now() + 60_000, org.clock.now() + 600_000];
    org.control.planMaintenance({ type: 'ReadOnly', from, to });
    const added = await fetch(`${org.url}/_emulator/plan-maintenance`, {
      method: 'POST',
      body: JSON.stringify({ type: 'Downtime', from, to }),
    });
    expect(added.status).toBe(204);
    const { body } = await get('/connect/organization');
    expect(at(body, 'maintenanceInfo.0')).toMatchObject({
      maintenanceType: 'ReadOnly',
      scheduledStartDowntime: null,
      scheduledStartMaintenanceTime: expect.any(String) as unknown,
    });
    expect(at(body, 'maintenanceInfo.1')).toMatchObject({
      maintenanceType: 'Downtime',
      scheduledStartDowntime: expect.any(String) as unknown,
      scheduledStartMaintenanceTime: null,
    });
    expect(() => org.control.planMaintenance({ from: to, to: from })).toThrow('must end after it begins');
  });
});

describe('the sites', () => {
  test('are listed, and each has a resource of its own', async () => {
    const { communities, total } = objectOf(await get('/connect/communities', 50));
    expect(total).toBe(2);
    expect(communities).toMatchObject([
      { name: 'Customer Harbour', status: 'UnderConstruction', urlPathPrefix: null, siteUrl: org.url },
      { name: 'Partner Dock', status: 'Live', loginUrl: `${org.url}/partners/login` },
    ]);
    for (const community of communities as object[]) {
      const answered = await org.call('GET', String(at(community, 'url')));
      expect(answered.body).toEqual(community);
    }
  });

  test('can be asked for by their status', async () => {
    const live = await get('/connect/communities?status=live');
    expect(live.body).toMatchObject({ communities: [{ name: 'Partner Dock' }], total: 1 });
    expect((await get('/connect/communities?status=Inactive')).body).toEqual({ communities: [], total: 0 });
    expect(errorOf(await get('/connect/communities?status=Open'))).toMatchObject({ status: 400 });
  });

  test('are prefixes of resources', async () => {
    const { body } = await get('/connect/communities');
    const id = String(at(body, 'communities.1.id'));
    expect((await get(`/connect/communities/${id}/chatter/users/me`)).body).toMatchObject({
      url: `/services/data/v66.0/connect/communities/${id}/chatter/users/${org.credentials.userId}`,
    });
    expect((await get('/connect/communities/internal')).status).toBe(404);
  });
});
