import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { appKeys, createSmooch, serviceAccountKeys, serviceAccounts, type Keys } from '../src/index.js';
import { connect, connectAccount, decode } from './emulator.js';

type Connected = Awaited<ReturnType<typeof connectAccount>>;

/** The keys of each kind of owner, and the id of one. */
const kinds: readonly (readonly [
  string,
  (connected: Connected) => Promise<{ readonly keys: Keys; readonly owner: string }>,
])[] = [
  [
    'an app',
    async ({ emulator, account }) => ({ keys: appKeys(account), owner: emulator.credentials.appId }),
  ],
  [
    'a service account',
    async ({ account }) => {
      const { serviceAccount } = await serviceAccounts(account).create({ name: 'worker' });
      return { keys: serviceAccountKeys(account), owner: serviceAccount._id };
    },
  ],
];
const prefixes: Readonly<Record<string, RegExp>> = { 'an app': /^app_/, 'a service account': /^svc_/ };

test.each(kinds)('a key of %s is made, read, listed and taken away', async (kind, open) => {
  const { keys, owner } = await open(await connectAccount());
  const before = await keys.list(owner).toArray();
  const { key } = await keys.create(owner, { name: 'server' });
  expect(key).toMatchObject({ name: 'server', secret: expect.stringMatching(/^.{64,}$/) as unknown });
  expect(key._id).toMatch(prefixes[kind] ?? /^$/);
  expect(await keys.get(owner, key._id)).toEqual({ key });
  expect(await keys.list(owner).toArray()).toEqual([...before, key]);
  expect(await keys.delete(owner, key._id)).toBeUndefined();
  expect(await keys.list(owner).toArray()).toEqual(before);
  expect(await rejection(keys.get(owner, key._id))).toMatchObject({ kind: 'refused', code: 'not_found' });
  expect(await rejection(keys.delete(owner, key._id))).toMatchObject({ kind: 'refused', code: 'not_found' });
});

test.each(kinds)('a key of %s opens the service until it is deleted', async (_kind, open) => {
  const connected = await connectAccount();
  const { keys, owner } = await open(connected);
  const { emulator } = connected;
  const { key } = await keys.create(owner, { name: 'server' });
  const { appId } = emulator.credentials;
  const smooch = createSmooch({ keyId: key._id, secret: key.secret, appId, baseUrl: emulator.url });
  await smooch.precreateUser('b6518');
  await keys.delete(owner, key._id);
  expect(await rejection(smooch.getUser('b6518'))).toMatchObject({ kind: 'auth', code: 'unauthorized' });
});

test.each(kinds)('a token that the service signs with a key of %s is a credential', async (kind, open) => {
  const connected = await connectAccount();
  const { keys, owner } = await open(connected);
  const { emulator } = connected;
  const { key } = await keys.create(owner, { name: 'server' });
  const { jwt } = await keys.jwt(owner, key._id);
  expect(decode(jwt)).toMatchObject({
    header: { alg: 'HS256', kid: key._id },
    claims: { scope: kind === 'an app' ? 'app' : 'account', iat: expect.any(Number) as unknown },
  });
  const { appId } = emulator.credentials;
  const smooch = createSmooch({ credential: jwt, appId, baseUrl: emulator.url });
  await smooch.precreateUser('b6518');
  await keys.delete(owner, key._id);
  expect(await rejection(smooch.getUser('b6518'))).toMatchObject({ kind: 'auth', code: 'unauthorized' });
});

test('an app has ten keys at most', async () => {
  const { emulator, account } = await connectAccount();
  const { appId } = emulator.credentials;
  const { length } = await appKeys(account).list(appId).toArray();
  for (let count = length; count < 10; count += 1) await appKeys(account).create(appId, { name: `${count}` });
  expect(await rejection(appKeys(account).create(appId, { name: 'one more' }))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
});

test('a key of an app sees no keys', async () => {
  const { emulator, smooch } = await connect();
  expect(await rejection(appKeys(smooch).list(emulator.credentials.appId).toArray())).toMatchObject({
    kind: 'refused',
    code: 'forbidden',
  });
});

test('a key that may be gone already is gone', async () => {
  const { emulator, account } = await connectAccount();
  const { appId, keyId } = emulator.credentials;
  emulator.control.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'drop', when: 'after' } });
  expect(await appKeys(account).delete(appId, keyId)).toBeUndefined();
  expect(await appKeys(account).list(appId).toArray()).toEqual([]);
});
