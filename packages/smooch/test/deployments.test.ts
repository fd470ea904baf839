import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { deployments } from '../src/index.js';
import { connect, connectAccount } from './emulator.js';

const activation = {
  phoneNumber: '+15145555555',
  verifiedNameCertificate: 'a certificate',
  method: 'sms',
} as const;

test('a deployment is made, activated by a code, listed, and taken away at once', async () => {
  const { account } = await connectAccount();
  const all = deployments(account);
  const { deployment } = await all.create({ hosting: 'smooch', callbackUrl: 'https://example.com/whatsapp' });
  expect(deployment).toMatchObject({
    hosting: 'smooch',
    status: 'unregistered',
    callbackUrl: 'https://example.com/whatsapp',
    callbackSecret: expect.any(String) as unknown,
  });
  const id = deployment._id;
  expect(await all.get(id)).toEqual({ deployment });
  expect(await rejection(all.confirmCode(id, { code: '123-456' }))).toMatchObject({ code: 'bad_request' });
  expect((await all.activate(id, activation)).deployment).toMatchObject({
    status: 'pending',
    phoneNumber: '+15145555555',
  });
  const confirmed = await all.confirmCode(id, { code: '123-456' });
  expect(confirmed.deployment.status).toBe('registered');
  expect(await all.list().toArray()).toEqual([confirmed.deployment]);

  expect(await all.delete(id)).toEqual({});
  expect(await all.list().toArray()).toEqual([]);
  expect(await rejection(all.get(id))).toMatchObject({ kind: 'refused', code: 'not_found' });
  expect(await rejection(all.delete(id))).toMatchObject({ kind: 'refused', code: 'not_found' });
});

test('one that takes its time to go comes back with the 202', async () => {
  const { emulator, account } = await connectAccount();
  emulator.control.configure({ slowDeploymentRemoval: true });
  const all = deployments(account);
  const { deployment } = await all.create({ hosting: 'smooch' });
  expect(await all.delete(deployment._id)).toEqual({ deployment: { ...deployment, status: 'deleting' } });
  expect(emulator.control.requests.all.at(-1)?.status).toBe(202);
  expect((await all.get(deployment._id)).deployment.status).toBe('deleting');
  expect(await all.delete(deployment._id)).toEqual({});
});

test('one that may be gone already is gone', async () => {
  const { emulator, account } = await connectAccount();
  const { deployment } = await deployments(account).create({ hosting: 'smooch' });
  emulator.control.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'drop', when: 'after' } });
  expect(await deployments(account).delete(deployment._id)).toEqual({});
  expect(emulator.control.requests.all.slice(1).map(({ method }) => method)).toEqual(['DELETE', 'DELETE']);
});

test('one of your own is told where it is', async () => {
  const { account } = await connectAccount();
  const where = { baseUrl: 'https://whatsapp.example.com', username: 'admin' };
  const { deployment } = await deployments(account).create({
    hosting: 'self',
    ...where,
    password: 'hunter2',
  });
  expect(deployment).toMatchObject({ hosting: 'self', ...where });
  expect(JSON.stringify(deployment)).not.toContain('hunter2');
  const incomplete = { hosting: 'self', ...where, password: '' } as const;
  expect(await rejection(deployments(account).create(incomplete))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
});

test('a key of an app sees none', async () => {
  const { smooch } = await connect();
  expect(await rejection(deployments(smooch).list().toArray())).toMatchObject({
    kind: 'refused',
    code: 'forbidden',
  });
});
