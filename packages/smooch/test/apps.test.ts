import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import {
  apps,
  createSmooch,
  forApp,
  serviceAccountKeys,
  serviceAccounts,
  type Smooch,
} from '../src/index.js';
import { connect, connectAccount, sent } from './emulator.js';

test('an app is made, read, changed and taken away', async () => {
  const { account } = await connectAccount();
  const all = apps(account);
  const content = { name: 'Shop', settings: { useAnimalNames: true }, metadata: { region: 'north' } };
  const { app } = await all.create(content);
  expect(app).toMatchObject({ ...content, appToken: expect.stringMatching(/^[\da-z]{25}$/) as unknown });
  expect(await all.get(app._id)).toEqual({ app });
  const changed = await all.update(app._id, { name: 'Store', settings: { echoPostback: true } });
  expect(changed.app).toMatchObject({
    name: 'Store',
    settings: { useAnimalNames: true, echoPostback: true },
    metadata: { region: 'north' },
  });
  expect(await all.delete(app._id)).toBeUndefined();
  expect(await rejection(all.get(app._id))).toMatchObject({ kind: 'refused', status: 404 });
});

test('all apps of an account are listed, however many', async () => {
  const { emulator, account } = await connectAccount();
  const names = Array.from({ length: 4 }, (_, index) => `Shop ${index}`);
  for (const name of names) await apps(account).create({ name });
  emulator.control.requests.clear();
  const found = await apps(account).list({ limit: 3 }).toArray();
  expect(found.map(({ name }) => name)).toEqual(['Trailhead Support', ...names]);
  expect(sent(emulator).map(([, target]) => target)).toEqual([
    '/v1.1/apps?limit=3',
    '/v1.1/apps?limit=3&offset=3',
  ]);
});

test('the apps that a service account has made are told apart', async () => {
  const { emulator, account } = await connectAccount();
  const { serviceAccount } = await serviceAccounts(account).create({ name: 'worker' });
  const { key } = await serviceAccountKeys(account).create(serviceAccount._id, { name: 'server' });
  const worker = createSmooch({ keyId: key._id, secret: key.secret, baseUrl: emulator.url });
  const { app } = await apps(worker).create({ name: 'Shop' });
  const found = await apps(account).list({ serviceAccountId: serviceAccount._id }).toArray();
  expect(found).toEqual([app]);
});

test('an app too many is refused in the words of the service', async () => {
  const { emulator, account } = await connectAccount();
  emulator.control.configure({ appLimit: 1 });
  expect(await rejection(apps(account).create({ name: 'Shop' }))).toMatchObject({
    kind: 'refused',
    code: 'payment_required',
    status: 402,
  });
});

test('metadata that the service would refuse is refused unsent', async () => {
  const { emulator, account } = await connectAccount();
  const metadata = { a: 'é'.repeat(2050) };
  expect(await rejection(apps(account).create({ name: 'Shop', metadata }))).toMatchObject({ kind: 'usage' });
  const { appId } = emulator.credentials;
  expect(await rejection(apps(account).update(appId, { metadata }))).toMatchObject({ kind: 'usage' });
  expect(emulator.control.requests.all).toEqual([]);
});

test('the SDKs of an app know it by ids of their own', async () => {
  const { emulator, account } = await connectAccount();
  const ids = await apps(account).sdks(emulator.credentials.appId);
  expect(Object.keys(ids).toSorted()).toEqual([
    'androidIntegrationId',
    'iosIntegrationId',
    'webIntegrationId',
  ]);
  expect(new Set(Object.values(ids)).size).toBe(3);
});

test('a key of an app makes no apps', async () => {
  const { smooch } = await connect();
  const error = await rejection(apps(smooch).create({ name: 'Shop' }));
  expect(error).toMatchObject({ kind: 'refused', code: 'forbidden', status: 403 });
  expect(String(error)).toContain('check the scope of the key');
});

test('one client of an account serves all of its apps, by one token', async () => {
  const { emulator, account } = await connectAccount();
  const { appId } = emulator.credentials;
  const { app } = await apps(account).create({ name: 'Shop' });
  emulator.control.requests.clear();
  for (const id of [appId, app._id]) await forApp(account, id).precreateUser('b6518');
  const users = await Promise.all([appId, app._id].map((id) => forApp(account, id).getUser('b6518')));
  expect(new Set(users.map(({ appUser }) => appUser._id)).size).toBe(2);
  expect(sent(emulator).map(([method, target]) => `${method} ${target}`)).toEqual([
    `POST /v1.1/apps/${appId}/appusers`,
    `POST /v1.1/apps/${app._id}/appusers`,
    `GET /v1.1/apps/${appId}/appusers/b6518`,
    `GET /v1.1/apps/${app._id}/appusers/b6518`,
  ]);
  const shown = emulator.control.requests.all.map(({ headers }) => headers['authorization']);
  expect(new Set(shown).size).toBe(1);
  expect(() => forApp(account, '')).toThrow('appId must be');
});

test('what is no client is refused by name', () => {
  expect(() => apps({} as Smooch)).toThrow('smooch: smooch must be what createSmooch made');
});
