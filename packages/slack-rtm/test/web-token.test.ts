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

  test('that is an object of another kind is refused', () => {
    const make = (): unknown => createSlackWeb({ token: { get: 1 } as unknown as string });
    expect(make).toThrow(expect.objectContaining({ kind: 'usage', code: 'INVALID_OPTION' }));
  });
});
