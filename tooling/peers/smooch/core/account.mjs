// What the owner of an account does: apps and their keys, accounts for programs, deployments.
import assert from 'node:assert/strict';
import Smooch from 'smooch-core';
import { trial } from '../../trial.mjs';
import { act, appId, url } from '../app.mjs';
import { callers, owner, refused, smooch } from './callers.mjs';

await trial('apps are made, changed, listed and deleted', async () => {
  const { app } = await owner.apps.create({ name: 'Another', metadata: { tier: 1 } });
  await owner.apps.update(app._id, { name: 'Renamed', settings: { maskCreditCardNumbers: true } });
  const found = (await owner.apps.get(app._id)).app;
  assert.deepEqual(
    [found.name, found.settings.maskCreditCardNumbers, found.metadata],
    ['Renamed', true, { tier: 1 }],
  );
  const { apps } = await owner.apps.list({ limit: 25, offset: 0 });
  assert.ok(apps.some(({ _id }) => _id === app._id) && apps.some(({ _id }) => _id === appId));
  const ids = await owner.apps.getSdkIds(app._id);
  assert.equal(new Set([ids.androidIntegrationId, ids.iosIntegrationId, ids.webIntegrationId]).size, 3);
  await owner.apps.delete(app._id);
  await assert.rejects(owner.apps.get(app._id), refused(404, 'not_found'));
});

await trial('keys open their app until they are deleted', async () => {
  const { keys } = callers[1].smooch.apps;
  const { key } = await keys.create('deploy');
  assert.deepEqual((await keys.get(key._id)).key, key);
  assert.ok((await keys.list()).keys.some(({ _id, name }) => _id === key._id && name === 'deploy'));
  const { jwt } = await keys.getJwt(key._id);
  const users = ['customer-2093', 'nora.lindqvist@example.com'];
  for (const credential of [{ jwt }, { keyId: key._id, secret: key.secret, scope: 'app' }]) {
    const other = new Smooch({ ...credential, serviceUrl: url });
    for (const userId of users) assert.equal((await other.appUsers.get(userId)).appUser.userId, userId);
  }
  await keys.delete(key._id);
  const dead = new Smooch({ jwt, serviceUrl: url });
  await assert.rejects(dead.appUsers.get(users[0]), refused(401, 'unauthorized'));
});

await trial('programs get accounts of their own, which make no others', async () => {
  const { serviceAccount } = await owner.serviceAccounts.create({ name: 'deployer' });
  const id = serviceAccount._id;
  await owner.serviceAccounts.update(id, { name: 'worker' });
  assert.deepEqual((await owner.serviceAccounts.get(id)).serviceAccount, { _id: id, name: 'worker' });
  const { serviceAccounts } = await owner.serviceAccounts.list({ limit: 10, offset: 0 });
  assert.deepEqual(serviceAccounts, [{ _id: id, name: 'worker' }]);

  const { keys } = owner.serviceAccounts;
  const { key } = await keys.create(id, 'main');
  assert.match(key._id, /^svc_[\da-f]{24}$/);
  assert.deepEqual((await keys.list(id)).keys, [key]);
  assert.deepEqual((await keys.get(id, key._id)).key, key);
  const { jwt } = await keys.getJwt(id, key._id);
  const worker = new Smooch({ jwt, serviceUrl: url, scope: 'account' });
  const made = (await worker.apps.create({ name: 'Of a program' })).app;
  const { apps } = await owner.apps.list({ serviceAccountId: id });
  assert.deepEqual(
    apps.map(({ _id }) => _id),
    [made._id],
  );
  await assert.rejects(worker.serviceAccounts.list(), refused(403, 'forbidden'));
  await keys.delete(id, key._id);
  await assert.rejects(worker.apps.get(made._id), refused(401, 'unauthorized'));
  await owner.serviceAccounts.delete(id);
  await assert.rejects(owner.serviceAccounts.get(id), refused(404, 'not_found'));
  await owner.apps.delete(made._id);
});

await trial('a deployment of WhatsApp is made, brought to work, and deleted', async () => {
  const { deployments } = owner;
  const { deployment } = await deployments.create({ hosting: 'smooch' });
  const id = deployment._id;
  await deployments.activate(id, 'certificate', '+15145550000', 'sms');
  assert.deepEqual(
    [(await deployments.get(id)).deployment.status, (await deployments.get(id)).deployment.phoneNumber],
    ['pending', '+15145550000'],
  );
  await deployments.confirmCode(id, '123-456');
  assert.equal((await deployments.list()).deployments[0].status, 'registered');
  // The answer of a deletion that takes its time is dropped by this client.
  await act('configure', { slowDeploymentRemoval: true });
  assert.equal(await deployments.delete(id), undefined);
  assert.equal((await deployments.get(id)).deployment.status, 'deleting');
  await act('configure', { slowDeploymentRemoval: false });
  assert.deepEqual(await deployments.delete(id), {});
  await assert.rejects(deployments.get(id), refused(404, 'not_found'));
});

await trial('the key of an app does nothing of the kind', async () => {
  await assert.rejects(smooch.apps.list(), refused(403, 'forbidden'));
  await assert.rejects(smooch.apps.create({ name: 'Mine' }), refused(403, 'forbidden'));
  await assert.rejects(smooch.serviceAccounts.list(), refused(403, 'forbidden'));
  await assert.rejects(smooch.deployments.list(), refused(403, 'forbidden'));
});
