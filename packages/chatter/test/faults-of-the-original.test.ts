import { describe, expect, test } from 'vitest';
import { rejection } from '@x/testkit';
import { createChatter, type ChatterTokens } from '../src/index.js';
import { setUp } from './setup.js';

const tokenPath = '/services/oauth2/token';

describe('what Python’s chatter got wrong is right here:', () => {
  test('(1) a new token stays with the client, so that later calls do not refresh again', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.expireSessions();
    for (let call = 0; call < 5; call += 1) await chatter.users.me();
    expect(emulator.control.tokenRequests).toBe(1);
  });

  test('(2) a refresh token that is missing is not sent, neither as "None" nor as "undefined"', async () => {
    const { emulator, chatter } = await setUp({ refreshToken: undefined });
    emulator.control.expireSessions();
    await rejection(chatter.users.me());
    expect(emulator.control.requests.matching({ path: tokenPath })).toEqual([]);
  });

  test('(3) the login host is not one for all', async () => {
    const login = await setUp();
    const { instanceUrl, refreshToken, clientId, clientSecret } = login.emulator.credentials;
    const { emulator } = await setUp();
    const chatter = createChatter({
      instanceUrl: emulator.credentials.instanceUrl,
      loginUrl: instanceUrl,
      refreshToken,
      clientId,
      clientSecret,
      allowedInstanceHosts: [new URL(instanceUrl).host],
    });
    await chatter.users.me();
    expect(login.emulator.control.tokenRequests).toBe(1);
    expect(emulator.control.tokenRequests).toBe(0);
  });

  test('(4) the instance and the rotated refresh token of an answer are used', async () => {
    const saved: ChatterTokens[] = [];
    const { emulator, chatter } = await setUp(
      { onTokens: (tokens) => saved.push(tokens), allowedInstanceHosts: ['localhost'] },
      { rotateTokens: true },
    );
    const url = await emulator.control.moveInstance({ host: 'localhost', endSessions: true });
    await chatter.users.me();
    emulator.control.expireSessions();
    await chatter.users.me();
    expect(saved.map(({ instanceUrl }) => instanceUrl)).toEqual([url, url]);
    const tokens = [emulator.credentials.refreshToken, ...saved.map(({ refreshToken }) => refreshToken)];
    expect(new Set(tokens).size).toBe(3);
    const sent = emulator.control.requests
      .matching({ path: tokenPath })
      .map(({ text }) => new URLSearchParams(text).get('refresh_token'));
    expect(sent).toEqual(tokens.slice(0, 2));
  });

  test('(5) parallel calls share one refresh', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.expireSessions();
    await Promise.all(Array.from({ length: 100 }, () => chatter.users.me()));
    expect(emulator.control.tokenRequests).toBe(1);
  });

  test('(6) a refresh that fails is an error that says so, and not a stale 401', async () => {
    const { emulator, chatter } = await setUp({ refreshToken: '5Aep-dead' });
    emulator.control.expireSessions();
    await expect(chatter.users.me()).rejects.toMatchObject({
      kind: 'auth',
      code: 'invalid_grant',
      message:
        'chatter: POST /services/oauth2/token answered 400 invalid_grant: expired access/refresh token',
    });
  });

  test('(7) there are JSON bodies, and PATCH, PUT, DELETE and HEAD', async () => {
    const { emulator, chatter } = await setUp();
    const anything = chatter._('anything');
    for (const verb of ['post', 'patch', 'put'] as const) await rejection(anything[verb]({ a: 1 }));
    for (const verb of ['delete', 'head'] as const) await rejection(anything[verb]());
    expect(
      emulator.control.requests.all.map(({ method, headers, text }) => [
        method,
        headers['content-type'],
        text,
      ]),
    ).toEqual([
      ['POST', 'application/json', '{"a":1}'],
      ['PATCH', 'application/json', '{"a":1}'],
      ['PUT', 'application/json', '{"a":1}'],
      ['DELETE', undefined, ''],
      ['HEAD', undefined, ''],
    ]);
  });

  test('(8) an underscore in an id stays one', async () => {
    const { emulator, chatter } = await setUp();
    await rejection(chatter.users._('a_b').get());
    await rejection(chatter.users._('1_2').get());
    await rejection(chatter.feed_elements._('x_1').get());
    expect(emulator.control.requests.all.map(({ path }) => path.replace(/.*\/chatter/, ''))).toEqual([
      '/users/a_b',
      '/users/1_2',
      '/feed-elements/x_1',
    ]);
  });

  test('(9) the version that is used by default is alive', async () => {
    const { emulator, chatter } = await setUp();
    expect(await chatter.users.me()).toMatchObject({ type: 'User' });
    expect(emulator.control.requests.all[0]?.path).toBe('/services/data/v66.0/chatter/users/me');
  });
});
