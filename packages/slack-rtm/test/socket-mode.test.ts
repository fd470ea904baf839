import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import {
  createSlackSocket,
  deliveryOf,
  type GapEvent,
  type SlackSocket,
  type SlackSocketOptions,
  type StateEvent,
  type UnreadableEvent,
} from '../src/index.js';
import { behaviour } from './behaviours.js';
import { createFastClock, settlesAt, startEmulator, type SlackEmulator } from './setup.js';
import { connectSocket, joinSocket, setUpSocket } from './socket-setup.js';

const open = { path: '/api/apps.connections.open' };

interface Watched {
  readonly states: StateEvent[];
  readonly texts: unknown[];
  readonly gaps: GapEvent[];
}

function watch(slack: SlackSocket): Watched {
  const watched: Watched = { states: [], texts: [], gaps: [] };
  slack.on('state', (state) => watched.states.push(state));
  slack.on('message', ({ text }) => watched.texts.push(text));
  slack.on('gap', (gap) => watched.gaps.push(gap));
  return watched;
}

const links = ({ control }: SlackEmulator): string[] => control.socketMode.connections().map(({ id }) => id);

const changes = (states: readonly StateEvent[]): string[] => states.map(({ from, to }) => `${from} → ${to}`);

describe('a client of Socket Mode', () => {
  test(behaviour(93), () => {
    const make = (options: SlackSocketOptions) => (): unknown => createSlackSocket(options);
    const refusal = (option: string): unknown =>
      expect.objectContaining({
        kind: 'usage',
        code: 'INVALID_OPTION',
        message: expect.stringContaining(option) as unknown,
      });
    expect(make({})).toThrow(refusal('appToken'));
    expect(make({ appToken: 'xoxb-1' })).toThrow(refusal('appToken'));
    expect(make({ appToken: 'xapp-1 2' })).toThrow(refusal('appToken'));
    for (const connections of [0, 11, 1.5]) {
      expect(make({ appToken: 'xapp-1', connections })).toThrow(refusal('connections'));
    }
    expect(make({ appToken: 'xapp-1', pongTimeoutMs: 0 })).toThrow(refusal('pongTimeoutMs'));
    expect(make({ appToken: 'xapp-1' })).not.toThrow();
    expect(make({ urlProvider: async () => 'wss://wss-primary.slack.com/' })).not.toThrow();
  });

  test(behaviour(94), async () => {
    const { emulator, slack } = await setUpSocket();
    const { states } = watch(slack);
    const heard: string[] = [];
    slack.on('hello', ({ type }) => heard.push(`${type} while ${slack.state}`));
    await slack.connect();
    const { credentials } = emulator;
    expect(slack.self).toMatchObject({ id: expect.stringMatching(/^U/) as unknown });
    expect(slack.team).toMatchObject({ id: credentials.teamId, domain: 'contour-maps' });
    await slack.close();
    expect(changes(states)).toEqual(['idle → connecting', 'connecting → ready', 'ready → closed']);
    expect(heard).toEqual(['hello while ready']);
    const [asked] = emulator.control.requests.matching(open);
    expect(asked?.headers['authorization']).toBe(`Bearer ${credentials.appToken}`);
    expect(asked?.text).not.toContain('token');
  });

  test('neither tells nor acknowledges what is on its way when it is closed: another client may have it', async () => {
    const { emulator, slack, say } = await connectSocket();
    const { texts } = watch(slack);
    say('on its way');
    await slack.close();
    expect(texts).toEqual([]);
    expect(emulator.control.socketMode.sends).toEqual([]);
    const other = joinSocket(emulator);
    const others = watch(other.slack);
    await other.slack.connect();
    await settlesAt(others.texts, 1);
    expect(others.texts).toEqual(['on its way']);
  });

  test(behaviour(95), async () => {
    const { emulator, slack } = await connectSocket();
    const { states } = watch(slack);
    await Promise.all([slack.close(), slack.close()]);
    await slack.close();
    expect(changes(states)).toEqual(['ready → closed']);
    await expect.poll(() => links(emulator)).toEqual([]);
  });

  test(behaviour(96), async () => {
    const { slack, channel, say } = await connectSocket();
    const told: string[] = [];
    slack.on('events_api', ({ payload }) =>
      told.push(`envelope of ${String(Object(payload['event']).type)}`),
    );
    slack.on('message', (message) => {
      const { envelope_id: id = '', event_id: eventId = '', team_id: team } = deliveryOf(message) ?? {};
      expect(id).toMatch(/^[\da-f-]{36}$/);
      expect(eventId).toMatch(/^Ev/);
      expect(team).toBe(slack.team?.id);
      expect(message).toMatchObject({ channel, channel_type: 'channel' });
      told.push(`message ${String(message.text)}`);
    });
    slack.on('slash_commands', () => told.push('command'));
    slack.on('interactive', () => told.push('interaction'));
    slack.on('reaction_added', () => told.push('reaction'));
    slack.on('unknown', () => told.push('unknown'));
    const events = slack.events();
    say('hello');
    expect((await events.next()).value).toMatchObject({ type: 'message', text: 'hello' });
    await settlesAt(told, 2);
    expect(told).toEqual(['envelope of message', 'message hello']);
  });

  test(behaviour(97), async () => {
    const { emulator, slack, channel } = await connectSocket();
    const { socketMode } = emulator.control;
    const told: unknown[] = [];
    slack.on('slash_commands', (envelope) => told.push(envelope.payload));
    slack.on('interactive', (envelope) => told.push(envelope.payload));
    const command = socketMode.slashCommand({ command: '/deploy', text: 'now', channel });
    const action = socketMode.interactive({ type: 'block_actions', actions: [{ action_id: 'go' }] });
    await settlesAt(told, 2);
    expect(told).toEqual([command.payload, action.payload]);
    await expect.poll(() => [command.state, action.state]).toEqual(['acknowledged', 'acknowledged']);
  });

  test(behaviour(98), async () => {
    const { emulator, slack } = await setUpSocket({ clock: createFastClock() });
    const { states } = watch(slack);
    emulator.control.refuseMethod('apps.connections.open', 'fatal_error');
    emulator.control.refuseMethod('apps.connections.open', 'internal_error');
    emulator.control.faults.add({ match: open, fault: { kind: 'status', status: 502 } });
    await slack.connect();
    expect(
      states.flatMap(({ error }) => (error === undefined ? [] : [(error as Error).message])),
    ).toHaveLength(3);
  });

  test(behaviour(98, 'what it took before it may take again, but for a dead token'), async () => {
    const { emulator, slack } = await setUpSocket({ clock: createFastClock() });
    emulator.control.refuseMethod('apps.connections.open', 'invalid_arguments');
    expect(await rejection(slack.connect())).toMatchObject({ kind: 'refused', code: 'invalid_arguments' });
    const other = joinSocket(emulator, { clock: createFastClock() }).slack;
    const { states } = watch(other);
    await other.connect();
    emulator.control.refuseMethod('apps.connections.open', 'invalid_arguments');
    emulator.control.socketMode.cut('drop');
    await expect.poll(() => states.map(({ to }) => to), { timeout: 5000 }).toContain('reconnecting');
    await expect.poll(() => other.state, { timeout: 5000 }).toBe('ready');
    emulator.control.revokeToken(emulator.credentials.appToken);
    emulator.control.socketMode.cut('drop');
    await expect.poll(() => other.state, { timeout: 5000 }).toBe('closed');
    expect(states.at(-1)?.error).toMatchObject({ kind: 'auth', code: 'token_revoked' });
  });

  test(behaviour(99), async () => {
    const { emulator, slack, say } = await connectSocket();
    const { texts, states } = watch(slack);
    const unreadable: UnreadableEvent[] = [];
    slack.on('unreadable', (event) => unreadable.push(event));
    const { socketMode } = emulator.control;
    socketMode.send(new Uint8Array([1, 2, 3]));
    socketMode.send('{"type":');
    socketMode.send('[]');
    socketMode.send({ type: 'events_api', envelope_id: 'E1', payload: { no: 'type' } });
    say('still there');
    await expect.poll(() => texts).toEqual(['still there']);
    expect(unreadable.map(({ reason }) => reason)).toEqual(['binary', 'not-json', 'no-type', 'no-type']);
    expect(states).toEqual([]);
    await expect.poll(() => socketMode.sends.map(({ frame }) => frame?.['envelope_id'])).toContain('E1');
  });

  test(behaviour(100), async () => {
    const { emulator, slack } = await setUpSocket({ clock: createFastClock(), connections: 3 });
    const { states } = watch(slack);
    const statuses = [408, 409, 429, 500, 502, 503, 504];
    for (const status of statuses) {
      emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'refuse', status } });
    }
    let underWay = 0;
    let most = 0;
    const slow = joinSocket(emulator, {
      clock: createFastClock(),
      connections: 3,
      fetch: async (url, init) => {
        if (!url.includes('connections.open')) return fetch(url, init);
        underWay += 1;
        most = Math.max(most, underWay);
        return fetch(url, init).finally(() => {
          underWay -= 1;
        });
      },
    }).slack;
    await slow.connect();
    await expect.poll(() => links(emulator).length, { timeout: 5000 }).toBe(3);
    expect(most).toBe(1);
    await slack.connect();
    await expect.poll(() => links(emulator).length, { timeout: 5000 }).toBe(6);
    expect(states.filter(({ to }) => to === 'closed')).toEqual([]);
    expect(emulator.control.requests.matching({ upgrade: true })).toHaveLength(statuses.length + 6);
  });

  test(behaviour(101), async () => {
    const { emulator, slack, say } = await connectSocket({ clock: createFastClock(10) });
    const { texts, states } = watch(slack);
    const reasons: string[] = [];
    const unknown: unknown[] = [];
    slack.on('disconnect', ({ reason }) => reasons.push(reason));
    slack.on('unknown', (event) => unknown.push(event));
    const { socketMode } = emulator.control;
    socketMode.warn();
    await expect.poll(() => links(emulator)).toEqual(['link-2']);
    say('heard by the next');
    await expect.poll(() => texts).toEqual(['heard by the next']);
    expect(states).toEqual([]);
    socketMode.refresh();
    await expect.poll(() => links(emulator), { timeout: 5000 }).toEqual(['link-3']);
    await expect.poll(() => slack.state).toBe('ready');
    const events = slack.events();
    socketMode.enable(false);
    await expect.poll(() => slack.state).toBe('closed');
    expect(states.at(-1)?.error).toMatchObject({ kind: 'refused', code: 'link_disabled', retryable: false });
    expect(await rejection(events.next())).toBe(states.at(-1)?.error);
    expect(reasons).toEqual(['warning', 'refresh_requested', 'link_disabled']);
    expect(unknown).toEqual([]);
    expect(emulator.control.requests.matching(open)).toHaveLength(3);
  });

  test(behaviour(101, 'where there are too many, the surplus stays away for half a minute'), async () => {
    const clock = createFastClock(100);
    const { emulator, slack } = await setUpSocket(
      { clock, connections: 2 },
      { clock, switches: { linksPerApp: 1 } },
    );
    const { states } = watch(slack);
    const reasons: string[] = [];
    slack.on('disconnect', ({ reason }) => reasons.push(reason));
    await slack.connect();
    await expect.poll(() => reasons.length, { timeout: 10_000 }).toBeGreaterThanOrEqual(3);
    const times = emulator.control.requests.matching({ upgrade: true }).map(({ at }) => at);
    const pauses = times.slice(2).map((at, index) => at - (times[index + 1] ?? 0));
    // Some of it for the machine.
    expect(Math.min(...pauses)).toBeGreaterThan(25_000);
    expect(new Set(reasons)).toEqual(new Set(['too_many_websockets']));
    expect(changes(states)).toEqual(['idle → connecting', 'connecting → ready']);
    emulator.control.socketMode.warn();
    await expect.poll(() => slack.state).toBe('ready');
  });

  test.each(['drop', 'reset', 'half frame', 'close'] as const)(behaviour(102, '%s'), async (how) => {
    const { emulator, slack, say } = await connectSocket({ clock: createFastClock() });
    const { texts, gaps, states } = watch(slack);
    emulator.control.socketMode.cut(how);
    say('said in the break');
    await expect.poll(() => states.at(-1)?.to).toBe('ready');
    say('said after it');
    await expect.poll(() => texts, { timeout: 5000 }).toContain('said after it');
    expect(gaps).toEqual([]);
  });
});

describe('a connection that has died', () => {
  test(behaviour(103), async () => {
    const clock = createFastClock(100);
    const { emulator, slack } = await connectSocket({ clock, pongTimeoutMs: 2 ** 30 }, { clock });
    const { states } = watch(slack);
    emulator.control.configure({ linkPingEveryMs: 0 });
    await expect.poll(() => states.map(({ to }) => to), { timeout: 5000 }).toContain('reconnecting');
    expect(states[0]?.error).toMatchObject({ kind: 'timeout', code: 'SILENCE', retryable: true });
  });

  test(behaviour(104), async () => {
    const clock = createFastClock(50);
    const { emulator, slack } = await connectSocket({ clock }, { clock });
    const { states } = watch(slack);
    await expect.poll(() => slack.latencyMs, { timeout: 5000 }).toBeGreaterThanOrEqual(0);
    emulator.control.socketMode.cut('no pongs');
    await expect.poll(() => states.map(({ to }) => to), { timeout: 5000 }).toContain('reconnecting');
    expect(states[0]?.error).toMatchObject({ kind: 'timeout', code: 'NO_PONG', retryable: true });
    await expect.poll(() => slack.state, { timeout: 5000 }).toBe('ready');
  });

  test(behaviour(105), async () => {
    const clock = createFastClock(50);
    const { emulator, slack } = await setUpSocket({ clock });
    const isHello = (text: string): boolean => text.includes('"hello"');
    emulator.control.frameFaults.add({ match: isHello, fault: { kind: 'lose' }, times: 3 });
    const { states } = watch(slack);
    await slack.connect();
    expect(emulator.control.requests.matching({ upgrade: true })).toHaveLength(4);
    await expect.poll(() => links(emulator)).toEqual(['link-4']);
    const codes = states.map(({ error }) => (error as { readonly code?: string } | undefined)?.code);
    expect(codes.filter((code) => code !== undefined)).toEqual(['NO_HELLO', 'NO_HELLO', 'NO_HELLO']);
  });

  test(behaviour(107), async () => {
    const { emulator, slack } = await connectSocket({ clock: createFastClock() });
    const { states } = watch(slack);
    // Half a frame and a reset are errors of a WebSocket, which end a process where nobody listens to them.
    emulator.control.socketMode.cut('half frame');
    await expect.poll(() => changes(states)).toEqual(['ready → reconnecting', 'reconnecting → ready']);
    emulator.control.socketMode.cut('reset');
    await expect.poll(() => states.length).toBe(4);
    for (const { error } of states.filter(({ to }) => to === 'reconnecting')) {
      expect(error).toMatchObject({ kind: 'network', retryable: true });
    }
  });

  test('that is deaf is replaced, where that is asked for', async () => {
    const clock = createFastClock(100);
    const { emulator, slack, say } = await connectSocket({ clock, staleAfterMs: 60_000 }, { clock });
    const { texts, states } = watch(slack);
    emulator.control.socketMode.cut('no events');
    say('not heard at first');
    await expect.poll(() => states.map(({ to }) => to), { timeout: 5000 }).toContain('reconnecting');
    expect(states[0]?.error).toMatchObject({ kind: 'timeout', code: 'STALE' });
    await expect.poll(() => texts, { timeout: 10_000 }).toEqual(['not heard at first']);
  });
});

describe('several connections', () => {
  test(behaviour(106), async () => {
    const emulator = await startEmulator();
    const [one, two] = [joinSocket(emulator), joinSocket(emulator)];
    const [first, second] = [watch(one.slack), watch(two.slack)];
    await one.slack.connect();
    await two.slack.connect();
    await one.slack.close();
    expect(changes(second.states)).toEqual(['idle → connecting', 'connecting → ready']);
    one.say('to the one that is left');
    await expect.poll(() => second.texts).toEqual(['to the one that is left']);
    expect(first.texts).toEqual([]);
    emulator.control.socketMode.cut('drop');
    await expect.poll(() => changes(second.states).at(-1)).toBe('reconnecting → ready');
    expect(one.slack.state).toBe('closed');
    expect(changes(first.states)).toHaveLength(3);
  });

  test.each([
    ['when one is cut off', 'drop', {}, 'CLOSED_1006'],
    ['when pings of one are not answered', 'no pongs', {}, 'NO_PONG'],
    ['when one hears no pings of Slack', 'silence', { pongTimeoutMs: 2 ** 30 }, 'SILENCE'],
  ] as const)(behaviour(106, '%s'), async (_when, how, options, code) => {
    const clock = createFastClock(20);
    const emulator = await startEmulator({ clock });
    const [one, two] = [joinSocket(emulator, { clock, ...options }), joinSocket(emulator, { clock })];
    const [first, second] = [watch(one.slack), watch(two.slack)];
    await one.slack.connect();
    await two.slack.connect();
    emulator.control.socketMode.cut(how, { connectionId: 'link-1' });
    await expect.poll(() => changes(first.states).at(-1), { timeout: 10_000 }).toBe('reconnecting → ready');
    expect(first.states.find(({ to }) => to === 'reconnecting')?.error).toMatchObject({ code });
    expect(links(emulator)).toContain('link-2');
    expect(changes(second.states)).toEqual(['idle → connecting', 'connecting → ready']);
  });

  test('of one client share what comes, and the loss of one is none of the client', async () => {
    const { emulator, slack, say } = await connectSocket({ connections: 3 });
    const { texts, states } = watch(slack);
    await expect.poll(() => links(emulator).length).toBe(3);
    for (let count = 0; count < 9; count += 1) say(`word ${count}`);
    await settlesAt(texts, 9);
    const used = emulator.control.socketMode.deliveries().map(({ attempts }) => attempts[0]?.connectionId);
    expect(new Set(used).size).toBe(3);
    emulator.control.socketMode.cut('drop', { connectionId: 'link-1' });
    await expect.poll(() => links(emulator).length, { timeout: 5000 }).toBe(3);
    expect(links(emulator)).not.toContain('link-1');
    expect(states).toEqual([]);
    await slack.close();
    await expect.poll(() => links(emulator)).toEqual([]);
  });

  test(behaviour(111), async () => {
    const { emulator, slack, say } = await connectSocket();
    const { texts, states, gaps } = watch(slack);
    // Slow enough that a good deal is said while there are two.
    emulator.control.faults.add({ match: { upgrade: true }, fault: { kind: 'delay', ms: 100 } });
    const said: string[] = [];
    const speak = (): void => {
      said.push(`word ${said.length}`);
      say(said.at(-1) ?? '');
    };
    emulator.control.socketMode.warn();
    const talking = setInterval(speak, 2);
    await expect.poll(() => links(emulator)).toEqual(['link-2']);
    clearInterval(talking);
    await settlesAt(texts, said.length);
    expect(texts.map(String).toSorted()).toEqual(said.toSorted());
    expect(said.length).toBeGreaterThan(20);
    expect([states, gaps]).toEqual([[], []]);
  });

  test(behaviour(111, 'also where no more connections are allowed'), async () => {
    const { emulator, slack } = await connectSocket({}, { switches: { linksPerApp: 1 } });
    emulator.control.socketMode.warn();
    await expect.poll(() => links(emulator), { timeout: 5000 }).toEqual(['link-3']);
    await expect.poll(() => slack.state).toBe('ready');
  });

  test('are away so long that Slack has given up: a gap says so', async () => {
    const clock = createFastClock(150);
    const { emulator, slack, say } = await connectSocket({ clock }, { clock });
    const { gaps, states } = watch(slack);
    const give = emulator.control.faults.add({
      match: open,
      fault: { kind: 'status', status: 503 },
      times: Infinity,
    });
    emulator.control.socketMode.cut('drop');
    say('never heard');
    const since = clock.now();
    await expect.poll(() => clock.now() - since, { timeout: 10_000 }).toBeGreaterThan(400_000);
    give();
    await expect.poll(() => states.at(-1)?.to, { timeout: 10_000 }).toBe('ready');
    expect(gaps).toHaveLength(1);
    expect((gaps[0]?.to.getTime() ?? 0) - (gaps[0]?.from.getTime() ?? 0)).toBeGreaterThan(400_000);
  });
});

describe('an address', () => {
  test('may come from a back end, in whose place nobody else is asked', async () => {
    const emulator = await startEmulator();
    const { apiUrl, appToken, granularBotToken: token } = emulator.credentials;
    const urlProvider = async (): Promise<string> => {
      const headers = { authorization: `Bearer ${appToken}` };
      const answer = await fetch(`${apiUrl}apps.connections.open`, { method: 'POST', headers });
      return ((await answer.json()) as { readonly url: string }).url;
    };
    let failing = true;
    const slack = createSlackSocket({
      token,
      baseUrl: apiUrl,
      urlProvider: async () => {
        if (!failing) return urlProvider();
        failing = false;
        throw new Error('the back end is down');
      },
      clock: createFastClock(),
      debugReconnects: true,
    });
    const { states } = watch(slack);
    await slack.connect();
    expect(states[1]?.error).toMatchObject({ kind: 'network', code: 'NO_ADDRESS', retryable: true });
    const [upgrade] = emulator.control.requests.matching({ upgrade: true });
    expect(upgrade?.path).toBe('/link/');
    await slack.close();
    const stray = createSlackSocket({
      baseUrl: apiUrl,
      urlProvider: async () => 'wss://example.org/?ticket=s3cret',
    });
    const error = await rejection(stray.connect());
    expect(error).toMatchObject({ kind: 'protocol', code: 'UNTRUSTED_ADDRESS' });
    expect(String(error)).not.toContain('s3cret');
  });
});
