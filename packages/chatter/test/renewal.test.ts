import { createManualClock, type ChatterControl } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createChatter, type Chatter, type ChatterTokens } from '../src/index.js';
import { setUp } from './setup.js';
import { turn } from './turn.js';

const tokenPath = '/services/oauth2/token';

/** Ends the session, and lets the token endpoint answer otherwise for so many times. */
function answerTokens(
  control: ChatterControl & { readonly faults: { add(rule: object): unknown } },
  times: number,
  fault: object,
): void {
  control.expireSessions();
  control.faults.add({ match: { path: tokenPath }, times, fault });
}

const inProcess = {
  kind: 'status',
  status: 400,
  body: '{"error":"invalid_grant","error_description":"token request is already being processed"}',
};

/** What becomes of many calls at once: the errors, each once, with how many calls it is the end of. */
async function outcomes(chatter: Chatter, calls: number): Promise<unknown[]> {
  const results = await Promise.allSettled(Array.from({ length: calls }, () => chatter.users.me()));
  return results.map((result) => (result.status === 'rejected' ? (result.reason as unknown) : undefined));
}

describe('a 401 that a new token does not help against is no expired session:', () => {
  test.each(['agent', 'rest'] as const)('the service refuses sessions (%s)', async (reason) => {
    const { emulator, chatter } = await setUp();
    emulator.control.refuseSessions(reason);
    await expect(chatter.users.me()).rejects.toMatchObject({ kind: 'auth', status: 401, retryable: false });
    expect(emulator.control.tokenRequests).toBe(0);
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test.each([
    ['INVALID_AUTH_HEADER', '[{"errorCode":"INVALID_AUTH_HEADER","message":"INVALID_HEADER_TYPE"}]'],
    ['HTTP_401', '<html>Sign in to the proxy</html>'],
  ])('%s', async (code, body) => {
    const { emulator, chatter } = await setUp();
    emulator.control.faults.add({ fault: { kind: 'status', status: 401, body } });
    await expect(chatter.users.me()).rejects.toMatchObject({ kind: 'auth', code, status: 401 });
    expect(emulator.control.tokenRequests).toBe(0);
  });
});

test('a HEAD has no body to say it in, and its 401 renews the session all the same', async () => {
  const { emulator, chatter } = await setUp();
  emulator.control.expireSessions();
  await chatter.users.me.head();
  expect(emulator.control.tokenRequests).toBe(1);
});

describe('a token endpoint that is out of order for a moment', () => {
  test.each([
    ['answers with a page of maintenance', { kind: 'html', status: 503 }],
    ['breaks the connection', { kind: 'drop', when: 'before' }],
    ['is busy with this very token', inProcess],
    [
      'says so in the words of before 2024',
      {
        ...inProcess,
        body: inProcess.body.replace(
          'token request is already being processed',
          'expired authorization code',
        ),
      },
    ],
  ])('%s: it is asked again, once for all who wait', async (_what, fault) => {
    const clock = createManualClock();
    const { emulator, chatter } = await setUp({ clock });
    answerTokens(emulator.control, 1, fault);
    const failures = await turn(clock, outcomes(chatter, 20));
    expect(failures).toEqual(Array.from({ length: 20 }));
    expect(emulator.control.tokenRequests).toBe(2);
  });

  test('a post waits for it, too, and is made once', async () => {
    const clock = createManualClock();
    const { emulator, chatter } = await setUp({ clock });
    const before = emulator.control.posts().length;
    answerTokens(emulator.control, 1, { kind: 'html', status: 503 });
    await turn(clock, chatter.feeds.news.me.feed_items.post({ text: 'once' }));
    expect(emulator.control.posts()).toHaveLength(before + 1);
  });

  test('and stays so: it is asked three times for all, and the error says that it may pass', async () => {
    const clock = createManualClock();
    const { emulator, chatter } = await setUp({ clock });
    answerTokens(emulator.control, 100, { kind: 'html', status: 503 });
    const failures = await turn(clock, outcomes(chatter, 20));
    expect(new Set(failures).size).toBe(1);
    expect(failures[0]).toMatchObject({ kind: 'http', status: 503, retryable: true });
    expect(emulator.control.tokenRequests).toBe(3);
  });

  test('and stays busy: the error is one of authentication that may pass', async () => {
    const clock = createManualClock();
    const { emulator, chatter } = await setUp({ clock });
    answerTokens(emulator.control, 100, inProcess);
    const error = await turn(clock, rejection(chatter.users.me()));
    expect(error).toMatchObject({ kind: 'auth', code: 'invalid_grant', retryable: true });
    expect(emulator.control.tokenRequests).toBe(3);
  });
});

test('what another process has stored meanwhile is taken, and its refresh token not used up', async () => {
  const clock = createManualClock();
  let stored: ChatterTokens | undefined;
  const store = { get: async () => stored, set: async (tokens: ChatterTokens) => void (stored = tokens) };
  const { emulator, chatter } = await setUp({ clock, store });
  const { control, credentials } = emulator;
  control.expireSessions();
  control.faults.add({ match: { path: tokenPath }, fault: inProcess as never });
  const call = chatter.users.me();
  await expect.poll(() => control.tokenRequests).toBe(1);
  // The other process has its answer now.
  const { instanceUrl, refreshToken, clientId, clientSecret } = credentials;
  const other = createChatter({ instanceUrl, refreshToken, clientId, clientSecret, store });
  await other.users.me();
  expect(control.tokenRequests).toBe(2);
  await turn(clock, call);
  expect(control.tokenRequests).toBe(2);
});

describe('under rotation', () => {
  test('a token answer that is lost ends in one error for all who wait, without a loop', async () => {
    const clock = createManualClock();
    const { emulator, chatter } = await setUp({ clock }, { rotateTokens: true });
    answerTokens(emulator.control, 1, { kind: 'drop', when: 'after' });
    const failures = await turn(clock, outcomes(chatter, 50));
    expect(new Set(failures).size).toBe(1);
    expect(failures[0]).toMatchObject({ kind: 'auth', code: 'invalid_grant', status: 400, retryable: false });
    expect(emulator.control.tokenRequests).toBe(2);
  });

  test('two refreshes in a row use two refresh tokens, whatever becomes of saving them', async () => {
    const { emulator, chatter } = await setUp(
      {
        onTokens: () => {
          throw new Error('disk full');
        },
      },
      { rotateTokens: true },
    );
    for (const _round of [1, 2]) {
      emulator.control.expireSessions();
      await chatter.users.me();
    }
    expect(emulator.control.tokenRequests).toBe(2);
  });
});

test('a failed renewal answers for itself for a second, so that a storm of calls makes no storm of requests', async () => {
  const clock = createManualClock();
  const { emulator, chatter } = await setUp({ clock, refreshToken: '5Aep-dead' });
  emulator.control.expireSessions();
  for (let call = 0; call < 10; call += 1) await rejection(chatter.users.me());
  expect(emulator.control.tokenRequests).toBe(1);
  await clock.advance(1000);
  await rejection(chatter.users.me());
  expect(emulator.control.tokenRequests).toBe(2);
});

describe('an org that moves', () => {
  test('is followed to a host that is allowed, with the call under way', async () => {
    const saved: ChatterTokens[] = [];
    const { emulator, chatter } = await setUp({
      allowedInstanceHosts: ['localhost'],
      onTokens: (tokens) => saved.push(tokens),
    });
    const url = await emulator.control.moveInstance({ host: 'localhost', endSessions: true });
    const post = await chatter.feeds.news.me.feed_items.post({ text: 'moved' });
    expect(emulator.control.posts().at(-1)).toMatchObject({ id: post.id, text: 'moved' });
    expect(saved.map(({ instanceUrl }) => instanceUrl)).toEqual([url]);
    await chatter.users.me();
    expect(emulator.control.tokenRequests).toBe(1);
  });

  test('is followed to a host that is allowed with its port only', async () => {
    const { emulator } = await setUp();
    const url = await emulator.control.moveInstance({ host: 'localhost' });
    const { instanceUrl, accessToken, refreshToken, clientId, clientSecret } = emulator.credentials;
    const chatter = createChatter({
      instanceUrl,
      accessToken,
      refreshToken,
      clientId,
      clientSecret,
      allowedInstanceHosts: [new URL(url).host],
    });
    expect(await chatter.users.me()).toMatchObject({ type: 'User' });
    expect(emulator.control.tokenRequests).toBe(1);
  });

  test('is not followed elsewhere, and the error says what to do', async () => {
    const { emulator, chatter } = await setUp({ allowedInstanceHosts: ['localhost:1'] });
    await emulator.control.moveInstance({ host: 'localhost' });
    await expect(chatter.users.me()).rejects.toMatchObject({
      kind: 'auth',
      code: 'INSTANCE_MOVED',
      status: 302,
      message: expect.stringMatching(/allowedInstanceHosts/) as string,
    });
    expect(emulator.control.requests.all.map(({ headers }) => headers['host'])).toEqual(
      Array.from({ length: emulator.control.requests.all.length }, () => new URL(emulator.url).host),
    );
  });
});

describe('a page whose origin the org does not list', () => {
  const page = (): void => {
    Object.assign(globalThis, { document: {} });
    onTestFinished(() => {
      Reflect.deleteProperty(globalThis, 'document');
    });
  };

  test('is told where to list it', async () => {
    page();
    const { emulator, chatter } = await setUp({ allowBrowserSecrets: true, retries: 0 });
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'before' } });
    await expect(chatter.users.me()).rejects.toMatchObject({
      kind: 'network',
      message: expect.stringMatching(/Setup → CORS.*"Enable CORS for OAuth endpoints".*My Domain/) as string,
    });
  });

  test('and a program that is no page is not', async () => {
    const { emulator, chatter } = await setUp({ retries: 0 });
    emulator.control.faults.add({ fault: { kind: 'drop', when: 'before' } });
    await expect(chatter.users.me()).rejects.toMatchObject({
      message: expect.not.stringMatching(/CORS/) as string,
    });
  });
});
