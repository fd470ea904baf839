import { Agent, createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterEach, expect, test } from 'vitest';
import { createSystemClock, type RunningServer, startServer } from '../../src/frame/index.js';
import { see, speak } from './exchange.js';

const clock = createSystemClock();
const running: RunningServer[] = [];
const start = async (options: Partial<Parameters<typeof startServer>[0]> = {}): Promise<RunningServer> => {
  const server = await startServer({ clock, routes: () => new Response('here'), ...options });
  running.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

test('listens on loopback alone', async () => {
  const server = await start();
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((address) => address?.family === 'IPv4' && !address.internal);
  if (outside === undefined) return;
  const seen = await see(server.url.replace('127.0.0.1', outside.address));
  expect(seen.error).toBe('ECONNREFUSED');
});

test('takes the port that it is told to, and says so when that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  await expect(start({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await new Promise((resolve) => other.close(resolve));
  expect((await start({ port })).url).toBe(`http://127.0.0.1:${port}`);
});

test('close ends waiting connections, frees the port, and is safe twice', async () => {
  const server = await start();
  server.control.faults.add({ fault: { kind: 'hang' } });
  const waiting = speak(server.url, 'GET / HTTP/1.1\r\nHost: emulator\r\n\r\n', 5_000);
  while (server.control.requests.all.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await Promise.all([server.close(), server.close()]);
  await server.close();
  expect((await waiting).ended).toBe(true);
  await start({ port: Number(new URL(server.url).port) });
});

test('routes receive the whole request and know its record', async () => {
  const server = await start({
    routes: async (request, context) =>
      Response.json({
        method: request.method,
        path: new URL(request.url).pathname,
        text: await request.text(),
        type: request.headers.get('content-type'),
        recorded: context.recorded.text,
      }),
  });
  const seen = await see(`${server.url}/x`, {
    method: 'PATCH',
    headers: { 'content-type': 'text/x-test' },
    body: 'whole',
  });
  expect(JSON.parse(seen.body)).toEqual({
    method: 'PATCH',
    path: '/x',
    text: 'whole',
    type: 'text/x-test',
    recorded: 'whole',
  });
});

test('forms arrive as forms', async () => {
  const server = await start({
    routes: async (request) => Response.json([...(await request.formData()).entries()]),
  });
  const form = new FormData();
  form.set('text', 'hello');
  const response = await fetch(server.url, { method: 'POST', body: form });
  expect(await response.json()).toEqual([['text', 'hello']]);
});

test('several cookies stay several cookies, in a cut answer too', async () => {
  const headers = new Headers();
  headers.append('set-cookie', 'a=1');
  headers.append('set-cookie', 'b=2');
  const server = await start({ routes: () => new Response('body', { headers }) });
  const whole = await fetch(server.url);
  expect(whole.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  server.control.faults.add({ fault: { kind: 'stall' } });
  const stalled = await fetch(server.url);
  expect(stalled.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  await stalled.body?.cancel();
});

test('what arrives is announced before a fault has its turn', async () => {
  const arrived: string[] = [];
  const server = await start({ onArrival: (_request, { recorded }) => void arrived.push(recorded.text) });
  server.control.faults.add({ fault: { kind: 'drop' } });
  await see(server.url, { method: 'POST', body: 'heard' });
  expect(arrived).toEqual(['heard']);
});

test('leaves the global Request and Response as they are', async () => {
  const before = [globalThis.Request, globalThis.Response];
  await start();
  expect([globalThis.Request, globalThis.Response]).toEqual(before);
});

test('a request that would rather speak HTTP/2 is answered as any other, on a connection that goes on', async () => {
  const server = await start({
    routes: async (request) => new Response(`${request.method} ${await request.text()};`),
    upgrade: () => expect.unreachable(),
  });
  const headers = { connection: 'Upgrade, HTTP2-Settings', upgrade: 'h2c', 'http2-settings': 'AAEAAEAA' };
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sent = { method: 'POST', headers, body: 'whole', agent };
  expect([await see(server.url, sent), await see(server.url, sent)]).toMatchObject([
    { status: 200, body: 'POST whole;' },
    { status: 200, body: 'POST whole;' },
  ]);
  agent.destroy();
  expect(server.control.requests.all.map(({ upgrade }) => upgrade)).toEqual([false, false]);
});

test('what no route can be told is refused and ends nothing', async () => {
  const server = await start({ upgrade: () => expect.unreachable() });
  expect((await see(server.url, { method: 'TRACE' })).status).toBe(405);
  const handshake =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
  const { text } = await speak(server.url, `GET http://[ HTTP/1.1\r\nHost: emulator\r\n${handshake}\r\n\r\n`);
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect((await see(server.url)).body).toBe('here');
});
