import { createManualClock, type ManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import type { HttpEvent, SlackWeb, SlackWebOptions } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb, type SlackEmulator } from './setup.js';
import { pass, passUntil } from './time.js';

interface Still {
  readonly clock: ManualClock;
  readonly emulator: SlackEmulator;
  readonly web: SlackWeb;
  readonly events: HttpEvent[];
}

/** A workspace with every limit of Slack, in which time passes only when it is told to. */
async function setUp(options: Partial<SlackWebOptions> = {}): Promise<Still> {
  const clock = createManualClock();
  const events: HttpEvent[] = [];
  const observe = (event: HttpEvent): void => void events.push(event);
  const made = await setUpWeb(
    { clock, observe, rateLimit: 'wait', ...options },
    { clock, preset: 'realtime' },
  );
  return { clock, events, ...made };
}

/** When each call of a method arrived, in seconds from the first on. */
function arrivals({ emulator }: Still, path: RegExp): number[] {
  const times = emulator.control.requests.matching({ path }).map(({ at }) => at);
  return times.map((at) => Math.round((at - (times[0] ?? 0)) / 100) / 10);
}

/** Waits for what takes its time by the clock alone. */
async function finish<Value>(
  { clock }: Pick<Still, 'clock'>,
  promise: Promise<Value>,
  stepMs = 100,
): Promise<Value> {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  promise.then(over, over);
  await passUntil(clock, () => isOver, stepMs);
  return promise;
}

/** Answers 429 to the next calls of a method. */
function limit({ emulator }: Pick<Still, 'emulator'>, path: string, retryAfter?: string, times = 1): void {
  emulator.control.faults.add({
    match: { path: `/api/${path}` },
    fault: {
      kind: 'status',
      status: 429,
      headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
      body: '{"ok":false,"error":"ratelimited"}',
    },
    times,
  });
}

const told = (events: readonly HttpEvent[]): HttpEvent[] =>
  events.filter(({ type }) => type === 'rate-limit');

describe('posts', () => {
  test(behaviour(146), async () => {
    const still = await setUp();
    const { web, emulator } = still;
    const { channelId: one, channelName, userId } = emulator.credentials;
    const { channel } = await web.conversations.open({ users: userId });
    const posts = [];
    for (let number = 1; number <= 6; number += 1) {
      posts.push(web.chat.postMessage({ channel: one, text: `one ${number}` }));
      posts.push(web.chat.postMessage({ channel: channel.id, text: `two ${number}` }));
    }
    await finish(still, Promise.all(posts));
    const requests = emulator.control.requests.matching({ path: '/api/chat.postMessage' });
    expect(new Set(requests.map(({ status }) => status))).toEqual(new Set([200]));
    for (const id of [one, channel.id]) {
      const mine = requests.filter(({ text }) => new URLSearchParams(text).get('channel') === id);
      const [start = 0] = mine.map(({ at }) => at);
      expect(mine.map(({ at }) => Math.round((at - start) / 1000))).toEqual([0, 0, 0, 1, 2, 3]);
    }
    expect(told(still.events)).toEqual([]);
    const texts = emulator.control.messages(channelName).map(({ text }) => text);
    expect(texts.slice(-3)).toEqual(['one 4', 'one 5', 'one 6']);
  });

  test(behaviour(146, 'the same holds for posts that one user sees'), async () => {
    const still = await setUp();
    const { channelId: channel, userId: user } = still.emulator.credentials;
    const posts = ['1', '2', '3', '4', '5'].map((text) =>
      still.web.chat.postEphemeral({ channel, user, text }),
    );
    await finish(still, Promise.all(posts));
    expect(arrivals(still, /postEphemeral/)).toEqual([0, 0, 0, 1, 2]);
  });

  test(behaviour(146, 'those that all see and those that one sees share the pace of a channel'), async () => {
    const still = await setUp();
    const { channelId: channel, userId: user } = still.emulator.credentials;
    const calls = [
      ...['1', '2'].map((text) => still.web.chat.postMessage({ channel, text })),
      ...['3', '4'].map((text) => still.web.chat.postEphemeral({ channel, user, text })),
    ];
    await finish(still, Promise.all(calls));
    expect(arrivals(still, /chat\.post/)).toEqual([0, 0, 0, 1]);
  });
});

describe('calls', () => {
  test('keep below the rate of their method, and a sixth of a minute’s may come at once', async () => {
    const still = await setUp();
    await finish(still, Promise.all(Array.from({ length: 6 }, () => still.web.users.list({ limit: 1 }))));
    // Twenty a minute: one in three seconds, and three and a third at first.
    expect(arrivals(still, /users\.list/)).toEqual([0, 0, 0, 2, 5, 8]);
    expect(told(still.events)).toEqual([]);
  });

  test('of other methods, and of other tokens, are counted apart', async () => {
    const still = await setUp();
    const { botToken, userToken: token } = still.emulator.credentials;
    const calls = [
      ...[1, 2, 3, 4].map(() => still.web.users.list({ limit: 1 })),
      still.web.emoji.list(),
      ...[1, 2, 3].map(() => still.web.call('users.list', { limit: 1, token })),
    ];
    await pass(still.clock, 100);
    const seen = still.emulator.control.requests.all.map(({ path, headers }) => [
      path,
      headers['authorization'],
    ]);
    const count = (path: string, of: string): number =>
      seen.filter((each) => each[0] === `/api/${path}` && each[1] === `Bearer ${of}`).length;
    expect([
      count('users.list', botToken),
      count('emoji.list', botToken),
      count('users.list', token),
    ]).toEqual([3, 1, 3]);
    await finish(still, Promise.all(calls));
  });

  test(behaviour(134), async () => {
    const { emulator, web } = await setUpWeb({ maxConcurrent: 1 });
    let most = 0;
    let open = 0;
    emulator.control.faults.add({ fault: { kind: 'delay', ms: 5 }, times: Infinity });
    const calls = Array.from({ length: 5 }, async () => {
      await web.api.test({ foo: 'bar' });
    });
    const { requests } = emulator.control;
    const watch = setInterval(() => {
      open = requests.all.filter(({ status }) => status === undefined).length;
      most = Math.max(most, open);
    }, 1);
    await Promise.all(calls);
    clearInterval(watch);
    expect(requests.all).toHaveLength(5);
    expect(most).toBe(1);
  });

  test(behaviour(134, 'a hundred unless said otherwise'), async () => {
    const { emulator, web } = await setUpWeb();
    emulator.control.faults.add({ fault: { kind: 'hang' }, times: Infinity });
    const ends = Array.from({ length: 120 }, () => new AbortController());
    const calls = ends.map(({ signal }) => rejection(web.api.test({ foo: 'bar' }, { signal })));
    await expect.poll(() => emulator.control.requests.all.length, { timeout: 5000 }).toBe(100);
    for (const each of ends) each.abort('enough');
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['enough']));
    expect(emulator.control.requests.all).toHaveLength(100);
  });
});

describe('told that it was too much, a call', () => {
  test(behaviour(136, 'waits as long as it is told to, and tells'), async () => {
    const still = await setUp();
    limit(still, 'auth.test', '7');
    const answer = await finish(still, still.web.auth.test());
    expect(answer.meta.attempt).toBe(2);
    expect(arrivals(still, /auth\.test/)[1]).toBeGreaterThanOrEqual(7);
    expect(told(still.events)).toEqual([
      { type: 'rate-limit', method: 'auth.test', retryAfterMs: 7000, attempt: 1 },
    ]);
  });

  test(behaviour(136, 'rejects at once where asked to'), async () => {
    const still = await setUp({ rateLimit: 'reject' });
    const { channelId: channel } = still.emulator.credentials;
    limit(still, 'chat.postMessage', '7');
    const post = { channel, text: 'x' };
    expect(await rejection(still.web.chat.postMessage(post))).toMatchObject({
      kind: 'rate-limit',
      code: 'ratelimited',
      status: 429,
      retryAfterMs: 7000,
      retryable: true,
    });
    expect(told(still.events)).toEqual([
      { type: 'rate-limit', method: 'chat.postMessage', channel, retryAfterMs: 7000, attempt: 1 },
    ]);
    // Before Slack would take one again, none is sent.
    const early = await rejection(still.web.chat.postMessage(post));
    expect(early).toMatchObject({ kind: 'rate-limit', code: 'ratelimited', retryable: true });
    expect(early).not.toHaveProperty('status');
    expect(still.emulator.control.requests.all).toHaveLength(1);
    await pass(still.clock, 8000, 1000);
    expect((await still.web.chat.postMessage(post)).ok).toBe(true);
  });

  test(
    behaviour(136, 'fails at once where the wait would be longer than allowed, and so do those after it'),
    async () => {
      const still = await setUp();
      limit(still, 'auth.test', '3600');
      expect(await rejection(still.web.auth.test())).toMatchObject({
        kind: 'rate-limit',
        retryAfterMs: 3_600_000,
      });
      expect(await rejection(still.web.auth.test())).toMatchObject({ kind: 'rate-limit', retryable: true });
      expect(still.emulator.control.requests.all).toHaveLength(1);
    },
  );

  test(behaviour(137), async () => {
    const still = await setUp();
    const { channelId: channel } = still.emulator.credentials;
    limit(still, 'users.list', '30');
    const held = [still.web.users.list({ limit: 1 }), still.web.users.list({ limit: 2 })];
    await passUntil(still.clock, () => told(still.events).length > 0);
    await still.web.auth.test();
    await still.web.users.info({ user: still.emulator.credentials.userId });
    await still.web.chat.postMessage({ channel, text: 'meanwhile' });
    const paths = still.emulator.control.requests.all.map(({ path }) => path);
    expect(paths.slice(-3)).toEqual(['/api/auth.test', '/api/users.info', '/api/chat.postMessage']);
    await finish(still, Promise.all(held), 1000);
  });

  test(behaviour(137, 'a limited channel holds up no other'), async () => {
    const still = await setUp();
    const { channelId: channel, userId } = still.emulator.credentials;
    const { channel: other } = await still.web.conversations.open({ users: userId });
    limit(still, 'chat.postMessage', '30');
    const held = still.web.chat.postMessage({ channel, text: 'held' });
    await passUntil(still.clock, () => told(still.events).length > 0);
    expect((await still.web.chat.postMessage({ channel: other.id, text: 'meanwhile' })).ok).toBe(true);
    await finish(still, held, 1000);
  });

  test('goes before those that came after it, and they come half as fast for a while', async () => {
    const still = await setUp();
    const { channelId: channel } = still.emulator.credentials;
    limit(still, 'chat.postMessage', '5');
    const first = still.web.chat.postMessage({ channel, text: 'first' });
    await passUntil(still.clock, () => told(still.events).length > 0);
    const rest = ['second', 'third'].map((text) => still.web.chat.postMessage({ channel, text }));
    await finish(still, Promise.all([first, ...rest]), 10);
    const requests = still.emulator.control.requests.matching({ path: '/api/chat.postMessage' });
    const texts = requests.map(({ text }) => new URLSearchParams(text).get('text'));
    expect(texts).toEqual(['first', 'first', 'second', 'third']);
    const [, again = 0, second = 0, third = 0] = requests.map(({ at }) => at);
    expect(second - again).toBeGreaterThan(1000);
    expect(third - second).toBeGreaterThan(1900);
  });

  test.each([
    ['without a time', undefined],
    ['with a time that is none', 'soon'],
    ['with an empty time', ''],
  ])(behaviour(138, '%s'), async (_name, retryAfter) => {
    const still = await setUp();
    limit(still, 'auth.test', retryAfter, 2);
    const answer = await finish(still, still.web.auth.test());
    expect(answer.meta.attempt).toBe(3);
    const [, second = 0, third = 0] = arrivals(still, /auth\.test/);
    expect(second).toBeGreaterThanOrEqual(1);
    expect(third - second).toBeGreaterThanOrEqual(2);
  });

  test('gives up after as many tries as allowed', async () => {
    const still = await setUp({ retries: 1 });
    limit(still, 'auth.test', '1', 2);
    const error = await finish(still, rejection(still.web.auth.test()));
    expect(error).toMatchObject({ kind: 'rate-limit', retryAfterMs: 1000 });
    expect(still.emulator.control.requests.all).toHaveLength(2);
  });
});

describe('a signal', () => {
  test(behaviour(145, 'of a call that waits for its turn'), async () => {
    const still = await setUp();
    const { channelId: channel } = still.emulator.credentials;
    const ends = new AbortController();
    const posts = ['1', '2', '3', '4', '5'].map((text) =>
      still.web.chat.postMessage({ channel, text }, text === '4' ? { signal: ends.signal } : {}),
    );
    await pass(still.clock, 100);
    ends.abort('enough');
    expect(await rejection(posts[3] as Promise<unknown>)).toBe('enough');
    await finish(still, Promise.all(posts.filter((_post, index) => index !== 3)));
    // Who left holds up nobody.
    expect(arrivals(still, /postMessage/)).toEqual([0, 0, 0, 1]);
  });

  test(behaviour(145, 'of a call that waits because it was too much'), async () => {
    const still = await setUp();
    const ends = new AbortController();
    limit(still, 'auth.test', '30');
    const call = still.web.auth.test({}, { signal: ends.signal });
    await passUntil(still.clock, () => told(still.events).length > 0);
    ends.abort('enough');
    expect(await rejection(call)).toBe('enough');
  });

  test(behaviour(145, 'of a call on its way'), async () => {
    const { emulator, web } = await setUpWeb();
    const ends = new AbortController();
    emulator.control.faults.add({ fault: { kind: 'hang' } });
    const call = web.auth.test({}, { signal: ends.signal });
    await expect.poll(() => emulator.control.requests.all.length).toBe(1);
    ends.abort('enough');
    expect(await rejection(call)).toBe('enough');
  });

  test(behaviour(145, 'of a call that is about to be tried again'), async () => {
    const still = await setUp();
    const ends = new AbortController();
    still.emulator.control.faults.add({ fault: { kind: 'status', status: 503 }, times: Infinity });
    const call = still.web.auth.test({}, { signal: ends.signal });
    await passUntil(still.clock, () => still.events.some(({ type }) => type === 'retry'));
    ends.abort('enough');
    expect(await rejection(call)).toBe('enough');
  });

  test('is not needed where the time for the whole call is over', async () => {
    const still = await setUp({ totalTimeoutMs: 2000 });
    const { channelId: channel } = still.emulator.credentials;
    const posts = ['1', '2', '3', '4', '5', '6', '7'].map((text) =>
      still.web.chat.postMessage({ channel, text }),
    );
    const last = rejection(posts[6] as Promise<unknown>);
    const others = Promise.allSettled(posts);
    const error = await finish(still, last);
    expect(error).toMatchObject({ kind: 'timeout', code: 'TIMEOUT', retryable: true });
    expect(String(error)).toContain('it was not sent');
    expect(error).not.toHaveProperty('attempts');
    await finish(still, others);
  });
});
