import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, type CallOptions, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const connect = (method: string, path: string, options?: CallOptions) =>
  org.call(method, `/services/data/v66.0/connect/notifications/${path}`, options);

const usual = { desktopEnabled: true, emailEnabled: true, mobileEnabled: true, slackEnabled: false };

test('each type of notifications has settings, which are changed one by one and given back', async () => {
  const types = at((await connect('GET', 'types')).body, 'notificationTypes');
  expect(types).toContainEqual({ actionGroups: [], apiName: 'Mention', label: 'Mention', type: 'Standard' });
  const all = await connect('GET', 'settings/organization');
  expect(at(all.body, 'notificationSettings.length')).toBe(at(types, 'length'));

  const path = 'settings/organization/Mention';
  expect((await connect('GET', path)).body).toEqual(usual);
  const changed = await connect('POST', path, { json: { emailEnabled: 'false' } });
  expect([changed.status, changed.body]).toEqual([201, { ...usual, emailEnabled: false }]);
  await connect('POST', path, { json: { slackEnabled: true } });
  expect((await connect('GET', path)).body).toEqual({ ...usual, emailEnabled: false, slackEnabled: true });
  expect((await connect('GET', 'settings/organization/Like')).body).toEqual(usual);
  expect((await connect('DELETE', path)).status).toBe(204);
  expect((await connect('GET', path)).body).toEqual(usual);
  expect((await connect('GET', 'settings/organization/Weather')).status).toBe(404);
});

test('applications are let in for a type, and forgotten', async () => {
  const path = 'app-settings/organization/Mention';
  const desk = { applicationId: '0H4000000000001', enabled: true };
  const shop = { applicationId: '0H4000000000002', enabled: false };
  expect(await connect('POST', path, { json: desk })).toMatchObject({ status: 201, body: desk });
  await connect('POST', path, { json: shop });
  await connect('POST', 'app-settings/organization/Like', { json: { ...shop, enabled: true } });
  expect((await connect('GET', path)).body).toEqual({ notificationAppSettings: [desk, shop] });
  const ofShop = await connect('GET', `app-settings/organization?applicationId=${shop.applicationId}`);
  expect(ofShop.body).toEqual({ notificationAppSettings: [shop, { ...shop, enabled: true }] });
  expect((await connect('DELETE', `${path}?applicationId=${desk.applicationId}`)).status).toBe(204);
  expect((await connect('GET', path)).body).toEqual({ notificationAppSettings: [shop] });
  expect((await connect('POST', path, { json: { enabled: true } })).status).toBe(400);
});
