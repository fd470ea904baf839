import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { authorizeUrl, challenge } from './authorizing.js';
import { startOrg, type TestOrg } from './org.js';

let org: TestOrg;
beforeEach(async () => {
  org = await startOrg();
});
afterEach(() => org.close());

/** What a browser gets, which follows no redirect by itself here. */
const open = (url: URL, form?: Record<string, string>): Promise<Response> =>
  fetch(url, {
    redirect: 'manual',
    ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
  });
const locationOf = (response: Response): URL => new URL(response.headers.get('location') ?? '');
const refusalAt = (url: URL): Record<string, string> => Object.fromEntries(url.searchParams);

/** The fields of the form in a page, as a browser would send them. */
async function formIn(response: Response): Promise<Record<string, string>> {
  const html = await response.text();
  const hidden = html.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g);
  return Object.fromEntries(
    [...hidden].map(([, name = '', value = '']) => [name, value.replaceAll('&amp;', '&')]),
  );
}

describe('a person', () => {
  test('logs in on a page, approves, and is sent to the application with a code and its state', async () => {
    const page = await open(authorizeUrl(org, { state: 'a&b=c', code_challenge: challenge }));
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toBe('text/html;charset=UTF-8');
    const { username, password, redirectUri } = org.credentials;
    const sent = await open(new URL('/services/oauth2/authorize', org.url), {
      ...(await formIn(page)),
      username,
      password,
      decision: 'allow',
    });
    expect(sent.status).toBe(302);
    const location = locationOf(sent);
    expect(location.origin + location.pathname).toBe(redirectUri);
    expect(location.searchParams.get('code')).toMatch(/^aPrx.+==$/);
    expect(location.searchParams.get('state')).toBe('a&b=c');
  });

  test('sees the page again after a wrong password', async () => {
    const { username } = org.credentials;
    const again = await open(authorizeUrl(org), { username, password: 'guess' });
    expect(again.status).toBe(200);
    const html = await again.text();
    expect(html).toContain('role="alert"');
    expect(html).toContain(`value="${username}"`);
    expect(html).not.toContain('guess');
  });

  test('finds the username that the application hinted at', async () => {
    const html = await (await open(authorizeUrl(org, { login_hint: '"<me>&"', prompt: 'login' }))).text();
    expect(html).toContain('value="&quot;&lt;me&gt;&amp;&quot;"');
  });

  test('may deny', async () => {
    const denied = await open(authorizeUrl(org, { state: 's' }), { decision: 'deny' });
    expect(refusalAt(locationOf(denied))).toEqual({
      error: 'access_denied',
      error_description: 'end-user denied authorization',
      state: 's',
    });
  });

  test.each([
    ['an unknown application', { client_id: 'nobody' }, 'error=invalid_client_id'],
    ['another redirect URI', { redirect_uri: 'https://evil.example.com/' }, 'error=redirect_uri_mismatch'],
    ['no redirect URI', { redirect_uri: null }, 'error=redirect_uri_mismatch'],
  ])('is told of %s on a page, as there is nowhere to go', async (_name, given, told) => {
    const page = await open(authorizeUrl(org, given));
    expect(page.status).toBe(400);
    expect(page.headers.get('location')).toBeNull();
    expect(await page.text()).toContain(told);
    expect(() => org.control.approve(org.credentials.username, authorizeUrl(org, given))).toThrow(
      /client identifier invalid|redirect_uri must match configuration/,
    );
  });
});

test('a request that cannot be read is answered by a page', async () => {
  const response = await fetch(authorizeUrl(org), {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '?',
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('error=invalid_request');
});

describe('an application', () => {
  test.each([
    ['another response type', { response_type: 'token' }, 'unsupported_response_type'],
    ['a scope that it does not have', { scope: 'api full' }, 'invalid_scope'],
    ['a challenge that is no hash', { code_challenge: 'short' }, 'invalid_request'],
    [
      'a challenge that is no secret',
      { code_challenge: challenge, code_challenge_method: 'plain' },
      'invalid_request',
    ],
  ])('is told of %s by redirect', async (_name, given, error) => {
    const { searchParams } = locationOf(await open(authorizeUrl(org, { ...given, state: 's' })));
    expect(searchParams.get('error')).toBe(error);
    expect(searchParams.get('state')).toBe('s');
    expect(searchParams.has('code')).toBe(false);
  });

  test('must bring a challenge when it is registered so', async () => {
    org.control.registerApp({ clientId: org.credentials.clientId, pkceRequired: true });
    expect(refusalAt(locationOf(await open(authorizeUrl(org))))).toEqual({
      error: 'invalid_request',
      error_description: 'missing required code challenge',
    });
    expect((await open(authorizeUrl(org, { code_challenge: challenge }))).status).toBe(200);
  });

  test('is blocked until it is installed', async () => {
    const { clientId, username } = org.credentials;
    org.control.registerApp({ clientId, blockedUntilInstalled: true });
    const blocked = new URL(org.control.approve(username, authorizeUrl(org)));
    expect(blocked.searchParams.get('error')).toBe('OAUTH_APP_BLOCKED');
    org.control.registerApp({ clientId, blockedUntilInstalled: false });
    const installed = new URL(org.control.approve(username, authorizeUrl(org)));
    expect(installed.searchParams.has('code')).toBe(true);
  });

  test('that is for some people only is refused to others', () => {
    const { clientId, username, otherUsername } = org.credentials;
    org.control.registerApp({ clientId, admittedUsers: [otherUsername] });
    const errorFor = (user: string): string | null =>
      new URL(org.control.approve(user, authorizeUrl(org))).searchParams.get('error');
    expect(errorFor(username)).toBe('invalid_app_access');
    expect(errorFor(otherUsername)).toBeNull();
  });

  test('is not approved by somebody who has left', () => {
    const location = org.control.approve(org.credentials.formerUsername, authorizeUrl(org));
    expect(new URL(location).searchParams.get('error')).toBe('inactive_user');
  });
});

test('a program in another language approves over HTTP', async () => {
  const { username } = org.credentials;
  const control = (name: string, json: unknown) =>
    org.call('POST', `/_emulator/${name}`, { json, token: null });
  const { body: app } = await control('register-app', {
    clientId: 'desk',
    redirectUris: ['http://localhost:8080/done'],
    secretRequired: false,
  });
  expect(app).toMatchObject({ clientId: 'desk', pkceRequired: false });
  const url = authorizeUrl(org, { client_id: 'desk', redirect_uri: 'http://localhost:8080/done' });
  const { body } = await control('approve', { username, url });
  expect(body).toEqual({
    location: expect.stringMatching(/^http:\/\/localhost:8080\/done\?code=aPrx/) as unknown,
  });
  expect(await control('approve', { username: 'nobody', url })).toMatchObject({
    status: 400,
    body: { error: 'There is no user nobody.' },
  });
  const unregistered = authorizeUrl(org, { client_id: 'desk' });
  expect(await control('approve', { username, url: unregistered })).toMatchObject({
    status: 400,
    body: { error: 'redirect_uri must match configuration' },
  });
  expect(await control('register-app', { certificate: 'x' })).toMatchObject({ status: 400 });
});
