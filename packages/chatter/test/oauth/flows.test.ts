import { createManualClock } from '@x/emulators';
import { expectNoSecrets, rejection } from '@x/testkit';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createChatter, type ChatterTokens, type Credential } from '../../src/index.js';
import {
  clientCredentials,
  introspect,
  refreshTokens,
  revoke,
  tokenExchange,
  userInfo,
  verifySignature,
  type UsernamePasswordOptions,
} from '../../src/oauth/index.js';
import * as oauth from '../../src/oauth/index.js';
import { turn } from '../turn.js';
import { setUp } from './setup.js';

// By another name, since what is deprecated still has to work.
const byPassword: (options: UsernamePasswordOptions) => Credential<ChatterTokens> = Reflect.get(
  oauth,
  'usernamePassword',
);

describe('client credentials', () => {
  test('let a program in as the user of its settings, and again when the session is over', async () => {
    const { emulator, app } = await setUp();
    const { clientId, otherUsername, otherUserId } = emulator.credentials;
    emulator.control.registerApp({ clientId, runAs: otherUsername });
    const saved: ChatterTokens[] = [];
    const credential = clientCredentials({ ...app, onTokens: (tokens) => saved.push(tokens) });
    const chatter = createChatter({ credential });
    expect(await chatter.users.me()).toMatchObject({ id: otherUserId });
    emulator.control.expireSessions();
    await Promise.all(Array.from({ length: 20 }, () => chatter.users.me()));
    expect(emulator.control.tokenRequests).toBe(2);
    expect(saved).toHaveLength(2);
    expect(saved[1]?.refreshToken).toBeUndefined();
  });

  test('are refused for an app without such a user, and say what to do', async () => {
    const { emulator, app } = await setUp();
    emulator.control.registerApp({ clientId: app.clientId, runAs: undefined });
    await expect(clientCredentials(app).get()).rejects.toMatchObject({
      kind: 'auth',
      code: 'invalid_grant',
      message: expect.stringMatching(/name a user under "Run As"/) as string,
    });
  });

  test('need the My Domain of the org', async () => {
    const { emulator, app } = await setUp();
    for (const loginUrl of ['https://login.salesforce.com', 'https://test.salesforce.com/']) {
      expect(() => clientCredentials({ ...app, loginUrl })).toThrow(/loginUrl must be the My Domain/);
    }
    emulator.control.actAsLoginHost(true);
    expect(await rejection(clientCredentials(app).get())).toMatchObject({
      message: expect.stringMatching(/use the My Domain of the org as loginUrl/) as string,
    });
  });

  test('take an answer only for a host that is Salesforce’s, the login host itself or allowed', async () => {
    const { emulator, app } = await setUp();
    const { clientId, username } = emulator.credentials;
    emulator.control.registerApp({ clientId, runAs: username });
    await emulator.control.moveInstance({ host: 'localhost' });
    await expect(clientCredentials(app).get()).rejects.toMatchObject({
      kind: 'protocol',
      code: 'INVALID_TOKEN_ANSWER',
    });
    const chatter = createChatter({
      credential: clientCredentials({ ...app, allowedInstanceHosts: ['localhost'] }),
    });
    expect(await chatter.users.me()).toMatchObject({ type: 'User' });
  });
});

describe('token exchange', () => {
  test('trades a token of somebody else, each time a new one', async () => {
    const { emulator, app } = await setUp();
    const { clientId, username } = emulator.credentials;
    emulator.control.registerApp({ clientId, scopes: ['api'] });
    emulator.control.handleTokens((token) => (token.startsWith('theirs') ? username : 'nobody'), 'Mapper');
    let given = 0;
    const credential = tokenExchange({
      ...app,
      subjectToken: async () => `theirs ${(given += 1)}`,
      subjectTokenType: 'jwt',
      tokenHandler: 'Mapper',
    });
    const chatter = createChatter({ credential });
    await chatter.users.me();
    emulator.control.expireSessions();
    await chatter.users.me();
    const forms = emulator.control.requests
      .matching({ path: '/services/oauth2/token' })
      .map(({ text }) => new URLSearchParams(text));
    expect(forms.map((form) => form.get('subject_token') ?? form.get('grant_type'))).toEqual([
      'theirs 1',
      'theirs 2',
    ]);
    expect(forms[0]?.get('subject_token_type')).toBe('urn:ietf:params:oauth:token-type:jwt');
  });

  test('renews the session by the refresh token, where the answer has one', async () => {
    const { emulator, app } = await setUp();
    emulator.control.handleTokens(() => emulator.credentials.username);
    const credential = tokenExchange({ ...app, subjectToken: 'theirs', subjectTokenType: 'id_token' });
    const tokens = await credential.get();
    emulator.control.expireSessions();
    await createChatter({ credential }).users.me();
    const form = new URLSearchParams(
      emulator.control.requests.matching({ path: '/services/oauth2/token' }).at(-1)?.text,
    );
    expect(form.get('grant_type')).toBe(
      tokens.refreshToken === undefined ? 'urn:ietf:params:oauth:grant-type:token-exchange' : 'refresh_token',
    );
  });

  test('refuses a token that is too long before it is sent, and hands on what cannot give one', async () => {
    const { emulator, app } = await setUp();
    const options = { ...app, subjectTokenType: 'saml2' } as const;
    expect(() => tokenExchange({ ...options, subjectToken: 'x'.repeat(10_001) })).toThrow(
      expect.objectContaining({ kind: 'usage', code: 'INVALID_OPTION' }),
    );
    const broken = new Error('the other provider is down');
    const credential = tokenExchange({ ...options, subjectToken: () => Promise.reject(broken) });
    expect(await rejection(createChatter({ credential }).users.me())).toBe(broken);
    expect(emulator.control.requests.all).toEqual([]);
  });
});

test('one credential of refresh tokens serves several clients with one refresh', async () => {
  const { emulator, app } = await setUp();
  const { instanceUrl, accessToken, refreshToken } = emulator.credentials;
  const credential = refreshTokens({ ...app, instanceUrl, accessToken, refreshToken });
  emulator.control.expireSessions();
  const clients = [createChatter({ credential }), createChatter({ credential, version: '50.0' })];
  await Promise.all(clients.map((chatter) => chatter.users.me()));
  expect(emulator.control.tokenRequests).toBe(1);
});

test('usernames and passwords still let in where the org takes them', async () => {
  const { emulator, app } = await setUp();
  const { username, password, userId } = emulator.credentials;
  const credential = byPassword({ ...app, username, password });
  expect(await createChatter({ credential }).users.me()).toMatchObject({ id: userId });
  const error = await rejection(byPassword({ ...app, username, password: 'a-wrong-one' }).get());
  expect(error).toMatchObject({ kind: 'auth', code: 'invalid_grant' });
  expectNoSecrets(error, ['a-wrong-one', app.clientSecret]);
});

describe('revoking', () => {
  test('a refresh token ends its sessions', async () => {
    const { emulator, app, chatter } = await setUp();
    const { refreshToken } = emulator.credentials;
    await revoke({ loginUrl: app.loginUrl, token: refreshToken });
    await expect(chatter.users.me()).rejects.toMatchObject({ kind: 'auth', code: 'invalid_grant' });
  });

  test('what is not alive is an error', async () => {
    const { app } = await setUp();
    await expect(revoke({ loginUrl: app.loginUrl, token: 'nothing' })).rejects.toMatchObject({
      kind: 'auth',
      code: 'invalid_token',
    });
  });
});

describe('introspection', () => {
  test('tells what a token is worth', async () => {
    const { emulator, app } = await setUp();
    const { clientId, accessToken, username } = emulator.credentials;
    emulator.control.registerApp({ clientId, mayIntrospect: true });
    expect(await introspect({ ...app, token: accessToken })).toMatchObject({
      active: true,
      client_id: clientId,
      username,
      exp: expect.any(Number) as number,
    });
    expect(await introspect({ ...app, token: 'nothing', tokenTypeHint: 'refresh_token' })).toEqual({
      active: false,
    });
  });

  test('is for apps that may', async () => {
    const { emulator, app } = await setUp();
    emulator.control.registerApp({ clientId: app.clientId, mayIntrospect: false });
    await expect(introspect({ ...app, token: 'any' })).rejects.toMatchObject({
      kind: 'auth',
      code: 'unauthorized_client',
    });
  });
});

describe('the user of a session', () => {
  test('is told', async () => {
    const { emulator, chatter } = await setUp();
    const { userId, orgId, username } = emulator.credentials;
    expect(await userInfo(chatter)).toMatchObject({
      user_id: userId,
      organization_id: orgId,
      preferred_username: username,
    });
  });

  test('is told by an identity service that words an expired session in its own way', async () => {
    const { emulator, chatter } = await setUp();
    emulator.control.expireSessions();
    await userInfo(chatter);
    expect(emulator.control.tokenRequests).toBe(1);
    expect(emulator.control.requests.matching({ path: '/services/oauth2/userinfo' })).toHaveLength(2);
  });

  test('is not told when the session cannot be renewed', async () => {
    const { emulator, chatter } = await setUp({ refreshToken: undefined });
    emulator.control.expireSessions();
    await expect(userInfo(chatter)).rejects.toMatchObject({
      kind: 'auth',
      code: 'Bad_OAuth_Token',
      status: 403,
    });
  });
});

test('too many logins are a limit, and not a wrong password', async () => {
  const { emulator, app } = await setUp();
  const { clientId, username } = emulator.credentials;
  emulator.control.registerApp({ clientId, runAs: username });
  emulator.control.loginRate(0);
  await expect(clientCredentials(app).get()).rejects.toMatchObject({
    kind: 'rate-limit',
    code: 'rate_limit_exceeded',
    message: expect.stringMatching(/wait for some minutes/) as string,
  });
});

test('a login that fails for a moment is tried again, as any call', async () => {
  const clock = createManualClock();
  const { emulator, app } = await setUp();
  const { clientId, username } = emulator.credentials;
  emulator.control.registerApp({ clientId, runAs: username });
  emulator.control.faults.add({ fault: { kind: 'html', status: 503 } });
  const chatter = createChatter({ clock, credential: clientCredentials({ ...app, clock }) });
  expect(await turn(clock, chatter.users.me())).toMatchObject({ type: 'User' });
  expect(emulator.control.tokenRequests).toBe(2);
});

test('a token answer bears the signature of Salesforce, and no other', async () => {
  const { emulator, app } = await setUp();
  const { clientId, username } = emulator.credentials;
  emulator.control.registerApp({ clientId, runAs: username });
  const { answer } = await clientCredentials(app).get();
  if (answer === undefined) throw new Error('There is no answer.');
  expect(await verifySignature(answer, app.clientSecret)).toBe(true);
  expect(await verifySignature(answer, 'another secret')).toBe(false);
  expect(await verifySignature({ ...answer, issued_at: '1' }, app.clientSecret)).toBe(false);
  expect(await verifySignature({ ...answer, signature: undefined } as never, app.clientSecret)).toBe(false);
  expect(await verifySignature({ ...answer, signature: 'not base64!' }, app.clientSecret)).toBe(false);
  await expect(verifySignature(answer, '')).rejects.toMatchObject({ kind: 'usage', code: 'INVALID_OPTION' });
});

describe('secrets in a web page', () => {
  test('are refused, unless they are wanted', async () => {
    const { app } = await setUp();
    const options = { ...app, username: 'ann', password: 'secret', token: '00D' };
    Object.assign(globalThis, { document: {} });
    onTestFinished(() => {
      Reflect.deleteProperty(globalThis, 'document');
    });
    expect(() => clientCredentials(options)).toThrow(/clientSecret must be left out in a browser/);
    expect(() => byPassword({ ...options, clientSecret: undefined })).toThrow(/password must be left out/);
    await expect(introspect(options)).rejects.toThrow(/clientSecret must be left out/);
    expect(() => clientCredentials({ ...options, allowBrowserSecrets: true })).not.toThrow();
  });
});
