import type { Agent } from 'node:http';
import type { WebSocketLike } from '@x/http-core/socket';
import { WebSocket } from 'ws';
import type { WebSocketInit } from './websocket-init.js';

/** Opens a socket. The one of Node.js itself cannot send an `Origin`, which the service insists on. */
export function createWebSocket(url: string, { origin, agent, maxFrameBytes }: WebSocketInit): WebSocketLike {
  return new WebSocket(url, {
    origin,
    maxPayload: maxFrameBytes,
    perMessageDeflate: false,
    handshakeTimeout: 30_000,
    ...(agent === undefined ? {} : { agent: agent as Agent }),
  });
}
