import { afterEach, beforeEach, expect, test } from 'vitest';
import { at, clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const exchange = (given: Record<string, string> = {}) =>
  org.token({
    ...clientOf(org),
    grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
    subject_token: 'ticket 7',
    subject_token_type: 'urn:ietf:params:oauth:token-type:jwt',
    ...given,
  });

test('a token of others is exchanged when a handler knows whom it stands for', async () => {
  const { otherUsername, otherUserId } = org.credentials;
  const seen: string[] = [];
  org.control.handleTokens((token, type) => {
    seen.push(token, type);
    return otherUsername;
  });
  const body = objectOf(await exchange({ scope: 'api' }));
  expect(seen).toEqual(['ticket 7', 'urn:ietf:params:oauth:token-type:jwt']);
  expect(body).toMatchObject({ scope: 'api' });
  expect(body).not.toHaveProperty('refresh_token');
  const { body: user } = await org.chatter('GET', 'users/me', { token: String(body['access_token']) });
  expect(at(user, 'id')).toBe(otherUserId);
});

test('a request may name its handler', async () => {
  org.control.handleTokens(() => org.credentials.username, 'tickets');
  expect((await exchange()).body).toEqual({
    error: 'invalid_request',
    error_description: 'no token exchange handler is registered',
  });
  expect((await exchange({ token_handler: 'tickets' })).status).toBe(200);
});

test('a handler may be a list, given over HTTP', async () => {
  const json = { usernames: { 'ticket 7': org.credentials.username } };
  await org.call('POST', '/_emulator/handle-tokens', { json, token: null });
  expect((await exchange()).status).toBe(200);
  expect((await exchange({ subject_token: 'ticket 8' })).body).toEqual({
    error: 'invalid_grant',
    error_description: 'invalid subject token',
  });
});

test.each([
  ['no token', { subject_token: '' }, 'missing required parameter: subject_token'],
  ['a token that is too long', { subject_token: 'x'.repeat(10_001) }, 'invalid parameter: subject_token'],
  [
    'an unknown type',
    { subject_token_type: 'urn:ietf:params:oauth:token-type:paper' },
    'invalid parameter: subject_token_type',
  ],
])('%s is refused', async (_name, given, description) => {
  org.control.handleTokens(() => org.credentials.username);
  expect((await exchange(given)).body).toEqual({
    error: 'invalid_request',
    error_description: description,
  });
});

test('a scope that the application does not have is refused', async () => {
  org.control.handleTokens(() => org.credentials.username);
  expect(objectOf(await exchange({ scope: 'full' }))).toMatchObject({ error: 'invalid_scope' });
});
