import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startOrg, type TestOrg } from './org.js';

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
    ['another scheme', { Authorization: 'Basic dTpw' }],
    ['an unknown token', { Authorization: 'Bearer nonsense' }],
    ['no token', { Authorization: 'Bearer' }],
  ])('is refused with %s', async (_name, headers: Record<string, string>) => {
    const answered = await org.call('GET', me, { headers, token: null });
    expect(answered.status).toBe(401);
    expect(answered.text).toBe(expired);
    expect(answered.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(answered.headers.get('sforce-limit-info')).toBeNull();
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
