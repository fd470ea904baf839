import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { startSmoochEmulator } from '../../src/smooch/index.js';
import { basic, refusal, startApi } from './support.js';

const nora = '/v1.1/appusers/nora.lindqvist%40example.com';

describe('a rate limit', () => {
  test('answers 429 with the seconds to wait, until the minute has passed', async () => {
    const { call, emulator, clock } = await startApi();
    emulator.control.rateLimit({ perMinute: 2 });
    expect((await call('GET', nora)).status).toBe(200);
    await clock.advance(20_500);
    expect((await call('GET', nora)).status).toBe(200);
    const refused = await call('GET', nora);
    expect(refused).toMatchObject({
      status: 429,
      body: refusal('too_many_requests', 'Too many requests'),
    });
    expect(refused.headers.get('retry-after')).toBe('40');
    await clock.advance(40_000);
    expect((await call('GET', nora)).status).toBe(200);
    expect((await call('GET', nora)).status).toBe(429);
    emulator.control.rateLimit(undefined);
    expect((await call('GET', nora)).status).toBe(200);
  });
});

describe('the control', () => {
  test('shows the conversation of a user as v1.1 does', async () => {
    const { call, emulator } = await startApi();
    const { body } = await call('GET', `${nora}/messages`);
    expect(body).toMatchObject({ messages: emulator.control.messages('nora.lindqvist@example.com') });
  });

  test('gives a user without a channel one, as soon as they write', async () => {
    const { call, emulator, createUser } = await startApi();
    const id = await createUser('new');
    expect(emulator.control.messages(id)).toEqual([]);
    emulator.control.user(id).sends({ text: 'Hello' });
    expect((await call('GET', '/v1.1/appusers/new')).body).toMatchObject({
      appUser: { conversationStarted: true, clients: [{ platform: 'messenger', primary: true }] },
    });
  });

  test('knows no user and no key that is not there', async () => {
    const { control } = (await startApi()).emulator;
    expect(() => control.user('nobody')).toThrow('App user not found');
    expect(() => control.messages('nobody')).toThrow('App user not found');
    expect(() => control.revokeKey('app_0')).toThrow('There is no key app_0.');
  });

  test('goes by the same names over HTTP', async () => {
    const { call, emulator, clock } = await startApi();
    const control = (name: string, json?: object) =>
      fetch(`${emulator.url}/_emulator/${name}`, {
        method: 'POST',
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
    const { snapshot } = (await (await control('snapshot')).json()) as { readonly snapshot: number };
    const failure = { match: { method: 'GET', path: nora }, status: 502, retryAfter: 3, body: '<html>' };
    expect((await control('fail', failure)).status).toBe(204);
    const failed = await call('GET', nora);
    expect(failed).toMatchObject({ status: 502, body: '<html>' });
    expect(failed.headers.get('retry-after')).toBe('3');
    const limited = { error: { code: 'too_many_requests', description: 'Slow down' } };
    await control('fail', { match: { method: 'GET' }, status: 429, body: limited });
    expect(await call('GET', nora)).toMatchObject({ status: 429, body: limited });
    await control('fail', { drop: true });
    await expect(call('GET', nora)).rejects.toThrow('fetch failed');
    await control('rateLimit', { perMinute: 1 });
    expect([(await call('GET', nora)).status, (await call('GET', nora)).status]).toEqual([200, 429]);
    const before = clock.now();
    await control('advance', { ms: 60_000 });
    expect(clock.now()).toBe(before + 60_000);
    expect((await call('DELETE', nora)).status).toBe(200);
    await control('rate-limit');
    expect((await call('GET', nora)).status).toBe(404);
    await control('restore', { snapshot });
    expect((await call('GET', nora)).status).toBe(200);
    expect((await control('flush')).status).toBe(204);
    expect(await (await control('deliveries')).json()).toEqual([]);
    expect(await (await control('redeliver', { id: 'delivery-1' })).json()).toEqual({
      error: 'There is no delivery delivery-1.',
    });
  });

  test('has the log of the frame', async () => {
    const { call, emulator } = await startApi();
    await call('GET', `${nora}/messages?before=12`);
    expect(emulator.control.requests.all).toMatchObject([
      { method: 'GET', path: `${nora}/messages`, target: `${nora}/messages?before=12`, status: 200 },
    ]);
  });
});

describe('faults of the frame', () => {
  test('strike in place of the route', async () => {
    const { call, emulator } = await startApi();
    emulator.control.faults.add({
      match: { method: 'POST', path: `${nora}/messages` },
      fault: { kind: 'html', status: 502 },
    });
    const post = () =>
      call('POST', `${nora}/messages`, { json: { role: 'appMaker', type: 'text', text: 'Once' } });
    const before = emulator.control.messages('nora.lindqvist@example.com').length;
    const spoiled = await post();
    expect(spoiled.status).toBe(502);
    expect(spoiled.headers.get('content-type')).toMatch(/^text\/html/);
    expect(emulator.control.messages('nora.lindqvist@example.com')).toHaveLength(before);
    expect((await post()).status).toBe(201);
  });

  test('can lose the answer of a message that was taken', async () => {
    const { call, emulator } = await startApi();
    emulator.control.faults.add({ match: { method: 'POST' }, fault: { kind: 'reset', when: 'after' } });
    const json = { role: 'appMaker', type: 'text', text: 'Twice?' };
    await expect(call('POST', `${nora}/messages`, { json })).rejects.toThrow('fetch failed');
    expect(emulator.control.messages('nora.lindqvist@example.com').at(-1)).toMatchObject({ text: 'Twice?' });
  });
});

test('an emulator needs no options, takes a port, and frees it', async () => {
  const first = await startSmoochEmulator();
  const port = Number(new URL(first.url).port);
  const get = () =>
    fetch(`${first.url}/v1.1/webhooks`, { headers: { authorization: basic(first.credentials) } });
  expect((await get()).status).toBe(200);
  await Promise.all([first.close(), first.close()]);
  await expect(get()).rejects.toThrow('fetch failed');

  await new Promise<void>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve()));
  });
  const second = await startSmoochEmulator({ port });
  expect(second.url).toBe(`http://127.0.0.1:${port}`);
  await second.close();
});
