import { inspect } from 'node:util';
import { rejection } from '@x/testkit';
import { describe, expect, test } from 'vitest';
import { createChatter } from '../../src/index.js';
import { authorizationUrl, createPkce, exchangeCode, readRedirect } from '../../src/oauth/index.js';
import { setUp, type OAuthSetup } from './setup.js';

/** Sends the user to log in, and gives where he comes back to. */
function logIn({ emulator, app }: OAuthSetup, more: object = {}): string {
  const { redirectUri, username } = emulator.credentials;
  return emulator.control.approve(username, authorizationUrl({ ...app, redirectUri, ...more }));
}

describe('the web server flow', () => {
  test('ends in a client whose session renews itself', async () => {
    const org = await setUp();
    const { redirectUri } = org.emulator.credentials;
    const { codeVerifier, codeChallenge } = await createPkce();
    const back = logIn(org, { codeChallenge, state: 'mine', scope: 'api refresh_token' });
    const code = readRedirect(back, 'mine');
    const tokens = await exchangeCode({ ...org.app, code, redirectUri, codeVerifier });
    expect(tokens).toMatchObject({
      instanceUrl: org.emulator.url,
      accessToken: tokens.answer?.access_token,
      refreshToken: tokens.answer?.refresh_token,
      answer: { token_type: 'Bearer' },
    });
    const chatter = createChatter({ ...org.app, ...tokens });
    expect(await chatter.users.me()).toMatchObject({ id: org.emulator.credentials.userId });
    org.emulator.control.expireSessions();
    expect(await chatter.users.me()).toMatchObject({ id: org.emulator.credentials.userId });
  });

  test('works without a secret for an app that keeps none', async () => {
    const org = await setUp();
    const { clientId, redirectUri } = org.emulator.credentials;
    org.emulator.control.registerApp({ clientId, secretRequired: false, pkceRequired: true });
    const { codeVerifier, codeChallenge } = await createPkce();
    const code = readRedirect(logIn(org, { codeChallenge }), undefined);
    const { loginUrl } = org.app;
    const tokens = await exchangeCode({ loginUrl, clientId, code, redirectUri, codeVerifier });
    expect(await createChatter({ clientId, loginUrl, ...tokens }).users.me()).toMatchObject({ type: 'User' });
  });

  test('is refused with the verifier of another login, and says what to do', async () => {
    const org = await setUp();
    const { redirectUri } = org.emulator.credentials;
    const { codeChallenge } = await createPkce();
    const { codeVerifier } = await createPkce();
    const code = readRedirect(logIn(org, { codeChallenge }), undefined);
    await expect(exchangeCode({ ...org.app, code, redirectUri, codeVerifier })).rejects.toMatchObject({
      kind: 'auth',
      code: 'invalid_grant',
      retryable: false,
      message: expect.stringMatching(/invalid code verifier – send the codeVerifier that belongs/) as string,
    });
  });

  test('takes a code once', async () => {
    const org = await setUp();
    const { redirectUri } = org.emulator.credentials;
    const code = readRedirect(logIn(org), undefined);
    await exchangeCode({ ...org.app, code, redirectUri });
    await expect(exchangeCode({ ...org.app, code, redirectUri })).rejects.toMatchObject({
      code: 'invalid_grant',
      retryable: false,
      message: expect.stringMatching(/a code works once/) as string,
    });
  });

  test('never sends a code again whose answer was lost', async () => {
    const org = await setUp();
    const { redirectUri } = org.emulator.credentials;
    const code = readRedirect(logIn(org), undefined);
    org.emulator.control.faults.add({ fault: { kind: 'drop', when: 'after' } });
    const error = await rejection(exchangeCode({ ...org.app, code, redirectUri }));
    expect(error).toMatchObject({ kind: 'network', retryable: false });
    expect(org.emulator.control.tokenRequests).toBe(1);
  });
});

describe('coming back', () => {
  test('is read from the address as a server sees it', () => {
    expect(readRedirect('/back?state=7&code=aPrx%3D%3D', '7')).toBe('aPrx==');
    expect(readRedirect(new URL('https://example.com/back?code=aPrx&state=7#_=_'), '7')).toBe('aPrx');
  });

  test('to an address that is none tells nothing of the code', () => {
    for (const address of ['http://[?code=aPrx&state=8', '/back?code=aPrx&state=8', 'code=aPrx']) {
      let error: unknown;
      try {
        readRedirect(address, '7');
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toMatchObject({ kind: 'protocol', code: 'INVALID_REDIRECT' });
      expect(inspect(error, { depth: 5, showHidden: true })).not.toContain('aPrx');
    }
  });

  test('with an error is one of authentication, in the words of the service', () => {
    const back =
      'https://example.com/back?error=access_denied&error_description=end-user%20denied%20authorization';
    expect(() => readRedirect(back, undefined)).toThrow(
      expect.objectContaining({
        kind: 'auth',
        code: 'access_denied',
        message:
          'chatter: the login ended with access_denied: end-user denied authorization – the user declined',
      }),
    );
  });

  test('to an app that must be installed first says so', async () => {
    const org = await setUp();
    const { clientId } = org.emulator.credentials;
    org.emulator.control.registerApp({ clientId, blockedUntilInstalled: true });
    expect(() => readRedirect(logIn(org), undefined)).toThrow(
      /an admin must install the app in the org first/,
    );
  });

  test.each([
    ['https://example.com/back', undefined],
    ['https://example.com/back?code=a&state=theirs', 'mine'],
    ['https://example.com/back?code=a', 'mine'],
    ['https://example.com/back?code=a&state=theirs', undefined],
  ])('as %s with the state %s is refused', (back, state) => {
    expect(() => readRedirect(back, state)).toThrow(
      expect.objectContaining({ kind: 'protocol', code: 'INVALID_REDIRECT' }),
    );
  });
});

test('an authorization URL says what was asked for, and nothing else', () => {
  const asked = { clientId: 'a&b', redirectUri: 'https://example.com/back?x=1' };
  expect(authorizationUrl(asked)).toBe(
    'https://login.salesforce.com/services/oauth2/authorize?response_type=code&client_id=a%26b&redirect_uri=https%3A%2F%2Fexample.com%2Fback%3Fx%3D1',
  );
  const url = new URL(
    authorizationUrl({
      ...asked,
      loginUrl: 'https://mydomain.my.salesforce.com/',
      codeChallenge: 'c',
      prompt: 'login',
      loginHint: 'ann@example.com',
    }),
  );
  expect(url.origin).toBe('https://mydomain.my.salesforce.com');
  expect(Object.fromEntries(url.searchParams)).toMatchObject({
    code_challenge: 'c',
    code_challenge_method: 'S256',
    prompt: 'login',
    login_hint: 'ann@example.com',
  });
  expect(() => authorizationUrl({ ...asked, redirectUri: '' })).toThrow(/redirectUri must be/);
  expect(() => authorizationUrl({ ...asked, loginUrl: 'http://login.salesforce.com' })).toThrow(/loginUrl/);
});

test('a verifier is of 43 characters, and new each time', async () => {
  const [one, other] = await Promise.all([createPkce(), createPkce()]);
  expect(one.codeVerifier).toMatch(/^[\w-]{43}$/);
  expect(one.codeChallenge).toMatch(/^[\w-]{43}$/);
  expect(one.codeVerifier).not.toBe(other.codeVerifier);
});
