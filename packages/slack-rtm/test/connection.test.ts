import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { waitFor, type Clock, type SlackEvent, type SlackRtm, type StateEvent } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { connect, createFastClock, settlesAt, setUpRtm, type SlackEmulator, setUpTimed } from './setup.js';
import { passUntil } from './time.js';

const connects = { path: '/api/rtm.connect' } as const;

function statesOf(slack: SlackRtm): StateEvent[] {
  const states: StateEvent[] = [];
  slack.on('state', (state) => states.push(state));
  return states;
}

const isBack = (slack: SlackRtm): Promise<StateEvent> => waitFor(slack, 'state', ({ to }) => to === 'ready');

/** The system's clock, and how many of its timers are set. */
function createCountingClock(): Clock & { readonly timers: Set<object> } {
  const timers = new Set<object>();
  return {
    timers,
    now: () => Date.now(),
    after(ms, callback) {
      const timer = setTimeout(() => {
        timers.delete(timer);
        callback();
      }, ms);
      timers.add(timer);
      return () => {
        clearTimeout(timer);
        timers.delete(timer);
      };
    },
  };
}

describe('a connection', () => {
  test(behaviour(1), async () => {
    const clock = createCountingClock();
    const { emulator, slack } = await connect({ clock });
    expect(clock.timers.size).toBeGreaterThan(0);
    await slack.close();
    expect(clock.timers.size).toBe(0);
    await expect.poll(() => emulator.control.connections()).toEqual([]);
  });

  test(behaviour(1, 'also while one connection takes over from another'), async () => {
    const clock = createCountingClock();
    const { emulator, slack } = await connect({ clock });
    emulator.control.goodbye({ graceMs: 60_000 });
    await expect.poll(() => emulator.control.connections().length).toBe(2);
    await slack.close();
    await expect.poll(() => emulator.control.connections()).toEqual([]);
    expect(clock.timers.size).toBe(0);
  });

  test(behaviour(2), async () => {
    const { emulator, slack } = await setUpRtm();
    await slack.close();
    await slack.close();
    expect(slack.state).toBe('closed');
    expect(emulator.control.requests.all).toEqual([]);
    const other = await connect();
    await Promise.all([other.slack.close(), other.slack.close()]);
    await other.slack.close();
    expect(other.slack.state).toBe('closed');
  });

  test(behaviour(3), async () => {
    const { emulator, slack } = await connect();
    const type = `made_up_${Math.random().toString(36).slice(2)}`;
    const event = { type, text: 'any', number: 7, nothing: null, deep: { list: [1, { two: 2 }] } };
    const [mine, joined]: [object[], object[]] = [[], []];
    slack.on(type, (heard) => mine.push(heard));
    slack.on('team_join', (heard) => joined.push(heard));
    emulator.control.send(event);
    emulator.control.send({ type: 'team_join', user: { id: 'U1' }, extra: [true] });
    await settlesAt(joined, 1);
    expect(mine).toEqual([event]);
    expect(joined).toEqual([{ type: 'team_join', user: { id: 'U1' }, extra: [true] }]);
  });

  test(behaviour(4), async () => {
    const { emulator, slack, channel } = await setUpRtm();
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'delay', ms: 60 } });
    // The greeting comes after what follows it.
    emulator.control.frameFaults.add({ match: (text) => text.includes('"hello"'), fault: { kind: 'swap' } });
    const types: string[] = [];
    for (const type of ['hello', 'message', 'state', 'gap'] as const) slack.on(type, () => types.push(type));
    const connecting = slack.connect();
    await expect.poll(() => emulator.control.requests.matching({ upgrade: true }).length).toBe(1);
    emulator.control.say(channel, emulator.credentials.userName, 'early');
    expect(await rejection(slack.send(channel, 'too early'))).toMatchObject({ code: 'NOT_READY' });
    slack.typing(channel);
    await connecting;
    await settlesAt(types, 4);
    expect(types).toEqual(['state', 'state', 'hello', 'message']);
    expect(emulator.control.sends).toEqual([]);
  });

  test(behaviour(6), async () => {
    const { emulator, slack } = await connect();
    const states = statesOf(slack);
    emulator.control.cut('close', { code: 1000 });
    await expect.poll(() => states.map(({ to }) => to)).toEqual(['reconnecting', 'ready']);
    expect(emulator.control.connections()).toHaveLength(1);
  });

  test(behaviour(6, 'off'), async () => {
    const { emulator, slack } = await connect({ reconnect: false });
    const states = statesOf(slack);
    const events = slack.events();
    emulator.control.goodbye({ graceMs: 0 });
    await expect.poll(() => slack.state).toBe('closed');
    expect(states).toMatchObject([
      { from: 'ready', to: 'closed', error: { kind: 'network', retryable: false } },
    ]);
    expect(await events.next()).toMatchObject({ value: { type: 'goodbye' } });
    expect(await rejection(events.next())).toBe(states[0]?.error);
    expect(emulator.control.requests.matching(connects)).toHaveLength(1);
  });

  test(behaviour(7), async () => {
    const unfinished = new Set<string>();
    let most = 0;
    const { emulator, slack } = await setUpRtm({
      clock: createFastClock(),
      webSocket(url) {
        unfinished.add(url);
        most = Math.max(most, unfinished.size);
        const webSocket = new WebSocket(url);
        for (const type of ['open', 'close'] as const) webSocket.on(type, () => unfinished.delete(url));
        return webSocket;
      },
    });
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse' }, times: 3 });
    await Promise.all([slack.connect(), slack.connect(), slack.connect()]);
    expect(most).toBe(1);
    expect(emulator.control.connections()).toHaveLength(1);
    const lost = waitFor(slack, 'state', ({ to }) => to === 'reconnecting');
    emulator.control.cut('drop');
    await lost;
    await Promise.all([slack.connect(), slack.connect()]);
    expect(most).toBe(1);
    expect(emulator.control.connections()).toHaveLength(1);
  });

  test(behaviour(9), async () => {
    const { emulator, slack } = await setUpRtm({
      clock: createFastClock(),
      useReconnectUrl: false,
      presence: { batch: false, sub: true },
    });
    await slack.connect();
    for (const code of [1001, 1011, 1012]) {
      const ready = isBack(slack);
      emulator.control.cut('close', { code });
      await ready;
    }
    const calls = emulator.control.requests.matching(connects);
    expect(calls).toHaveLength(4);
    expect(new Set(calls.map(({ text }) => text))).toEqual(
      new Set(['batch_presence_aware=false&presence_sub=true']),
    );
  });

  test(behaviour(10), async () => {
    const { emulator, slack } = await connect({}, { switches: { legacy: true } });
    expect(emulator.control.requests.matching({ upgrade: false }).map(({ path }) => path)).toEqual([
      '/api/rtm.connect',
    ]);
    expect(slack.welcome).toMatchObject({ ok: true, self: { id: emulator.credentials.botUserId } });
    expect(slack.welcome?.users).toBeUndefined();
  });

  test(behaviour(10, 'whose long answer can be read, but for the address'), async () => {
    const { emulator, slack } = await connect({ method: 'rtm.start' }, { switches: { legacy: true } });
    const [call] = emulator.control.requests.matching({ upgrade: false });
    expect(call?.path).toBe('/api/rtm.start');
    const names = slack.welcome?.channels?.map(({ name }) => name);
    expect(names).toContain(emulator.credentials.channelName);
    expect(slack.welcome?.users?.map(({ id }) => id)).toContain(emulator.credentials.userId);
    expect(JSON.stringify(slack.welcome)).not.toContain('/websocket/');
    expect(slack.team?.id).toBe(emulator.credentials.teamId);
  });

  test(behaviour(11), async () => {
    const { emulator, slack } = await setUpRtm({ clock: createFastClock(), reconnect: { maxAttempts: 3 } });
    const states = statesOf(slack);
    emulator.control.faults.add({ match: connects, fault: { kind: 'html', status: 502 }, times: 2 });
    emulator.control.faults.add({ match: connects, fault: { kind: 'html', status: 504 }, times: 5 });
    const error = await rejection(slack.connect());
    expect(error).toMatchObject({ kind: 'http', status: 504, retryable: false });
    expect(emulator.control.requests.matching(connects)).toHaveLength(3);
    expect(
      states.map(({ attempt, error: why }) => [attempt, (why as { status?: number } | undefined)?.status]),
    ).toEqual([
      [undefined, undefined],
      [1, 502],
      [2, 502],
      [undefined, 504],
    ]);
  });

  test(behaviour(11, 'but counts anew from each connection'), async () => {
    const { emulator, slack } = await connect({ clock: createFastClock(), reconnect: { maxAttempts: 2 } });
    for (let count = 0; count < 4; count += 1) {
      emulator.control.faults.add({ match: connects, fault: { kind: 'html', status: 502 } });
      const ready = isBack(slack);
      emulator.control.cut('drop');
      await ready;
    }
    expect(emulator.control.faults.struck['html']).toBe(4);
  });

  test.each([
    'invalid_auth',
    'account_inactive',
    'not_authed',
    'token_revoked',
    'legacy_custom_bots_deprecated',
  ])(behaviour(12, '%s'), async (code) => {
    const { emulator, slack } = await setUpRtm();
    emulator.control.refuseMethod('rtm.connect', code, { times: 9 });
    expect(await rejection(slack.connect())).toMatchObject({ kind: 'auth', code, retryable: false });
    expect(slack.state).toBe('closed');
    expect(emulator.control.requests.matching(connects)).toHaveLength(1);
  });

  test(behaviour(13), async () => {
    const { emulator, slack } = await setUpRtm({ reconnect: false });
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse', status: 503 } });
    expect(await rejection(slack.connect())).toMatchObject({
      kind: 'http',
      code: 'HTTP_503',
      retryable: false,
    });
    expect(slack.state).toBe('closed');
    expect(emulator.control.requests.matching(connects)).toHaveLength(1);
  });

  test(behaviour(14), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    const states = statesOf(slack);
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse' }, times: Infinity });
    const connecting = rejection(slack.connect({ timeoutMs: 3_600_000 }));
    await passUntil(clock, () => states.length > 15, 5000);
    const delays = states.slice(1).map(({ delayMs = -1 }) => delayMs);
    for (const [index, delayMs] of delays.entries()) {
      expect(delayMs).toBeGreaterThanOrEqual(0);
      expect(delayMs).toBeLessThanOrEqual(Math.min(30_000, 500 * 2 ** index));
    }
    expect(Math.max(...delays)).toBeGreaterThan(2000);
    expect(slack.state).toBe('connecting');
    await slack.close();
    expect(await connecting).toMatchObject({ code: 'CLOSED' });
  });

  test(behaviour(24), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    emulator.control.cut('silence');
    let isOver = false;
    const closing = slack.close().then(() => (isOver = true));
    await clock.advance(990);
    expect(isOver).toBe(false);
    await clock.advance(20);
    await closing;
    expect(slack.state).toBe('closed');
  });

  test('tells nothing any more once it is closed, whatever is still on its way', async () => {
    const { emulator, slack, channel } = await connect();
    const texts: unknown[] = [];
    slack.on('message', ({ text }) => texts.push(text));
    emulator.control.say(channel, emulator.credentials.userName, 'before');
    await expect.poll(() => texts).toEqual(['before']);
    // Both ends are in this process: it is written before the good-bye is read.
    emulator.control.say(channel, emulator.credentials.userName, 'on its way');
    await slack.close();
    expect(texts).toEqual(['before']);
  });

  const hello = (text: string): boolean => text.includes('"hello"');

  const stages: readonly (readonly [string, (emulator: SlackEmulator) => void])[] = [
    [
      'while it asks for an address',
      ({ control }) => control.faults.add({ match: connects, fault: { kind: 'hang' } }),
    ],
    [
      'while the socket opens',
      ({ control }) => control.faults.add({ match: { upgrade: true }, fault: { kind: 'hang' } }),
    ],
    [
      'while it waits for the greeting',
      ({ control }) => control.frameFaults.add({ match: hello, fault: { kind: 'lose' } }),
    ],
    [
      'while it waits for the next attempt',
      ({ control }) =>
        control.faults.add({
          match: connects,
          fault: { kind: 'status', status: 429, headers: { 'retry-after': '600' } },
        }),
    ],
  ];

  test.each(stages)(behaviour(25, '%s'), async (_when, prepare) => {
    const { emulator, slack } = await setUpRtm();
    prepare(emulator);
    const connecting = rejection(slack.connect());
    await expect
      .poll(() => Object.keys(emulator.control.faults.struck).length + emulator.control.connections().length)
      .toBe(1);
    await slack.close();
    expect(await connecting).toMatchObject({ kind: 'closed', code: 'CLOSED' });
    await expect.poll(() => emulator.control.connections()).toEqual([]);
    const asked = emulator.control.requests.all.length;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
    expect(emulator.control.requests.all).toHaveLength(asked);
  });

  test(behaviour(26), async () => {
    const thrown: unknown[] = [];
    const { emulator, slack, channel } = await connect({ onListenerError: (error) => thrown.push(error) });
    const states = statesOf(slack);
    const heard: SlackEvent[] = [];
    const mine = new Error('mine');
    for (const type of ['message', 'hello', 'state', 'gap'] as const) {
      slack.on(type, () => {
        throw mine;
      });
    }
    slack.on('message', (event) => heard.push(event));
    emulator.control.say(channel, emulator.credentials.userName, 'one');
    await settlesAt(heard, 1);
    emulator.control.cut('close');
    await expect.poll(() => states.at(-1)?.to).toBe('ready');
    emulator.control.say(channel, emulator.credentials.userName, 'two');
    await settlesAt(heard, 2);
    expect(thrown.length).toBeGreaterThanOrEqual(5);
    expect(new Set(thrown)).toEqual(new Set([mine]));
  });
});
