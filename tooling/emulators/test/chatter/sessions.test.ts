import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const expired = '[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]';
const me = '/services/data/v66.0/chatter/users/me';

describe('a session', () => {
  test.each(['Bearer', 'OAuth', 'bearer'])('is shown with the scheme %s', async (scheme) => {
    const headers = { Authorization: `${scheme} ${org.credentials.accessToken}` };
    expect((await org.call('GET', me, { headers, token: null })).status).toBe(200);
  });

  test.each([
    ['no header', {}],
    ['an unknown token', { Authorization: 'Bearer nonsense' }],
  ])('is refused with %s', async (_name, headers: Record<string, string>) => {
    const answered = await org.call('GET', me, { headers, token: null });
    expect(answered.status).toBe(401);
    expect(answered.text).toBe(expired);
    expect(answered.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(answered.headers.get('sforce-limit-info')).toBeNull();
  });

  test.each([
    ['another scheme', 'Basic dTpw'],
    ['no token', 'Bearer'],
    ['two tokens', 'Bearer one two'],
  ])('is refused by another word with %s', async (_name, authorization) => {
    const headers = { Authorization: authorization };
    const answered = await org.call('GET', me, { headers, token: null });
    expect(answered.status).toBe(401);
    expect(answered.text).toBe('[{"message":"INVALID_HEADER_TYPE","errorCode":"INVALID_AUTH_HEADER"}]');
  });

  test('lives for two hours by the clock of the emulator', async () => {
    await org.clock.advance(2 * 3_600_000 - 1);
    expect((await org.call('GET', me)).status).toBe(200);
    await org.clock.advance(1);
    const answered = await org.call('GET', me);
    expect(answered.status).toBe(401);
    expect(answered.text).toBe(expired);
  });

  test('lives as long as it is told to', async () => {
    await org.close();
    org = await startOrg({ sessionMs: 60_000 });
    await org.clock.advance(60_000);
    expect((await org.call('GET', me)).status).toBe(401);
  });

  test('ends when it is told to, while the refresh token stays', async () => {
    org.control.expireSessions();
    expect((await org.call('GET', me)).status).toBe(401);
    const { clientId, clientSecret, refreshToken } = org.credentials;
    const { status } = await org.token({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: clientId,
      client_secret: clientSecret,
    });
    expect(status).toBe(200);
  });
});

describe('what ends or stops sessions', () => {
  const statusWith = async (token: string): Promise<number> => (await org.call('GET', me, { token })).status;
  const refreshed = async (): Promise<string> => {
    const { clientId, clientSecret, refreshToken } = org.credentials;
    const form = { client_id: clientId, client_secret: clientSecret, refresh_token: refreshToken };
    return String(objectOf(await org.token({ ...form, grant_type: 'refresh_token' }))['access_token']);
  };

  test('the sessions of one user end alone', async () => {
    const other = await org.otherToken();
    org.control.expireSessions({ userId: org.credentials.otherUserId });
    expect(await statusWith(other)).toBe(401);
    expect(await statusWith(org.credentials.accessToken)).toBe(200);
  });

  test('one generation of tokens ends alone', async () => {
    const second = await refreshed();
    const third = await refreshed();
    org.control.expireSessions({ generation: 2 });
    expect(await statusWith(org.credentials.accessToken)).toBe(200);
    expect(await statusWith(second)).toBe(401);
    expect(await statusWith(third)).toBe(200);
  });

  test.each([
    ['agent', 'Connected app is not attached to Agent'],
    ['rest', 'This session is not valid for use with the REST API'],
  ] as const)('%s: a new token does not help', async (reason, message) => {
    org.control.refuseSessions(reason);
    const refused = await org.call('GET', me, { token: await refreshed() });
    expect(errorOf(refused)).toEqual({ status: 401, errorCode: 'INVALID_SESSION_ID', message });
    org.control.refuseSessions(undefined);
    expect((await org.call('GET', me)).status).toBe(200);
  });

  test('a program in another language does the same over HTTP', async () => {
    const control = (name: string, json: unknown) =>
      org.call('POST', `/_emulator/${name}`, { json, token: null });
    expect((await control('refuse-sessions', { reason: 'rest' })).status).toBe(204);
    expect((await org.call('GET', me)).status).toBe(401);
    await control('refuse-sessions', {});
    expect((await org.call('GET', me)).status).toBe(200);
    await control('expire-sessions', { generation: 1 });
    expect((await org.call('GET', me)).status).toBe(401);
    const wrong = await control('expire-sessions', { generation: 'first' });
    expect(wrong.status).toBe(400);
    expect(at(wrong.body, 'error')).toBe('The filter.generation must be a whole number from 0 on.');
  });
});

test('limits and the list of origins are set over HTTP, too', async () => {
  const control = (name: string, json: unknown) =>
    org.call('POST', `/_emulator/${name}`, { json, token: null });
  const origin = 'https://intranet.example.com';
  expect((await org.call('GET', me, { headers: { origin } })).status).toBe(403);
  await control('allow-origin', { origin });
  expect((await org.call('GET', me, { headers: { origin } })).status).toBe(200);
  await control('hourly-limit', { calls: 0 });
  expect((await org.call('GET', me)).status).toBe(503);
  await control('hourly-limit', {});
  await control('daily-limit', { calls: 0 });
  expect((await org.call('GET', me)).status).toBe(403);
  await control('daily-limit', {});
  expect((await org.call('GET', me)).status).toBe(200);
});

test('each answer counts in Sforce-Limit-Info and brings a BrowserId', async () => {
  const first = await org.call('GET', me);
  expect(first.headers.get('sforce-limit-info')).toBe('api-usage=1/15000');
  const missing = await org.call('GET', '/services/data/v66.0/chatter/nothing');
  expect(missing.headers.get('sforce-limit-info')).toBe('api-usage=2/15000');
  const [cookie] = first.headers.getSetCookie();
  expect(cookie).toMatch(/^BrowserId=[\dA-Za-z]{22}; path=\/; max-age=31536000$/);
});

test('the same seed gives the same world, another seed another', async () => {
  const again = await startOrg();
  const other = await startOrg({ seed: 2 });
  expect({ ...again.credentials, instanceUrl: '' }).toEqual({ ...org.credentials, instanceUrl: '' });
  expect(again.control.posts()).toEqual(org.control.posts());
  expect(other.credentials.clientSecret).not.toBe(org.credentials.clientSecret);
  expect(other.credentials.userId).not.toBe(org.credentials.userId);
  await Promise.all([again.close(), other.close()]);
});
