import { expect, onTestFinished, test } from 'vitest';
import { startChatterEmulator } from '../../src/chatter/index.js';

const page = 'https://intranet.example.com';

async function start() {
  const emulator = await startChatterEmulator();
  onTestFinished(() => emulator.close());
  const call = (method: string, path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(emulator.url + path, {
      method,
      headers: { origin: page, authorization: `Bearer ${emulator.credentials.accessToken}`, ...headers },
    });
  return { emulator, call };
}

const me = '/services/data/v66.0/chatter/users/me';

test('a page that is not listed gets 403 and no word about CORS', async () => {
  const { call } = await start();
  for (const method of ['OPTIONS', 'GET']) {
    const response = await call(method, me);
    expect(response.status).toBe(403);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
  }
});

test('a page that is listed may ask first, and then call with its headers', async () => {
  const { emulator, call } = await start();
  emulator.control.allowOrigin(page);
  const preflight = await call('OPTIONS', me, {
    'access-control-request-method': 'PATCH',
    'access-control-request-headers': 'authorization, x-chatter-entity-encoding',
  });
  expect(preflight.status).toBe(200);
  expect(preflight.headers.get('access-control-allow-origin')).toBe(page);
  expect(preflight.headers.get('access-control-allow-methods')).toContain('PATCH');
  expect(preflight.headers.get('access-control-allow-headers')).toBe(
    'authorization, x-chatter-entity-encoding',
  );
  const answer = await call('GET', me);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('access-control-allow-origin')).toBe(page);
});

test('errors can be read by the page, too', async () => {
  const { emulator, call } = await start();
  emulator.control.allowOrigin(page);
  emulator.control.expireSessions();
  const answer = await call('GET', me);
  expect(answer.status).toBe(401);
  expect(answer.headers.get('access-control-allow-origin')).toBe(page);
});

test('tokens are another setting', async () => {
  const { emulator, call } = await start();
  emulator.control.allowOrigin(page);
  expect((await call('POST', '/services/oauth2/token')).status).toBe(403);
  emulator.control.allowOrigin(page, { oauth: true });
  const answer = await call('POST', '/services/oauth2/token');
  expect(answer.status).toBe(400);
  expect(answer.headers.get('access-control-allow-origin')).toBe(page);
});

test('a call that is no page’s is none of its business', async () => {
  const { emulator } = await start();
  const { accessToken } = emulator.credentials;
  const response = await fetch(emulator.url + me, { headers: { authorization: `Bearer ${accessToken}` } });
  expect(response.status).toBe(200);
});
