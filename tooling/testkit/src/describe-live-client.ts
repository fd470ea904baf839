import type { Emulator } from '@x/emulators';
import { createManualClock } from '@x/emulators/frame';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { LiveClient, LiveContract, LiveContractOptions, LiveState } from './live-contract.js';
import { rejection } from './settle.js';

/** Everything that both live clients owe their users, tested against the emulator of their service. */
export function describeLiveClient<Client extends LiveClient>(contract: LiveContract<Client>): void {
  async function begin(
    options: LiveContractOptions = {},
  ): Promise<{ emulator: Emulator<object>; client: Client; states: LiveState[]; heard: string[] }> {
    const emulator = await contract.start(options.clock);
    const client = contract.create(emulator, options);
    onTestFinished(async () => {
      await client.close();
      await emulator.close();
    });
    const states: LiveState[] = [];
    const heard: string[] = [];
    contract.onState(client, (state) => states.push(state));
    contract.onText(client, (text) => heard.push(text));
    return { emulator, client, states, heard };
  }

  async function ready(client: Client): Promise<void> {
    await client.connect();
    await contract.prepare?.(client);
  }

  const names = (states: readonly LiveState[]): string[] => states.map(({ from, to }) => `${from} → ${to}`);
  const isReady = (client: Client) => expect.poll(() => client.state, { timeout: 5000 }).toBe('ready');

  describe(`${contract.name ?? contract.service} keeps the contract of live clients:`, () => {
    test('it does nothing until it is connected, and then it hears', async () => {
      const { emulator, client, states, heard } = await begin();
      expect(client.state).toBe('idle');
      expect(emulator.control.requests.all).toEqual([]);
      await ready(client);
      await client.connect();
      await contract.say(emulator, 'hello');
      await expect.poll(() => heard).toEqual(['hello']);
      expect(names(states)).toEqual(['idle → connecting', 'connecting → ready']);
      expect(contract.sockets(emulator)).toBe(1);
    });

    test.each(Object.entries(contract.cuts))('it comes back after %s', async (_name, cut) => {
      const { emulator, client, states, heard } = await begin();
      await ready(client);
      cut(emulator);
      await expect.poll(() => names(states)).toContain('ready → reconnecting');
      await isReady(client);
      await contract.say(emulator, 'again');
      await expect.poll(() => heard).toEqual(['again']);
    });

    test('silence is death, and every frame is life', async () => {
      const clock = createManualClock();
      const { emulator, client, states } = await begin({ clock });
      await ready(client);
      contract.silence(emulator);
      await clock.advance(contract.silenceMs + 1);
      await expect.poll(() => names(states)).toContain('ready → reconnecting');
      const { error } = states.find(({ to }) => to === 'reconnecting') ?? {};
      expect(error).toMatchObject({ kind: 'timeout', service: contract.service });
    });

    test('a handshake that is refused is tried again', async () => {
      const { emulator, client } = await begin();
      emulator.control.faults.add({ match: contract.handshake, fault: { kind: 'refuse' } });
      await ready(client);
      expect(emulator.control.requests.matching(contract.handshake).length).toBe(2);
    });

    test('a connection that cannot be made has a limit, and a signal', async () => {
      const { emulator, client } = await begin();
      emulator.control.faults.add({ match: contract.handshake, fault: { kind: 'hang' }, times: Infinity });
      expect(await rejection(client.connect({ timeoutMs: 50 }))).toMatchObject({
        kind: 'timeout',
        code: 'TIMEOUT',
        service: contract.service,
      });
      expect(await rejection(client.connect({ signal: AbortSignal.abort('mine') }))).toBe('mine');
      const controller = new AbortController();
      const connecting = rejection(client.connect({ signal: controller.signal }));
      controller.abort('enough');
      expect(await connecting).toBe('enough');
    });

    test('an account that is refused is the end, and said so', async () => {
      const { emulator, client, states } = await begin();
      contract.refuse(emulator);
      const error = await rejection(client.connect());
      expect(error).toMatchObject({ service: contract.service, retryable: false });
      const { refusedState = 'closed' } = contract;
      expect(client.state).toBe(refusedState);
      const last = states.at(-1);
      const told = refusedState === 'closed' ? ['closed', error] : [undefined, undefined];
      expect([last?.to, last?.error]).toEqual(told);
      await client.close();
      expect(await rejection(client.connect())).toMatchObject({ kind: 'closed' });
    });

    test('a listener that throws hurts nobody', async () => {
      const errors: unknown[] = [];
      const { emulator, client, heard } = await begin({ onListenerError: (error) => errors.push(error) });
      contract.onText(client, () => {
        throw new Error('mine');
      });
      const late: string[] = [];
      contract.onText(client, (text) => late.push(text));
      await ready(client);
      await contract.say(emulator, 'hello');
      await expect.poll(() => late).toEqual(['hello']);
      expect(heard).toEqual(['hello']);
      expect(errors).toEqual([new Error('mine')]);
      expect(client.state).toBe('ready');
    });

    test('a listener goes by its function and by its signal', async () => {
      const { emulator, client, heard } = await begin();
      const gone: string[] = [];
      const controller = new AbortController();
      const off = contract.onText(client, (text) => gone.push(text));
      contract.onText(client, (text) => gone.push(text), controller.signal);
      await ready(client);
      off();
      controller.abort();
      await contract.say(emulator, 'hello');
      await expect.poll(() => heard).toEqual(['hello']);
      expect(gone).toEqual([]);
    });

    test('an iterator hears from when it was made, across a loss, until it is left', async () => {
      const { emulator, client, states } = await begin();
      await ready(client);
      const texts = contract.texts(client);
      await contract.say(emulator, 'one');
      expect((await texts.next()).value).toBe('one');
      Object.values(contract.cuts)[0]?.(emulator);
      await expect.poll(() => names(states)).toContain('ready → reconnecting');
      await isReady(client);
      await contract.say(emulator, 'two');
      expect((await texts.next()).value).toBe('two');
      await texts.return?.();
      expect(await texts.next()).toMatchObject({ done: true });
    });

    test('closing ends everything, within a second, and again', async () => {
      const { emulator, client, states } = await begin();
      await ready(client);
      const texts = contract.texts(client);
      const waiting = texts.next();
      await Promise.all([client.close(), client.close()]);
      expect(await waiting).toMatchObject({ done: true });
      expect(client.state).toBe('closed');
      expect(names(states).at(-1)).toBe('ready → closed');
      await expect.poll(() => contract.sockets(emulator)).toBe(0);
      expect(await rejection(client.connect())).toMatchObject({ kind: 'closed', code: 'CLOSED' });
    });

    test('closing before and during connecting is the end, too', async () => {
      const idle = await begin();
      await idle.client.close();
      expect(idle.emulator.control.requests.all).toEqual([]);
      const { emulator, client } = await begin();
      emulator.control.faults.add({ match: contract.handshake, fault: { kind: 'hang' }, times: Infinity });
      const connecting = rejection(client.connect());
      await expect.poll(() => emulator.control.requests.matching(contract.handshake).length).toBe(1);
      await client.close();
      expect(await connecting).toMatchObject({ kind: 'closed', code: 'CLOSED' });
      await expect.poll(() => contract.sockets(emulator)).toBe(0);
    });

    test('disposal closes', async () => {
      const { emulator, client } = await begin();
      await ready(client);
      await client[Symbol.asyncDispose]();
      expect(client.state).toBe('closed');
      await expect.poll(() => contract.sockets(emulator)).toBe(0);
    });
  });
}
