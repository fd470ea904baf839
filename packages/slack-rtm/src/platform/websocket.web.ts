import type { WebSocketLike } from '@x/http-core/socket';

/** Opens a WebSocket. Agents, headers and the status of a handshake are a matter of Node.js. */
export function createWebSocket(url: string, _settings?: object): WebSocketLike {
  return new WebSocket(url);
}
