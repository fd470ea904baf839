import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import {
  conversations,
  integrations,
  switchboardActions,
  switchboardIntegrations,
  switchboards,
  users,
} from '../src/v2/index.js';
import { connectSunshine } from './sunshine.js';

/** An app in which a bot answers first, and then a desk. */
async function withSwitchboard() {
  const connected = await connectSunshine();
  const { sunshine } = connected;
  const [there] = await switchboards(sunshine).list().toArray();
  const { switchboard } = there ? { switchboard: there } : await switchboards(sunshine).create();
  const add = async (name: string) => {
    const { integration } = await integrations(sunshine).create({
      type: 'custom',
      webhooks: [{ target: `https://example.com/${name}`, triggers: ['conversation:message'] }],
    });
    const made = await switchboardIntegrations(sunshine).create(switchboard.id, {
      name,
      integrationId: integration.id,
    });
    return made.switchboardIntegration;
  };
  const desk = await add('desk');
  const bot = await add('bot');
  await users(sunshine).create({ externalId: 'ada' });
  return { ...connected, switchboard, bot, desk };
}

test('a switchboard is made once, changed and taken away', async () => {
  const { sunshine } = await connectSunshine();
  const all = switchboards(sunshine);
  for (const { id } of await all.list().toArray()) await all.delete(id);
  const { switchboard } = await all.create();
  expect(await all.list().toArray()).toEqual([switchboard]);
  expect(await rejection(all.create())).toMatchObject({
    code: 'bad_request',
    message: expect.stringContaining('Only one switchboard can be created per app'),
  });
  await all.delete(switchboard.id);
  expect(await rejection(all.update(switchboard.id, { enabled: true }))).toMatchObject({
    code: 'switchboard_not_found',
  });
});

test('those who can answer are listed, changed and taken away', async () => {
  const { sunshine, switchboard, bot, desk } = await withSwitchboard();
  const all = switchboardIntegrations(sunshine);
  expect(bot).toMatchObject({ name: 'bot', integrationType: 'custom', deliverStandbyEvents: true });
  const changed = await all.update(switchboard.id, bot.id, {
    nextSwitchboardIntegrationId: desk.id,
    messageHistoryCount: 5,
    deliverStandbyEvents: false,
  });
  expect(changed.switchboardIntegration).toMatchObject({
    nextSwitchboardIntegrationId: desk.id,
    messageHistoryCount: 5,
    deliverStandbyEvents: false,
  });
  const names = async (): Promise<string[]> =>
    (await all.list(switchboard.id).toArray()).map(({ name }) => name);
  expect(await names()).toEqual(expect.arrayContaining(['desk', 'bot']));
  await all.update(switchboard.id, bot.id, { nextSwitchboardIntegrationId: null });
  await all.delete(switchboard.id, desk.id);
  expect(await names()).not.toContain('desk');
});

test('control is passed, offered, accepted and released', async () => {
  const { sunshine, switchboard, bot, desk } = await withSwitchboard();
  await switchboardIntegrations(sunshine).update(switchboard.id, bot.id, {
    nextSwitchboardIntegrationId: desk.id,
  });
  await switchboards(sunshine).update(switchboard.id, {
    enabled: true,
    defaultSwitchboardIntegrationId: bot.id,
  });
  const { conversation } = await conversations(sunshine).getOrCreateDefault({ userExternalId: 'ada' });
  const actions = switchboardActions(sunshine);
  const state = async () => {
    const { conversation: now } = await conversations(sunshine).get(conversation.id);
    return [now.activeSwitchboardIntegration?.name, now.pendingSwitchboardIntegration?.name];
  };
  expect(await state()).toEqual(['bot', undefined]);
  await actions.passControl(conversation.id, { switchboardIntegration: 'next', metadata: { topic: 'hats' } });
  expect(await state()).toEqual(['desk', undefined]);
  await actions.offerControl(conversation.id, { switchboardIntegration: 'bot' });
  expect(await state()).toEqual(['desk', 'bot']);
  await actions.acceptControl(conversation.id);
  expect(await state()).toEqual(['bot', undefined]);
  expect(await actions.releaseControl(conversation.id)).toBeUndefined();
  expect(await state()).toEqual([undefined, undefined]);
});
