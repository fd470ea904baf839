// A workspace that answers methods at once and whose sockets carry as many events as they take, or acknowledge what they get.
// What it says was made beforehand, so that what is measured beside it is not the server.
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { startSlackEmulator } from '@x/emulators';
import { WebSocketServer, type WebSocket } from 'ws';
import { methods, type MethodName, type Served, type ServerTask } from '../../slack/task.js';
import { floodOf, pour } from '../flood.js';
import { rtmFrame, socketFrame } from './events.js';

process.once('message', (task: ServerTask) => void serve(task).then((served) => process.send?.(served)));
process.once('disconnect', () => process.exit());

const self = { id: 'U0BENCHBOT', name: 'bench' };
const team = { id: 'T0BENCH001', name: 'Bench', domain: 'bench' };

const floods = { rtm: floodOf(rtmFrame), socket: floodOf(socketFrame) };
const greetings = {
  rtm: { type: 'hello', fast_reconnect: false, start: true },
  socket: { type: 'hello', num_connections: 1, connection_info: { app_id: 'A0BENCH001' } },
};

async function serve({ events }: ServerTask): Promise<Served> {
  const bodies = await recordBodies();
  const server = createServer((request, response) => {
    request.resume();
    const [, mode = '', , method = ''] = (request.url ?? '').split(/[/?]/);
    const body = bodies[method as MethodName] ?? JSON.stringify(answerOf(method, `${host()}/${mode}`));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': Buffer.byteLength(body),
    });
    response.end(body);
  });
  const host = (): string => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const handshakes = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    handshakes.handleUpgrade(request, socket, head, (webSocket) => {
      const [, mode, way] = (request.url ?? '').split(/[/?]/);
      socket.on('error', () => undefined);
      webSocket.send(JSON.stringify(greetings[way as 'rtm' | 'socket']));
      webSocket.on('message', (data: Buffer) => {
        if (way === 'rtm') reply(webSocket, data);
      });
      // Some begin to listen a while after they have connected.
      const begin = (): void => void pour(socket as Socket, floods[way as 'rtm' | 'socket'], events);
      if (mode === 'flood') setTimeout(begin, 500);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://${host()}`,
    bytes: {
      'users.info': Buffer.byteLength(bodies['users.info']),
      'conversations.history': Buffer.byteLength(bodies['conversations.history']),
    },
  };
}

function answerOf(method: string, place: string): object {
  switch (method) {
    case 'rtm.connect':
      return { ok: true, url: `ws://${place}/rtm/1`, self, team };
    case 'apps.connections.open':
      return { ok: true, url: `ws://${place}/socket/?ticket=1&app_id=1` };
    case 'auth.test':
      return { ok: true, user_id: self.id, user: self.name, team_id: team.id, team: team.name };
    default:
      return { ok: false, error: 'unknown_method' };
  }
}

function reply(webSocket: WebSocket, data: Buffer): void {
  const { id, type, text } = JSON.parse(data.toString()) as {
    readonly id: number;
    readonly type: string;
    readonly text?: string;
  };
  if (type === 'ping') webSocket.send(JSON.stringify({ type: 'pong', reply_to: id }));
  if (type === 'message') {
    webSocket.send(JSON.stringify({ ok: true, reply_to: id, ts: `1790000000.${id % 1_000_000}`, text }));
  }
}

/** What the emulated workspace answers. */
async function recordBodies(): Promise<Record<MethodName, string>> {
  const emulator = await startSlackEmulator();
  const { credentials, control } = emulator;
  const { apiUrl, botToken, channelId, userId, userName } = credentials;
  for (let number = 0; number < 100; number += 1) {
    control.say(channelId, userName, `Line ${number} with a https://example.com/${number}`);
  }
  const queries: Record<MethodName, string> = {
    'users.info': `user=${userId}`,
    'conversations.history': `channel=${channelId}&limit=100`,
  };
  const texts = methods.map(async (method) => {
    const answer = await fetch(`${apiUrl}${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${botToken}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: queries[method],
    });
    const text = await answer.text();
    if (!text.startsWith('{"ok":true')) throw new Error(`${method} was answered ${text.slice(0, 100)}`);
    return [method, text] as const;
  });
  const bodies = Object.fromEntries(await Promise.all(texts)) as Record<MethodName, string>;
  await emulator.close();
  return bodies;
}
