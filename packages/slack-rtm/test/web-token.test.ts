import { createManualClock } from '@x/emulators';
import { createCredential } from '@x/http-core';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createSlackWeb } from '../src/index.js';
import { behaviour } from './behaviours.js';
import { setUpWeb, startEmulator } from './setup.js';

describe('a token', () => {
  test(behaviour(113), async () => {
    const { apiUrl, botToken, botUserId } = (await startEmulator()).credentials;
    const root = new URL(apiUrl).origin;
    for (const baseUrl of [apiUrl, `${apiUrl}/`, root, `${root}/`]) {
      const web = createSlackWeb({ token: botToken, baseUrl });
      expect((await web.auth.test()).user_id).toBe(botUserId);
      expect(await createSlackWeb({ baseUrl }).api.test({ foo: 'bar' })).toMatchObject({
        args: { foo: 'bar' },
      });
    }
  });

  test(behaviour(128), async () => {
    const { emulator } = await setUpWeb();
    const web = createSlackWeb({ baseUrl: emulator.credentials.apiUrl });
    expect(await web.api.test({ foo: 'bar' })).toMatchObject({ ok: true, args: { foo: 'bar' } });
    expect(await rejection(web.auth.test())).toMatchObject({ kind: 'auth', code: 'not_authed' });
    const [first] = emulator.control.requests.all;
    expect(first?.headers['authorization']).toBeUndefined();
    expect(first?.text).toBe('foo=bar');
  });

  test('may be a credential, which is refreshed once for all whose token was refused', async () => {
    const { emulator, web } = await setUpWeb({ token: 'xoxb-unused' });
    const { apiUrl: baseUrl, botToken, botUserId } = emulator.credentials;
    const stale: (string | undefined)[] = [];
    const token = createCredential({
      initial: 'xoxb-old',
      load: async (old: string | undefined) => {
        stale.push(old);
        return botToken;
      },
    });
    const own = createSlackWeb({ token, baseUrl });
    const answers = await Promise.all([own.auth.test(), own.auth.test(), own.auth.test()]);
    expect(answers.map(({ user_id: id }) => id)).toEqual([botUserId, botUserId, botUserId]);
    expect(stale).toEqual(['xoxb-old']);
    expect(await rejection(web.auth.test())).toMatchObject({ code: 'invalid_auth' });
  });

  test('that Slack refuses is asked for again once, and not with each call', async () => {
    const { emulator } = await setUpWeb();
    const { apiUrl: baseUrl, botToken, botUserId } = emulator.credentials;
    const clock = createManualClock();
    let given = 'xoxb-revoked';
    let asked = 0;
    const token = (): string => {
      asked += 1;
      return given;
    };
    const web = createSlackWeb({ token, baseUrl, clock, rateLimit: 'retry' });
    for (let call = 0; call < 5; call += 1) {
      expect(await rejection(web.auth.test())).toMatchObject({ code: 'invalid_auth', attempts: 1 });
    }
    expect(asked).toBe(2);
    given = botToken;
    await clock.advance(10_000);
    expect((await web.auth.test()).user_id).toBe(botUserId);
    expect(asked).toBe(3);
  });

  test('of an account that is gone is not asked for again', async () => {
    const { emulator } = await setUpWeb();
    const { apiUrl: baseUrl, botToken } = emulator.credentials;
    const body = '{"ok":false,"error":"account_inactive"}';
    emulator.control.faults.add({ fault: { kind: 'status', status: 200, body }, times: Infinity });
    let asked = 0;
    const token = (): string => {
      asked += 1;
      return botToken;
    };
    const web = createSlackWeb({ token, baseUrl });
    expect(await rejection(web.auth.test())).toMatchObject({ kind: 'auth', code: 'account_inactive' });
    expect(asked).toBe(1);
  });

  test('that is an object of another kind is refused', () => {
    const make = (): unknown => createSlackWeb({ token: { get: 1 } as unknown as string });
    expect(make).toThrow(expect.objectContaining({ kind: 'usage', code: 'INVALID_OPTION' }));
  });
});
