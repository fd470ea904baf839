import type { WebSocketLike } from '@x/http-core/socket';
import type { WebSocketInit } from './websocket-init.js';

/** Opens a socket. A page sends its own `Origin`. */
export function createWebSocket(url: string, _init?: WebSocketInit): WebSocketLike {
  return new WebSocket(url);
}
