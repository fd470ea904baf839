import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import type { SmoochError } from '../src/index.js';
import {
  apps,
  conversations,
  createSunshine,
  integrations,
  messages,
  participants,
  switchboardActions,
  switchboardIntegrations,
  switchboards,
  users,
  webhooks,
  type Sunshine,
} from '../src/v2/index.js';
import { startEmulator } from './emulator.js';
import { connectSunshine } from './sunshine.js';

const ada = { userExternalId: 'ada' };

/** As a program in JavaScript may call it. */
type Loose = Readonly<Record<string, (...input: readonly unknown[]) => Promise<unknown>>>;
const loose = (resource: object): Loose => resource as Loose;

/** Ids of what can be asked for. */
type Places = Readonly<
  Record<'app' | 'conversation' | 'desk' | 'group' | 'integration' | 'switchboard', string>
>;

const id = '5e1606762556d93e9c176f69';
const nowhere: Places = {
  app: id,
  conversation: id,
  desk: id,
  group: id,
  integration: id,
  switchboard: id,
};

/** A service with one of each, and a client of the account that sends whatever it is told. */
async function withPlaces(): Promise<{ readonly trusting: Sunshine; readonly at: Places }> {
  const emulator = await startEmulator();
  const { appId } = emulator.credentials;
  const trusting = createSunshine({
    ...emulator.control.accountKey,
    appId,
    baseUrl: emulator.url,
    checks: false,
  });
  await users(trusting).create({ externalId: 'ada' });
  const { conversation } = await conversations(trusting).getOrCreateDefault(ada);
  const { conversation: group } = await conversations(trusting).create({
    type: 'sdkGroup',
    participants: [],
  });
  const { integration } = await integrations(trusting).create({
    type: 'custom',
    webhooks: [{ target: 'https://example.com/bot', triggers: ['conversation:message'] }],
  });
  const { switchboard } = await switchboards(trusting).create();
  const { switchboardIntegration } = await switchboardIntegrations(trusting).create(switchboard.id, {
    name: 'desk',
    integrationId: integration.id,
  });
  const at = {
    app: appId,
    conversation: conversation.id,
    desk: switchboardIntegration.id,
    group: group.id,
    integration: integration.id,
    switchboard: switchboard.id,
  };
  return { trusting, at };
}

const refused: readonly (readonly [
  string,
  (sunshine: Sunshine, at: Places) => Promise<unknown> | undefined,
])[] = [
  ['externalId', (s) => users(s).create({ externalId: '' })],
  ['externalId', (s) => users(s).create({ externalId: 'x'.repeat(1025) })],
  ['brandId', (s) => users(s).create({ brandId: '1'.repeat(25) })],
  ['profile.givenName', (s) => users(s).create({ profile: { givenName: 'x'.repeat(129) } })],
  ['profile.email', (s) => users(s).update('ada', { profile: { email: '' } })],
  ['profile.avatarUrl', (s) => users(s).create({ profile: { avatarUrl: `https://${'x'.repeat(2048)}` } })],
  ['profile.locale', (s) => users(s).update('ada', { profile: { locale: 'x'.repeat(65) } })],
  ['metadata', (s) => users(s).create({ metadata: { text: 'x'.repeat(4100) } })],
  // 4 bytes each, of which a text counts 2.
  ['metadata', (s) => users(s).create({ metadata: { text: '🐎'.repeat(1030) } })],
  ['metadata', (s) => loose(users(s))['create']?.({ metadata: { deep: {} } })],
  ['metadata', (s) => loose(users(s))['update']?.('ada', { metadata: ['a'] })],
  ['participants', (s) => conversations(s).create({ type: 'personal' })],
  ['participants', (s) => conversations(s).create({ type: 'personal', participants: [ada, ada] })],
  [
    'participants',
    (s) => conversations(s).create({ type: 'sdkGroup', participants: Array.from({ length: 11 }, () => ada) }),
  ],
  ['a participant', (s) => loose(conversations(s))['create']?.({ type: 'personal', participants: [{}] })],
  ['the participant', (s, at) => loose(participants(s))['join']?.(at.group, { ...ada, userId: at.app })],
  ['displayName', (s, at) => conversations(s).update(at.conversation, { displayName: 'x'.repeat(101) })],
  ['description', (s, at) => conversations(s).update(at.conversation, { description: '' })],
  ['iconUrl', (s, at) => conversations(s).update(at.conversation, { iconUrl: 'x'.repeat(2049) })],
  ['the user', (s) => loose({ list: (of: never) => conversations(s).list(of).toArray() })['list']?.({})],
  ['displayName', (s) => apps(s).create({ displayName: '' })],
  ['metadata', (s, at) => apps(s).update(at.app, { metadata: { text: 'x'.repeat(4100) } })],
  [
    'metadata',
    (s, at) =>
      switchboardActions(s).releaseControl(at.conversation, { metadata: { text: 'x'.repeat(4100) } }),
  ],
  ['webhooks', (s) => loose(integrations(s))['create']?.({ type: 'custom', webhooks: [] })],
  ['target', (s, at) => webhooks(s).create(at.integration, { target: 'example.com', triggers: [] })],
  [
    'name',
    (s, at) =>
      switchboardIntegrations(s).create(at.switchboard, { name: 'a bot', integrationId: at.integration }),
  ],
  [
    'messageHistoryCount',
    (s, at) => switchboardIntegrations(s).update(at.switchboard, at.desk, { messageHistoryCount: 11 }),
  ],
  ['text', (s, at) => messages(s).sendText(at.conversation, '')],
  ['text', (s, at) => messages(s).sendText(at.conversation, 'x'.repeat(4097))],
  [
    'metadata',
    (s, at) => messages(s).sendText(at.conversation, 'x', { metadata: { text: 'x'.repeat(4100) } }),
  ],
  [
    'author',
    (s, at) => loose(messages(s))['post']?.(at.conversation, { content: { type: 'text', text: 'x' } }),
  ],
  ['the body', (s, at) => integrations(s).update(at.integration, { certificate: 'x'.repeat(100 * 1024) })],
];

describe('what the service would refuse', () => {
  test.each(refused)('is refused before it is sent: %s', async (name, call) => {
    const { emulator, sunshine } = await connectSunshine();
    const error = await rejection(Promise.resolve(call(sunshine, nowhere)));
    expect(error).toMatchObject({ name: 'SmoochError', kind: 'usage', code: 'INVALID_REQUEST' });
    expect(String(error)).toContain(`smooch: ${name} must be`);
    expect(emulator.control.requests.all).toEqual([]);
  });

  test.each(refused)('is sent without checks, and refused by the service: %s', async (_name, call) => {
    const { trusting, at } = await withPlaces();
    const error = await rejection(Promise.resolve(call(trusting, at)));
    expect(error).toMatchObject({ name: 'SmoochError', kind: 'refused' });
    expect([400, 413]).toContain((error as SmoochError).status);
  });
});

test('what is just as long as can be is sent, and taken', async () => {
  const { emulator, sunshine } = await connectSunshine();
  const metadata = { text: 'x'.repeat(4096 - '{"text":""}'.length) };
  const { user } = await users(sunshine).create({
    externalId: 'x'.repeat(1024),
    metadata,
    profile: { locale: 'x'.repeat(64) },
  });
  expect(user).toMatchObject({ externalId: 'x'.repeat(1024), metadata });
  const people = [];
  for (let index = 0; index < 10; index += 1) {
    people.push((await users(sunshine).create({ externalId: `user ${index}` })).user.id);
  }
  const { conversation } = await conversations(sunshine).create({
    type: 'sdkGroup',
    participants: people.map((userId) => ({ userId, subscribeSDKClient: true })),
    displayName: 'x'.repeat(100),
  });
  const { messages: said } = await messages(sunshine).sendText(conversation.id, 'x'.repeat(4096));
  expect(said[0]?.content).toMatchObject({ text: 'x'.repeat(4096) });
  expect(emulator.control.requests.all.map(({ status }) => status)).toEqual(
    emulator.control.requests.all.map(() => 201),
  );
});

test.each([undefined, null, {}, true])('an id that is %j is refused, and nothing is sent', async (wrong) => {
  const { emulator, sunshine } = await connectSunshine();
  const error = await rejection(Promise.resolve(loose(users(sunshine))['get']?.(wrong)));
  expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  expect(emulator.control.requests.all).toEqual([]);
});
