import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const begin = async (): Promise<{ code: string; userCode: string; page: string }> => {
  const { client_id: clientId = '' } = clientOf(org);
  const body = objectOf(await org.token({ response_type: 'device_code', client_id: clientId }));
  expect(body).toMatchObject({ interval: 5, verification_uri: `${org.url}/setup/connect` });
  return {
    code: String(body['device_code']),
    userCode: String(body['user_code']),
    page: String(body['verification_uri']),
  };
};
const poll = async (code: string) => {
  await org.clock.advance(5_000);
  return org.token({ ...clientOf(org), grant_type: 'device', code });
};

test('a device waits until somebody has approved it, and is let in once', async () => {
  const { code, userCode } = await begin();
  expect(objectOf(await poll(code))).toMatchObject({ error: 'authorization_pending' });
  org.control.approveDevice(org.credentials.otherUsername, userCode);
  const body = objectOf(await poll(code));
  expect(body).toHaveProperty('refresh_token');
  const { body: user } = await org.chatter('GET', 'users/me', { token: String(body['access_token']) });
  expect(at(user, 'id')).toBe(org.credentials.otherUserId);
  expect(objectOf(await poll(code))).toMatchObject({ error: 'invalid_grant' });
});

test('a person types the code into a page', async () => {
  const { code, userCode, page } = await begin();
  expect(await (await fetch(page)).text()).toContain('name="user_code"');
  const { username, password } = org.credentials;
  const send = async (form: Record<string, string>): Promise<string> =>
    (await fetch(page, { method: 'POST', body: new URLSearchParams(form) })).text();
  expect(await send({ user_code: userCode, username, password: 'guess' })).toContain('role="alert"');
  expect(objectOf(await poll(code))).toMatchObject({ error: 'authorization_pending' });
  expect(await send({ user_code: userCode.toLowerCase(), username, password })).toContain('Connected');
  expect((await poll(code)).status).toBe(200);
});

test('a device that was denied is told so', async () => {
  const { code, userCode } = await begin();
  org.control.denyDevice(org.credentials.username, userCode);
  expect(objectOf(await poll(code))).toMatchObject({ error: 'access_denied' });
});

test('a device that asks too often is told to slow down', async () => {
  const { code } = await begin();
  await poll(code);
  const hasty = await org.token({ ...clientOf(org), grant_type: 'device', code });
  expect(objectOf(hasty)).toMatchObject({ error: 'slow_down' });
});

test('codes live for ten minutes', async () => {
  const { code, userCode } = await begin();
  await org.clock.advance(10 * 60_000);
  expect(objectOf(await poll(code))).toMatchObject({ error_description: 'expired authorization code' });
  expect(() => org.control.approveDevice(org.credentials.username, userCode)).toThrow(
    'expired authorization code',
  );
});

test('an application that is not installed cannot use it', async () => {
  const { clientId } = org.control.registerApp({ blockedUntilInstalled: true });
  const answered = await org.token({ response_type: 'device_code', client_id: clientId });
  expect(answered.status).toBe(400);
  expect(objectOf(answered)).toMatchObject({ error: 'OAUTH_APP_BLOCKED' });
});
