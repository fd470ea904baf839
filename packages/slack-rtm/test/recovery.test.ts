import { describe, expect, test } from 'vitest';
import { toDate, type GapEvent, type MessageEvent, type SlackRtm, type StateEvent } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { connect, connectStill, createFastClock, setUpRtm, settlesAt, type SlackEmulator } from './setup.js';
import { passUntil } from './time.js';

type Cut = Parameters<SlackEmulator['control']['cut']>[0];

const cuts: readonly (Cut | 'no hello' | 'refused' | 'expired' | 'migration' | 'garbled address')[] = [
  'close',
  'drop',
  'reset',
  'half frame',
  'silence',
  'no hello',
  'refused',
  'expired',
  'migration',
  'garbled address',
];

function watch(slack: SlackRtm): { texts: string[]; gaps: GapEvent[]; states: StateEvent[] } {
  const [texts, gaps, states]: [string[], GapEvent[], StateEvent[]] = [[], [], []];
  slack.on('message', ({ text = '' }: MessageEvent) => texts.push(text));
  slack.on('gap', (gap) => gaps.push(gap));
  slack.on('state', (state) => states.push(state));
  return { texts, gaps, states };
}

const ready = (slack: SlackRtm): Promise<void> =>
  expect.poll(() => slack.state, { timeout: 10_000 }).toBe('ready');

/** Breaks a connection, and some of the attempts to mend it. */
function breakIt(emulator: SlackEmulator, how: (typeof cuts)[number]): void {
  const { control } = emulator;
  switch (how) {
    case 'no hello':
      control.frameFaults.add({ match: (text) => text.includes('"hello"'), fault: { kind: 'lose' } });
      control.cut('drop');
      break;
    case 'refused':
      control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse', status: 409 } });
      control.faults.add({ match: { path: '/api/rtm.connect' }, fault: { kind: 'html', status: 502 } });
      control.cut('close', { code: 1011 });
      break;
    case 'expired':
      control.frameFaults.add({ match: (text) => text.includes('"hello"'), fault: { kind: 'cut' } });
      control.cut('drop');
      break;
    case 'migration':
      control.migrate(20);
      break;
    case 'garbled address':
      control.faults.add({ match: { path: '/api/rtm.connect' }, fault: { kind: 'drop' } });
      control.cut('reset');
      break;
    case 'close':
    case 'drop':
    case 'reset':
    case 'half frame':
    case 'silence':
    case 'no events':
    case 'no pongs':
    default:
      control.cut(how);
  }
}

describe('a connection that is lost', () => {
  test(
    behaviour(18, 'twenty cuts of ten kinds, and each time it tells when it was away'),
    async () => {
      // No address by which nothing would be missed.
      const { clock, emulator, slack, channel } = await connectStill({ useReconnectUrl: false });
      const { userName } = emulator.credentials;
      const { texts, gaps } = watch(slack);
      for (const [number, how] of [...cuts, ...cuts].entries()) {
        const said = `before ${number}, ${how}`;
        const lastHeard = toDate(emulator.control.say(channel, userName, said)).getTime();
        await passUntil(clock, () => texts.at(-1) === said);
        breakIt(emulator, how);
        const missed = toDate(emulator.control.say(channel, userName, `missed ${number}`)).getTime();
        await passUntil(clock, () => gaps.length > number && slack.state === 'ready', 100);
        const { from, to } = gaps[number] as GapEvent;
        // What nobody could hear was said in between; what was heard before was not.
        expect(from.getTime()).toBeGreaterThanOrEqual(lastHeard);
        // One that says good-bye is heard until then.
        expect(from.getTime()).toBeLessThanOrEqual(missed + 1000);
        expect(to.getTime()).toBeGreaterThanOrEqual(missed);
        expect(to.getTime()).toBeLessThanOrEqual(clock.now());
        const [connection] = emulator.control.connections().slice(-1);
        expect(to.getTime()).toBeGreaterThanOrEqual(connection?.openedAt ?? Infinity);
      }
      emulator.control.say(channel, userName, 'the end');
      await passUntil(clock, () => texts.at(-1) === 'the end');
      expect(gaps).toHaveLength(20);
      expect(new Set(texts).size).toBe(texts.length);
      expect(emulator.control.connections().length).toBeLessThanOrEqual(3);
    },
    60_000,
  );

  test('says why, how often and how long it waits', async () => {
    const { emulator, slack } = await connect({ clock: createFastClock() });
    const { states } = watch(slack);
    emulator.control.cut('close', { code: 1012 });
    await expect.poll(() => states.map(({ to }) => to)).toEqual(['reconnecting', 'ready']);
    expect(states[0]).toMatchObject({ from: 'ready', attempt: 1 });
    expect(states[0]?.error).toMatchObject({ kind: 'network', code: 'CLOSED_1012', retryable: true });
    expect(states[0]?.delayMs).toBeLessThanOrEqual(500);
  });

  test('is missed when it says nothing, not even to a ping', async () => {
    const { emulator, slack } = await connect({ pingIntervalMs: 40, silenceMs: 150 });
    const { states } = watch(slack);
    await new Promise((resolve) => {
      setTimeout(resolve, 400);
    });
    expect(states).toEqual([]);
    expect(slack.latencyMs).toBeGreaterThanOrEqual(0);
    emulator.control.cut('silence');
    await expect.poll(() => states.length, { timeout: 5000 }).toBeGreaterThan(0);
    expect(states[0]?.error).toMatchObject({ kind: 'timeout', code: 'SILENCE' });
    await ready(slack);
  });

  test('waits as long as Slack asks for', async () => {
    const clock = createFastClock();
    const { emulator, slack } = await connect({ clock });
    const { states } = watch(slack);
    const fault = { kind: 'status', status: 429, headers: { 'retry-after': '20' } } as const;
    emulator.control.faults.add({ match: { path: '/api/rtm.connect' }, fault });
    emulator.control.cut('drop');
    await ready(slack);
    await expect.poll(() => states.at(-1)?.to).toBe('ready');
    const waits = states.map(({ delayMs = 0 }) => delayMs);
    expect(Math.max(...waits)).toBe(20_000);
  });

  test('is over when the token is', async () => {
    const { emulator, slack } = await connect({ clock: createFastClock() });
    const { states } = watch(slack);
    const messages = slack.messages();
    emulator.control.revokeToken(emulator.credentials.botToken);
    await expect.poll(() => slack.state, { timeout: 5000 }).toBe('closed');
    expect(states.at(-1)?.error).toMatchObject({ kind: 'auth', retryable: false });
    await expect(messages.next()).rejects.toBe(states.at(-1)?.error);
  });

  test('is not taken up at an address that is not Slack’s', async () => {
    const { emulator, slack } = await setUpRtm();
    const body = JSON.stringify({
      ok: true,
      url: 'wss://slack.com.example.org/secret-ticket',
      self: {},
      team: {},
    });
    emulator.control.faults.add({
      match: { path: '/api/rtm.connect' },
      fault: { kind: 'status', status: 200, body, headers: { 'content-type': 'application/json' } },
    });
    const error = await slack.connect().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ kind: 'protocol', code: 'UNTRUSTED_ADDRESS' });
    expect(String(error)).not.toContain('secret-ticket');
    expect(slack.state).toBe('closed');
  });
});

describe('a connection that Slack is about to end', () => {
  test(behaviour(16, 'though a good deal is said meanwhile'), async () => {
    const { emulator, slack, channel } = await connect();
    const { userName } = emulator.credentials;
    const { texts, gaps, states } = watch(slack);
    const said: string[] = [];
    const speak = (): void => {
      said.push(`word ${said.length}`);
      emulator.control.say(channel, userName, said.at(-1) ?? '');
    };
    // Slow enough that a good deal is said while there are two.
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'delay', ms: 100 } });
    speak();
    emulator.control.goodbye({ graceMs: 60_000 });
    const talking = setInterval(speak, 2);
    const open = (): string[] => emulator.control.connections().map(({ id }) => id);
    await expect.poll(open, { timeout: 5000 }).toEqual(['connection-2']);
    clearInterval(talking);
    await settlesAt(texts, said.length);
    expect(texts.toSorted()).toEqual(said.toSorted());
    expect(said.length).toBeGreaterThan(20);
    expect(gaps).toEqual([]);
    expect(states).toEqual([]);
  });

  test('has a gap when it ends before the next one is there', async () => {
    const { emulator, slack } = await connect({ clock: createFastClock() });
    const { gaps } = watch(slack);
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse' }, times: 3 });
    emulator.control.goodbye({ graceMs: 0 });
    await expect.poll(() => gaps.length, { timeout: 5000 }).toBe(1);
    await ready(slack);
  });

  test('is not replaced over and over', async () => {
    const { emulator, slack } = await connect({ clock: createFastClock(10) });
    slack.on('hello', () => {
      emulator.control.goodbye({ graceMs: 60_000 });
    });
    emulator.control.goodbye({ graceMs: 60_000 });
    await new Promise((resolve) => {
      setTimeout(resolve, 500);
    });
    // Half a second is five of this clock.
    expect(emulator.control.requests.matching({ path: '/api/rtm.connect' }).length).toBeLessThanOrEqual(2);
  });
});
