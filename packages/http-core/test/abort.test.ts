import { createManualClock } from '@x/emulators/frame';
import { rejection } from '@x/testkit';
import { describe, expect, test, vi } from 'vitest';
import { createCredential, createHttp, type Auth } from '../src/index.js';
import { echo, record, startService } from './service.js';

const service = 'example';
const reasons: readonly unknown[] = [new Error('mine'), 'a text', null, 0, { some: 'thing' }];

function auth(get: () => Promise<string>): Auth<string> {
  return { credential: createCredential({ load: get }), apply: () => undefined, rejected: () => false };
}

const never = <T>(): Promise<T> => new Promise<T>(() => undefined);

describe.each(reasons)('an abort with the reason %j comes back as it was', (reason) => {
  test('before the call, which then sends nothing', async () => {
    const { url, control } = await startService();
    const http = createHttp({ service, baseUrl: url });
    expect(await rejection(http.json('GET', '/a', { signal: AbortSignal.abort(reason) }))).toBe(reason);
    expect(control.requests.all).toHaveLength(0);
  });

  test('while the credential is got', async () => {
    const { url } = await startService();
    const controller = new AbortController();
    const http = createHttp({ service, baseUrl: url, auth: auth(never) });
    const call = rejection(http.json('GET', '/a', { signal: controller.signal }));
    setTimeout(() => controller.abort(reason), 5);
    expect(await call).toBe(reason);
  });

  test('while the credential is renewed', async () => {
    const { url } = await startService(() => new Response('', { status: 401 }));
    const controller = new AbortController();
    const http = createHttp({
      service,
      baseUrl: url,
      auth: {
        credential: createCredential<string>({ initial: 'old', load: never }),
        apply: () => undefined,
        rejected: ({ status }) => status === 401,
      },
      observe: ({ type }) => type === 'refresh' && setTimeout(() => controller.abort(reason), 5),
    });
    expect(await rejection(http.json('GET', '/a', { signal: controller.signal }))).toBe(reason);
  });

  test.each(['hang', 'stall'] as const)('while the answer does not come (%s)', async (kind) => {
    const { url, control } = await startService(() => Response.json({ text: 'x'.repeat(10_000) }));
    control.faults.add({ fault: { kind }, times: Infinity });
    const controller = new AbortController();
    const http = createHttp({ service, baseUrl: url });
    const call = rejection(http.json('GET', '/a', { signal: controller.signal }));
    await expect.poll(() => control.faults.struck[kind]).toBe(1);
    controller.abort(reason);
    expect(await call).toBe(reason);
    expect(control.requests.all).toHaveLength(1);
  });

  test('while an error’s body does not come', async () => {
    const { url, control } = await startService(() => new Response('x'.repeat(10_000), { status: 400 }));
    control.faults.add({ fault: { kind: 'stall' } });
    const controller = new AbortController();
    const call = rejection(
      createHttp({ service, baseUrl: url }).json('GET', '/a', { signal: controller.signal }),
    );
    await expect.poll(() => control.faults.struck['stall']).toBe(1);
    controller.abort(reason);
    expect(await call).toBe(reason);
  });

  test('while it waits to try again', async () => {
    const { url } = await startService(
      () => new Response('', { status: 429, headers: { 'retry-after': '30' } }),
    );
    const controller = new AbortController();
    const observe = ({ type }: { type: string }): void => {
      if (type === 'retry') setTimeout(() => controller.abort(reason), 5);
    };
    const http = createHttp({ service, baseUrl: url, observe });
    expect(await rejection(http.json('GET', '/a', { signal: controller.signal }))).toBe(reason);
  });

  test('from a fetch that pays no heed to its signal', async () => {
    const controller = new AbortController();
    const http = createHttp({ service, baseUrl: 'https://api.example.com', fetch: never });
    const call = rejection(http.json('GET', '/a', { signal: controller.signal }));
    setTimeout(() => controller.abort(reason), 5);
    expect(await call).toBe(reason);
  });
});

test('a body that is read later ends with the signal too', async () => {
  const { url, control } = await startService(() => new Response('x'.repeat(10_000)));
  control.faults.add({ fault: { kind: 'stall' } });
  const controller = new AbortController();
  const response = await createHttp({ service, baseUrl: url }).request('GET', '/a', {
    signal: controller.signal,
  });
  const reason = new Error('mine');
  const reading = rejection(response.text());
  controller.abort(reason);
  expect(await reading).toBe(reason);
});

test('an abort ends the wait of its own call, never the refresh that others share', async () => {
  const { url } = await startService((request) =>
    request.headers.get('authorization') === 'new' ? echo(request) : new Response('', { status: 401 }),
  );
  let finish = (_token: string): void => undefined;
  let loads = 0;
  const { events, observe } = record();
  const http = createHttp<string>({
    service,
    baseUrl: url,
    observe,
    auth: {
      credential: createCredential<string>({
        initial: 'old',
        load: () => {
          loads += 1;
          return new Promise((resolve) => (finish = resolve));
        },
      }),
      apply: (draft, token) => draft.headers.set('authorization', token),
      rejected: ({ status }) => status === 401,
    },
  });
  const controller = new AbortController();
  const mine = rejection(http.json('GET', '/mine', { signal: controller.signal }));
  const other = http.json('GET', '/other');
  await expect.poll(() => events.filter(({ type }) => type === 'refresh').length).toBe(2);
  controller.abort('enough');
  expect(await mine).toBe('enough');
  finish('new');
  expect(await other).toMatchObject({ path: '/other' });
  expect(loads).toBe(1);
});

test('a credential that comes after the abort is not used', async () => {
  let finish = (_token: string): void => undefined;
  const fetch = vi.fn<() => Promise<Response>>(never);
  const http = createHttp({
    service,
    baseUrl: 'https://api.example.com',
    fetch,
    auth: auth(() => new Promise((resolve) => (finish = resolve))),
  });
  const controller = new AbortController();
  const call = rejection(http.json('GET', '/a', { signal: controller.signal }));
  await vi.waitFor(() => expect(finish).toHaveLength(1));
  controller.abort('enough');
  finish('token');
  expect(await call).toBe('enough');
  await new Promise(setImmediate);
  expect(fetch).not.toHaveBeenCalled();
});

test('calls leave nothing behind on the signal that they share', async () => {
  const { url } = await startService();
  const http = createHttp({ service, baseUrl: url, auth: auth(async () => 'token') });
  const { signal } = new AbortController();
  const added = vi.spyOn(signal, 'addEventListener');
  const removed = vi.spyOn(signal, 'removeEventListener');
  await Promise.all(Array.from({ length: 5 }, () => http.json('GET', '/a', { signal })));
  expect(removed.mock.calls).toHaveLength(5);
  expect(new Set(removed.mock.calls.map(([, listener]) => listener))).toEqual(
    new Set(added.mock.calls.map(([, listener]) => listener)),
  );
});

describe('time', () => {
  test.each(['hang', 'stall'] as const)('one sending has a limit, its answer included (%s)', async (kind) => {
    const clock = createManualClock();
    const { url, control } = await startService(() => Response.json({ text: 'x'.repeat(10_000) }));
    control.faults.add({ fault: { kind }, times: Infinity });
    const http = createHttp({ service, baseUrl: url, clock, timeoutMs: 1000 });
    const call = rejection(http.json('POST', '/a'));
    await expect.poll(() => control.faults.struck[kind]).toBe(1);
    await clock.advance(1000);
    expect(await call).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', retryable: false });
    expect(control.requests.all).toHaveLength(1);
  });

  test('a repeatable call is sent again after its time is over', async () => {
    const clock = createManualClock();
    const { url, control } = await startService();
    control.faults.add({ fault: { kind: 'hang' } });
    const { events, observe } = record();
    const http = createHttp({ service, baseUrl: url, clock, observe });
    const call = http.json('GET', '/a', { timeoutMs: 1000 });
    await expect.poll(() => control.faults.struck['hang']).toBe(1);
    await clock.advance(1000);
    await expect.poll(() => events.at(-1)?.type).toBe('retry');
    await clock.advance(500);
    expect(await call).toMatchObject({ path: '/a' });
  });

  test('a refresh does not count into the limit of a sending', async () => {
    const clock = createManualClock();
    const { url } = await startService();
    let finish = (_token: string): void => undefined;
    const http = createHttp({
      service,
      baseUrl: url,
      clock,
      timeoutMs: 1000,
      auth: auth(() => new Promise((resolve) => (finish = resolve))),
    });
    const call = http.json('GET', '/a');
    await clock.advance(5000);
    finish('token');
    expect(await call).toMatchObject({ path: '/a' });
  });

  test('the whole call has a limit, its pauses and refreshes included', async () => {
    const clock = createManualClock();
    const { url } = await startService();
    const http = createHttp({ service, baseUrl: url, clock, totalTimeoutMs: 5000, auth: auth(never) });
    const call = rejection(http.json('GET', '/a'));
    await clock.advance(4999);
    await clock.advance(1);
    expect(await call).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', retryable: true });
  });

  test('an abort beats a limit that ends at the same moment', async () => {
    const clock = createManualClock();
    const controller = new AbortController();
    clock.after(1000, () => controller.abort('mine'));
    const http = createHttp({
      service,
      baseUrl: 'https://api.example.com',
      clock,
      timeoutMs: 1000,
      fetch: never,
    });
    const call = rejection(http.json('POST', '/a', { signal: controller.signal }));
    await clock.advance(1000);
    expect(await call).toBe('mine');
  });
});
