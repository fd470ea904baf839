import { once } from 'node:events';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Api, startApi } from './support.js';

/** Opens a socket without `rtm.connect`; the first frame, or the status of a refusal. */
async function knock(
  { emulator }: Api,
  query: Readonly<Record<string, string>>,
  cookie?: string,
): Promise<unknown> {
  const url = `${emulator.url.replace('http', 'ws')}/?${new URLSearchParams(query)}`;
  const webSocket = new WebSocket(url, cookie === undefined ? {} : { headers: { cookie } });
  onTestFinished(() => webSocket.terminate());
  webSocket.on('error', () => {});
  const frame = once(webSocket, 'message').then(([data]: Buffer[]) => JSON.parse(String(data)) as unknown);
  const refusal = once(webSocket, 'unexpected-response').then(
    ([, response]: { readonly statusCode?: number }[]) => response?.statusCode,
  );
  return Promise.race([frame, refusal]);
}

test('a session connects without asking for an address, if its cookie comes with it', async () => {
  const api = await startApi();
  const { token, cookie } = api.emulator.control.logIn('ines');
  expect(token).toMatch(/^xoxc-/);
  expect(cookie).toMatch(/^xoxd-/);
  const query = { token, gateway_server: `${api.emulator.credentials.teamId}-1`, batch_presence_aware: '1' };
  const sent = `b=1; d=${encodeURIComponent(cookie)}; d-s=1700000000`;
  expect(await knock(api, query, sent)).toMatchObject({ type: 'hello', start: true });
  expect(api.emulator.control.connections()).toMatchObject([{ userId: api.emulator.credentials.userId }]);
  expect(await knock(api, query)).toBe(401);
  expect(await knock(api, query, 'd=xoxd-other')).toBe(401);
  expect(await knock(api, { token: 'xoxc-nobody' }, sent)).toBe(401);
  expect(await knock(api, { token: api.emulator.credentials.botToken }, sent)).toBe(401);
});

test('a session token calls methods, too, but never without its cookie', async () => {
  const { send, emulator } = await startApi();
  const { token, cookie } = emulator.control.logIn('ines');
  const call = async (headers: Record<string, string>) =>
    (await send('/api/auth.test', { method: 'POST', headers, body: new URLSearchParams({ token }) })).body;
  expect(await call({ cookie: `d=${encodeURIComponent(cookie)}` })).toMatchObject({ ok: true, user: 'ines' });
  expect(await call({})).toEqual({ ok: false, error: 'invalid_auth' });
});

test('a session ends with its token', async () => {
  const api = await startApi();
  const { token, cookie } = api.emulator.control.logIn('ines');
  const sent = `d=${encodeURIComponent(cookie)}`;
  await knock(api, { token }, sent);
  api.emulator.control.revokeToken(token);
  expect(api.emulator.control.connections()).toEqual([]);
  expect(await knock(api, { token }, sent)).toBe(401);
});
