import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { connect, sent, type SmoochEmulator } from './emulator.js';

const url = 'https://example.com/hook';

/** What changed something. */
const writes = (emulator: SmoochEmulator): readonly (readonly [string, string, unknown])[] =>
  sent(emulator).filter(([method]) => method !== 'GET');

test('a webhook is made where there is none', async () => {
  const { emulator, smooch } = await connect();
  const webhook = await smooch.ensureWebhookExists('message:appMaker', url);
  expect(sent(emulator)).toEqual([
    ['GET', '/v1.1/webhooks', undefined],
    ['POST', '/v1.1/webhooks', { target: url, triggers: ['message:appMaker'] }],
  ]);
  expect(webhook).toEqual({
    id: expect.stringMatching(/^[\da-f]{24}$/) as unknown,
    secret: expect.stringMatching(/^.{40,}$/) as unknown,
    created: true,
    updated: false,
  });
});

test('one that is there stays as it is', async () => {
  const { emulator, smooch } = await connect();
  const { id, secret } = await smooch.ensureWebhookExists('message:appMaker', url);
  expect(await smooch.ensureWebhookExists('message:appMaker', url)).toEqual({
    id,
    secret,
    created: false,
    updated: false,
  });
  expect(writes(emulator)).toHaveLength(1);
});

test('one that leads there gets the trigger and keeps those that it has', async () => {
  const { emulator, smooch } = await connect();
  const { id, secret } = await smooch.ensureWebhookExists('message:appMaker', url);
  expect(await smooch.ensureWebhookExists('postback', url)).toEqual({
    id,
    secret,
    created: false,
    updated: true,
  });
  expect(writes(emulator)[1]).toEqual([
    'PUT',
    `/v1.1/webhooks/${id}`,
    { target: url, triggers: ['message:appMaker', 'postback'] },
  ]);
});

test('one that has the trigger is led there and keeps its other triggers', async () => {
  const { emulator, smooch } = await connect();
  const { id } = await smooch.ensureWebhookExists('message:appMaker', 'https://old.example.com');
  await smooch.ensureWebhookExists('postback', 'https://old.example.com');
  expect(await smooch.ensureWebhookExists('postback', url)).toMatchObject({
    id,
    created: false,
    updated: true,
  });
  expect(writes(emulator)[2]).toEqual([
    'PUT',
    `/v1.1/webhooks/${id}`,
    { target: url, triggers: ['message:appMaker', 'postback'] },
  ]);
});

test('one that leads there goes before one that has the trigger', async () => {
  const { smooch } = await connect();
  const other = await smooch.ensureWebhookExists('postback', 'https://other.example.com');
  const there = await smooch.ensureWebhookExists('message:appMaker', url);
  const ensured = await smooch.ensureWebhookExists('postback', url);
  expect(ensured).toMatchObject({ id: there.id, updated: true });
  expect(await smooch.ensureWebhookExists('postback', 'https://other.example.com')).toMatchObject({
    id: other.id,
    updated: false,
  });
});

test('a trigger that the version does not know is refused by the service', async () => {
  const { smooch } = await connect();
  expect(await rejection(smooch.ensureWebhookExists('delivery:success', url))).toMatchObject({
    kind: 'refused',
    code: 'bad_request',
  });
});

test('v1 knows others', async () => {
  const { emulator, smooch } = await connect({ version: 'v1' });
  expect(await smooch.ensureWebhookExists('delivery:success', url)).toMatchObject({ created: true });
  expect(writes(emulator)[0]?.[1]).toBe('/v1/webhooks');
});

test('an update that got no answer is sent again, a creation is not', async () => {
  const { emulator, smooch } = await connect();
  await smooch.ensureWebhookExists('message:appMaker', url);
  emulator.control.faults.add({ match: { method: 'PUT' }, fault: { kind: 'drop' } });
  expect(await smooch.ensureWebhookExists('postback', url)).toMatchObject({ updated: true });
  emulator.control.faults.add({ match: { method: 'POST' }, fault: { kind: 'drop', when: 'after' } });
  expect(
    await rejection(smooch.ensureWebhookExists('typing:appUser', 'https://new.example.com')),
  ).toMatchObject({
    kind: 'network',
    retryable: false,
  });
  expect(writes(emulator).filter(([method]) => method === 'POST')).toHaveLength(2);
});

test.each(['{}', ''])('an answer without webhooks (%j) makes none', async (body) => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ fault: { kind: 'status', status: 200, body } });
  expect(await rejection(smooch.ensureWebhookExists('postback', url))).toMatchObject({
    name: 'SmoochError',
    kind: 'protocol',
    code: 'UNEXPECTED_ANSWER',
  });
  expect(writes(emulator)).toEqual([]);
});

test('one that the service lists without its triggers gets this one', async () => {
  const { emulator, smooch } = await connect();
  const { id } = await smooch.ensureWebhookExists('message:appMaker', url);
  emulator.control.faults.add({
    match: { path: '/v1.1/webhooks' },
    fault: { kind: 'status', status: 200, body: JSON.stringify({ webhooks: [{ _id: id, target: url }] }) },
  });
  expect(await smooch.ensureWebhookExists('postback', url)).toMatchObject({ id, updated: true });
  expect(writes(emulator).at(-1)).toEqual([
    'PUT',
    `/v1.1/webhooks/${id}`,
    { target: url, triggers: ['postback'] },
  ]);
});
