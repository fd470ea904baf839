import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { approvedTokens, challenge, codeFor, verifier } from './authorizing.js';
import { hasFixtures, recorded } from './fixtures.js';
import { clientOf, errorOf, objectOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const trade = (code: string, given: Record<string, string> = {}) =>
  org.token({
    ...clientOf(org),
    grant_type: 'authorization_code',
    redirect_uri: org.credentials.redirectUri,
    code,
    ...given,
  });
const expired = { error: 'invalid_grant', error_description: 'expired authorization code' };
const wrongVerifier = { error: 'invalid_grant', error_description: 'invalid code verifier' };

describe('a code', () => {
  test('is traded for a session and a refresh token, with every scope of the application', async () => {
    const body = objectOf(await trade(codeFor(org)));
    expect(body['scope']).toBe('refresh_token api chatter_api openid id');
    expect((await org.chatter('GET', 'users/me', { token: String(body['access_token']) })).status).toBe(200);
    const refreshed = await org.token({
      ...clientOf(org),
      grant_type: 'refresh_token',
      refresh_token: String(body['refresh_token']),
    });
    expect(refreshed.status).toBe(200);
  });

  test('brings what was asked for, under its usual name', async () => {
    const lasting = await approvedTokens(org, { scope: 'offline_access chatter_api' });
    expect(lasting).toMatchObject({ scope: 'refresh_token chatter_api' });
    expect(lasting).toHaveProperty('refresh_token');
    const passing = await approvedTokens(org, { scope: 'api' });
    expect(passing).not.toHaveProperty('refresh_token');
  });

  test('of an approval without the API opens no session for it', async () => {
    const { access_token: token } = await approvedTokens(org, { scope: 'openid' });
    expect(errorOf(await org.chatter('GET', 'users/me', { token: String(token) }))).toEqual({
      status: 401,
      errorCode: 'INVALID_SESSION_ID',
      message: 'This session is not valid for use with the REST API',
    });
    expect((await org.call('GET', '/services/oauth2/userinfo', { token: String(token) })).status).toBe(200);
  });

  test('works once', async () => {
    const code = codeFor(org);
    expect((await trade(code)).status).toBe(200);
    expect((await trade(code)).body).toEqual(expired);
  });

  test('works for 15 minutes', async () => {
    const [early, late] = [codeFor(org), codeFor(org)];
    await org.clock.advance(15 * 60_000 - 1);
    expect((await trade(early)).status).toBe(200);
    await org.clock.advance(1);
    expect((await trade(late)).body).toEqual(expired);
  });

  test('works for the application and the redirect URI that it was made for', async () => {
    const code = codeFor(org);
    const other = org.control.registerApp();
    const stranger = { client_id: other.clientId, client_secret: other.clientSecret };
    expect((await trade(code, stranger)).body).toEqual(expired);
    expect(objectOf(await trade(code, { redirect_uri: 'https://www.example.com/' }))).toMatchObject({
      error: 'redirect_uri_mismatch',
    });
    expect((await trade(code)).status).toBe(200);
  });

  test('must be there', async () => {
    const { client_id, client_secret } = clientOf(org);
    const answered = await org.token({
      client_id: String(client_id),
      client_secret: String(client_secret),
      grant_type: 'authorization_code',
    });
    expect(objectOf(answered)).toMatchObject({ error: 'invalid_request' });
  });
});

describe('PKCE', () => {
  test('asks for the verifier that the challenge was made of', async () => {
    const code = codeFor(org, { code_challenge: challenge, code_challenge_method: 'S256' });
    expect((await trade(code)).body).toEqual(wrongVerifier);
    expect((await trade(code, { code_verifier: `${verifier}!` })).body).toEqual(wrongVerifier);
    expect((await trade(code, { code_verifier: verifier })).status).toBe(200);
  });

  test('stands in for the secret of an application that can keep none', async () => {
    const { clientId } = org.control.registerApp({
      redirectUris: [org.credentials.redirectUri],
      secretRequired: false,
      pkceRequired: true,
    });
    const code = codeFor(org, { client_id: clientId, code_challenge: challenge });
    const form = {
      grant_type: 'authorization_code',
      client_id: clientId,
      redirect_uri: org.credentials.redirectUri,
      code,
      code_verifier: verifier,
    };
    expect(objectOf(await org.token({ ...form, client_secret: 'guess' }))).toMatchObject({
      error: 'invalid_client',
    });
    const { refresh_token: refreshToken } = objectOf(await org.token(form));
    const refreshed = await org.token({
      grant_type: 'refresh_token',
      client_id: clientId,
      refresh_token: String(refreshToken),
    });
    expect(refreshed.status).toBe(200);
  });
});

describe.skipIf(!hasFixtures)('recorded answers', () => {
  test('the token answer has their fields, but for those of a site', async () => {
    const ofSite = new Set(['sfdc_community_url', 'sfdc_community_id']);
    const keys = Object.keys(recorded('oauth-web-server-success.json')).filter((key) => !ofSite.has(key));
    expect(Object.keys(await approvedTokens(org))).toEqual(keys);
  });

  test('a missing verifier', async () => {
    const code = codeFor(org, { code_challenge: challenge });
    expect((await trade(code)).body).toEqual(recorded('oauth-error-pkce-missing-verifier.json'));
  });
});
