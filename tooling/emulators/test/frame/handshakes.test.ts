import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  acceptSocket,
  createManualClock,
  type ManualClock,
  type RunningServer,
  startServer,
} from '../../src/frame/index.js';
import { see, speak } from './exchange.js';

let server: RunningServer;
let clock: ManualClock;
beforeEach(async () => {
  clock = createManualClock();
  server = await startServer({
    clock,
    routes: () => new Response('plain'),
    upgrade: (request, socket, head) => {
      acceptSocket(request, socket, head)?.webSocket.send('welcome');
    },
  });
});
afterEach(() => server.close());

const dial = (): Promise<string> =>
  new Promise((resolve) => {
    const socket = new WebSocket(`${server.url.replace('http', 'ws')}/live?token=t`);
    socket.on('message', (data: Buffer) => {
      resolve(`said ${data.toString()}`);
      socket.close();
    });
    socket.on('unexpected-response', (_request, response) => resolve(`refused with ${response.statusCode}`));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      resolve(`failed with ${error.code ?? error.message}`),
    );
  });

test('a handshake is recorded with its status', async () => {
  expect(await dial()).toBe('said welcome');
  const [recorded] = server.control.requests.matching({ upgrade: true });
  expect(recorded).toMatchObject({ method: 'GET', path: '/live', status: 101 });
  expect(recorded?.query.get('token')).toBe('t');
});

test('a malformed handshake is answered with 400', async () => {
  const { text } = await speak(
    server.url,
    'GET / HTTP/1.1\r\nHost: emulator\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
  );
  expect(text).toMatch(/^HTTP\/1\.1 400 /);
  expect(server.control.requests.all[0]?.status).toBe(400);
});

test('a server without sockets answers a handshake with 404', async () => {
  await server.close();
  server = await startServer({ clock, routes: () => new Response('plain') });
  expect(await dial()).toBe('refused with 404');
  expect(server.control.requests.all[0]?.status).toBe(404);
});

describe('faults', () => {
  test('refuse: an HTTP answer in place of a socket, and never for other requests', async () => {
    server.control.faults.add({ fault: { kind: 'refuse' } });
    expect((await see(`${server.url}/live`)).status).toBe(200);
    expect(await dial()).toBe('refused with 503');
    expect(server.control.requests.all.at(-1)?.status).toBe(503);
    server.control.faults.add({ fault: { kind: 'refuse', status: 401 } });
    expect(await dial()).toBe('refused with 401');
    expect(await dial()).toBe('said welcome');
  });

  test('status and html: the same with headers and a body', async () => {
    server.control.faults.add({ fault: { kind: 'status', status: 429 } });
    server.control.faults.add({ fault: { kind: 'html' } });
    expect(await dial()).toBe('refused with 429');
    expect(await dial()).toBe('refused with 503');
  });

  test('drop and reset: no answer', async () => {
    server.control.faults.add({ fault: { kind: 'drop' } });
    expect(await dial()).toBe('failed with ECONNRESET');
    server.control.faults.add({ fault: { kind: 'reset' } });
    expect(await dial()).toBe('failed with ECONNRESET');
    expect(server.control.requests.all.map((request) => request.status)).toEqual([undefined, undefined]);
  });

  test('delay: the handshake is completed later', async () => {
    server.control.faults.add({ fault: { kind: 'delay', ms: 1_000 } });
    const dialled = dial();
    while (server.control.faults.struck['delay'] === undefined) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await clock.advance(999);
    expect(server.control.requests.all[0]?.status).toBeUndefined();
    await clock.advance(1);
    expect(await dialled).toBe('said welcome');
  });

  test('hang: the handshake is never answered', async () => {
    server.control.faults.add({ match: { upgrade: true }, fault: { kind: 'hang' } });
    const socket = new WebSocket(server.url.replace('http', 'ws'), { handshakeTimeout: 100 });
    const failure = await new Promise<Error>((resolve) => socket.on('error', resolve));
    expect(failure.message).toMatch(/timed out/);
  });

  test('what spoils a body leaves a handshake alone', async () => {
    server.control.faults.add({ fault: { kind: 'cut' } });
    expect(await dial()).toBe('said welcome');
    expect(server.control.faults.struck).toEqual({});
  });
});
