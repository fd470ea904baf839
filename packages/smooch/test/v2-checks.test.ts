import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  apps,
  conversations,
  integrations,
  messages,
  participants,
  switchboardActions,
  switchboardIntegrations,
  users,
  webhooks,
  type Sunshine,
} from '../src/v2/index.js';
import { scripted } from './sunshine.js';

const id = '5e1606762556d93e9c176f69';
const ada = { userExternalId: 'ada' };

/** As a program in JavaScript may call it. */
type Loose = Readonly<Record<string, (...input: readonly unknown[]) => Promise<unknown>>>;
const loose = (resource: object): Loose => resource as Loose;

const refused: readonly (readonly [string, (sunshine: Sunshine) => Promise<unknown> | undefined])[] = [
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
  ['the participant', (s) => loose(participants(s))['join']?.(id, { ...ada, userId: id })],
  ['displayName', (s) => conversations(s).update(id, { displayName: 'x'.repeat(101) })],
  ['description', (s) => conversations(s).update(id, { description: '' })],
  ['iconUrl', (s) => conversations(s).update(id, { iconUrl: 'x'.repeat(2049) })],
  ['the user', (s) => loose({ list: (of: never) => conversations(s).list(of).toArray() })['list']?.({})],
  ['displayName', (s) => apps(s).create({ displayName: '' })],
  ['metadata', (s) => apps(s).update(id, { metadata: { text: 'x'.repeat(4100) } })],
  ['metadata', (s) => switchboardActions(s).releaseControl(id, { metadata: { text: 'x'.repeat(4100) } })],
  ['webhooks', (s) => loose(integrations(s))['create']?.({ type: 'custom', webhooks: [] })],
  ['target', (s) => webhooks(s).create(id, { target: 'example.com', triggers: [] })],
  ['name', (s) => switchboardIntegrations(s).create(id, { name: 'a bot', integrationId: id })],
  ['messageHistoryCount', (s) => switchboardIntegrations(s).update(id, id, { messageHistoryCount: 11 })],
  ['text', (s) => messages(s).sendText(id, '')],
  ['text', (s) => messages(s).sendText(id, 'x'.repeat(4097))],
  ['metadata', (s) => messages(s).sendText(id, 'x', { metadata: { text: 'x'.repeat(4100) } })],
  ['author', (s) => loose(messages(s))['post']?.(id, { content: { type: 'text', text: 'x' } })],
  ['the body', (s) => integrations(s).update(id, { certificate: 'x'.repeat(100 * 1024) })],
];

describe('what the service would refuse', () => {
  test.each(refused)('is refused before it is sent: %s', async (name, call) => {
    const { sunshine, sent } = scripted();
    const error = await rejection(Promise.resolve(call(sunshine)));
    expect(error).toMatchObject({ name: 'SmoochError', kind: 'usage', code: 'INVALID_REQUEST' });
    expect(String(error)).toContain(`smooch: ${name} must be`);
    expect(sent).toHaveLength(0);
  });

  test('goes as it is without checks', async () => {
    const { sunshine, sent } = scripted(() => ({}), { checks: false });
    const text = 'x'.repeat(5000);
    await users(sunshine).create({ externalId: '', metadata: { text } });
    await conversations(sunshine).create({ type: 'personal' });
    await messages(sunshine).sendText(id, text);
    await integrations(sunshine).update(id, { certificate: 'x'.repeat(100 * 1024) });
    expect(sent).toHaveLength(4);
  });
});

test('what is just as long as can be is sent', async () => {
  const { sunshine, sent } = scripted();
  const metadata = { text: 'x'.repeat(4096 - '{"text":""}'.length) };
  await users(sunshine).create({
    externalId: 'x'.repeat(1024),
    metadata,
    profile: { locale: 'x'.repeat(64) },
  });
  await conversations(sunshine).create({
    type: 'sdkGroup',
    participants: Array.from({ length: 10 }, () => ada),
    displayName: 'x'.repeat(100),
  });
  await messages(sunshine).sendText(id, 'x'.repeat(4096));
  expect(sent).toHaveLength(3);
});

test.each([undefined, null, {}, true])('an id that is %j is refused, and nothing is sent', async (wrong) => {
  const { sunshine, sent } = scripted();
  const error = await rejection(Promise.resolve(loose(users(sunshine))['get']?.(wrong)));
  expect(error).toMatchObject({ kind: 'usage', code: 'INVALID_REQUEST' });
  expect(sent).toHaveLength(0);
});
