import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { waitFor, type MessageEvent, type SlackRtm, type StateEvent } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { settlesAt, type SlackEmulator, setUpTimed } from './setup.js';
import { pass, passUntil } from './time.js';

function statesOf(slack: SlackRtm): StateEvent[] {
  const states: StateEvent[] = [];
  slack.on('state', (state) => states.push(state));
  return states;
}

const pingsOf = ({ control }: SlackEmulator): { readonly at: number; readonly id: unknown }[] =>
  control.sends
    .filter(({ frame }) => frame?.['type'] === 'ping')
    .map(({ at, frame }) => ({ at, id: frame?.['id'] }));

const isPong = (text: string): boolean => text.includes('"pong"');

/** A page, as far as it says whether anybody looks at it. */
function stubPage(visibilityState: string): EventTarget & { visibilityState: string } {
  const document = Object.assign(new EventTarget(), { visibilityState });
  const page = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  vi.stubGlobal('dispatchEvent', page.dispatchEvent.bind(page));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return document;
}

describe('a ping', () => {
  test(behaviour(45), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    const took: number[] = [];
    slack.on('latency', ({ latencyMs }) => took.push(latencyMs));
    emulator.control.frameFaults.add({ match: isPong, fault: { kind: 'delay', ms: 240 } });
    await pass(clock, 15_000);
    const [ping] = emulator.control.sends;
    expect(ping?.frame).toEqual({ id: expect.any(Number), type: 'ping', t: clock.now() });
    await pass(clock, 240, 240);
    expect(took).toEqual([240]);
    expect(slack.latencyMs).toBe(240);
  });

  test('goes out when nothing has come for a while, and now and then when much comes', async () => {
    const { clock, emulator, slack, channel } = await setUpTimed();
    await slack.connect();
    const start = clock.now();
    for (let second = 0; second < 62; second += 1) {
      emulator.control.say(channel, emulator.credentials.userName, `${second}`);
      await pass(clock, 1000);
    }
    expect(pingsOf(emulator).map(({ at }) => at - start)).toEqual([30_000, 60_000]);
    await pass(clock, 40_000);
    // After the last message, a quarter of a minute of silence each.
    expect(pingsOf(emulator).length).toBeGreaterThanOrEqual(4);
    expect(slack.state).toBe('ready');
  });
});

describe('a connection', () => {
  test(behaviour(5), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    const states = statesOf(slack);
    const start = clock.now();
    emulator.control.frameFaults.add({ match: isPong, fault: { kind: 'lose' }, times: Infinity });
    await pass(clock, 24_000);
    expect(states).toEqual([]);
    await passUntil(clock, () => states.length > 0);
    // A quarter of a minute of silence, and ten seconds for the answer to the ping.
    expect(clock.now() - start).toBeGreaterThanOrEqual(25_000);
    expect(clock.now() - start).toBeLessThanOrEqual(26_000);
    expect(states[0]).toMatchObject({ to: 'reconnecting', error: { kind: 'timeout', code: 'SILENCE' } });
    emulator.control.frameFaults.clear();
    await passUntil(clock, () => slack.state === 'ready');
  });

  test(behaviour(5, 'but any frame is one'), async () => {
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    const states = statesOf(slack);
    emulator.control.frameFaults.add({ match: isPong, fault: { kind: 'lose' }, times: Infinity });
    for (let count = 0; count < 6; count += 1) {
      await pass(clock, 18_000);
      emulator.control.send({ type: 'made_up' });
      await pass(clock, 1);
    }
    expect(pingsOf(emulator).length).toBeGreaterThan(4);
    expect(states).toEqual([]);
  });

  test(behaviour(17), async () => {
    const { clock, emulator, slack, channel } = await setUpTimed();
    await slack.connect();
    const states = statesOf(slack);
    emulator.control.cut('silence');
    await passUntil(clock, () => states.length > 0);
    expect(states[0]?.error).toMatchObject({ code: 'SILENCE', retryable: true });
    await passUntil(clock, () => slack.state === 'ready');
    const heard = waitFor(slack, 'message');
    emulator.control.say(channel, emulator.credentials.userName, 'here again');
    expect(await heard).toMatchObject({ text: 'here again' });
  });

  test('that answers pings and brings no events is replaced where that is asked for', async () => {
    const { clock, emulator, slack } = await setUpTimed({ staleAfterMs: 120_000 });
    await slack.connect();
    const states = statesOf(slack);
    await pass(clock, 100_000);
    emulator.control.send({ type: 'made_up' });
    emulator.control.cut('no events');
    await pass(clock, 119_000);
    expect(states).toEqual([]);
    await passUntil(clock, () => states.length > 0);
    expect(states[0]?.error).toMatchObject({ kind: 'timeout', code: 'STALE' });
    expect(pingsOf(emulator).length).toBeGreaterThan(10);
  });

  test('that does not take what is written to it counts as lost', async () => {
    let stuck: WebSocket | undefined;
    const { clock, slack } = await setUpTimed({
      webSocket(url) {
        const webSocket = new WebSocket(url);
        if (stuck === undefined) {
          stuck = webSocket;
          Object.defineProperty(webSocket, 'bufferedAmount', { value: 1_000_001 });
        }
        return webSocket;
      },
    });
    await slack.connect();
    const states = statesOf(slack);
    await passUntil(clock, () => states.length > 1);
    expect(states[0]?.error).toMatchObject({ kind: 'network', code: 'STALLED' });
    expect(slack.state).toBe('ready');
  });

  test('of a machine that slept is tried before it is given up', async () => {
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    const states = statesOf(slack);
    // Timers come late by hours, as if they had stood still.
    let sleptMs = 0;
    const now = clock.now.bind(clock);
    Object.assign(clock, { now: () => now() + sleptMs });
    await pass(clock, 14_000);
    sleptMs = 7_200_000;
    await pass(clock, 2000);
    expect(pingsOf(emulator)).toHaveLength(1);
    await pass(clock, 5000);
    expect(states).toEqual([]);
    expect(slack.state).toBe('ready');
  });

  test('in a page that nobody looks at has twice the time', async () => {
    stubPage('hidden');
    const { clock, emulator, slack } = await setUpTimed();
    await slack.connect();
    const states = statesOf(slack);
    const start = clock.now();
    emulator.control.frameFaults.add({ match: isPong, fault: { kind: 'lose' }, times: Infinity });
    await passUntil(clock, () => states.length > 0);
    expect(clock.now() - start).toBeGreaterThanOrEqual(35_000);
    expect(clock.now() - start).toBeLessThanOrEqual(36_000);
    expect(pingsOf(emulator)).toHaveLength(2);
  });

  test(behaviour(29), async () => {
    const made: WebSocket[] = [];
    const { clock, emulator, slack, channel } = await setUpTimed({
      // As in a page: it cannot be ended at once, and its close is never answered.
      webSocket(url) {
        const webSocket = new WebSocket(url);
        made.push(webSocket);
        return {
          binaryType: 'arraybuffer',
          bufferedAmount: 0,
          send: (text: string) => {
            webSocket.send(text);
          },
          close: () => undefined,
          addEventListener: webSocket.addEventListener.bind(webSocket),
        };
      },
    });
    onTestFinished(() => {
      for (const webSocket of made) webSocket.terminate();
    });
    await slack.connect();
    const states = statesOf(slack);
    const texts: unknown[] = [];
    slack.on('message', ({ text }: MessageEvent) => texts.push(text));
    emulator.control.frameFaults.add({ fault: { kind: 'lose' }, times: Infinity });
    await passUntil(clock, () => states.length > 0);
    emulator.control.frameFaults.clear();
    await passUntil(clock, () => slack.state === 'ready');
    // The one that was given up is still there, and speaks.
    expect(emulator.control.connections().map(({ id }) => id)).toEqual(['connection-1', 'connection-2']);
    emulator.control.send({ type: 'message', channel, text: 'from beyond' }, 'connection-1');
    emulator.control.cut('close', { connectionId: 'connection-1' });
    emulator.control.send({ type: 'message', channel, text: 'alive' }, 'connection-2');
    await settlesAt(texts, 1);
    expect(texts).toEqual(['alive']);
    expect(states.map(({ to }) => to)).toEqual(['reconnecting', 'ready']);
  });
});

describe('a page', () => {
  async function open(): Promise<
    Awaited<ReturnType<typeof setUpTimed>> & { document: ReturnType<typeof stubPage>; states: StateEvent[] }
  > {
    const document = stubPage('visible');
    const made = await setUpTimed();
    await made.slack.connect();
    // What watches the page is loaded beside the connection.
    await vi.dynamicImportSettled();
    return { ...made, document, states: statesOf(made.slack) };
  }

  test('that is looked at again tries its connection at once', async () => {
    const { document, emulator } = await open();
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => pingsOf(emulator).length).toBe(1);
    document.visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    document.visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));
    await expect.poll(() => pingsOf(emulator).length).toBe(2);
  });

  test('without a network waits for it, and no longer', async () => {
    const { clock, emulator, slack, states } = await open();
    vi.stubGlobal('navigator', { onLine: false });
    dispatchEvent(new Event('offline'));
    await expect.poll(() => states.length).toBe(1);
    expect(states[0]).toMatchObject({ to: 'reconnecting', error: { kind: 'network', code: 'OFFLINE' } });
    await passUntil(clock, () => states.length === 2);
    expect(states[1]).toMatchObject({ error: { code: 'OFFLINE' }, delayMs: 60_000 });
    const asked = emulator.control.requests.all.length;
    await pass(clock, 5000);
    expect(emulator.control.requests.all).toHaveLength(asked);
    vi.stubGlobal('navigator', { onLine: true });
    dispatchEvent(new Event('online'));
    await expect.poll(() => slack.state).toBe('ready');
  });

  test.each(['pagehide', 'freeze'] as const)(
    'lets go of its connection at %s, and comes back',
    async (type) => {
      const { document, emulator, slack, states } = await open();
      const wakes = type === 'freeze' ? 'resume' : 'pageshow';
      const target = type === 'freeze' ? document : globalThis;
      target.dispatchEvent(new Event(type));
      await expect.poll(() => emulator.control.connections()).toEqual([]);
      expect(states[0]).toMatchObject({ to: 'reconnecting', error: { code: 'PAGE_HIDDEN' } });
      target.dispatchEvent(new Event(wakes));
      await expect.poll(() => slack.state).toBe('ready');
    },
  );

  test('is watched no longer than the client lives', async () => {
    const { document, emulator, slack, states } = await open();
    await slack.close();
    const sent = emulator.control.sends.length;
    for (const type of ['freeze', 'resume', 'visibilitychange']) document.dispatchEvent(new Event(type));
    for (const type of ['online', 'offline', 'pagehide', 'pageshow']) dispatchEvent(new Event(type));
    expect(states.map(({ to }) => to)).toEqual(['closed']);
    expect(emulator.control.sends).toHaveLength(sent);
  });
});
