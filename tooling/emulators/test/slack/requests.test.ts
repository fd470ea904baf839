import { describe, expect, test } from 'vitest';
import { startApi } from './support.js';

const form = 'application/x-www-form-urlencoded';

describe('a call', () => {
  test.each([
    ['a header', (token: string) => ({ headers: { authorization: `Bearer ${token}` } })],
    [
      'a form',
      (token: string) => ({ method: 'POST', headers: { 'content-type': form }, body: `token=${token}` }),
    ],
    [
      'a multipart form',
      (token: string) => {
        const body = new FormData();
        body.set('token', token);
        return { method: 'POST', body };
      },
    ],
    [
      'plain text, which is a form without a name',
      (token: string) => ({
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body: `token=${token}`,
      }),
    ],
  ])('takes its token in %s', async (_, how) => {
    const { send, emulator } = await startApi();
    const { body } = await send('/api/auth.test', how(emulator.credentials.botToken));
    expect(body).toEqual({
      ok: true,
      url: 'https://contour-maps.slack.com/',
      team: 'Contour Maps',
      user: 'compass',
      team_id: emulator.credentials.teamId,
      user_id: emulator.credentials.botUserId,
      bot_id: emulator.credentials.botId,
      is_enterprise_install: false,
    });
  });

  test('prefers the token of the header', async () => {
    const { send, emulator } = await startApi();
    const { body } = await send('/api/auth.test', {
      method: 'POST',
      headers: { 'content-type': form, authorization: `Bearer ${emulator.credentials.userToken}` },
      body: `token=${emulator.credentials.botToken}`,
    });
    expect(body).toMatchObject({ user: 'ines' });
  });

  test('may not bring its token in the query', async () => {
    const { send, emulator } = await startApi();
    const path = `/api/auth.test?token=${emulator.credentials.botToken}`;
    expect((await send(path)).body).toEqual({ ok: false, error: 'invalid_auth' });
    emulator.control.configure({ refuseQueryTokens: false });
    expect((await send(path)).body).toMatchObject({ ok: true });
  });

  test('is the same by GET and by POST', async () => {
    const { send, call, emulator } = await startApi();
    const { channelId, botToken } = emulator.credentials;
    const got = await send(`/api/conversations.info?channel=${channelId}`, {
      headers: { authorization: `Bearer ${botToken}` },
    });
    expect(got.body).toMatchObject({ ok: true });
    expect(got.body).toEqual((await call('conversations.info', { channel: channelId })).body);
  });

  test('takes JSON where the method does and the header brings the token', async () => {
    const { send, emulator } = await startApi();
    const { botToken, channelId } = emulator.credentials;
    const json = (headers: Record<string, string>, method = 'chat.postMessage', body: string | object = {}) =>
      send(`/api/${method}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      });
    const authorization = `Bearer ${botToken}`;
    const post = { channel: channelId, text: 'one', blocks: [{ type: 'divider' }] };
    const { body } = await json({ authorization }, 'chat.postMessage', post);
    expect(body).toMatchObject({ ok: true, message: { text: 'one', blocks: [{ type: 'divider' }] } });
    expect(body).not.toHaveProperty('warning');
    const inside = await json({}, 'chat.postMessage', { ...post, token: botToken });
    expect(inside.body).toMatchObject({ ok: false, error: 'not_authed' });
    const refused = await json({ authorization }, 'users.list', {});
    expect(refused.body).toMatchObject({ ok: false, error: 'invalid_post_type' });
    expect((await json({ authorization }, 'auth.test', '{')).body).toMatchObject({ error: 'invalid_json' });
    expect((await json({ authorization }, 'auth.test', '[]')).body).toMatchObject({
      error: 'json_not_object',
    });
  });

  test.each([
    ['application/json', '{}', 'missing_charset'],
    [`${form}; charset=utf-8`, 'a=b', 'superfluous_charset'],
  ])('as %s is carried out with a warning', async (contentType, body, warning) => {
    const { send, emulator } = await startApi();
    const answer = await send('/api/auth.test', {
      method: 'POST',
      headers: { 'content-type': contentType, authorization: `Bearer ${emulator.credentials.botToken}` },
      body,
    });
    expect(answer.body).toMatchObject({ ok: true, warning, response_metadata: { warnings: [warning] } });
  });

  test.each([
    ['an empty form without a token', { 'content-type': form }, '', 'invalid_form_data'],
    ['a list in a form', { 'content-type': form }, 'request%5Btimeout%5D=180', 'invalid_array_arg'],
    ['a strange name', { 'content-type': form }, 'a-b=1', 'invalid_arg_name'],
    ['another charset', { 'content-type': `${form}; charset=koi8-r` }, 'a=b', 'invalid_charset'],
    ['another type', { 'content-type': 'application/xml' }, '<a/>', 'invalid_post_type'],
    ['a broken multipart form', { 'content-type': 'multipart/form-data' }, 'x', 'invalid_form_data'],
  ])('with %s is refused before anything is known of the caller', async (_, headers, text, error) => {
    const { send } = await startApi();
    const {
      status,
      headers: answered,
      body,
    } = await send('/api/auth.test', {
      method: 'POST',
      headers,
      body: text,
    });
    expect([status, body]).toEqual([200, { ok: false, error }]);
    expect(answered.get('access-control-allow-origin')).toBe('*');
    expect(answered.has('access-control-allow-headers')).toBe(false);
  });

  test('with a body of no type is refused', async () => {
    const { send } = await startApi();
    const { body } = await send('/api/auth.test', { method: 'POST', body: new Uint8Array([97, 61, 98]) });
    expect(body).toEqual({ ok: false, error: 'missing_post_type' });
  });

  test('of an unknown method says which', async () => {
    const { call } = await startApi();
    const { status, headers, body } = await call('chat.whisper', {}, { token: null });
    expect([status, body]).toEqual([200, { ok: false, error: 'unknown_method', req_method: 'chat.whisper' }]);
    expect(headers.get('x-slack-failure')).toBe('unknown_method');
  });

  test('outside the API meets a page', async () => {
    const { send } = await startApi();
    const { status, headers } = await send('/somewhere');
    expect(status).toBe(404);
    expect(headers.get('content-type')).toContain('text/html');
  });
});

describe('an answer', () => {
  test('has the headers of the service', async () => {
    const { call } = await startApi();
    const { headers } = await call('users.list', { limit: '1' });
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'private, no-cache, no-store, must-revalidate',
      vary: 'Accept-Encoding',
      'x-slack-backend': 'r',
      'x-oauth-scopes': 'identify,read,post,client,apps',
      'x-accepted-oauth-scopes': 'users:read,read',
    });
    expect(headers.get('x-slack-req-id')).toMatch(/^[\da-f]{32}$/);
    const again = await call('users.list', { limit: '1' });
    expect(again.headers.get('x-slack-req-id')).not.toBe(headers.get('x-slack-req-id'));
    expect(headers.get('x-robots-tag')).toBe(null);
    const toNobody = await call('users.list', { limit: '1' }, { token: null });
    expect(toNobody.body).toEqual({ ok: false, error: 'not_authed' });
    expect(toNobody.headers.get('x-robots-tag')).toBe('noindex,nofollow');
  });

  test('says ok before all else', async () => {
    const { send } = await startApi();
    const response = await fetch((await startApi()).emulator.credentials.apiUrl + 'api.test?foo=bar');
    expect(await response.text()).toMatch(/^\{"ok":true,/);
    expect((await send('/api/api.test?error=my_error')).body).toEqual({
      ok: false,
      error: 'my_error',
      args: { error: 'my_error' },
    });
  });
});

describe('a page of another origin', () => {
  test('can read an answer to a simple request', async () => {
    const { send, emulator } = await startApi();
    const { headers, body } = await send('/api/auth.test', {
      method: 'POST',
      headers: { 'content-type': form, origin: 'https://page.example' },
      body: `token=${emulator.credentials.botToken}`,
    });
    expect(body).toMatchObject({ ok: true });
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('access-control-expose-headers')).toBe('x-slack-req-id, retry-after');
  });

  test('gets no leave to send an Authorization header', async () => {
    const { send } = await startApi();
    const { status, headers } = await send('/api/auth.test', {
      method: 'OPTIONS',
      headers: {
        origin: 'https://page.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });
    expect(status).toBe(200);
    expect(headers.get('access-control-allow-headers')).toBe(
      'slack-route, x-slack-version-ts, x-b3-traceid, x-b3-spanid, x-b3-parentspanid, x-b3-sampled, x-b3-flags',
    );
    expect(headers.has('access-control-allow-methods')).toBe(false);
  });
});

test('methods can be called without /api before their names, for clients that put none there', async () => {
  const { send, emulator } = await startApi();
  const headers = { authorization: `Bearer ${emulator.credentials.botToken}` };
  expect((await send('/auth.test', { method: 'POST', headers })).status).toBe(404);
  emulator.control.configure({ methodsAtRoot: true });
  expect((await send('/auth.test', { method: 'POST', headers })).body).toMatchObject({ ok: true });
  expect((await send('/api/auth.test', { method: 'POST', headers })).body).toMatchObject({ ok: true });
});
