import { afterEach, beforeEach, expect, test } from 'vitest';
import { clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const me = '/services/data/v66.0/chatter/users/me';
const ask = (origin: string, token = org.credentials.accessToken, redirect: RequestRedirect = 'manual') =>
  fetch(`${origin}${me}?filterGroup=Small`, { redirect, headers: { authorization: `Bearer ${token}` } });
const refreshed = async () =>
  objectOf(
    await org.token({
      ...clientOf(org),
      grant_type: 'refresh_token',
      refresh_token: org.credentials.refreshToken,
    }),
  );

test('the old address sends calls on to the new one', async () => {
  const moved = await org.control.moveInstance();
  expect(moved).not.toBe(org.url);
  const response = await ask(org.url);
  expect(response.status).toBe(302);
  expect(response.headers.get('location')).toBe(`${moved}${me}?filterGroup=Small`);
});

test('whoever follows blindly comes there without a token', async () => {
  await org.control.moveInstance();
  const response = await ask(org.url, org.credentials.accessToken, 'follow');
  expect(response.redirected).toBe(true);
  expect(response.status).toBe(401);
});

test('the next token answer names the new address, where the session is good', async () => {
  const moved = await org.control.moveInstance();
  const body = await refreshed();
  expect(body['instance_url']).toBe(moved);
  expect(body['id']).toMatch(new RegExp(`^${org.url}/id/`));
  expect((await ask(moved, String(body['access_token']))).status).toBe(200);
});

test('sessions outlive the move, or end with it', async () => {
  expect((await ask(await org.control.moveInstance())).status).toBe(200);
  expect((await ask(await org.control.moveInstance({ endSessions: true }))).status).toBe(401);
});

test('a second move leaves the first address, too', async () => {
  const first = await org.control.moveInstance();
  const second = await org.control.moveInstance({ host: 'localhost' });
  expect(new URL(second).hostname).toBe('localhost');
  for (const origin of [org.url, first]) {
    expect((await ask(origin)).headers.get('location')).toBe(`${second}${me}?filterGroup=Small`);
  }
  expect((await ask(second)).status).toBe(200);
});

test('the old address may fall silent, but for those who ask for a token', async () => {
  const moved = await org.control.moveInstance({ oldAnswers: false });
  await expect(ask(org.url)).rejects.toThrow('fetch failed');
  expect((await refreshed())['instance_url']).toBe(moved);
});

test('an org moves at a word over HTTP', async () => {
  const answered = await org.call('POST', '/_emulator/move-instance', { json: {}, token: null });
  const { instanceUrl } = objectOf(answered);
  expect((await ask(String(instanceUrl))).status).toBe(200);
});
