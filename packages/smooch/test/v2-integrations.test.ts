import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import {
  createSunshine,
  integrationKeys,
  integrations,
  users,
  webhooks,
  type Integration,
  type Webhook,
} from '../src/v2/index.js';
import { sent, type SmoochEmulator } from './emulator.js';
import { connectSunshine } from './sunshine.js';

async function withBot(): Promise<
  Awaited<ReturnType<typeof connectSunshine>> & { readonly bot: Integration; readonly webhook: Webhook }
> {
  const connected = await connectSunshine();
  const { integration } = await integrations(connected.sunshine).create({
    type: 'custom',
    displayName: 'Bot',
    webhooks: [{ target: 'https://example.com/bot', triggers: ['conversation:message'] }],
  });
  const [webhook] = await webhooks(connected.sunshine).list(integration.id).toArray();
  if (webhook === undefined) throw new Error('there is no webhook');
  connected.emulator.control.requests.clear();
  return { ...connected, bot: integration, webhook };
}

const methods = (emulator: SmoochEmulator): string[] => sent(emulator).map(([method]) => method);

test('an integration is made, read, changed, listed by its type and taken away', async () => {
  const { sunshine, bot, webhook } = await withBot();
  const all = integrations(sunshine);
  expect(bot).toMatchObject({ type: 'custom', displayName: 'Bot', status: 'active' });
  expect(bot.type === 'custom' && bot.webhooks?.[0]).toEqual(webhook);
  expect(webhook.secret).toMatch(/.{20}/);
  expect((await all.get(bot.id)).integration).toMatchObject({ id: bot.id, displayName: 'Bot' });
  expect((await all.update(bot.id, { displayName: 'Trail bot' })).integration.displayName).toBe('Trail bot');
  const { integration: web } = await all.create({ type: 'web', brandColor: '00ff00' });
  expect(web).toMatchObject({ type: 'web', brandColor: '00ff00' });
  const customs = await all.list({ types: ['custom'], pageSize: 1 }).toArray();
  expect(customs.map(({ type }) => String(type))).toEqual(customs.map(() => 'custom'));
  expect(customs.map(({ id }) => id)).toContain(bot.id);
  await all.delete(bot.id);
  expect(await rejection(all.get(bot.id))).toMatchObject({
    kind: 'refused',
    code: 'integration_not_found',
    status: 404,
  });
});

test('a webhook that leads there gets what it lacks, and keeps what it has', async () => {
  const { emulator, sunshine, bot, webhook } = await withBot();
  const all = webhooks(sunshine);
  const added = await all.ensure(bot.id, {
    target: webhook.target,
    triggers: ['conversation:read', 'conversation:message'],
    includeFullUser: true,
  });
  expect(added).toMatchObject({
    created: false,
    updated: true,
    webhook: {
      id: webhook.id,
      triggers: ['conversation:message', 'conversation:read'],
      includeFullUser: true,
      secret: webhook.secret,
    },
  });
  expect(methods(emulator)).toEqual(['GET', 'PATCH']);

  emulator.control.requests.clear();
  const same = await all.ensure(bot.id, { target: webhook.target, triggers: ['conversation:read'] });
  expect(same).toMatchObject({ created: false, updated: false, webhook: { includeFullUser: true } });
  expect(methods(emulator)).toEqual(['GET']);
});

test('a webhook that the service lists without its triggers gets those that it lacks', async () => {
  const { emulator, sunshine, bot, webhook } = await withBot();
  const { triggers: _, ...listed } = webhook;
  emulator.control.faults.add({
    fault: { kind: 'status', status: 200, body: JSON.stringify({ webhooks: [listed] }) },
  });
  const wanted = { target: webhook.target, triggers: ['conversation:read'] } as const;
  expect(await webhooks(sunshine).ensure(bot.id, wanted)).toMatchObject({
    created: false,
    updated: true,
    webhook: { id: webhook.id, triggers: ['conversation:read'] },
  });
});

test('a webhook is made where none leads there, and none is touched', async () => {
  const { emulator, sunshine, bot, webhook } = await withBot();
  const all = webhooks(sunshine);
  const target = 'https://example.com/other';
  const made = await all.ensure(bot.id, { target, triggers: ['conversation:message'] });
  expect(made).toMatchObject({ created: true, updated: false, webhook: { target } });
  expect(methods(emulator)).toEqual(['GET', 'POST']);
  expect(await all.list(bot.id).toArray()).toEqual([webhook, made.webhook]);
  await all.deleteAll(bot.id);
  expect(await all.list(bot.id).toArray()).toEqual([]);
});

test('a webhook is read, led elsewhere and taken away', async () => {
  const { sunshine, bot, webhook } = await withBot();
  const all = webhooks(sunshine);
  expect((await all.get(bot.id, webhook.id)).webhook).toEqual(webhook);
  const target = 'https://example.com/new';
  expect((await all.update(bot.id, webhook.id, { target })).webhook).toEqual({ ...webhook, target });
  await all.delete(bot.id, webhook.id);
  expect(await rejection(all.get(bot.id, webhook.id))).toMatchObject({ code: 'not_found' });
});

test('a trigger that there is not is refused by the service', async () => {
  const { sunshine, bot } = await withBot();
  const making = webhooks(sunshine).create(bot.id, {
    target: 'https://example.com/x',
    triggers: ['message:appUser'],
  });
  expect(await rejection(making)).toMatchObject({ kind: 'refused', code: 'bad_request', status: 400 });
});

test('the key of an integration works until another one is in its place', async () => {
  const { emulator, sunshine, bot } = await withBot();
  const all = integrationKeys(sunshine);
  const { key: old } = await all.create(bot.id, { displayName: 'Key 1' });
  expect(old.id).toMatch(/^int_/);
  expect((await all.get(bot.id, old.id)).key).toEqual(old);
  const withKey = ({ id: keyId, secret }: typeof old) =>
    createSunshine({ keyId, secret, appId: emulator.credentials.appId, baseUrl: emulator.url });
  await users(withKey(old)).create({ externalId: 'ada' });

  let adopted = old;
  await all.rotate(bot.id, old.id, {
    async adopt(key) {
      // Both work for now.
      await users(withKey(key)).get('ada');
      await users(withKey(old)).get('ada');
      adopted = key;
    },
  });
  expect(adopted).toMatchObject({ displayName: 'Key 1' });
  expect((await all.list(bot.id).toArray()).map(({ id }) => id)).toEqual([adopted.id]);
  expect(await rejection(users(withKey(old)).get('ada'))).toMatchObject({ kind: 'auth' });
  await users(withKey(adopted)).get('ada');
});

test('where a new key cannot be taken into use, the old one stays', async () => {
  const { sunshine, bot } = await withBot();
  const all = integrationKeys(sunshine);
  const { key: old } = await all.create(bot.id, { displayName: 'Key 1' });
  const reason = new Error('the disk is full');
  const rotating = all.rotate(bot.id, old.id, { displayName: 'Key 2', adopt: () => Promise.reject(reason) });
  expect(await rejection(rotating)).toBe(reason);
  const left = await all.list(bot.id).toArray();
  expect(left.map(({ displayName }) => displayName)).toEqual(['Key 1', 'Key 2']);
  await all.delete(bot.id, left[1]?.id ?? '');
  expect(await all.list(bot.id).toArray()).toHaveLength(1);
});

test('only custom integrations have keys', async () => {
  const { sunshine } = await withBot();
  const { integration } = await integrations(sunshine).create({ type: 'web' });
  expect(await rejection(integrationKeys(sunshine).list(integration.id).toArray())).toMatchObject({
    code: 'bad_request',
    message: expect.stringContaining('API keys are available only for custom integrations'),
  });
});
