// An emulated chat whose sockets carry as many events as they take, made beforehand, so that what is measured beside it is
// not the server.
import { once } from 'node:events';
import { createServer, request as sendRequest, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { startStackExchangeEmulator, type ChatHost } from '@x/emulators';
import { WebSocketServer } from 'ws';
import type { Place, ServerTask } from '../../chatexchange/task.js';
import { floodOf, pour } from '../flood.js';
import { frameOfRoom } from './room-events.js';

process.once('message', (task: ServerTask) => void serve(task).then((place) => process.send?.(place)));
process.once('disconnect', () => process.exit());

async function serve({ events }: ServerTask): Promise<Place> {
  const emulator = await startStackExchangeEmulator();
  const { control, credentials } = emulator;
  const { roomId, accounts } = credentials;
  const [{ email, password, name }] = accounts;
  const fill = (host: ChatHost): readonly number[] => {
    const chat = control.server(host);
    chat.throttle(false);
    const { userId } = chat.messages(roomId).find(({ userName }) => userName === name) ?? { userId: 0 };
    return Array.from({ length: 100 }, (_, number) =>
      chat.say(roomId, userId, `Line ${number} of **many**, with a [link](https://example.com/${number})`),
    );
  };
  const messageIds = fill('chat.stackexchange.com');
  const peerMessageIds = fill('chat.stackoverflow.com');
  const flood = floodOf((number) => frameOfRoom(roomId, number));
  const handshakes = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => {
    const { method, headers, url: path } = request;
    const onward = sendRequest(`${emulator.url}${path}`, { method, headers }, (answer) => {
      if (path === '/ws-auth') {
        // Its sockets are here.
        void text(answer).then((body) =>
          response.end(body.replace(new URL(emulator.url).host, hostOf(server))),
        );
        return;
      }
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    request.pipe(onward);
  });
  server.on('upgrade', (request, socket, head) => {
    handshakes.handleUpgrade(request, socket, head, (webSocket) => {
      socket.on('error', () => undefined);
      webSocket.send(JSON.stringify({ [`r${roomId}`]: {} }));
      // Some begin to listen a while after they have connected.
      setTimeout(() => void pour(socket as Socket, flood, events), 500);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://${hostOf(server)}`;
  const page = await fetch(`${url}/transcript/message/${messageIds.at(-1)}`);
  if (!page.ok) throw new Error(`the transcript was answered ${page.status}`);
  return { url, email, password, roomId, messageIds, peerMessageIds, transcript: await page.text() };
}

function hostOf(server: Server): string {
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}
