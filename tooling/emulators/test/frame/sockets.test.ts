import { afterEach, beforeEach, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import {
  type AcceptedSocket,
  acceptSocket,
  createSystemClock,
  type RunningServer,
  startServer,
} from '../../src/frame/index.js';
import { speak } from './exchange.js';

let server: RunningServer;
let accepted: AcceptedSocket[];
beforeEach(async () => {
  accepted = [];
  server = await startServer({
    clock: createSystemClock(),
    routes: () => new Response('plain'),
    upgrade: (request, socket, head) => {
      const here = acceptSocket(request, socket, head);
      if (here !== undefined) accepted.push(here);
    },
  });
});
afterEach(() => server.close());

interface Dialled {
  readonly client: WebSocket;
  readonly service: AcceptedSocket;
  readonly heard: string[];
  readonly closed: Promise<number>;
}

const dial = async (): Promise<Dialled> => {
  const client = new WebSocket(server.url.replace('http', 'ws'));
  const heard: string[] = [];
  client.on('message', (data: Buffer) => heard.push(data.toString()));
  client.on('error', () => {});
  const closed = new Promise<number>((resolve) => client.on('close', resolve));
  await new Promise((resolve) => client.on('open', resolve));
  const [service] = accepted;
  if (service === undefined) throw new Error('No socket was accepted.');
  return { client, service, heard, closed };
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

test('an accepted socket talks both ways and closes in order', async () => {
  const { client, service, heard, closed } = await dial();
  service.webSocket.on('message', (data: Buffer) => service.webSocket.send(`echo ${data.toString()}`));
  client.send('hello');
  await pause(50);
  expect(heard).toEqual(['echo hello']);
  service.webSocket.close(4001, 'enough');
  expect(await closed).toBe(4001);
});

test('a first message that comes with the handshake is not lost', async () => {
  const { client, service } = await dial();
  const message = new Promise<string>((resolve) =>
    service.webSocket.on('message', (data: Buffer) => resolve(data.toString())),
  );
  client.send('at once');
  expect(await message).toBe('at once');
});

test('an end without a close frame is a 1006 for the client', async () => {
  const { service, closed } = await dial();
  service.destroyWithoutClose();
  expect(await closed).toBe(1006);
});

test('so is a reset', async () => {
  const { service, closed } = await dial();
  service.destroyWithoutClose('reset');
  expect(await closed).toBe(1006);
});

test.each([20, 1_000, 70_000])('half of a frame of %d bytes is never delivered', async (length) => {
  const { client, service, heard, closed } = await dial();
  service.sendHalfFrame('x'.repeat(length));
  await pause(50);
  expect(heard).toEqual([]);
  expect(client.readyState).toBe(WebSocket.OPEN);
  service.destroyWithoutClose();
  expect(await closed).toBe(1006);
});

test.each([
  [4, '\x81\x04'],
  [200, '\x81\x7e\x00\xc8'],
  [65_536, '\x81\x7f\x00\x00\x00\x00\x00\x01\x00\x00'],
])('the header of half a frame announces all of its %d bytes', async (length, header) => {
  const heard = speak(
    server.url,
    'GET / HTTP/1.1\r\nHost: emulator\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n' +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: c2l4dGVlbiBieXRlcyAhIQ==\r\n\r\n',
  );
  while (accepted.length === 0) await pause(1);
  accepted[0]?.sendHalfFrame('x'.repeat(length));
  const { text } = await heard;
  expect(text.slice(text.indexOf('\r\n\r\n') + 4)).toBe(header + 'x'.repeat(length / 2));
});

test('a close frame that is ignored leaves the client waiting', async () => {
  const { client, service } = await dial();
  service.ignoreClose();
  client.close();
  await pause(100);
  expect(client.readyState).toBe(WebSocket.CLOSING);
  client.terminate();
});

test('closing the server ends its sockets', async () => {
  const { closed } = await dial();
  await server.close();
  expect(await closed).toBe(1006);
});
