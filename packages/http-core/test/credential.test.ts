import { createManualClock } from '@x/emulators/frame';
import { rejection } from '@x/testkit';
import { expect, test, vi } from 'vitest';
import { createCredential, type CredentialStore } from '../src/index.js';

interface Token {
  readonly token: string;
  readonly refresh?: string | undefined;
}

/** Loads token 1, 2, 3 …, each after a turn of the event loop. */
function counter(): { load: (stale?: Token) => Promise<Token>; stale: (Token | undefined)[] } {
  const stale: (Token | undefined)[] = [];
  return {
    stale,
    load: async (given) => {
      stale.push(given);
      const number = stale.length;
      await new Promise(setImmediate);
      return { token: `new ${number}` };
    },
  };
}

/** A store that gives a new object each time, as every real one does. */
function memoryStore(value?: Token): CredentialStore<Token> & { value: Token | undefined; broken: boolean } {
  return {
    value,
    broken: false,
    async get() {
      return this.value && { ...this.value };
    },
    async set(next) {
      if (this.broken) throw new Error('disk full');
      this.value = { ...next };
    },
  };
}

test('a value is loaded once, on the first use', async () => {
  const { load, stale } = counter();
  const credential = createCredential({ load });
  expect(stale).toEqual([]);
  const values = await Promise.all(Array.from({ length: 10 }, () => credential.get()));
  expect(new Set(values)).toEqual(new Set([{ token: 'new 1' }]));
  expect(stale).toEqual([undefined]);
});

test('an initial value is used as it is', async () => {
  const { load, stale } = counter();
  const initial = { token: 'given' };
  expect(await createCredential({ initial, load }).get()).toBe(initial);
  expect(stale).toEqual([]);
});

test('all who were refused share one refresh, those who come late included', async () => {
  const { load, stale } = counter();
  const initial = { token: 'old' };
  const credential = createCredential<Token>({ initial, load });
  const first = await Promise.all(Array.from({ length: 100 }, () => credential.refresh(initial)));
  const late = await credential.refresh({ token: 'old' });
  expect(new Set([...first, late, await credential.get()]).size).toBe(1);
  expect(stale).toEqual([initial]);
});

test('a call during a refresh waits for the new value', async () => {
  const { load } = counter();
  const initial = { token: 'old' };
  const credential = createCredential<Token>({ initial, load });
  const refreshing = credential.refresh(initial);
  expect(await credential.get()).toBe(await refreshing);
});

test('a refresh that brings nothing new gives back the very value that failed', async () => {
  const stale = { token: 'same', refresh: undefined };
  const credential = createCredential<Token>({ initial: stale, load: async () => ({ token: 'same' }) });
  expect(await credential.refresh(stale)).toBe(stale);
});

test('a value that is known to be stale is renewed before it is used', async () => {
  const { load, stale } = counter();
  const credential = createCredential<Token>({
    initial: { token: 'old' },
    load,
    isStale: ({ token }) => token === 'old',
  });
  expect(await credential.get()).toEqual({ token: 'new 1' });
  expect(stale).toEqual([{ token: 'old' }]);
});

test('a failed refresh tells all who wait, and for a moment those who come after', async () => {
  const clock = createManualClock();
  const load = vi.fn<() => Promise<Token>>(() => Promise.reject(new Error('dead grant')));
  const initial = { token: 'old' };
  const credential = createCredential<Token>({ initial, load, clock, failureMs: 1000 });
  const errors = await Promise.all([1, 2, 3].map(() => rejection(credential.refresh(initial))));
  expect(new Set(errors).size).toBe(1);
  expect(await rejection(credential.refresh(initial))).toBe(errors[0]);
  expect(load).toHaveBeenCalledTimes(1);
  await clock.advance(1000);
  expect(await rejection(credential.refresh(initial))).not.toBe(errors[0]);
  expect(load).toHaveBeenCalledTimes(2);
});

test('after a failure the next value is taken as if nothing had been', async () => {
  const initial = { token: 'old' };
  const load = vi
    .fn<(stale?: Token) => Promise<Token>>()
    .mockRejectedValueOnce(new Error('not now'))
    .mockResolvedValue({ token: 'new' });
  const credential = createCredential<Token>({ initial, load, failureMs: 0 });
  await rejection(credential.refresh(initial));
  expect(await credential.refresh(initial)).toEqual({ token: 'new' });
});

test('a stored value goes before the initial one', async () => {
  const { load, stale } = counter();
  const store = memoryStore({ token: 'stored' });
  const credential = createCredential<Token>({ initial: { token: 'given' }, load, store });
  const reading = vi.spyOn(store, 'get');
  const values = await Promise.all([credential.get(), credential.get(), credential.get()]);
  expect(values).toEqual(Array.from({ length: 3 }, () => ({ token: 'stored' })));
  expect(reading).toHaveBeenCalledTimes(1);
  expect(stale).toEqual([]);
});

test('a new value is stored before it is used', async () => {
  const store = memoryStore();
  const initial = { token: 'old' };
  const credential = createCredential<Token>({ initial, load: counter().load, store });
  const fresh = await credential.refresh(initial);
  expect(store.value).toEqual(fresh);
});

test('a value that another process stored is taken instead of a refresh', async () => {
  const { load, stale } = counter();
  const store = memoryStore({ token: 'old' });
  const credential = createCredential<Token>({ load, store });
  const old = await credential.get();
  store.value = { token: 'of the other process' };
  expect(await credential.refresh(old)).toEqual({ token: 'of the other process' });
  expect(stale).toEqual([]);
});

test('a refresh runs inside the lock of the store', async () => {
  const steps: string[] = [];
  const store: CredentialStore<Token> = {
    get: async () => {
      steps.push('get');
      return undefined;
    },
    set: async () => steps.push('set'),
    lock: async (run) => {
      steps.push('lock');
      const value = await run();
      steps.push('unlock');
      return value;
    },
  };
  const credential = createCredential<Token>({
    initial: { token: 'old' },
    load: async () => (steps.push('load'), { token: 'new' }),
    store,
  });
  await credential.refresh({ token: 'old' });
  expect(steps).toEqual(['lock', 'get', 'load', 'set', 'unlock']);
});

test('a value that cannot be saved stays in use, and is saved on a later call', async () => {
  const store = memoryStore({ token: 'old' });
  const heard: unknown[] = [];
  const { load, stale } = counter();
  const credential = createCredential<Token>({
    load,
    store,
    onSaveError: (error) => {
      heard.push(error);
      throw new Error('a listener that fails');
    },
  });
  const old = await credential.get();
  store.broken = true;
  const fresh = await credential.refresh(old);
  expect(fresh).toEqual({ token: 'new 1' });
  expect(await credential.get()).toBe(fresh);
  await vi.waitFor(() => expect(heard.length).toBeGreaterThanOrEqual(2));
  store.broken = false;
  expect(await credential.get()).toBe(fresh);
  await vi.waitFor(() => expect(store.value).toEqual(fresh));
  expect(stale).toHaveLength(1);
});

test('while a value is not saved, the old one in the store is not mistaken for a newer one', async () => {
  const store = memoryStore({ token: 'old' });
  const { load } = counter();
  const credential = createCredential<Token>({ load, store });
  const old = await credential.get();
  store.broken = true;
  const first = await credential.refresh(old);
  expect(await credential.refresh(first)).toEqual({ token: 'new 2' });
});

test('a store that cannot be read is an error, not a reason to use an older value', async () => {
  const store = memoryStore();
  store.get = () => Promise.reject(new Error('no disk'));
  const credential = createCredential<Token>({ initial: { token: 'older' }, load: counter().load, store });
  await expect(credential.get()).rejects.toThrow('no disk');
});

test('of an initial value and an expired one in the store, the stored one is renewed: it is the newer', async () => {
  const { load, stale } = counter();
  const credential = createCredential<Token>({
    initial: { token: 'given' },
    load,
    isStale: ({ token }) => token === 'stored',
    store: memoryStore({ token: 'stored' }),
  });
  expect(await credential.get()).toEqual({ token: 'new 1' });
  expect(stale).toEqual([{ token: 'stored' }]);
});

test('however often saving fails, what is in the store is not mistaken for a newer value', async () => {
  const store = memoryStore({ token: 'old' });
  const { load } = counter();
  const credential = createCredential<Token>({ load, store });
  let value = await credential.get();
  store.broken = true;
  for (const token of ['new 1', 'new 2', 'new 3']) {
    value = await credential.refresh(value);
    expect(value).toEqual({ token });
  }
});

test('a refresh waits for a value that is being saved, so that the older never overtakes the newer', async () => {
  const saved: string[] = [];
  const finish: (() => void)[] = [];
  let broken = true;
  const store: CredentialStore<Token> = {
    get: async () => undefined,
    async set({ token }) {
      if (broken) throw new Error('disk full');
      await new Promise<void>((resolve) => finish.push(resolve));
      saved.push(token);
    },
  };
  const credential = createCredential<Token>({ initial: { token: 'old' }, load: counter().load, store });
  const first = await credential.refresh({ token: 'old' });
  broken = false;
  await Promise.all([credential.get(), credential.get()]);
  const second = credential.refresh(first);
  await new Promise(setImmediate);
  expect(finish).toHaveLength(1);
  finish[0]?.();
  await vi.waitFor(() => expect(finish).toHaveLength(2));
  finish[1]?.();
  expect(await second).toEqual({ token: 'new 2' });
  expect(saved).toEqual(['new 1', 'new 2']);
});
