import { createManualClock, type ManualClock } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createSlackWeb, type SlackWeb } from '../src/index.js';
import {
  exchangeToken,
  rotatingToken,
  tokensOf,
  type RotatingTokenOptions,
  type RotatingTokens,
} from '../src/oauth/index.js';
import { startApp, type TestApp } from './app.js';
import { behaviour } from './behaviours.js';

const hourMs = 3_600_000;

interface Rotation extends TestApp {
  readonly clock: ManualClock;
  readonly tokens: RotatingTokens;
  readonly options: RotatingTokenOptions;
  /** A client whose token rotates. */
  readonly connect: (options?: Partial<RotatingTokenOptions>) => SlackWeb;
  /** How often a new token has been asked for. */
  readonly refreshes: () => number;
}

/** An app with a token of twelve hours, from now on by a clock that stands still. */
async function setUp(): Promise<Rotation> {
  const clock = createManualClock();
  const started = await startApp(false, { clock });
  const { emulator, app, appId } = started;
  const { control, credentials } = emulator;
  control.oauth.rotateTokens(true, appId);
  const answer = await exchangeToken({ ...app, token: credentials.granularBotToken });
  const tokens = tokensOf(answer, clock.now());
  const options: RotatingTokenOptions = { ...app, ...tokens, clock };
  return {
    ...started,
    clock,
    tokens,
    options,
    connect: (more) =>
      createSlackWeb({
        token: rotatingToken({ ...options, ...more }),
        baseUrl: app.baseUrl,
        clock,
        retries: 0,
      }),
    refreshes: () => control.requests.matching({ path: '/api/oauth.v2.access' }).length,
  };
}

/** Where several programs keep their tokens, one at a time. */
function createStore(): Required<NonNullable<RotatingTokenOptions['store']>> & {
  readonly kept: RotatingTokens[];
} {
  const kept: RotatingTokens[] = [];
  let last: Promise<unknown> = Promise.resolve();
  return {
    kept,
    get: async () => kept.at(-1),
    set: async (tokens) => kept.push(tokens),
    lock(run) {
      const turn = last.then(run, run);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

describe('a token that rotates', () => {
  test('is used while it is good, and nothing is asked for', async () => {
    const { connect, refreshes, clock } = await setUp();
    const web = connect();
    await web.auth.test();
    await clock.advance(11 * hourMs - 1);
    await web.auth.test();
    expect(refreshes()).toBe(0);
  });

  test.each([undefined, 4 * hourMs])(
    'is replaced before it ends, at the latest half of the time before (%s)',
    async (refreshBeforeMs) => {
      const { connect, refreshes, clock } = await setUp();
      const webs = Array.from({ length: 8 }, () => connect({ refreshBeforeMs, store: createStore() }));
      await clock.advance(12 * hourMs - (refreshBeforeMs ?? hourMs) - 1);
      for (const web of webs) await web.auth.test();
      expect(refreshes()).toBe(0);
      await clock.advance((refreshBeforeMs ?? hourMs) / 2 + 1);
      await webs[0]?.auth.test();
      expect(refreshes()).toBe(1);
    },
  );

  test(behaviour(144, 'told token_expired it is replaced once, however many wait'), async () => {
    const { connect, refreshes, clock, emulator } = await setUp();
    const web = connect({ expiresAt: undefined });
    await web.auth.test();
    await clock.advance(13 * hourMs);
    const answers = await Promise.all(Array.from({ length: 50 }, () => web.auth.test()));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect(refreshes()).toBe(1);
    const calls = emulator.control.requests.matching({ path: '/api/auth.test' });
    expect(calls.length).toBeLessThanOrEqual(101);
    await clock.advance(hourMs);
    await web.auth.test();
    expect(refreshes()).toBe(1);
  });

  test(behaviour(144, 'one that has ended by the clock is replaced before it is tried'), async () => {
    const { connect, refreshes, clock, emulator } = await setUp();
    const web = connect();
    await clock.advance(13 * hourMs);
    await Promise.all(Array.from({ length: 20 }, () => web.auth.test()));
    expect(refreshes()).toBe(1);
    expect(emulator.control.requests.matching({ path: '/api/auth.test' })).toHaveLength(20);
  });

  test(behaviour(144, 'that is refused for good is replaced once, and the call fails'), async () => {
    const { connect, refreshes, emulator } = await setUp();
    emulator.control.refuseMethod('auth.test', 'token_expired', { times: Infinity });
    const web = connect();
    expect(await rejection(web.auth.test())).toMatchObject({ kind: 'auth', code: 'token_expired' });
    expect(refreshes()).toBe(1);
  });

  test('may begin without a token', async () => {
    const { connect, refreshes } = await setUp();
    const web = connect({ accessToken: undefined, expiresAt: undefined });
    await Promise.all([web.auth.test(), web.auth.test()]);
    expect(refreshes()).toBe(1);
  });

  test('whose refresh token is dead is not asked for at every call', async () => {
    const { connect, clock, refreshes } = await setUp();
    const web = connect({ refreshToken: 'xoxe-1-dead' });
    await clock.advance(12 * hourMs);
    for (let call = 0; call < 5; call += 1) {
      expect(await rejection(web.auth.test())).toMatchObject({ code: 'invalid_refresh_token' });
      await clock.advance(5000);
    }
    expect(refreshes()).toBe(1);
    await clock.advance(60_000);
    expect(await rejection(web.auth.test())).toMatchObject({ code: 'invalid_refresh_token' });
    expect(refreshes()).toBe(2);
  });

  test('is not replaced again and again where Slack refuses the new ones as well', async () => {
    const { connect, emulator, clock, refreshes } = await setUp();
    const web = connect();
    const body = '{"ok":false,"error":"invalid_auth"}';
    emulator.control.faults.add({
      fault: { kind: 'status', status: 200, body },
      match: { path: '/api/auth.test' },
      times: Infinity,
    });
    for (let call = 0; call < 5; call += 1) {
      expect(await rejection(web.auth.test())).toMatchObject({ kind: 'auth', code: 'invalid_auth' });
      await clock.advance(1000);
    }
    expect(refreshes()).toBe(1);
  });

  test('whose refresh token is dead says so, with what to do', async () => {
    const { connect } = await setUp();
    const web = connect({ accessToken: undefined, expiresAt: undefined, refreshToken: 'xoxe-1-dead' });
    const error = await rejection(web.auth.test());
    expect(error).toMatchObject({ kind: 'auth', code: 'invalid_refresh_token' });
    expect((error as Error).message).toContain('a store with a lock');
    expect((error as Error).message).not.toContain('dead');
  });
});

describe('while the token is good, a failure to replace it', () => {
  test('disturbs nobody, and is not repeated at every call', async () => {
    const { connect, refreshes, clock, emulator } = await setUp();
    const web = connect();
    await web.auth.test();
    await clock.advance(11.5 * hourMs + 1);
    emulator.control.refuseMethod('oauth.v2.access', 'internal_error', { times: 2 });
    await Promise.all(Array.from({ length: 20 }, () => web.auth.test()));
    await web.auth.test();
    expect(refreshes()).toBe(1);
    await clock.advance(60_000);
    await web.auth.test();
    expect(refreshes()).toBe(2);
    await clock.advance(60_000);
    await web.auth.test();
    expect(refreshes()).toBe(3);
    await clock.advance(hourMs);
    await web.auth.test();
    expect(refreshes()).toBe(3);
  });

  test('is told once it has ended', async () => {
    const { connect, clock, emulator } = await setUp();
    const web = connect();
    await web.auth.test();
    await clock.advance(12 * hourMs);
    emulator.control.refuseMethod('oauth.v2.access', 'invalid_refresh_token', { times: Infinity });
    expect(await rejection(web.auth.test())).toMatchObject({ kind: 'auth', code: 'invalid_refresh_token' });
  });
});

describe('new tokens', () => {
  test('are stored and told before they are used', async () => {
    const { connect, clock, emulator, tokens } = await setUp();
    const store = createStore();
    const seen: [RotatingTokens, number][] = [];
    const calls = (): number => emulator.control.requests.matching({ path: '/api/auth.test' }).length;
    const web = connect({
      store,
      async onTokens(fresh) {
        await new Promise((resolve) => setImmediate(resolve));
        seen.push([fresh, calls()]);
      },
    });
    await clock.advance(12 * hourMs);
    await web.auth.test();
    expect(seen).toEqual([
      [
        {
          accessToken: expect.stringMatching(/^xoxe\.xoxb-/) as string,
          refreshToken: expect.stringMatching(/^xoxe-1-/) as string,
          expiresAt: clock.now() + 12 * hourMs,
        },
        0,
      ],
    ]);
    expect(seen[0]?.[0].refreshToken).not.toBe(tokens.refreshToken);
    expect(store.kept).toEqual(seen.map(([fresh]) => fresh));
  });

  test('that cannot be stored stay in use, and storing them is tried again', async () => {
    const { connect, clock, refreshes } = await setUp();
    const store = createStore();
    const unsaved: unknown[] = [];
    const full = new Error('full');
    let left = 1;
    const web = connect({
      store: {
        ...store,
        set: async (tokens) => (left-- > 0 ? Promise.reject(full) : store.set(tokens)),
      },
      observe: (event) => {
        if (event.type === 'unsaved') unsaved.push(event.error);
      },
    });
    await clock.advance(12 * hourMs);
    await web.auth.test();
    await web.auth.test();
    expect(unsaved).toEqual([full]);
    await expect.poll(() => store.kept.length).toBe(1);
    expect(refreshes()).toBe(1);
  });

  test(behaviour(144, 'programs that share a store with a lock replace a token once for all'), async () => {
    const { connect, clock, refreshes } = await setUp();
    const store = createStore();
    const programs = Array.from({ length: 5 }, () => connect({ store }));
    await Promise.all(programs.map((web) => web.auth.test()));
    await clock.advance(12 * hourMs);
    await Promise.all(programs.flatMap((web) => [web.auth.test(), web.auth.test()]));
    expect(refreshes()).toBe(1);
    expect(store.kept).toHaveLength(1);
    const late = connect({ store, accessToken: undefined, refreshToken: 'xoxe-1-used-long-ago' });
    await late.auth.test();
    expect(refreshes()).toBe(1);
  });
});

test.each([
  ['refreshToken', { refreshToken: '' }],
  ['accessToken', { accessToken: '' }],
  ['expiresAt', { expiresAt: Number.NaN }],
  ['refreshBeforeMs', { refreshBeforeMs: -1 }],
  ['clientId', { clientId: '' }],
])('what cannot work is refused at once (%s)', (name, change) => {
  const options = { clientId: '12.34', clientSecret: 's3cret', refreshToken: 'xoxe-1', ...change };
  expect(() => rotatingToken(options)).toThrow(name);
});
