import { afterEach, beforeEach, expect, test } from 'vitest';
import { createManualClock, startServer } from '../../src/frame/index.js';
import { type Echo, see, startEcho } from './exchange.js';

let server: Echo;
beforeEach(async () => {
  server = await startEcho();
});
afterEach(() => server.close());

test('a request is recorded as it was sent, credentials included', async () => {
  await see(`${server.url}/a/b?x=1&x=2&y=%20`, {
    method: 'POST',
    headers: { Authorization: 'Bearer secret', 'Content-Type': 'application/json' },
    body: '{"hello":["world"]}',
  });
  const [request] = server.control.requests.all;
  expect(request).toMatchObject({
    method: 'POST',
    path: '/a/b',
    target: '/a/b?x=1&x=2&y=%20',
    text: '{"hello":["world"]}',
    json: { hello: ['world'] },
    at: server.clock.now(),
    upgrade: false,
    status: 200,
  });
  expect(request?.headers).toMatchObject({
    authorization: 'Bearer secret',
    'content-type': 'application/json',
  });
  expect(request?.query.getAll('x')).toEqual(['1', '2']);
  expect(request?.query.get('y')).toBe(' ');
});

test('the body is kept byte by byte, and is no JSON when it is none', async () => {
  await see(`${server.url}/`, { method: 'PUT', body: '\u0000é' });
  const [request] = server.control.requests.all;
  expect([...(request?.body ?? [])]).toEqual([0, 0xc3, 0xa9]);
  expect(request?.json).toBeUndefined();
});

test('the body of a GET is recorded, although no route will see it', async () => {
  const seen = await see(`${server.url}/`, { headers: { 'Content-Length': '4' }, body: 'odd!' });
  expect(seen.status).toBe(200);
  expect(server.control.requests.all[0]?.text).toBe('odd!');
});

test('requests are found by method, path, pattern and condition', async () => {
  await see(`${server.url}/users/1?full=yes`);
  await see(`${server.url}/users/2`, { method: 'DELETE' });
  await see(`${server.url}/rooms`, { method: 'POST', body: 'name' });
  const { requests } = server.control;
  const paths = (match: Parameters<typeof requests.matching>[0]): string[] =>
    requests.matching(match).map((request) => request.path);
  expect(paths({ method: 'delete' })).toEqual(['/users/2']);
  expect(paths({ path: '/users/1' })).toEqual(['/users/1']);
  expect(paths({ path: /^\/users\//g })).toEqual(['/users/1', '/users/2']);
  expect(paths({ where: (request) => request.text === 'name' })).toEqual(['/rooms']);
  expect(paths({ method: 'GET', path: '/rooms' })).toEqual([]);
  expect(paths({ upgrade: true })).toEqual([]);
});

test('a cleared log is empty and goes on recording', async () => {
  await see(`${server.url}/one`);
  server.control.requests.clear();
  expect(server.control.requests.all).toEqual([]);
  await see(`${server.url}/two`);
  expect(server.control.requests.all.map((request) => request.path)).toEqual(['/two']);
});

test('large bodies push the oldest requests out of the log, never the one that has just arrived', async () => {
  const body = 'x'.repeat(30_000_000);
  for (const path of ['/one', '/two', '/three']) await see(server.url + path, { method: 'POST', body });
  expect(server.control.requests.all.map(({ path }) => path)).toEqual(['/two', '/three']);
  await see(`${server.url}/vast`, { method: 'POST', body: body.repeat(3) });
  expect(server.control.requests.all.map(({ path }) => path)).toEqual(['/vast']);
});

test('a request is in the log while its body is still on the way', async () => {
  const answered = see(`${server.url}/slow`, { method: 'POST', body: 'late' });
  const release = server.control.faults.add({ fault: { kind: 'hang' } });
  while (server.control.requests.all.length === 0) await new Promise((resolve) => setImmediate(resolve));
  expect(server.control.requests.all[0]?.status).toBeUndefined();
  release();
  await server.close();
  await answered;
});

test('a short log keeps the latest requests', async () => {
  const short = await startServer({
    clock: createManualClock(),
    routes: () => new Response('ok'),
    longestLog: 2,
  });
  for (const path of ['/one', '/two', '/three']) await see(short.url + path);
  expect(short.control.requests.all.map(({ path }) => path)).toEqual(['/two', '/three']);
  await short.close();
});
