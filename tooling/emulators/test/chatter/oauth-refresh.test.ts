import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { at, clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const me = '/services/data/v66.0/chatter/users/me';

const refresh = (token = org.credentials.refreshToken) =>
  org.token({ ...clientOf(org), grant_type: 'refresh_token', refresh_token: token });

describe('the refresh grant', () => {
  test('answers a new access token that works', async () => {
    const answered = await refresh();
    expect(answered.status).toBe(200);
    const { access_token: token } = objectOf(answered);
    expect(token).not.toBe(org.credentials.accessToken);
    expect((await org.call('GET', me, { token: String(token) })).status).toBe(200);
  });

  test('answers exactly these fields, with a signature that can be checked', async () => {
    const body = objectOf(await refresh());
    const { orgId, userId, clientSecret } = org.credentials;
    const id = `${org.url}/id/${orgId}/${userId}`;
    const issuedAt = String(org.clock.now());
    expect(body).toEqual({
      access_token: expect.stringMatching(/^00D\w{12}!AQ/) as unknown,
      signature: createHmac('sha256', clientSecret)
        .update(id + issuedAt)
        .digest('base64'),
      scope: 'refresh_token api chatter_api',
      instance_url: org.url,
      id,
      token_type: 'Bearer',
      issued_at: issuedAt,
    });
  });

  test('takes its parameters from the query', async () => {
    const parameters = new URLSearchParams({
      ...clientOf(org),
      grant_type: 'refresh_token',
      refresh_token: org.credentials.refreshToken,
    });
    const answered = await org.call('POST', `/services/oauth2/token?${parameters}`, { token: null });
    expect(answered.status).toBe(200);
  });

  test('takes its parameters from a multipart body', async () => {
    const body = new FormData();
    const parameters = {
      ...clientOf(org),
      grant_type: 'refresh_token',
      refresh_token: org.credentials.refreshToken,
    };
    for (const [name, value] of Object.entries(parameters)) body.set(name, value);
    expect((await org.call('POST', '/services/oauth2/token', { token: null, body })).status).toBe(200);
  });

  test('takes the application from HTTP Basic', async () => {
    const { clientId, clientSecret, refreshToken } = org.credentials;
    const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64');
    const answered = await org.call('POST', '/services/oauth2/token', {
      token: null,
      headers: { Authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken }),
    });
    expect(answered.status).toBe(200);
  });

  test('refuses a token that it does not know', async () => {
    const answered = await refresh('nonsense');
    expect(answered.status).toBe(400);
    expect(answered.body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
  });

  test('gives the same token any number of uses while tokens do not rotate', async () => {
    expect(objectOf(await refresh())).not.toHaveProperty('refresh_token');
    expect((await refresh()).status).toBe(200);
  });
});

describe('rotation', () => {
  beforeEach(() => org.control.rotateTokens(true));

  test('gives a new refresh token each time', async () => {
    const first = objectOf(await refresh());
    expect(first['refresh_token']).not.toBe(org.credentials.refreshToken);
    const second = await refresh(String(first['refresh_token']));
    expect(second.status).toBe(200);
    expect(objectOf(second)['refresh_token']).not.toBe(first['refresh_token']);
  });

  test('ends the whole family when an old token comes back', async () => {
    const { refresh_token: next, access_token: token } = objectOf(await refresh());
    const replayed = await refresh();
    expect(replayed.status).toBe(400);
    expect(at(replayed.body, 'error_description')).toBe('expired access/refresh token');
    expect((await refresh(String(next))).status).toBe(400);
    expect((await org.call('GET', me, { token: String(token) })).status).toBe(401);
  });

  test('can be on from the start', async () => {
    const rotating = await startOrg({ rotateTokens: true });
    const { clientId, clientSecret, refreshToken } = rotating.credentials;
    const answered = await rotating.token({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: clientId,
      client_secret: clientSecret,
    });
    expect(objectOf(answered)).toHaveProperty('refresh_token');
    await rotating.close();
  });
});

describe('two refreshes at once', () => {
  test('with the same token: the second is told that the first is being processed', async () => {
    org.control.rotateTokens(true);
    org.control.faults.add({
      match: { path: '/services/oauth2/token' },
      fault: { kind: 'delay', ms: 1_000 },
    });
    const first = refresh();
    while (org.control.faults.struck['delay'] === undefined)
      await new Promise((resolve) => setImmediate(resolve));
    const second = await refresh();
    expect(second.status).toBe(400);
    expect(second.body).toEqual({
      error: 'invalid_grant',
      error_description: 'token request is already being processed',
    });
    await org.clock.advance(1_000);
    expect((await first).status).toBe(200);
    expect(org.control.tokenRequests).toBe(2);
  });

  test('the token is free again when the first connection has broken', async () => {
    org.control.faults.add({ fault: { kind: 'reset' } });
    await expect(refresh()).rejects.toThrow('fetch failed');
    expect((await refresh()).status).toBe(200);
  });

  test('an answer that is lost after rotation leaves a client with a dead token', async () => {
    org.control.rotateTokens(true);
    org.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    await expect(refresh()).rejects.toThrow('fetch failed');
    expect((await refresh()).status).toBe(400);
  });
});

describe('revocation', () => {
  const revoke = (token: string) =>
    org.call('POST', '/services/oauth2/revoke', { token: null, body: new URLSearchParams({ token }) });

  test('of an access token ends that session only', async () => {
    expect(await revoke(org.credentials.accessToken)).toMatchObject({ status: 200, text: '' });
    expect((await org.call('GET', me)).status).toBe(401);
    expect((await refresh()).status).toBe(200);
  });

  test('of a refresh token ends its sessions too', async () => {
    const { access_token: token } = objectOf(await refresh());
    expect((await revoke(org.credentials.refreshToken)).status).toBe(200);
    expect((await refresh()).status).toBe(400);
    expect((await org.call('GET', me, { token: String(token) })).status).toBe(401);
    expect((await org.call('GET', me)).status).toBe(401);
  });

  test('of nothing known is refused', async () => {
    expect(at((await revoke('nonsense')).body, 'error')).toBe('invalid_token');
    expect(at((await revoke('')).body, 'error')).toBe('unsupported_token_type');
  });
});
