import { createManualClock, type ManualClock } from '@x/emulators/frame';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { ServiceError } from '../../src/index.js';
import {
  reconnecting,
  type Connection,
  type DialContext,
  type Reconnecting,
  type StateEvent,
} from '../../src/live.js';

const service = 'example';
const broken = (retryAfterMs?: number): ServiceError =>
  new ServiceError('broken', { service, kind: 'network', code: 'NETWORK', retryable: true, retryAfterMs });
const refused = new ServiceError('refused', { service, kind: 'auth', code: 'REVOKED' });

interface Plug extends Connection {
  readonly number: number;
  readonly closed: boolean;
  end(error: unknown): void;
}

interface Stand {
  readonly live: Reconnecting<Plug>;
  readonly clock: ManualClock;
  readonly states: StateEvent[];
  readonly dials: DialContext[];
  readonly made: Plug[];
  /** What the next dials do; when it is empty they succeed. */
  readonly next: (() => Promise<unknown>)[];
}

function stand(): Stand {
  const clock = createManualClock();
  const states: StateEvent[] = [];
  const dials: DialContext[] = [];
  const made: Plug[] = [];
  const next: (() => Promise<unknown>)[] = [];
  const live = reconnecting<Plug>(
    async (context) => {
      dials.push(context);
      await next.shift()?.();
      let end = (_error: unknown): void => undefined;
      let closed = false;
      const plug: Plug = {
        number: dials.length,
        ended: new Promise((resolve) => (end = resolve)),
        get closed() {
          return closed;
        },
        end: (error) => end(error),
        async close() {
          closed = true;
          // As a socket whose good-bye is answered.
          end(broken());
        },
      };
      made.push(plug);
      return plug;
    },
    {
      clock,
      random: () => 1,
      onState: (event) => states.push(event),
      fail: (kind, code, message) => new ServiceError(message, { service, kind, code }),
    },
  );
  return { live, clock, states, dials, made, next };
}

const names = (states: readonly StateEvent[]): string[] => states.map(({ from, to }) => `${from} → ${to}`);
const fails = (error: ServiceError) => async (): Promise<never> => {
  throw error;
};
const turn = (): Promise<void> => new Promise(setImmediate);

describe('connecting', () => {
  test('begins with the first call and resolves when it is ready', async () => {
    const { live, states, dials } = stand();
    expect(live.state).toBe('idle');
    await Promise.all([live.connect(), live.connect()]);
    await live.connect();
    expect(live.state).toBe('ready');
    expect(names(states)).toEqual(['idle → connecting', 'connecting → ready']);
    expect(dials.map(({ attempt }) => attempt)).toEqual([1]);
  });

  test('is tried again, with pauses that double', async () => {
    const { live, clock, states, next } = stand();
    next.push(fails(broken()), fails(broken()), fails(broken()));
    const connecting = live.connect();
    for (const ms of [500, 1000, 2000]) await clock.advance(ms);
    await connecting;
    expect(states.map(({ delayMs }) => delayMs)).toEqual([undefined, 500, 1000, 2000, undefined]);
    expect(live.state).toBe('ready');
  });

  test('waits no less than the service asks for', async () => {
    const { live, clock, states, next } = stand();
    next.push(fails(broken(30_000)));
    const connecting = live.connect();
    await clock.advance(29_999);
    expect(live.state).toBe('connecting');
    await clock.advance(1);
    await connecting;
    expect(states[1]).toMatchObject({ delayMs: 30_000, attempt: 1 });
  });

  test('ends with an error that cannot be mended', async () => {
    const { live, states, next } = stand();
    next.push(fails(refused));
    expect(await rejection(live.connect())).toBe(refused);
    expect(live.state).toBe('closed');
    expect(states.at(-1)).toMatchObject({ to: 'closed', error: refused });
    expect(await rejection(live.connect())).toMatchObject({ kind: 'closed' });
  });

  test('has a limit, which ends the wait and not the connecting', async () => {
    const { live, clock, next } = stand();
    let release = (): void => undefined;
    next.push(() => new Promise<void>((resolve) => (release = resolve)));
    const connecting = rejection(live.connect({ timeoutMs: 1000 }));
    await clock.advance(1000);
    expect(await connecting).toMatchObject({ kind: 'timeout', code: 'TIMEOUT' });
    release();
    await live.connect();
    expect(live.state).toBe('ready');
  });

  test('a signal ends its own wait with its own reason', async () => {
    const { live, next } = stand();
    let release = (): void => undefined;
    next.push(() => new Promise<void>((resolve) => (release = resolve)));
    const controller = new AbortController();
    const mine = rejection(live.connect({ signal: controller.signal }));
    const other = live.connect();
    controller.abort('enough');
    expect(await mine).toBe('enough');
    expect(await rejection(live.connect({ signal: AbortSignal.abort('never') }))).toBe('never');
    release();
    await other;
  });
});

describe('a connection that breaks', () => {
  test('comes back', async () => {
    const { live, clock, states, made } = stand();
    await live.connect();
    made[0]?.end(broken());
    await turn();
    expect(live.state).toBe('reconnecting');
    expect(live.current).toBeUndefined();
    await clock.advance(500);
    expect(live.current).toBe(made[1]);
    expect(names(states)).toEqual([
      'idle → connecting',
      'connecting → ready',
      'ready → reconnecting',
      'reconnecting → ready',
    ]);
  });

  test('soon after it was made counts on; after it was stable it counts anew', async () => {
    const { live, clock, states, made } = stand();
    await live.connect();
    made[0]?.end(broken());
    await clock.advance(500);
    await clock.advance(9999);
    made[1]?.end(broken());
    await clock.advance(1000);
    await clock.advance(10_000);
    made[2]?.end(broken());
    await clock.advance(500);
    expect(states.flatMap(({ delayMs }) => delayMs ?? [])).toEqual([500, 1000, 500]);
    expect(live.state).toBe('ready');
  });

  test('for good is the end', async () => {
    const { live, made, dials } = stand();
    await live.connect();
    made[0]?.end(refused);
    await turn();
    expect(live.state).toBe('closed');
    expect(dials).toHaveLength(1);
  });
});

describe('a connection that is going to end', () => {
  test('serves until the next one is ready', async () => {
    const { live, dials, made, next, states } = stand();
    await live.connect();
    let release = (): void => undefined;
    next.push(() => new Promise<void>((resolve) => (release = resolve)));
    dials[0]?.renew();
    await turn();
    expect(live.current).toBe(made[0]);
    expect(live.state).toBe('ready');
    release();
    await turn();
    expect(live.current).toBe(made[1]);
    expect(made[0]?.closed).toBe(true);
    expect(names(states).filter((name) => name.includes('reconnecting'))).toEqual([]);
  });

  test('goes on serving while the next one cannot be made', async () => {
    const { live, clock, dials, made, next } = stand();
    await live.connect();
    next.push(fails(broken()));
    dials[0]?.renew();
    await turn();
    expect(live.state).toBe('ready');
    expect(live.current).toBe(made[0]);
    await clock.advance(500);
    expect(live.current).toBe(made[1]);
  });

  test('and ends before the next one is ready leaves a gap, which is told', async () => {
    const { live, dials, made, next } = stand();
    await live.connect();
    let release = (): void => undefined;
    next.push(() => new Promise<void>((resolve) => (release = resolve)));
    dials[0]?.renew();
    await turn();
    made[0]?.end(broken());
    await turn();
    expect(live.state).toBe('reconnecting');
    release();
    await turn();
    expect(live.state).toBe('ready');
    expect(live.current).toBe(made[1]);
  });
});

describe('closing', () => {
  test('ends the connection, and nothing comes back', async () => {
    const { live, clock, made, dials, states } = stand();
    await live.connect();
    await live.close();
    await live.close();
    expect(made[0]?.closed).toBe(true);
    await clock.advance(100_000);
    expect(dials).toHaveLength(1);
    expect(names(states).at(-1)).toBe('ready → closed');
  });

  test('is not undone by how the connection ends then', async () => {
    const { live, clock, made, dials, states } = stand();
    await live.connect();
    const closing = live.close();
    made[0]?.end(broken());
    await closing;
    await clock.advance(10_000);
    expect(names(states).at(-1)).toBe('ready → closed');
    expect(dials).toHaveLength(1);
  });

  test('ends the wait of those who connect', async () => {
    const { live, next } = stand();
    next.push(() => new Promise(() => undefined));
    const connecting = rejection(live.connect());
    await live.close();
    expect(await connecting).toMatchObject({ kind: 'closed', code: 'CLOSED' });
  });

  test('ends a pause', async () => {
    const { live, clock, dials, next } = stand();
    next.push(fails(broken()));
    const connecting = rejection(live.connect());
    await turn();
    await live.close();
    expect(await connecting).toMatchObject({ kind: 'closed' });
    await clock.advance(10_000);
    expect(dials).toHaveLength(1);
  });

  test('closes a connection that comes too late', async () => {
    const { live, made, dials, next } = stand();
    let release = (): void => undefined;
    next.push(() => new Promise<void>((resolve) => (release = resolve)));
    const connecting = rejection(live.connect());
    await live.close();
    expect(dials[0]?.signal.aborted).toBe(true);
    release();
    await turn();
    await connecting;
    expect(made[0]?.closed).toBe(true);
    expect(live.state).toBe('closed');
  });

  test('before anything has begun is the end, too', async () => {
    const { live } = stand();
    await live.close();
    expect(live.state).toBe('closed');
    expect(await rejection(live.connect())).toMatchObject({ kind: 'closed' });
  });
});
