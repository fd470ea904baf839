import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approvedTokens } from './authorizing.js';
import { clientOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const me = '/services/data/v66.0/chatter/users/me';

const refresh = (token = org.credentials.refreshToken) =>
  org.token({ ...clientOf(org), grant_type: 'refresh_token', refresh_token: token });

describe('what ends a refresh token', () => {
  const approve = async (): Promise<{ refreshToken: string; accessToken: string }> => {
    const tokens = await approvedTokens(org);
    return { refreshToken: String(tokens['refresh_token']), accessToken: String(tokens['access_token']) };
  };

  test('a sixth approval of one user silently ends the first, with its sessions', async () => {
    const later = [await approve(), await approve(), await approve(), await approve()];
    expect((await refresh()).status).toBe(200);
    later.push(await approve());
    expect((await refresh()).body).toEqual({
      error: 'invalid_grant',
      error_description: 'expired access/refresh token',
    });
    expect((await org.call('GET', me)).status).toBe(401);
    for (const { refreshToken, accessToken } of later) {
      expect((await refresh(refreshToken)).status).toBe(200);
      expect((await org.call('GET', me, { token: accessToken })).status).toBe(200);
    }
  });

  test('thirty days without use, for an application that has it so', async () => {
    const day = 24 * 3_600_000;
    org.control.registerApp({ clientId: org.credentials.clientId, refreshIdleMs: 30 * day });
    await org.clock.advance(30 * day);
    expect((await refresh()).status).toBe(200);
    await org.clock.advance(30 * day + 1);
    expect((await refresh()).status).toBe(400);
  });

  test('another application cannot use it, and does not harm it', async () => {
    const { clientId, clientSecret } = org.control.registerApp();
    const stranger = { client_id: clientId, client_secret: clientSecret };
    const { refreshToken } = org.credentials;
    const answered = await org.token({
      ...stranger,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    expect(answered.status).toBe(400);
    expect((await refresh()).status).toBe(200);
  });

  test('neither somebody who has left nor a closed org refreshes, and both do so again later', async () => {
    const { username } = org.credentials;
    org.control.rotateTokens(true);
    org.control.activateUser(username, false);
    expect((await refresh()).body).toEqual({
      error: 'inactive_user',
      error_description: 'user is inactive',
    });
    expect((await org.call('GET', me)).status).toBe(401);
    org.control.activateUser(username, true);
    expect((await org.call('GET', me)).status).toBe(200);
    org.control.activateOrg(false);
    expect(objectOf(await refresh())).toMatchObject({ error: 'inactive_org' });
    expect((await org.call('GET', me)).status).toBe(401);
    org.control.activateOrg(true);
    expect((await refresh()).status).toBe(200);
  });

  test('an application that rotates does so whatever the org has', async () => {
    org.control.registerApp({ clientId: org.credentials.clientId, rotatesTokens: true });
    expect(objectOf(await refresh())).toHaveProperty('refresh_token');
    org.control.registerApp({ clientId: org.credentials.clientId, rotatesTokens: false });
    org.control.rotateTokens(true);
    const { refreshToken } = await approve();
    expect(objectOf(await refresh(refreshToken))).not.toHaveProperty('refresh_token');
  });
});
