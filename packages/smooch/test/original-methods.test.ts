import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { rejection } from '@x/testkit';
import { expect, onTestFinished, test } from 'vitest';
import { createSmooch } from '../src/index.js';
import { connect, formOf, sent } from './emulator.js';

const hook = 'https://example.com/hook';

test('a user who is new is made, and one who is known is found as they are', async () => {
  const { emulator, smooch } = await connect();
  const made = await smooch.initUser('b6518', { givenName: 'Steve' });
  const found = await smooch.initUser('b6518', { givenName: 'Somebody else' });
  expect(found.appUser).toMatchObject({ _id: made.appUser._id, givenName: 'Steve' });
  expect(sent(emulator).map(([method, target]) => `${method} ${target}`)).toEqual([
    'POST /v1.1/appusers',
    'POST /v1.1/appusers',
    'GET /v1.1/appusers/b6518',
  ]);
});

test('what is refused for another reason is no known user', async () => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ fault: { kind: 'status', status: 402 } });
  expect(await rejection(smooch.initUser('b6518'))).toMatchObject({ status: 402 });
  expect(emulator.control.requests.all).toHaveLength(1);
});

test('a user is looked up by any name, and what is known grows', async () => {
  const { smooch } = await connect();
  const userId = 'steve@channel5.com/1 é';
  const { appUser } = await smooch.precreateUser(userId, {
    givenName: 'Steve',
    properties: { plan: 'family' },
  });
  await smooch.updateUser(userId, { properties: { number: '213123' } });
  const known = await smooch.getUser(appUser._id);
  expect(known.appUser).toMatchObject({
    userId,
    givenName: 'Steve',
    properties: { plan: 'family', number: '213123' },
  });
  expect((await smooch.getUser(userId)).appUser).toEqual(known.appUser);
  expect(await rejection(smooch.getUser('nobody'))).toMatchObject({ kind: 'refused', code: 'not_found' });
});

test('metadata that the service would refuse is refused unsent, unless nobody wants to know', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const properties = { a: 'é'.repeat(2050) };
  const refusal = { kind: 'usage', code: 'INVALID_REQUEST' };
  expect(await rejection(smooch.precreateUser('other', { properties }))).toMatchObject(refusal);
  expect(await rejection(smooch.updateUser('b6518', { properties }))).toMatchObject(refusal);
  expect(await rejection(smooch.postMessage('b6518', { type: 'text' }))).toMatchObject(refusal);
  expect(emulator.control.requests.all).toHaveLength(1);
  const trusting = createSmooch({ ...emulator.credentials, baseUrl: emulator.url, checks: false });
  const declined = { kind: 'refused', code: 'bad_request' };
  expect(await rejection(trusting.updateUser('b6518', { properties }))).toMatchObject(declined);
  expect(await rejection(trusting.postMessage('b6518', { type: 'text' }))).toMatchObject(declined);
});

test('webhooks are made, listed, changed and taken away', async () => {
  const { smooch } = await connect();
  const { webhook } = await smooch.makeWebhook(hook, ['message:appUser', 'postback']);
  expect(webhook).toMatchObject({ target: hook, triggers: ['message:appUser', 'postback'] });
  expect((await smooch.getWebhooks()).webhooks).toEqual([webhook]);
  const changed = await smooch.updateWebhook(webhook._id, { triggers: ['postback'] });
  expect(changed.webhook).toMatchObject({ target: hook, triggers: ['postback'], secret: webhook.secret });
  expect(await smooch.deleteWebhook(webhook._id)).toBeUndefined();
  expect((await smooch.getWebhooks()).webhooks).toEqual([]);
  expect(await rejection(smooch.deleteWebhook(webhook._id))).toMatchObject({ code: 'not_found' });
});

test('a webhook that may be gone already is gone', async () => {
  const { emulator, smooch } = await connect();
  const { webhook } = await smooch.makeWebhook(hook, ['postback']);
  emulator.control.faults.add({ match: { method: 'DELETE' }, fault: { kind: 'drop', when: 'after' } });
  expect(await smooch.deleteWebhook(webhook._id)).toBeUndefined();
  expect(emulator.control.requests.all.slice(1).map(({ method, status }) => [method, status])).toHaveLength(
    2,
  );
});

test('all webhooks are taken away, and one that fails is told and keeps none of the others', async () => {
  const { emulator, smooch } = await connect();
  const made = await Promise.all(
    Array.from({ length: 6 }, async (_, index) => smooch.makeWebhook(`${hook}/${index}`, ['postback'])),
  );
  const ids = made.map(({ webhook }) => webhook._id);
  const [stubborn = ''] = ids;
  emulator.control.faults.add({
    match: { method: 'DELETE', path: new RegExp(`${stubborn}$`) },
    fault: { kind: 'status', status: 403 },
  });
  const { deleted, failed } = await smooch.deleteAllWebhooks();
  expect(deleted.toSorted()).toEqual(ids.slice(1).toSorted());
  expect(failed).toMatchObject([{ id: stubborn, error: { status: 403 } }]);
  expect(await smooch.deleteAllWebhooks()).toEqual({ deleted: [stubborn], failed: [] });
  expect(await smooch.deleteAllWebhooks()).toEqual({ deleted: [], failed: [] });
});

test('a file is posted by its path, with the name and the type that it has', async () => {
  const { emulator, smooch } = await connect();
  await smooch.precreateUser('b6518');
  const folder = await mkdtemp(join(tmpdir(), 'smooch-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, '__test é.jpg');
  const bytes = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 1, 2, 3);
  await writeFile(path, bytes);

  for (const source of [path, pathToFileURL(path)]) {
    const { message } = await smooch.postMedia('b6518', source);
    expect(message).toMatchObject({ type: 'image', mediaType: 'image/jpeg', role: 'appUser' });
    const file = (await formOf(emulator.control.requests.all.at(-1))).get('source') as File;
    expect([file.name, file.type]).toEqual(['__test é.jpg', 'image/jpeg']);
    expect(new Uint8Array(await file.arrayBuffer())).toEqual(bytes);
  }
  const { message } = await smooch.postMedia('b6518', await openAsBlob(path), { name: 'other.jpg' });
  expect(message).toMatchObject({ type: 'image', mediaSize: bytes.length });

  expect(await rejection(smooch.postMedia('b6518', join(folder, 'absent.jpg')))).toMatchObject({
    code: 'ENOENT',
  });
});

test('a part of the program that cannot be loaded is an error that passes', async () => {
  const { loadPart } = await import('../src/load-part.js');
  const cause = new TypeError('Failed to fetch dynamically imported module');
  expect(await rejection(loadPart(Promise.reject(cause)))).toMatchObject({
    name: 'SmoochError',
    kind: 'network',
    code: 'NOT_LOADED',
    retryable: true,
    cause,
  });
});
