import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { hasFixtures, recorded } from './fixtures.js';
import { at, clientOf, startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

const refreshForm = (): Record<string, string> => ({
  ...clientOf(org),
  grant_type: 'refresh_token',
  refresh_token: org.credentials.refreshToken,
});

describe('faulty token requests', () => {
  test.each([
    ['no grant', {}, 'unsupported_grant_type', 'grant type not supported'],
    ['another grant', { grant_type: 'implicit' }, 'unsupported_grant_type', 'grant type not supported'],
    ['no application', { grant_type: 'refresh_token' }, 'invalid_client_id', 'client identifier invalid'],
  ])('%s', async (_name, parameters, error, description) => {
    const answered = await org.token(parameters);
    expect(answered.status).toBe(400);
    expect(answered.body).toEqual({ error, error_description: description });
  });

  test('a wrong secret', async () => {
    const answered = await org.token({ ...refreshForm(), client_secret: 'guess' });
    expect(answered.body).toEqual({
      error: 'invalid_client',
      error_description: 'invalid client credentials',
    });
  });

  test('a GET', async () => {
    const answered = await org.call('GET', '/services/oauth2/token', { token: null });
    expect(answered.body).toEqual({ error: 'invalid_request', error_description: 'must use HTTP POST' });
  });

  test('an address that the application is not registered with', async () => {
    org.control.registerApp({ clientId: org.credentials.clientId, allowedIps: ['203.0.113.7'] });
    expect((await org.token(refreshForm())).body).toEqual({
      error: 'invalid_grant',
      error_description: 'ip restricted',
    });
  });
});

describe('the form of an answer', () => {
  test('is JSON by default and by name', async () => {
    for (const form of [{}, { format: 'json' }]) {
      const answered = await org.token({ ...refreshForm(), ...form });
      expect(answered.headers.get('content-type')).toBe('application/json;charset=UTF-8');
      expect(answered.headers.get('cache-control')).toBe('no-cache, no-store');
      expect(at(answered.body, 'token_type')).toBe('Bearer');
    }
  });

  test('is a form', async () => {
    const answered = await org.token({ ...refreshForm(), format: 'urlencoded' });
    expect(answered.headers.get('content-type')).toBe('application/x-www-form-urlencoded;charset=UTF-8');
    expect(new URLSearchParams(answered.text).get('instance_url')).toBe(org.url);
  });

  test('is XML, for errors too', async () => {
    const answered = await org.token({ ...refreshForm(), format: 'xml' });
    expect(answered.headers.get('content-type')).toBe('application/xml;charset=UTF-8');
    expect(answered.text).toContain('<scope>refresh_token api chatter_api</scope>');
    const refused = await org.token({ format: 'xml' });
    expect(refused.status).toBe(400);
    expect(refused.text).toBe(
      '<?xml version="1.0" encoding="UTF-8"?><OAuth><error>unsupported_grant_type</error>' +
        '<error_description>grant type not supported</error_description></OAuth>',
    );
  });

  test('follows the Accept header when no parameter says it', async () => {
    const answered = await org.call('POST', '/services/oauth2/token', {
      token: null,
      headers: { Accept: 'application/xml' },
      body: new URLSearchParams(refreshForm()),
    });
    expect(answered.text).toMatch(/^<\?xml/);
  });
});

describe.skipIf(!hasFixtures)('recorded errors', () => {
  const password = (): Record<string, string> => {
    const { username, password: secret } = org.credentials;
    return { ...clientOf(org), grant_type: 'password', username, password: secret };
  };

  test.each([
    ['auth-failure', () => ({ ...password(), password: 'guess' })],
    ['expired-code', () => ({ ...clientOf(org), grant_type: 'authorization_code', code: 'used' })],
    ['expired-refresh', () => ({ ...refreshForm(), refresh_token: 'dead' })],
    ['inactive-user', () => ({ ...password(), ...formerUser() })],
    ['invalid-client-id', () => ({ ...refreshForm(), client_id: 'nobody' })],
    ['invalid-client', () => ({ ...refreshForm(), client_secret: 'guess' })],
    ['unsupported-grant-type', () => ({ grant_type: 'guess' })],
  ])('%s', async (name, form) => {
    const answered = await org.token(form());
    expect(answered.status).toBe(400);
    expect(answered.body).toEqual(recorded(`oauth-error-${name}.json`));
  });

  const formerUser = (): Record<string, string> => {
    const { formerUsername, formerPassword } = org.credentials;
    return { username: formerUsername, password: formerPassword };
  };

  test('rate-limit', async () => {
    org.control.loginRate(0);
    expect((await org.token(password())).body).toEqual(recorded('oauth-error-rate-limit.json'));
  });
});

describe('pages of other origins', () => {
  const page = 'https://intranet.example.com';
  const ask = async (path: string, method = 'GET'): Promise<{ status: number; allowed: string | null }> => {
    const response = await fetch(org.url + path, { method, headers: { origin: page } });
    return { status: response.status, allowed: response.headers.get('access-control-allow-origin') };
  };

  test.each(['/.well-known/openid-configuration', '/id/keys'])('always read %s', async (path) => {
    expect(await ask(path)).toEqual({ status: 200, allowed: '*' });
  });

  test('need the list for the identity services, and nothing more', async () => {
    expect(await ask('/services/oauth2/userinfo')).toEqual({ status: 403, allowed: null });
    org.control.allowOrigin(page);
    expect(await ask('/services/oauth2/userinfo')).toEqual({ status: 403, allowed: page });
  });

  test.each(['token', 'revoke', 'introspect', 'authorize'])(
    'need the setting for %s, on the org’s own host only',
    async (name) => {
      org.control.allowOrigin(page);
      expect((await ask(`/services/oauth2/${name}`, 'OPTIONS')).status).toBe(403);
      org.control.allowOrigin(page, { oauth: true });
      expect(await ask(`/services/oauth2/${name}`, 'OPTIONS')).toEqual({ status: 200, allowed: page });
      org.control.actAsLoginHost(true);
      expect((await ask(`/services/oauth2/${name}`, 'OPTIONS')).status).toBe(403);
    },
  );
});
