import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const login = (username: string, password: string) =>
  org.token({ ...clientOf(org), grant_type: 'password', username, password });

test('the password grant logs a user in, without a refresh token', async () => {
  const answered = await login(org.credentials.otherUsername, org.credentials.otherPassword);
  const body = objectOf(answered);
  expect(body).toMatchObject({ scope: 'api chatter_api openid id', token_type: 'Bearer' });
  expect(body).not.toHaveProperty('refresh_token');
  const { body: user } = await org.chatter('GET', 'users/me', { token: String(body['access_token']) });
  expect(at(user, 'id')).toBe(org.credentials.otherUserId);
});

test('it refuses a wrong password and a user who has left', async () => {
  const wrong = await login(org.credentials.username, 'guess');
  expect(wrong.status).toBe(400);
  expect(wrong.body).toEqual({ error: 'invalid_grant', error_description: 'authentication failure' });
  const left = await login(org.credentials.formerUsername, org.credentials.formerPassword);
  expect(left.body).toEqual({ error: 'inactive_user', error_description: 'user is inactive' });
});

test('an org that has switched it off says no more than that it failed', async () => {
  org.control.allowPasswordGrant(false);
  const { username, password } = org.credentials;
  expect((await login(username, password)).body).toEqual({
    error: 'invalid_grant',
    error_description: 'authentication failure',
  });
});

test('an application without a secret cannot use it', async () => {
  const { clientId } = org.control.registerApp({ secretRequired: false });
  const { username, password } = org.credentials;
  const answered = await org.token({ client_id: clientId, grant_type: 'password', username, password });
  expect(at(answered.body, 'error')).toBe('invalid_client');
});

test('too many logins in an hour are refused, until the hour has passed', async () => {
  const { username, password, otherUsername, otherPassword } = org.credentials;
  org.control.loginRate(2);
  expect((await login(username, password)).status).toBe(200);
  await org.clock.advance(30 * 60_000);
  expect((await login(username, password)).status).toBe(200);
  const refused = await login(username, password);
  expect(refused.status).toBe(400);
  expect(refused.body).toEqual({ error: 'rate_limit_exceeded', error_description: 'login rate exceeded' });
  expect((await login(otherUsername, otherPassword)).status).toBe(200);
  await org.clock.advance(30 * 60_000);
  expect((await login(username, password)).status).toBe(200);
});
