import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import {
  appKeys,
  apps,
  conversations,
  conversionEvents,
  createSunshine,
  devices,
  downloads,
  tokenInfo,
  users,
  type Sunshine,
} from '../src/v2/index.js';
import { startEmulator, type SmoochEmulator } from './emulator.js';
import { connectSunshine } from './sunshine.js';

async function withAccount(): Promise<{ readonly emulator: SmoochEmulator; readonly sunshine: Sunshine }> {
  const emulator = await startEmulator();
  return { emulator, sunshine: createSunshine({ ...emulator.control.accountKey, baseUrl: emulator.url }) };
}

test('an app is made, read, changed, listed and taken away', async () => {
  const { sunshine } = await withAccount();
  const all = apps(sunshine);
  const { app } = await all.create({ displayName: 'Shop', metadata: { region: 'north' } });
  expect(app).toMatchObject({ displayName: 'Shop', metadata: { region: 'north' } });
  expect((await all.get(app.id)).app).toMatchObject({ id: app.id, displayName: 'Shop' });
  const changed = await all.update(app.id, { displayName: 'Store', settings: { echoPostback: true } });
  expect(changed.app).toMatchObject({ displayName: 'Store', settings: { echoPostback: true } });
  const listed = await all.list({ pageSize: 1 }).toArray();
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.map(({ id }) => id)).toContain(app.id);
  await all.delete(app.id);
  expect(await rejection(all.get(app.id))).toMatchObject({
    kind: 'refused',
    code: 'app_not_found',
    status: 404,
  });
});

test('a key of a new app opens that app, until another one is in its place', async () => {
  const { emulator, sunshine } = await withAccount();
  const { app } = await apps(sunshine).create({ displayName: 'Shop' });
  const { key } = await appKeys(sunshine).create(app.id, { displayName: 'server' });
  expect(key.id).toMatch(/^app_/);
  const shop = createSunshine({ keyId: key.id, secret: key.secret, appId: app.id, baseUrl: emulator.url });
  await users(shop).create({ externalId: 'ada' });

  let current = createSunshine({ credential: 'none' });
  await appKeys(sunshine).rotate(app.id, key.id, {
    adopt({ id: keyId, secret }) {
      current = createSunshine({ keyId, secret, appId: app.id, baseUrl: emulator.url });
    },
  });
  expect((await users(current).get('ada')).user.externalId).toBe('ada');
  expect(await rejection(users(shop).get('ada'))).toMatchObject({ kind: 'auth', status: 401 });
  expect(await rejection(appKeys(sunshine).get(app.id, key.id))).toMatchObject({ code: 'not_found' });
  const left = await appKeys(sunshine).list(app.id).toArray();
  expect(left.map(({ displayName }) => displayName)).toContain('server');
});

test('a key of an app makes no apps', async () => {
  const { sunshine } = await connectSunshine();
  expect(await rejection(apps(sunshine).create({ displayName: 'Shop' }))).toMatchObject({
    kind: 'refused',
    code: 'forbidden',
    message: expect.stringContaining('check the scope of the key'),
  });
});

test('a token tells the app that it is for', async () => {
  const { emulator, sunshine } = await connectSunshine();
  const { app } = await tokenInfo(sunshine).get();
  expect(app.id).toBe(emulator.credentials.appId);
  expect(app.subdomain).toMatch(/./);
});

test('what came of an advertisement is told, and how much of it was received', async () => {
  const { sunshine } = await connectSunshine();
  await users(sunshine).create({ externalId: 'ada' });
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: 'ada' });
  const event = { event_name: 'Purchase', custom_data: { value: 10, currency: 'EUR' } };
  const answer = await conversionEvents(sunshine).post(conversation.id, {
    whatsapp: { payload: { data: [event, event] } },
  });
  expect(answer.conversionEvents.eventsReceived).toBe(2);
});

test('what stands behind a reference is asked for as it is given', async () => {
  const { emulator, sunshine } = await connectSunshine();
  const { user } = await users(sunshine).create({ externalId: 'ada' });
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: 'ada' });
  const reference = { url: 'https://p61.icloud.com/M5', bid: 'b', key: 'k', signature: 's', owner: 'o' };
  const apple = { interactiveDataRef: reference };
  expect(await downloads(sunshine).messageRef(conversation.id, { userId: user.id, apple })).toEqual({});
  expect(emulator.control.requests.all.at(-1)?.json).toEqual({ userId: user.id, apple });
});

test('a user without devices has none, and none by an id', async () => {
  const { sunshine } = await connectSunshine();
  await users(sunshine).create({ externalId: 'ada' });
  expect(await devices(sunshine).list('ada').toArray()).toEqual([]);
  expect(await rejection(devices(sunshine).get('ada', '5e1606762556d93e9c176f69'))).toMatchObject({
    code: 'device_not_found',
  });
});
