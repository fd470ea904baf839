import { createManualClock, startChatterEmulator } from '@x/emulators';
import { rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createChatter, type ChatterTokens, type HttpEvent } from '../src/index.js';
import { setUp } from './setup.js';

/** A store in memory. */
function memory(): {
  value: ChatterTokens | undefined;
  get(): Promise<ChatterTokens | undefined>;
  set(value: ChatterTokens): Promise<void>;
} {
  return {
    value: undefined,
    async get() {
      return this.value;
    },
    async set(value) {
      this.value = structuredClone(value);
    },
  };
}

describe('an expired session', () => {
  test('renews itself, once, and the next calls use what it got', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.expireSessions();
    await chatter.users.me();
    await chatter.users.me();
    expect(emulator.control.tokenRequests).toBe(1);
    expect(emulator.control.requests.matching({ path: /\/users\/me$/ })).toHaveLength(3);
  });

  test('tells of its new tokens before it uses them, with the whole answer', async () => {
    const told: ChatterTokens[] = [];
    const order: string[] = [];
    const { emulator, chatter } = await setUp({
      onTokens: async (tokens) => {
        await new Promise((resolve) => setTimeout(resolve, 10));
        told.push(tokens);
        order.push('saved');
      },
      observe: (event: HttpEvent) => event.type === 'request' && order.push(event.path),
    });
    emulator.control.expireSessions();
    await chatter.users.me();
    expect(told).toHaveLength(1);
    expect(told[0]).toMatchObject({
      instanceUrl: emulator.url,
      refreshToken: emulator.credentials.refreshToken,
      answer: { token_type: 'Bearer', issued_at: expect.stringMatching(/^\d+$/) as string },
    });
    expect(told[0]?.accessToken).toBe(told[0]?.answer?.access_token);
    expect(told[0]?.accessToken).not.toBe(emulator.credentials.accessToken);
    expect(order).toEqual([
      '/services/data/v66.0/chatter/users/me',
      '/services/oauth2/token',
      'saved',
      '/services/data/v66.0/chatter/users/me',
    ]);
  });

  test('keeps a rotated refresh token, and uses it the next time', async () => {
    const told: ChatterTokens[] = [];
    const { emulator, chatter } = await setUp(
      { onTokens: (tokens) => told.push(tokens) },
      { rotateTokens: true },
    );
    for (let round = 0; round < 3; round += 1) {
      emulator.control.expireSessions();
      await chatter.users.me();
    }
    expect(new Set(told.map(({ refreshToken }) => refreshToken)).size).toBe(3);
    expect(emulator.control.tokenRequests).toBe(3);
  });

  test('goes on with tokens that could not be saved, and saves them later', async () => {
    let failures = 2;
    const saved: ChatterTokens[] = [];
    const events: HttpEvent[] = [];
    const { emulator, chatter } = await setUp({
      onTokens: (tokens) => {
        if (failures-- > 0) throw new Error('disk full');
        saved.push(tokens);
      },
      observe: (event) => events.push(event),
    });
    emulator.control.expireSessions();
    await chatter.users.me();
    await chatter.users.me();
    await chatter.users.me();
    await expect.poll(() => saved.length).toBe(1);
    expect(emulator.control.tokenRequests).toBe(1);
    expect(events.filter(({ type }) => type === 'unsaved')).toHaveLength(2);
  });

  test('starts from the store the next time', async () => {
    const store = memory();
    const { emulator, chatter } = await setUp({ store });
    emulator.control.expireSessions();
    await chatter.users.me();
    const { instanceUrl, accessToken, refreshToken, clientId } = emulator.credentials;
    const next = createChatter({ instanceUrl, accessToken, refreshToken, clientId, store });
    await next.users.me();
    expect(emulator.control.tokenRequests).toBe(1);
  });

  test('needs no access token to begin with', async () => {
    const { emulator, chatter } = await setUp({ accessToken: undefined });
    await chatter.users.me();
    expect(emulator.control.requests.all.map(({ path }) => path)).toEqual([
      '/services/oauth2/token',
      '/services/data/v66.0/chatter/users/me',
    ]);
  });

  test('that cannot be renewed fails as what it is, without a second request', async () => {
    const { emulator, chatter } = await setUp({ refreshToken: undefined });
    emulator.control.expireSessions();
    await expect(chatter.users.me()).rejects.toMatchObject({
      kind: 'auth',
      code: 'INVALID_SESSION_ID',
      status: 401,
      retryable: false,
    });
    expect(emulator.control.requests.all).toHaveLength(1);
  });

  test('with a dead refresh token ends in one error for all who wait', async () => {
    const { emulator, chatter } = await setUp({ refreshToken: '5Aep-dead' });
    emulator.control.expireSessions();
    const errors = await Promise.all(Array.from({ length: 20 }, () => rejection(chatter.users.me())));
    expect(errors[0]).toMatchObject({ kind: 'auth', code: 'invalid_grant', status: 400 });
    expect(new Set(errors).size).toBe(1);
    expect(emulator.control.tokenRequests).toBe(1);
  });

  test('expires by the clock of the service, and again', async () => {
    const clock = createManualClock();
    const { emulator, chatter } = await setUp({}, { clock, sessionMs: 60_000 });
    for (let minute = 0; minute < 3; minute += 1) {
      await chatter.users.me();
      await clock.advance(60_001);
    }
    await chatter.users.me();
    expect(emulator.control.tokenRequests).toBe(3);
  });

  test('is not taken for one where the service means something else', async () => {
    const { emulator, chatter } = await setUp();
    const body = JSON.stringify([
      { errorCode: 'INVALID_SESSION_ID', message: 'This session is not valid for use with the REST API' },
    ]);
    emulator.control.faults.add({ fault: { kind: 'status', status: 401, body } });
    await expect(chatter.users.me()).rejects.toMatchObject({ kind: 'auth', status: 401 });
    expect(emulator.control.tokenRequests).toBe(0);
  });
});

describe('an org that has moved', () => {
  test('is followed through the token answer, never through the redirect', async () => {
    const next = await startChatterEmulator();
    onTestFinished(() => next.close());
    const { emulator, chatter } = await setUp({
      fetch: (input, init) => fetch(input.replace('https://moved.my.salesforce.com', emulator.url), init),
    });
    const { faults, requests } = emulator.control;
    faults.add({
      match: { path: /\/users\/me$/ },
      fault: {
        kind: 'status',
        status: 302,
        headers: { location: `${next.url}/services/data/v66.0/chatter/users/me` },
      },
    });
    const session = {
      access_token: emulator.credentials.accessToken.replace(/!.*/, '!moved'),
      instance_url: 'https://moved.my.salesforce.com',
    };
    faults.add({
      match: { path: '/services/oauth2/token' },
      fault: { kind: 'status', status: 200, body: JSON.stringify(session) },
    });
    // The new token is none that the emulator knows: what counts is where it was sent.
    await rejection(chatter.users.me());
    expect(next.control.requests.all).toEqual([]);
    expect(requests.all.map(({ path }) => path)).toEqual([
      '/services/data/v66.0/chatter/users/me',
      '/services/oauth2/token',
      '/services/data/v66.0/chatter/users/me',
    ]);
    expect(requests.all[2]?.headers['authorization']).toBe(`Bearer ${session.access_token}`);
  });

  test.each([
    'https://evil.example',
    'https://salesforce.com.evil.example',
    'https://evilsalesforce.com',
    'http://mydomain.my.salesforce.com',
    'https://user:pass@mydomain.my.salesforce.com',
    'nonsense',
  ])('is not followed to %s', async (instance) => {
    const addresses: string[] = [];
    const { emulator, chatter } = await setUp({
      fetch: (input, init) => {
        addresses.push(new URL(input).origin);
        return fetch(input, init);
      },
    });
    emulator.control.expireSessions();
    emulator.control.faults.add({
      match: { path: '/services/oauth2/token' },
      fault: {
        kind: 'status',
        status: 200,
        body: JSON.stringify({ access_token: 'a-token', instance_url: instance }),
      },
    });
    await rejection(chatter.users.me());
    expect(new Set(addresses)).toEqual(new Set([emulator.url]));
  });
});

test.each(['""', 'null'])('a refresh token of %s in an answer ends none that serves', async (nothing) => {
  const { emulator, chatter } = await setUp();
  emulator.control.expireSessions();
  emulator.control.faults.add({
    match: { path: '/services/oauth2/token' },
    fault: { kind: 'status', status: 200, body: `{"access_token":"unknown","refresh_token":${nothing}}` },
  });
  await rejection(chatter.users.me());
  // The token that came was of no use; the next call gets one that is.
  expect(await chatter.users.me()).toHaveProperty('id', emulator.credentials.userId);
});

describe('a token answer that cannot be used', () => {
  test.each(['{}', '{"access_token":""}', '[]', 'null', '<html>', ''])(
    '%j is a protocol error',
    async (body) => {
      const { emulator, chatter } = await setUp();
      emulator.control.expireSessions();
      emulator.control.faults.add({
        match: { path: '/services/oauth2/token' },
        fault: { kind: 'status', status: 200, body },
      });
      await expect(chatter.users.me()).rejects.toMatchObject({ kind: 'protocol', service: 'chatter' });
    },
  );
});

test('tokens of this machine never go to Salesforce, nor a sandbox’s to the login of production', async () => {
  const asked: string[] = [];
  const fetch = async (input: string): Promise<Response> => {
    asked.push(new URL(input).origin);
    return Response.json({ error: 'invalid_grant' }, { status: 400 });
  };
  const rest = { refreshToken: '5Aep', clientId: '3MVG', fetch };
  for (const instanceUrl of [
    'http://127.0.0.1:4100',
    'https://chatter.example.com',
    'https://mydomain.my.salesforce.com',
    'https://mydomain--dev.sandbox.my.salesforce.com',
  ]) {
    await rejection(createChatter({ ...rest, instanceUrl }).users.me());
  }
  await rejection(
    createChatter({
      ...rest,
      instanceUrl: 'https://a.my.salesforce.com',
      loginUrl: 'https://a.my.site.com',
    }).users.me(),
  );
  expect(asked).toEqual([
    'http://127.0.0.1:4100',
    'https://chatter.example.com',
    'https://login.salesforce.com',
    'https://test.salesforce.com',
    'https://a.my.site.com',
  ]);
});

test('a client secret is refused in a web page, unless it is wanted', () => {
  const options = {
    instanceUrl: 'https://a.my.salesforce.com',
    refreshToken: '5Aep',
    clientId: '3MVG',
    clientSecret: 'secret',
  };
  Object.assign(globalThis, { document: {} });
  onTestFinished(() => {
    Reflect.deleteProperty(globalThis, 'document');
  });
  expect(() => createChatter(options)).toThrow(/clientSecret must be left out in a browser/);
  expect(() => createChatter({ ...options, allowBrowserSecrets: true })).not.toThrow();
  expect(() => createChatter({ ...options, clientSecret: undefined })).not.toThrow();
});

test.each(['invalid_client', 'invalid_client_id', 'inactive_user', 'unsupported_grant_type'])(
  'a token endpoint that says %s is no authentication',
  async (error) => {
    const { emulator, chatter } = await setUp();
    emulator.control.expireSessions();
    emulator.control.faults.add({
      match: { path: '/services/oauth2/token' },
      fault: { kind: 'status', status: 400, body: JSON.stringify({ error, error_description: 'no' }) },
    });
    await expect(chatter.users.me()).rejects.toMatchObject({ kind: 'auth', code: error, retryable: false });
  },
);
