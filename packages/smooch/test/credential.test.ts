import { createCredential } from '@x/http-core';
import { createManualClock } from '@x/emulators/frame';
import { expectNoSecrets, rejection } from '@x/testkit';
import { expect, test } from 'vitest';
import { createSmooch, type HttpEvent } from '../src/index.js';
import { connect, decode, startEmulator, type SmoochEmulator } from './emulator.js';

const minute = 60_000;
const hour = 60 * minute;

/** The tokens that were shown, in order. */
const shown = (emulator: SmoochEmulator): string[] =>
  emulator.control.requests.all.map(({ headers }) => headers['authorization']?.replace('Bearer ', '') ?? '');

test('the key signs a token for its app, of an hour, with nothing in it that clocks can disagree about', async () => {
  const clock = createManualClock();
  const { emulator, smooch } = await connect({ clock }, { clock });
  await smooch.precreateUser('b6518');
  expect(decode(shown(emulator)[0] ?? '')).toEqual({
    header: { alg: 'HS256', kid: emulator.credentials.keyId, typ: 'JWT' },
    claims: { scope: 'app', exp: (clock.now() + hour) / 1000 },
  });
});

test('making a client signs nothing and sends nothing', async () => {
  const { emulator } = await connect();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(emulator.control.requests.all).toEqual([]);
});

test('one token serves until a minute before its end, and then another without a refusal between', async () => {
  const clock = createManualClock();
  const { emulator, smooch } = await connect({ clock }, { clock });
  await smooch.precreateUser('one');
  await clock.advance(hour - minute - 1);
  await smooch.precreateUser('two');
  await clock.advance(1);
  await smooch.precreateUser('three');
  const [one, two, three] = shown(emulator);
  expect(two).toBe(one);
  expect(three).not.toBe(one);
  expect(emulator.control.requests.all.map(({ status }) => status)).toEqual([201, 201, 201]);
});

test('a lifetime can be chosen', async () => {
  const clock = createManualClock();
  const { emulator, smooch } = await connect({ clock, tokenLifetimeMs: 10_000 }, { clock });
  await smooch.precreateUser('one');
  await clock.advance(9_000);
  await smooch.precreateUser('two');
  const claims = shown(emulator).map((token) => decode(token).claims['exp']);
  expect(claims).toEqual([(clock.now() + 1_000) / 1000, (clock.now() + 10_000) / 1000]);
});

test('a clock that is behind costs one refusal, not a call', async () => {
  const clock = createManualClock();
  const behind = createManualClock(clock.now() - 30 * minute);
  const events: HttpEvent[] = [];
  const { emulator, smooch } = await connect(
    { clock: behind, observe: (event) => events.push(event) },
    { clock },
  );
  await smooch.precreateUser('one');
  await Promise.all([clock.advance(31 * minute), behind.advance(31 * minute)]);
  await smooch.precreateUser('two');
  expect(emulator.control.requests.all.map(({ status }) => status)).toEqual([201, 401, 201]);
  expect(events.filter(({ type }) => type === 'refresh')).toHaveLength(1);
});

test('a clock that is ahead or half an hour behind is no matter', async () => {
  const clock = createManualClock();
  for (const skew of [-30 * minute, 30 * minute]) {
    const { smooch } = await connect({ clock: createManualClock(clock.now() + skew) }, { clock });
    expect((await smooch.precreateUser('b6518')).appUser.userId).toBe('b6518');
  }
});

test('a hundred calls share one token', async () => {
  const { emulator, smooch } = await connect();
  await Promise.all(Array.from({ length: 100 }, (_, index) => smooch.precreateUser(`user-${index}`)));
  expect(new Set(shown(emulator)).size).toBe(1);
});

test('a token of a deleted key is refused, another one as well, and that is final', async () => {
  const { emulator, smooch } = await connect();
  emulator.control.revokeKey(emulator.credentials.keyId);
  const error = await rejection(smooch.precreateUser('b6518'));
  expect(error).toMatchObject({ kind: 'auth', code: 'unauthorized', status: 401, retryable: false });
  expect(String(error)).toMatch(/check the key id/);
  expect(emulator.control.requests.all.map(({ status }) => status)).toEqual([401, 401]);
  expect(new Set(shown(emulator)).size).toBe(2);
});

test('a token that is refused is signed anew, whatever the reason was', async () => {
  const { emulator, smooch } = await connect();
  emulator.control.faults.add({ fault: { kind: 'status', status: 401 } });
  await smooch.precreateUser('b6518');
  expect(emulator.control.requests.all.map(({ status }) => status)).toEqual([401, 201]);
});

test('a key of the account reaches the app that is named', async () => {
  const emulator = await startEmulator();
  const { appId } = emulator.credentials;
  const smooch = createSmooch({ ...emulator.control.accountKey, appId, baseUrl: emulator.url });
  await smooch.precreateUser('b6518');
  expect(decode(shown(emulator)[0] ?? '').claims['scope']).toBe('account');
  expect(emulator.control.requests.all[0]?.path).toBe(`/v1.1/apps/${appId}/appusers`);
});

test('HTTP Basic shows the key itself, and its refusal is final', async () => {
  const { emulator, smooch } = await connect({ auth: 'basic' });
  const { keyId, secret } = emulator.credentials;
  await smooch.precreateUser('b6518');
  expect(shown(emulator)).toEqual([`Basic ${Buffer.from(`${keyId}:${secret}`).toString('base64')}`]);
  emulator.control.revokeKey(keyId);
  expect(await rejection(smooch.precreateUser('two'))).toMatchObject({ kind: 'auth' });
  expect(emulator.control.requests.all).toHaveLength(2);
});

test('a ready token is used as it is, and its refusal is final', async () => {
  const emulator = await startEmulator();
  const { keyId, secret } = emulator.credentials;
  const credential = await createSmooch({ keyId, secret }).userJwt('customer-2093');
  const smooch = createSmooch({ credential, baseUrl: emulator.url });
  await smooch.postMessage('customer-2093', 'From the page');
  expect(shown(emulator)).toEqual([credential]);
  emulator.control.revokeKey(keyId);
  expect(await rejection(smooch.postMessage('customer-2093', 'Again'))).toMatchObject({ kind: 'auth' });
  expect(emulator.control.requests.all).toHaveLength(2);
});

test('a function is asked for a token once, and again when the token is refused', async () => {
  const emulator = await startEmulator();
  const { keyId, secret } = emulator.credentials;
  const good = await createSmooch({ keyId, secret }).userJwt('customer-2093');
  const tokens = ['not.a.token', good];
  let asked = 0;
  const smooch = createSmooch({ credential: async () => tokens[asked++] ?? '', baseUrl: emulator.url });
  await smooch.postMessage('customer-2093', 'Hello');
  await smooch.postMessage('customer-2093', 'Hello again');
  expect(shown(emulator)).toEqual(['not.a.token', good, good]);
  expect(asked).toBe(2);
});

test('what the function throws comes back untouched; what is no token is refused', async () => {
  const emulator = await startEmulator();
  const reason = new Error('the vault is closed');
  const failing = createSmooch({
    credential: () => {
      throw reason;
    },
    baseUrl: emulator.url,
  });
  expect(await rejection(failing.precreateUser('b6518'))).toBe(reason);
  const empty = createSmooch({ credential: () => '', baseUrl: emulator.url });
  expect(await rejection(empty.precreateUser('b6518'))).toMatchObject({
    name: 'SmoochError',
    kind: 'usage',
    code: 'INVALID_OPTION',
  });
  expect(emulator.control.requests.all).toEqual([]);
});

test('what the function throws answers for itself for a second, and then the function is asked again', async () => {
  const clock = createManualClock();
  const emulator = await startEmulator({ clock });
  const { keyId, secret } = emulator.credentials;
  const good = await createSmooch({ keyId, secret }).userJwt('customer-2093');
  let asked = 0;
  const smooch = createSmooch({
    clock,
    credential: async () => {
      asked += 1;
      if (asked === 1) throw new Error('the vault is closed');
      return good;
    },
    baseUrl: emulator.url,
  });
  for (const at of [0, 999]) {
    await clock.advance(at);
    expect(await rejection(smooch.postMessage('customer-2093', 'Hello'))).toMatchObject({
      message: 'the vault is closed',
    });
  }
  expect(asked).toBe(1);
  await clock.advance(1);
  await smooch.postMessage('customer-2093', 'Hello');
  expect(asked).toBe(2);
});

test('a credential of the core is taken, and goes before the key', async () => {
  const emulator = await startEmulator();
  const { keyId, secret } = emulator.credentials;
  const token = await createSmooch({ keyId, secret }).userJwt('customer-2093');
  const credential = createCredential({ initial: token, load: async () => token });
  const smooch = createSmooch({ keyId, secret, credential, auth: 'basic', baseUrl: emulator.url });
  await smooch.postMessage('customer-2093', 'Hello');
  expect(shown(emulator)).toEqual([token]);
});

test('nothing that can be printed holds the secret or a token', async () => {
  const { emulator, smooch } = await connect();
  const { keyId, secret } = emulator.credentials;
  await smooch.precreateUser('b6518');
  emulator.control.revokeKey(keyId);
  const error = await rejection(smooch.precreateUser('two'));
  expectNoSecrets(error, [secret, ...shown(emulator)]);
  expectNoSecrets(smooch, [secret, keyId]);
});
