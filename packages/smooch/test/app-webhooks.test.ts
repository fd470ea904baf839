import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { webhooks } from '../src/index.js';
import { connect, sent } from './emulator.js';
import { listen } from './receiver.js';

const nora = 'nora.lindqvist@example.com';
const target = 'https://example.com/hook';

test('a webhook is made, read, listed, changed and taken away', async () => {
  const { emulator, smooch } = await connect();
  const all = webhooks(smooch);
  const { webhook } = await all.create({ target, triggers: ['postback'], includeClient: true });
  expect(webhook).toMatchObject({ target, triggers: ['postback'], version: 'v1.1', includeClient: true });
  expect(await all.get(webhook._id)).toEqual({ webhook });
  const list = all.list();
  expect(sent(emulator)).toHaveLength(2);
  expect(await list.toArray()).toEqual([webhook]);
  const changes = { triggers: ['message:appUser'], includeFullAppUser: true };
  expect((await all.update(webhook._id, changes)).webhook).toEqual({ ...webhook, ...changes });
  expect(await all.delete(webhook._id)).toBeUndefined();
  expect(await list.toArray()).toEqual([]);
  expect(await rejection(all.get(webhook._id))).toMatchObject({ kind: 'refused', code: 'not_found' });
});

test('the triggers that are given go into the place of those that there are', async () => {
  const { smooch } = await connect();
  const { webhook } = await webhooks(smooch).create({ target, triggers: ['postback', 'conversation:read'] });
  const { webhook: changed } = await webhooks(smooch).update(webhook._id, { triggers: ['client:add'] });
  expect(changed.triggers).toEqual(['client:add']);
});

test('a webhook tells all of the user and of the client only when it is asked to', async () => {
  const { emulator, smooch } = await connect();
  const told = await listen(emulator, smooch, 'message:appUser');
  const [webhook] = await webhooks(smooch).list().toArray();
  emulator.control.user(nora).sends({ text: 'Hello' });
  await webhooks(smooch).update(webhook?._id ?? '', { includeClient: true, includeFullAppUser: true });
  emulator.control.user(nora).sends({ text: 'Hello again' });
  const [short, full] = await told();
  expect(short).not.toHaveProperty('client');
  expect(short).not.toHaveProperty('appUser.givenName');
  expect(full).toMatchObject({ client: { platform: 'messenger' }, appUser: { givenName: 'Nora' } });
});

test('an eleventh webhook is refused, and so is a trigger that there is not', async () => {
  const { smooch } = await connect();
  const all = webhooks(smooch);
  const refused = { kind: 'refused', code: 'bad_request', status: 400 };
  expect(await rejection(all.create({ target, triggers: ['planet:moved'] }))).toMatchObject(refused);
  for (let count = 0; count < 10; count += 1) await all.create({ target: `${target}/${count}` });
  expect(await rejection(all.create({ target }))).toMatchObject(refused);
});

test.each(['example.com', 'ftp://example.com', ''])('a target %j is refused unsent', async (wrong) => {
  const { emulator, smooch } = await connect();
  const refused = { kind: 'usage', code: 'INVALID_REQUEST' };
  expect(await rejection(webhooks(smooch).create({ target: wrong }))).toMatchObject(refused);
  expect(await rejection(webhooks(smooch).update('w', { target: wrong }))).toMatchObject(refused);
  expect(emulator.control.requests.all).toEqual([]);
});
