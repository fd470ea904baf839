import { createLocalJWKSet, type JSONWebKeySet, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approvedTokens } from './authorizing.js';
import { clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const userInfo = '/services/oauth2/userinfo';
const identity = (orgId = org.credentials.orgId, userId = org.credentials.userId): string =>
  `/id/${orgId}/${userId}`;
const get = async (path: string, token: string | null = org.credentials.accessToken) => {
  const { status, headers, text } = await org.call('GET', path, { token });
  return { status, type: headers.get('content-type'), text };
};
const refusal = (status: number, text: string): object => ({
  status,
  type: 'text/plain;charset=UTF-8',
  text,
});

describe('userinfo', () => {
  test('says who the token stands for', async () => {
    const { userId, orgId, username } = org.credentials;
    expect(objectOf(await org.call('GET', userInfo))).toMatchObject({
      sub: `${org.url}/id/${orgId}/${userId}`,
      user_id: userId,
      organization_id: orgId,
      preferred_username: username,
      name: 'Mara Lindqvist',
      active: true,
      urls: { users: `${org.url}/services/data/v{version}/chatter/users` },
    });
  });

  test('says in one word of plain text why it does not', async () => {
    expect(await get(userInfo, null)).toEqual(refusal(403, 'Missing_OAuth_Token'));
    expect(await get(userInfo, 'nonsense')).toEqual(refusal(403, 'Bad_OAuth_Token'));
    org.control.expireSessions();
    expect(await get(userInfo)).toEqual(refusal(403, 'Bad_OAuth_Token'));
  });

  test('takes the token from a form, too', async () => {
    const body = new URLSearchParams({ access_token: org.credentials.accessToken });
    expect((await org.call('POST', userInfo, { token: null, body })).status).toBe(200);
  });
});

describe('the identity URL', () => {
  test('is the one that the token answer names', async () => {
    const { refreshToken, userId, username } = org.credentials;
    const { id } = objectOf(
      await org.token({ ...clientOf(org), grant_type: 'refresh_token', refresh_token: refreshToken }),
    );
    const answered = await org.call('GET', new URL(String(id)).pathname);
    expect(answered.body).toMatchObject({ id, user_id: userId, username, display_name: 'Mara Lindqvist' });
  });

  test('takes ids of 15 characters', async () => {
    const { orgId, userId } = org.credentials;
    expect((await get(identity(orgId.slice(0, 15), userId.slice(0, 15)))).status).toBe(200);
  });

  test('says in one word of plain text why it does not answer', async () => {
    const { userId, orgId } = org.credentials;
    expect(await get(identity(), null)).toEqual(refusal(403, 'Missing_OAuth_Token'));
    expect(await get(identity(), 'nonsense')).toEqual(refusal(403, 'Bad_OAuth_Token'));
    expect(await get(identity('00D000000000001'))).toEqual(refusal(403, 'Wrong_Org'));
    expect(await get(identity(orgId, 'nobody'))).toEqual(refusal(404, 'Bad_Id'));
    expect(await get(identity(userId, userId))).toEqual(refusal(404, 'Bad_Id'));
    expect(await get(identity(orgId, '005000000000001'))).toEqual(refusal(404, 'Bad_Id'));
    expect(await get(identity(orgId, org.credentials.formerUserId))).toEqual(refusal(404, 'Inactive'));
  });
});

describe('the id token', () => {
  const verified = async (token: unknown) => {
    const keys = objectOf(await org.call('GET', '/id/keys', { token: null }));
    return jwtVerify(String(token), createLocalJWKSet(keys as unknown as JSONWebKeySet), {
      issuer: org.url,
      audience: org.credentials.clientId,
      currentDate: new Date(org.clock.now()),
    });
  };

  test('is signed with a key that is published, and says who approved', async () => {
    const { id_token: token, id } = await approvedTokens(org, { scope: 'api openid', nonce: 'n-1' });
    const { payload, protectedHeader } = await verified(token);
    expect(protectedHeader).toMatchObject({ alg: 'RS256' });
    expect(payload).toMatchObject({ sub: id, nonce: 'n-1' });
    expect(Number(payload.exp) - Number(payload.iat)).toBe(120);
  });

  test('comes with a refresh, too, but only where openid is in the scope', async () => {
    const { refresh_token: refreshToken } = await approvedTokens(org);
    const form = { ...clientOf(org), grant_type: 'refresh_token' };
    const refreshed = objectOf(await org.token({ ...form, refresh_token: String(refreshToken) }));
    expect((await verified(refreshed['id_token'])).payload.aud).toBe(org.credentials.clientId);
    const without = await org.token({ ...form, refresh_token: org.credentials.refreshToken });
    expect(objectOf(without)).not.toHaveProperty('id_token');
  });
});

test('discovery names endpoints that are there, and the scope for Chatter', async () => {
  const document = objectOf(await org.call('GET', '/.well-known/openid-configuration', { token: null }));
  expect(document).toMatchObject({ issuer: org.url });
  expect(document['scopes_supported']).toContain('chatter_api');
  const named = Object.entries(document).filter(([name]) => /_(?:endpoint|uri)$/.test(name));
  expect(named).toHaveLength(6);
  const statuses = await Promise.all(
    named.map(async ([, url]) => (await org.call('GET', new URL(String(url)).pathname)).status),
  );
  expect(statuses).not.toContain(404);
});
