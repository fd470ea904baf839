import { rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { conversations, users, type Users } from '../src/v2/index.js';
import { sent } from './emulator.js';
import { connectSunshine } from './sunshine.js';

async function withUsers(): Promise<{ all: Users } & Awaited<ReturnType<typeof connectSunshine>>> {
  const connected = await connectSunshine();
  return { ...connected, all: users(connected.sunshine) };
}

test('a user is made, read by either id, changed and taken away', async () => {
  const { all } = await withUsers();
  const profile = { givenName: 'Ada', surname: 'Byron', email: 'ada@example.com' };
  const { user } = await all.create({
    externalId: 'ada/1 é',
    profile,
    metadata: { plan: 'family', seats: 4 },
  });
  expect(user).toMatchObject({ externalId: 'ada/1 é', profile, metadata: { plan: 'family', seats: 4 } });
  expect(await all.get(user.id)).toEqual(await all.get('ada/1 é'));

  const changes = { profile: { surname: null }, metadata: { seats: null, vip: true } };
  const changed = await all.update('ada/1 é', changes);
  expect(changed.user.profile).toMatchObject({ givenName: 'Ada', email: 'ada@example.com' });
  expect(changed.user.profile?.surname ?? null).toBeNull();
  expect(changed.user.metadata).toEqual({ plan: 'family', vip: true });

  expect(await all.delete(user.id)).toBeUndefined();
  expect(await rejection(all.get(user.id))).toMatchObject({
    name: 'SmoochError',
    kind: 'refused',
    code: 'user_not_found',
    status: 404,
    message: expect.stringContaining('User not found'),
  });
});

test('an id may hold any characters, and stays one part of the path', async () => {
  const { emulator, all } = await withUsers();
  await all.create({ externalId: 'a/../b?c#d%' });
  await all.get('a/../b?c#d%');
  expect(emulator.control.requests.all[1]?.path).toMatch(/\/users\/a%2F\.\.%2Fb%3Fc%23d%25$/);
});

test('what is given is left as it is', async () => {
  const { emulator, all } = await withUsers();
  const user = Object.freeze({
    externalId: 'ada',
    signedUpAt: new Date('2026-01-02T03:04:05.678Z'),
    metadata: Object.freeze({ plan: 'family' }),
  });
  await all.create(user);
  expect(sent(emulator)[0]?.[2]).toEqual({ ...user, signedUpAt: '2026-01-02T03:04:05.678Z' });
});

test('a user whose id is taken is refused as a conflict', async () => {
  const { all } = await withUsers();
  await all.create({ externalId: 'ada' });
  expect(await rejection(all.create({ externalId: 'ada' }))).toMatchObject({
    kind: 'refused',
    code: 'conflict',
    status: 409,
    retryable: false,
  });
});

test('a user who is there is given as they are, and another one is made', async () => {
  const { emulator, all } = await withUsers();
  const made = await all.getOrCreate('ada', { profile: { givenName: 'Ada' } });
  const found = await all.getOrCreate('ada', { profile: { givenName: 'Augusta' } });
  expect(found).toEqual(made);
  expect(found.user.profile?.givenName).toBe('Ada');
  expect(sent(emulator).map(([method]) => method)).toEqual(['GET', 'POST', 'GET']);
});

test('a user is made once, however many ask for them at the same time', async () => {
  const { all } = await withUsers();
  const answers = await Promise.all(Array.from({ length: 5 }, () => all.getOrCreate('ada')));
  expect(new Set(answers.map(({ user }) => user.id)).size).toBe(1);
});

test('another failure than a missing user comes back as it is', async () => {
  const { emulator, all } = await withUsers();
  emulator.control.faults.add({ fault: { kind: 'status', status: 403, body: '{"errors":[]}' } });
  expect(await rejection(all.getOrCreate('ada'))).toMatchObject({ status: 403 });
  expect(sent(emulator)).toHaveLength(1);
});

test('users are found by an address among their identities', async () => {
  const { emulator, all } = await withUsers();
  const found = all.list({ email: 'nobody@example.com', brandId: '7' });
  expect(emulator.control.requests.all).toEqual([]);
  expect(await found.toArray()).toEqual([]);
  expect(emulator.control.requests.all[0]?.query.get('filter[identities.email]')).toBe('nobody@example.com');
  expect(emulator.control.requests.all[0]?.query.get('brandId')).toBe('7');
});

test('of a person whose information is taken away, the ids stay', async () => {
  const { all } = await withUsers();
  await all.create({ externalId: 'ada', profile: { givenName: 'Ada' }, metadata: { plan: 'family' } });
  const { user } = await all.deletePersonalInformation('ada');
  expect(user.externalId).toBe('ada');
  expect(user.profile?.givenName ?? null).toBeNull();
  expect(user.metadata ?? {}).toEqual({});
});

test('a conversation is the default of its user once, and is found the next time', async () => {
  const { emulator, sunshine, all } = await withUsers();
  const { user } = await all.create({ externalId: 'ada' });
  const first = await conversations(sunshine).getOrCreateDefault({ userExternalId: 'ada' });
  expect(first.conversation).toMatchObject({ type: 'personal', isDefault: true });
  emulator.control.requests.clear();
  const again = await conversations(sunshine).getOrCreateDefault({ userId: user.id });
  expect(again.conversation.id).toBe(first.conversation.id);
  expect(sent(emulator).map(([method]) => method)).toEqual(['GET']);
});
