import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { createSmooch, serviceAccountKeys, serviceAccounts } from '../src/index.js';
import { connect, connectAccount, sent } from './emulator.js';

test('a service account is made, read, renamed and taken away with its keys', async () => {
  const { emulator, account } = await connectAccount();
  const all = serviceAccounts(account);
  const { serviceAccount } = await all.create({ name: 'worker' });
  expect(serviceAccount).toEqual({
    _id: expect.stringMatching(/^[\da-f]{24}$/) as unknown,
    name: 'worker',
  });
  const id = serviceAccount._id;
  expect(await all.get(id)).toEqual({ serviceAccount });
  const renamed = { serviceAccount: { _id: id, name: 'night worker' } };
  expect(await all.update(id, { name: 'night worker' })).toEqual(renamed);
  expect(await all.get(id)).toEqual(renamed);

  const { key } = await serviceAccountKeys(account).create(id, { name: 'server' });
  const { appId } = emulator.credentials;
  const worker = createSmooch({ keyId: key._id, secret: key.secret, appId, baseUrl: emulator.url });
  await worker.precreateUser('b6518');
  expect(await all.delete(id)).toBeUndefined();
  expect(await rejection(worker.getUser('b6518'))).toMatchObject({ kind: 'auth', code: 'unauthorized' });
  expect(await rejection(all.get(id))).toMatchObject({ kind: 'refused', code: 'not_found' });
});

test('service accounts are listed, however many', async () => {
  const { emulator, account } = await connectAccount();
  const names = Array.from({ length: 4 }, (_, index) => `worker ${index}`);
  for (const name of names) await serviceAccounts(account).create({ name });
  emulator.control.requests.clear();
  expect((await serviceAccounts(account).list({ limit: 3 }).toArray()).map(({ name }) => name)).toEqual(
    names,
  );
  expect(sent(emulator).map(([, target]) => target)).toEqual([
    '/v1.1/serviceaccounts?limit=3',
    '/v1.1/serviceaccounts?limit=3&offset=3',
  ]);
});

test('who acts in the name of the account hires nobody', async () => {
  const { emulator, account } = await connectAccount();
  const { serviceAccount } = await serviceAccounts(account).create({ name: 'worker' });
  const { key } = await serviceAccountKeys(account).create(serviceAccount._id, { name: 'server' });
  const worker = createSmooch({ keyId: key._id, secret: key.secret, baseUrl: emulator.url });
  const { smooch } = await connect();
  for (const client of [worker, smooch]) {
    expect(await rejection(serviceAccounts(client).create({ name: 'another' }))).toMatchObject({
      kind: 'refused',
      code: 'forbidden',
    });
  }
});
