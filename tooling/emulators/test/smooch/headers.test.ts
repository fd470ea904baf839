import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { basic, startApi } from './support.js';

const nora = '/v1.1/appusers/nora.lindqvist%40example.com';

test('every answer carries the headers of the service, refusals too', async () => {
  const { call } = await startApi();
  for (const path of [nora, '/v1.1/appusers/nobody', '/nowhere']) {
    expect(Object.fromEntries((await call('GET', path)).headers)).toMatchObject({
      'cache-control': 'private, no-cache, no-store, must-revalidate',
      'content-type': 'application/json; charset=utf-8',
      expires: '-1',
      pragma: 'no-cache',
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
      'x-xss-protection': '1; mode=block',
    });
  }
});

test('the etag is weak, and made of the length and a digest of the body', async () => {
  const { emulator } = await startApi();
  const headers = { authorization: basic(emulator.credentials) };
  const response = await fetch(emulator.url + nora, { headers });
  const text = await response.text();
  const digest = createHash('sha1').update(text).digest('base64').slice(0, 27);
  expect(response.headers.get('etag')).toBe(`W/"${Buffer.byteLength(text).toString(16)}-${digest}"`);
  expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
});

test('writes vary by the method override, and messages say when to look again', async () => {
  const { call } = await startApi();
  const read = await call('GET', `${nora}/messages`);
  expect([read.headers.get('vary'), read.headers.get('poll-interval')]).toEqual([null, '30']);
  const json = { role: 'appUser', type: 'text', text: 'Hi' };
  const write = await call('POST', `${nora}/messages`, { json });
  expect([write.headers.get('vary'), write.headers.get('poll-interval')]).toEqual([
    'X-HTTP-Method-Override',
    '30',
  ]);
});

describe('a page of another origin', () => {
  const origin = 'https://app.example.com';

  test('may ask first', async () => {
    const { emulator } = await startApi();
    const response = await fetch(emulator.url + nora, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'authorization,content-type',
      },
    });
    expect(response.ok).toBe(true);
    expect(response.headers.get('access-control-allow-origin')).toBe('*');
    expect(response.headers.get('access-control-allow-methods')).toContain('PUT');
    expect(response.headers.get('access-control-allow-headers')).toBe('authorization,content-type');
  });

  test('may read the answer, and Retry-After in it', async () => {
    const { call } = await startApi();
    for (const authorization of [undefined, null] as const) {
      const how = authorization === null ? { authorization } : {};
      const { headers } = await call('GET', nora, { ...how, headers: { origin } });
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toBe('Retry-After');
    }
  });

  test('is not thought of when there is no origin', async () => {
    const { call } = await startApi();
    expect((await call('GET', nora)).headers.has('access-control-allow-origin')).toBe(false);
  });
});
