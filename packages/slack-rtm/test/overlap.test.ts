import { describe, expect, test } from 'vitest';
import type { GapEvent, StateEvent } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { settlesAt, setUpTimed } from './setup.js';
import { pass, passUntil } from './time.js';

const upgrades = { upgrade: true } as const;

async function begin(...given: Parameters<typeof setUpTimed>): Promise<
  Awaited<ReturnType<typeof setUpTimed>> & {
    readonly texts: unknown[];
    readonly gaps: GapEvent[];
    readonly states: StateEvent[];
    readonly say: (text: string) => void;
    readonly ids: () => string[];
  }
> {
  const made = await setUpTimed(...given);
  const { slack, emulator, channel } = made;
  await slack.connect();
  const [texts, gaps, states]: [unknown[], GapEvent[], StateEvent[]] = [[], [], []];
  slack.on('message', ({ text }) => texts.push(text));
  slack.on('gap', (gap) => gaps.push(gap));
  slack.on('state', (state) => states.push(state));
  return {
    ...made,
    texts,
    gaps,
    states,
    say: (text) => void emulator.control.say(channel, emulator.credentials.userName, text),
    ids: () => emulator.control.connections().map(({ id }) => id),
  };
}

describe('a connection that is replaced', () => {
  test(behaviour(30), async () => {
    const { clock, emulator, texts, gaps, states, say, ids } = await begin();
    emulator.control.goodbye({ graceMs: 60_000 });
    await passUntil(clock, () => ids().length === 2, 1);
    // Both are open, and bring everything.
    const said = Array.from({ length: 20 }, (_none, index) => `word ${index}`);
    for (const word of said) say(word);
    await settlesAt(texts, 20);
    expect(texts).toEqual(said);
    await passUntil(clock, () => ids().length === 1);
    say('the last');
    await settlesAt(texts, 21);
    expect(ids()).toEqual(['connection-2']);
    expect([gaps, states]).toEqual([[], []]);
  });

  test('is replaced all the same when its end is announced again and again', async () => {
    const { clock, emulator, gaps, ids } = await begin();
    emulator.control.goodbye({ graceMs: 60_000 });
    await passUntil(clock, () => ids()[0] === 'connection-2');
    // Of the next one it is said at once, and every second until it ends.
    for (let second = 0; second < 13 && ids()[0] === 'connection-2'; second += 1) {
      emulator.control.goodbye({ graceMs: 30_000, connectionId: 'connection-2' });
      await pass(clock, 1000);
    }
    expect(ids()).toEqual(['connection-3']);
    expect(emulator.control.requests.matching(upgrades)).toHaveLength(3);
    expect(gaps).toEqual([]);
  });

  test('is closed within the same second as the one that takes its place', async () => {
    const { clock, emulator, slack, ids } = await begin();
    emulator.control.goodbye({ graceMs: 60_000 });
    await passUntil(clock, () => ids().length === 2, 1);
    emulator.control.cut('silence');
    let isOver = false;
    const closing = slack.close().then(() => (isOver = true));
    await pass(clock, 980, 20);
    expect(isOver).toBe(false);
    await pass(clock, 40, 20);
    expect(isOver).toBe(true);
    await closing;
  });

  test(behaviour(30, 'with what has no timestamp as often as it happened'), async () => {
    const { clock, emulator, slack, ids } = await begin();
    const heard: unknown[] = [];
    slack.on('presence_change', ({ presence }) => heard.push(presence));
    emulator.control.goodbye({ graceMs: 60_000 });
    await passUntil(clock, () => ids().length === 2, 1);
    for (const presence of ['active', 'away', 'active', 'away', 'active']) {
      emulator.control.send({ type: 'presence_change', user: 'U1', presence });
    }
    await settlesAt(heard, 5);
    expect(heard).toEqual(['active', 'away', 'active', 'away', 'active']);
  });

  test(behaviour(16), async () => {
    const { clock, emulator, slack, channel, texts, gaps, say, ids } = await begin();
    emulator.control.faults.add({ match: upgrades, fault: { kind: 'delay', ms: 3000 } });
    emulator.control.goodbye({ graceMs: 10_000 });
    await passUntil(clock, () => emulator.control.requests.matching(upgrades).length === 2, 1);
    say('while the next is made');
    // What is sent goes by the old one, as long as there is no other.
    await slack.send(channel, 'on the old one');
    expect(emulator.control.sends.at(-1)?.connectionId).toBe('connection-1');
    await passUntil(clock, () => ids().length === 2);
    say('while there are two');
    await pass(clock, 1500);
    expect(ids()).toEqual(['connection-2']);
    say('by the new one');
    await Promise.all([slack.send(channel, 'on the new one'), pass(clock, 3000)]);
    expect(emulator.control.sends.at(-1)?.connectionId).toBe('connection-2');
    // To the new connection, what was sent by the old one comes from elsewhere.
    await settlesAt(texts, 4);
    expect(texts.filter((text) => text !== 'on the old one')).toEqual([
      'while the next is made',
      'while there are two',
      'by the new one',
    ]);
    expect(gaps).toEqual([]);
  });

  test('that ends before the next is there is followed without a pause', async () => {
    const { clock, emulator, slack, gaps, states, ids } = await begin();
    emulator.control.faults.add({ match: upgrades, fault: { kind: 'delay', ms: 3000 } });
    emulator.control.goodbye({ graceMs: 1000 });
    await passUntil(clock, () => emulator.control.requests.matching(upgrades).length === 2, 1);
    await passUntil(clock, () => slack.state === 'reconnecting');
    await passUntil(clock, () => ids().length === 1 && slack.state === 'ready');
    expect(states.map(({ to, delayMs }) => [to, delayMs])).toEqual([
      ['reconnecting', undefined],
      ['ready', undefined],
    ]);
    expect(emulator.control.requests.matching(upgrades)).toHaveLength(2);
    expect(gaps).toHaveLength(1);
  });

  test('is not replaced before it ends where that is off', async () => {
    const { clock, emulator, slack, gaps, ids } = await begin({ reconnect: { overlap: false } });
    emulator.control.goodbye({ graceMs: 5000 });
    await pass(clock, 4000);
    expect(ids()).toEqual(['connection-1']);
    await passUntil(clock, () => gaps.length === 1);
    expect(slack.state).toBe('ready');
    expect(ids()).toEqual(['connection-2']);
  });

  test('is so before it is eight hours old', async () => {
    const { clock, emulator, gaps, states, ids } = await begin({ pingIntervalMs: 600_000 });
    const start = clock.now();
    await pass(clock, 7.4 * 3_600_000, 60_000);
    expect(ids()).toEqual(['connection-1']);
    await passUntil(clock, () => ids().join() === 'connection-2', 1000);
    expect(clock.now() - start).toBeLessThan(8 * 3_600_000);
    expect(emulator.control.connections()).toHaveLength(1);
    expect([gaps, states]).toEqual([[], []]);
  });
});

test('what Slack tells again after a loss is not told twice', async () => {
  const { clock, emulator, slack, channel, texts, ids } = await begin(
    {},
    { switches: { reconnectUrlEveryMs: 0 } },
  );
  const heard: unknown[] = [];
  slack.on('presence_change', ({ presence }) => heard.push(presence));
  const message = { type: 'message', channel, user: 'U1', text: 'once', ts: '1767603600.000100' };
  const presence = { type: 'presence_change', user: 'U1', presence: 'active' };
  for (const frame of [message, presence]) emulator.control.send(frame);
  await settlesAt(heard, 1);
  emulator.control.cut('drop');
  await passUntil(clock, () => slack.state === 'ready' && ids().join() === 'connection-2');
  for (const frame of [message, presence, { ...message, text: 'twice', ts: '1767603600.000200' }]) {
    emulator.control.send(frame);
  }
  await settlesAt(texts, 2);
  expect(texts).toEqual(['once', 'twice']);
  // Without a timestamp nobody knows, so it is told.
  expect(heard).toEqual(['active', 'active']);
  await pass(clock, 11_000);
  emulator.control.send(message);
  await settlesAt(texts, 3);
});
