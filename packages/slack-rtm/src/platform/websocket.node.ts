import type { WebSocketLike } from '@x/http-core/socket';
import { WebSocket, type ClientOptions } from 'ws';

/** More than any frame may have: one that is too large is told from a broken connection by whoever reads it. */
const maxPayload = 32 * 1024 * 1024;

/** Opens a WebSocket, through an agent where there is one. */
export function createWebSocket(url: string, agent?: object): WebSocketLike {
  const options: ClientOptions = { maxPayload, perMessageDeflate: false, followRedirects: false };
  if (agent !== undefined) options.agent = agent as NonNullable<ClientOptions['agent']>;
  return new WebSocket(url, options);
}
