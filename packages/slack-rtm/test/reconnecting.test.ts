import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { waitFor, type GapEvent, type SlackRtm, type StateEvent } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { connect, createFastClock, setUpRtm, settlesAt, type SlackEmulator, setUpTimed } from './setup.js';
import { pass, passUntil } from './time.js';

const connects = { path: '/api/rtm.connect' } as const;
const upgrades = { upgrade: true } as const;

function watch(slack: SlackRtm): { readonly states: StateEvent[]; readonly gaps: GapEvent[] } {
  const [states, gaps]: [StateEvent[], GapEvent[]] = [[], []];
  slack.on('state', (state) => states.push(state));
  slack.on('gap', (gap) => gaps.push(gap));
  return { states, gaps };
}

const count = ({ control }: SlackEmulator, match: typeof connects | typeof upgrades): number =>
  control.requests.matching(match).length;

describe('a move of the workspace', () => {
  test(behaviour(8), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    const { states } = watch(slack);
    emulator.control.migrate(60_000);
    await passUntil(clock, () => states.at(-1)?.to === 'ready');
    const delays = states.slice(0, -1).map(({ delayMs = 0, error }) => {
      expect(error).toMatchObject({ service: 'slack', retryable: true });
      return delayMs;
    });
    // At first a moment, so that not everybody comes back at once; then ever longer.
    expect(delays[0]).toBeGreaterThanOrEqual(1000);
    expect(delays[0]).toBeLessThanOrEqual(3000);
    const floors = [2000, 4000, 8000, 16_000, 30_000, 30_000];
    for (const [index, delayMs] of delays.slice(1).entries()) {
      expect(delayMs).toBeGreaterThanOrEqual(floors[index] ?? Infinity);
      expect(delayMs).toBeLessThanOrEqual(30_000);
    }
    expect(delays.length).toBeGreaterThan(3);
  });

  test(behaviour(8, 'also when the server announces it and ends nothing'), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    const { states } = watch(slack);
    const told: unknown[] = [];
    slack.on('team_migration_started', (event) => told.push(event));
    emulator.control.send({ type: 'team_migration_started' });
    await passUntil(clock, () => states.at(-1)?.to === 'ready');
    expect(told).toEqual([{ type: 'team_migration_started' }]);
    expect(states[0]).toMatchObject({ to: 'reconnecting', error: { code: 'team_migration_started' } });
  });
});

describe('the pause that Slack asks for', () => {
  test(behaviour(15), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    const { states } = watch(slack);
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': '45' } } as const;
    emulator.control.faults.add({ match: connects, fault });
    const connecting = slack.connect();
    await expect.poll(() => states.length).toBe(2);
    expect(states[1]).toMatchObject({ delayMs: 45_000, error: { kind: 'rate-limit' } });
    await pass(clock, 44_000);
    expect(count(emulator, connects)).toBe(1);
    await clock.advance(1000);
    await connecting;
    expect(count(emulator, connects)).toBe(2);
  });

  test(behaviour(15, 'and half a minute when it does not say how long'), async () => {
    const { emulator, slack } = await setUpTimed();
    const { states } = watch(slack);
    const body = JSON.stringify({ ok: false, error: 'ratelimited' });
    const headers = { 'content-type': 'application/json' };
    emulator.control.faults.add({ match: connects, fault: { kind: 'status', status: 429, body, headers } });
    const connecting = rejection(slack.connect());
    await expect.poll(() => states.at(-1)?.delayMs).toBe(30_000);
    await slack.close();
    await connecting;
  });

  test(behaviour(15, 'also at the handshake'), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    const { states } = watch(slack);
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': '12' } } as const;
    emulator.control.faults.add({ match: upgrades, fault });
    const connecting = slack.connect();
    await expect.poll(() => states.at(-1)?.delayMs).toBe(12_000);
    expect(states.at(-1)?.error).toMatchObject({ kind: 'rate-limit', code: 'HTTP_429', status: 429 });
    await clock.advance(12_000);
    await connecting;
    expect(slack.state).toBe('ready');
  });

  test(behaviour(15, 'also where it says so instead of the greeting'), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    const { states } = watch(slack);
    const error = { code: 17, msg: 'Ratelimited', retry_after: 20 };
    emulator.control.frameFaults.add({
      match: (text) => text.includes('"hello"'),
      fault: { kind: 'replace', text: JSON.stringify({ type: 'error', error }) },
    });
    const connecting = slack.connect();
    await expect.poll(() => states.at(-1)?.delayMs).toBe(20_000);
    expect(states.at(-1)?.error).toMatchObject({ code: 'RTM_17', retryAfterMs: 20_000 });
    await passUntil(clock, () => slack.state === 'ready');
    await connecting;
  });

  test('is kept to before it is asked for: five connects at once for a token, then one in half a minute', async () => {
    const { clock, emulator, slack } = await setUpTimed({ useReconnectUrl: false });
    const { apiUrl: baseUrl, botToken: token } = emulator.credentials;
    const other = await setUpRtm({ clock, baseUrl, token, useReconnectUrl: false });
    const startedAt = clock.now();
    await Promise.all([slack.connect(), other.slack.connect()]);
    const { states } = watch(slack);
    for (let round = 1; round <= 2; round += 1) {
      emulator.control.cut('drop');
      await passUntil(clock, () => count(emulator, connects) === 2 * round + 2);
      await passUntil(clock, () => slack.state === 'ready' && other.slack.state === 'ready');
    }
    const times = emulator.control.requests.matching(connects).map(({ at }) => at - startedAt);
    expect(times).toHaveLength(6);
    expect(times[4]).toBeLessThan(5000);
    expect(times[5]).toBeGreaterThanOrEqual(30_000);
    expect(times[5]).toBeLessThan(35_000);
    expect(states.at(-1)?.to).toBe('ready');
  });
});

describe('an address', () => {
  test(behaviour(20), async () => {
    const { clock, emulator, slack } = await setUpTimed({ timeoutMs: 60_000 });
    const { states } = watch(slack);
    emulator.control.faults.add({ match: connects, fault: { kind: 'delay', ms: 26_000 } });
    const connecting = slack.connect();
    await expect.poll(() => count(emulator, connects)).toBe(1);
    await clock.advance(26_000);
    await connecting;
    // The answer took too long: another was asked for at once, and the first was never tried.
    expect([count(emulator, connects), count(emulator, upgrades)]).toEqual([2, 1]);
    expect(states.map(({ to }) => to)).toEqual(['connecting', 'ready']);
  });

  test(behaviour(20, 'at once'), async () => {
    const { clock, emulator, slack } = await setUpTimed({ connectTimeoutMs: 60_000, helloTimeoutMs: 60_000 });
    const { states } = watch(slack);
    emulator.control.faults.add({ match: upgrades, fault: { kind: 'delay', ms: 31_000 } });
    const connecting = slack.connect();
    await expect.poll(() => count(emulator, upgrades)).toBe(1);
    await clock.advance(31_000);
    await connecting;
    expect([count(emulator, connects), count(emulator, upgrades)]).toEqual([2, 2]);
    expect(states.map(({ to }) => to)).toEqual(['connecting', 'ready']);
  });

  test(behaviour(20, 'three times in a row, and then after a pause'), async () => {
    const { emulator, slack } = await setUpRtm({
      webSocket: (url) => new WebSocket(url.replace(/\w+$/, 'unknown')),
    });
    const { states } = watch(slack);
    const connecting = rejection(slack.connect());
    await expect.poll(() => states.length).toBe(2);
    expect(states[1]).toMatchObject({ attempt: 1, error: { code: 'RTM_1' } });
    expect(count(emulator, connects)).toBe(3);
    await slack.close();
    await connecting;
  });
});

describe('the address for coming back', () => {
  /** Connected for so long that such an address has come. */
  async function offered(
    options: Parameters<typeof setUpTimed>[0] = {},
    switches: NonNullable<Parameters<typeof setUpTimed>[1]>['switches'] = {},
  ): ReturnType<typeof setUpTimed> {
    const made = await setUpTimed(options, { switches: { reconnectUrlEveryMs: 20_000, ...switches } });
    await made.slack.connect();
    await pass(made.clock, 21_000);
    return made;
  }

  const addresses = ({ control }: SlackEmulator): string[] =>
    control.requests.matching(upgrades).map(({ path }) => path);

  test(behaviour(21), async () => {
    const { clock, emulator, slack } = await offered();
    const { gaps } = watch(slack);
    emulator.control.faults.add({ match: upgrades, fault: { kind: 'refuse', status: 404 } });
    const back = waitFor(slack, 'state', ({ to }) => to === 'ready');
    emulator.control.cut('drop');
    await passUntil(clock, () => slack.state === 'ready' && emulator.control.connections().length === 1);
    await back;
    // The first; the one that was offered; and without a pause one that was asked for.
    expect(new Set(addresses(emulator)).size).toBe(3);
    expect(count(emulator, connects)).toBe(2);
    expect(gaps).toHaveLength(1);
  });

  test(behaviour(21, 'and saves a call where it serves'), async () => {
    const { clock, emulator, slack } = await offered();
    const back = waitFor(slack, 'state', ({ to }) => to === 'ready');
    emulator.control.cut('drop');
    await passUntil(clock, () => emulator.control.connections().length === 1);
    await back;
    expect([addresses(emulator).length, count(emulator, connects)]).toEqual([2, 1]);
    expect(slack.self?.id).toBe(emulator.credentials.botUserId);
  });

  test.each([
    ['when it has grown old', {}, { reconnectUrlEveryMs: 20_000 }, 300_000],
    ['when that is off', { useReconnectUrl: false }, {}, 0],
  ] as const)(behaviour(21, 'but not %s'), async (_when, options, switches, ms) => {
    const { clock, emulator, slack } = await offered(options, switches);
    emulator.control.configure({ reconnectUrlEveryMs: 3_600_000 });
    // The one that is under way still comes; then there are none for an hour.
    await pass(clock, 20_000);
    await pass(clock, ms);
    const back = waitFor(slack, 'state', ({ to }) => to === 'ready');
    emulator.control.cut('drop');
    await passUntil(clock, () => emulator.control.connections().length === 1);
    await back;
    expect([addresses(emulator).length, count(emulator, connects)]).toEqual([2, 2]);
  });

  test('is told to nobody, and taken only if it is Slack’s', async () => {
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    const events = slack.events();
    emulator.control.send({ type: 'reconnect_url', url: 'wss://slack.com.example.org/websocket/secret' });
    emulator.control.send({ type: 'made_up' });
    expect(await events.next()).toMatchObject({ value: { wireType: 'made_up' } });
    const back = waitFor(slack, 'state', ({ to }) => to === 'ready');
    emulator.control.cut('drop');
    await passUntil(clock, () => emulator.control.connections().length === 1);
    await back;
    expect(count(emulator, connects)).toBe(2);
  });

  test('is not taken after a connection that brought no events: Slack believes that they were heard', async () => {
    const { clock, emulator, slack, channel } = await offered({ staleAfterMs: 60_000 });
    const { states, gaps } = watch(slack);
    const { userName } = emulator.credentials;
    const heard = waitFor(slack, 'message');
    emulator.control.say(channel, userName, 'heard');
    await heard;
    const lastHeardAt = clock.now();
    emulator.control.cut('no events');
    await pass(clock, 1000);
    emulator.control.say(channel, userName, 'not heard');
    await passUntil(clock, () => states.at(-1)?.to === 'ready');
    expect(states[0]?.error).toMatchObject({ code: 'STALE' });
    expect(count(emulator, connects)).toBe(2);
    // It answered pings to the end, but what it missed began with its last event.
    expect(gaps).toHaveLength(1);
    expect(gaps[0]?.from.getTime()).toBeLessThanOrEqual(lastHeardAt);
    expect(gaps[0]?.from.getTime()).toBeGreaterThan(lastHeardAt - 1000);
  });

  test(behaviour(31), async () => {
    const { clock, emulator, slack, channel } = await offered();
    const { gaps } = watch(slack);
    const texts: unknown[] = [];
    slack.on('message', ({ text }) => texts.push(text));
    const { userName } = emulator.credentials;
    emulator.control.say(channel, userName, 'before');
    await expect.poll(() => texts).toEqual(['before']);
    emulator.control.cut('drop');
    emulator.control.say(channel, userName, 'meanwhile');
    await passUntil(clock, () => texts.length === 2);
    emulator.control.say(channel, userName, 'after');
    await settlesAt(texts, 3);
    expect(texts).toEqual(['before', 'meanwhile', 'after']);
    expect(gaps).toEqual([]);
  });

  test(behaviour(31, 'where Slack does not resume'), async () => {
    const { clock, emulator, slack } = await offered({}, { fastReconnect: false });
    const { gaps } = watch(slack);
    const lostAt = clock.now();
    emulator.control.cut('silence');
    await passUntil(clock, () => gaps.length === 1);
    expect(gaps).toEqual([{ type: 'gap', from: expect.any(Date), to: expect.any(Date) }]);
    const [gap] = gaps;
    // From the last frame that came, which was no later than the cut, to the new greeting.
    expect(gap?.from.getTime()).toBeGreaterThan(lostAt - 2000);
    expect(gap?.from.getTime()).toBeLessThanOrEqual(lostAt);
    expect(gap?.to.getTime()).toBe(emulator.control.connections()[0]?.openedAt);
    expect(gap?.to.getTime()).toBeGreaterThanOrEqual(lostAt + 20_000);
  });
});

describe('a refusal', () => {
  test('of what was allowed before may pass, as may what spoke in the place of Slack; that of a token does not', async () => {
    const { clock, emulator, slack } = await setUpTimed({ useReconnectUrl: false });
    await slack.connect();
    const { states } = watch(slack);
    const headers = { 'content-type': 'application/json' };
    emulator.control.refuseMethod('rtm.connect', 'something_new');
    emulator.control.faults.add({
      match: connects,
      fault: { kind: 'status', status: 200, body: '[1]', headers },
    });
    emulator.control.cut('drop');
    await passUntil(clock, () => states.at(-1)?.to === 'ready');
    const codes = states.map(({ error }) => (error as { code?: string } | undefined)?.code);
    expect(new Set(codes)).toEqual(new Set(['CLOSED_1006', 'UNEXPECTED_ANSWER', 'something_new', undefined]));
    emulator.control.refuseMethod('rtm.connect', 'missing_scope');
    emulator.control.cut('drop');
    await passUntil(clock, () => slack.state === 'closed');
    expect(states.at(-1)?.error).toMatchObject({ code: 'missing_scope', retryable: false });
  });
});

describe('a handshake', () => {
  test.each([404, 408, 409, 429, 500, 502, 503])(behaviour(22, '%i'), async (status) => {
    const { emulator, slack } = await setUpRtm({ clock: createFastClock() });
    const { states } = watch(slack);
    emulator.control.faults.add({ match: upgrades, fault: { kind: 'refuse', status }, times: 2 });
    await slack.connect();
    expect(states.map(({ to, attempt }) => [to, attempt])).toEqual([
      ['connecting', undefined],
      ['connecting', 1],
      ['connecting', 2],
      ['ready', 3],
    ]);
    expect(states[1]?.error).toMatchObject({ code: `HTTP_${status}`, status, retryable: true });
    expect(String(states[1]?.error)).not.toMatch(/websocket/);
    expect([count(emulator, connects), count(emulator, upgrades)]).toEqual([3, 3]);
  });

  test(behaviour(23), async () => {
    const { clock, emulator, slack } = await setUpTimed({ helloTimeoutMs: 4000 });
    const { states } = watch(slack);
    const hello = (text: string): boolean => text.includes('"hello"');
    emulator.control.frameFaults.add({ match: hello, fault: { kind: 'lose' } });
    const connecting = slack.connect();
    await expect.poll(() => emulator.control.connections().length).toBe(1);
    await clock.advance(3999);
    expect(states).toHaveLength(1);
    await passUntil(clock, () => states.length > 1, 1);
    expect(states[1]?.error).toMatchObject({ kind: 'timeout', code: 'NO_HELLO' });
    await passUntil(clock, () => slack.state === 'ready');
    await connecting;
    await expect.poll(() => emulator.control.connections().length).toBe(1);
  });

  test('that is not answered has a limit of its own', async () => {
    const { clock, emulator, slack } = await setUpTimed({ connectTimeoutMs: 3000 });
    const { states } = watch(slack);
    emulator.control.faults.add({ match: upgrades, fault: { kind: 'hang' } });
    const connecting = slack.connect();
    await expect.poll(() => emulator.control.faults.struck['hang']).toBe(1);
    await clock.advance(3000);
    await expect.poll(() => states.length).toBe(2);
    expect(states[1]?.error).toMatchObject({ kind: 'timeout', code: 'NO_OPENING' });
    await passUntil(clock, () => slack.state === 'ready');
    await connecting;
  });
});

test(behaviour(19), async () => {
  const { emulator, slack, channel } = await connect();
  const { states } = watch(slack);
  const errors: unknown[] = [];
  slack.on('error', ({ error }) => errors.push(error));
  emulator.control.send({ type: 'error', error: { code: 99, msg: 'Something odd', source: 'gateway' } });
  emulator.control.send({ type: 'error', error: { code: 17, msg: 'Ratelimited', retry_after: 1 } });
  await settlesAt(errors, 2);
  expect(errors).toEqual([
    { code: 99, msg: 'Something odd', source: 'gateway' },
    { code: 17, msg: 'Ratelimited', retry_after: 1 },
  ]);
  emulator.control.say(channel, emulator.credentials.userName, 'still here');
  expect(await waitFor(slack, 'message')).toMatchObject({ text: 'still here' });
  expect(states).toEqual([]);
});
