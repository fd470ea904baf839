import type { JWTPayload } from 'jose';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { objectOf, startOrg, type TestOrg } from './org.js';
import { keyPair, sign } from './signing.js';

const { privateKey, publicPem } = keyPair();
const stranger = keyPair();

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
  org.control.registerApp({ clientId: org.credentials.clientId, certificates: [publicPem] });
});
afterEach(() => org.close());

const now = (): number => Math.floor(org.clock.now() / 1_000);
const claims = (given: JWTPayload = {}): JWTPayload => ({
  iss: org.credentials.clientId,
  sub: org.credentials.username,
  aud: 'https://login.salesforce.com',
  exp: now() + 180,
  ...given,
});
const show = (assertion: string) =>
  org.token({ grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion });
const showClaims = async (given: JWTPayload = {}) => show(await sign(claims(given), privateKey));
const invalid = { error: 'invalid_grant', error_description: 'invalid assertion' };

describe('the JWT bearer grant', () => {
  test('lets in whom the JWT names, without a refresh token', async () => {
    const body = objectOf(await showClaims());
    expect(body).toMatchObject({ scope: 'api chatter_api openid id', token_type: 'Bearer' });
    expect(body).not.toHaveProperty('refresh_token');
    const { status } = await org.chatter('GET', 'users/me', { token: String(body['access_token']) });
    expect(status).toBe(200);
  });

  test.each(['https://login.salesforce.com', 'https://test.salesforce.com'])('is for %s', async (aud) => {
    expect((await showClaims({ aud })).status).toBe(200);
  });

  test('is for the emulator’s own address, but not for its token endpoint', async () => {
    expect((await showClaims({ aud: org.url })).status).toBe(200);
    for (const aud of [`${org.url}/services/oauth2/token`, 'https://login.example.com']) {
      expect((await showClaims({ aud })).body).toEqual({
        error: 'invalid_grant',
        error_description: 'audience is invalid',
      });
    }
  });

  test('takes a JWT that has expired three minutes ago at most', async () => {
    const assertion = await sign(claims({ exp: now() }), privateKey);
    await org.clock.advance(179_000);
    expect((await show(assertion)).status).toBe(200);
    await org.clock.advance(2_000);
    expect((await show(assertion)).body).toEqual(invalid);
  });

  test('an older claim wins over sub', async () => {
    const { otherUsername, username } = org.credentials;
    expect(objectOf(await showClaims({ prn: otherUsername }))).toMatchObject({
      error_description: "user hasn't approved this consumer",
    });
    expect((await showClaims({ prn: username, sub: otherUsername })).status).toBe(200);
  });

  test.each([
    ['no JWT', () => Promise.resolve('nonsense')],
    ['another key', () => sign(claims(), stranger.privateKey)],
    ['another algorithm', () => sign(claims(), new TextEncoder().encode(publicPem), 'HS256')],
    ['another algorithm of the same key', () => sign(claims(), privateKey, 'PS256')],
    [
      'no expiry',
      () => {
        const { exp: _, ...lasting } = claims();
        return sign(lasting, privateKey);
      },
    ],
  ])('refuses %s', async (_name, make) => {
    const answered = await show(await make());
    expect(answered.status).toBe(400);
    expect(answered.body).toEqual(invalid);
  });

  test('refuses an application that it does not know, or that has no certificate', async () => {
    expect(objectOf(await showClaims({ iss: 'nobody' }))).toMatchObject({ error: 'invalid_client_id' });
    const { clientId } = org.control.registerApp();
    expect((await showClaims({ iss: clientId })).body).toEqual(invalid);
  });

  test('refuses a user who has left', async () => {
    const { clientId, formerUsername } = org.credentials;
    org.control.registerApp({ clientId, admittedUsers: [formerUsername] });
    expect(objectOf(await showClaims({ sub: formerUsername }))).toMatchObject({ error: 'inactive_user' });
  });

  test('refuses a user whose approval was revoked', async () => {
    const body = new URLSearchParams({ token: org.credentials.refreshToken });
    await org.call('POST', '/services/oauth2/revoke', { token: null, body });
    expect(objectOf(await showClaims())).toMatchObject({
      error_description: "user hasn't approved this consumer",
    });
  });

  test('lets in a user whom an administrator has admitted, and then nobody else', async () => {
    const { clientId, username, otherUsername } = org.credentials;
    org.control.registerApp({ clientId, admittedUsers: [otherUsername] });
    expect((await showClaims({ sub: otherUsername })).status).toBe(200);
    expect(objectOf(await showClaims({ sub: username }))).toMatchObject({ error: 'invalid_app_access' });
  });

  test('takes the same JWT again, unless the org refuses replays', async () => {
    const assertion = await sign(claims({ jti: 'one' }), privateKey);
    expect((await show(assertion)).status).toBe(200);
    org.control.refuseReplays(true);
    expect((await show(assertion)).status).toBe(200);
    expect((await show(assertion)).body).toEqual(invalid);
    expect((await showClaims({ jti: 'two' })).status).toBe(200);
  });

  test('takes any certificate of the application', async () => {
    const { clientId } = org.credentials;
    org.control.registerApp({ clientId, certificates: [stranger.publicPem, publicPem] });
    expect((await showClaims()).status).toBe(200);
    expect(() => org.control.registerApp({ certificates: ['x'.repeat(4_097)] })).toThrow(
      'A certificate can have at most 4096 characters.',
    );
  });
});

describe('an application that authenticates by a signed assertion', () => {
  const refresh = async (given: JWTPayload) => {
    const { clientId, refreshToken } = org.credentials;
    return org.token({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: await sign(claims({ sub: clientId, ...given }), privateKey),
    });
  };

  test('needs no secret', async () => {
    expect((await refresh({})).status).toBe(200);
    expect((await refresh({ aud: `${org.url}/services/oauth2/token` })).status).toBe(200);
  });

  test('must be named as issuer and subject', async () => {
    const refused = { error: 'invalid_client', error_description: 'invalid client credentials' };
    expect((await refresh({ sub: org.credentials.username })).body).toEqual(refused);
    expect((await refresh({ aud: 'https://login.example.com' })).body).toEqual(refused);
  });
});

test.skipIf(!hasFixtures).each([
  ['jwt-audience', { aud: 'https://login.example.com' }],
  ['jwt-not-approved', { sub: 'nobody@northlight.example.com' }],
])('recorded error %s', async (name, given) => {
  const answered = await showClaims(given);
  expect(answered.status).toBe(400);
  expect(answered.body).toEqual(recorded(`oauth-error-${name}.json`));
});
