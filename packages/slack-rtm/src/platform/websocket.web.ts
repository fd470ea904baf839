import type { WebSocketLike } from '@x/http-core/socket';

/** Opens a WebSocket. Agents are a matter of Node.js. */
export function createWebSocket(url: string, _agent?: object): WebSocketLike {
  return new WebSocket(url);
}
