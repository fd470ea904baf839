import type { WebSocketLike } from '@x/http-core/socket';
import { WebSocket, type ClientOptions } from 'ws';
import type { WebSocketSettings } from '../live/options.js';

/** More than any frame may have: one that is too large is told from a broken connection by whoever reads it. */
const maxPayload = 32 * 1024 * 1024;

/** Opens a WebSocket, through an agent and with headers where there are any. */
export function createWebSocket(
  url: string,
  { agent, headers, onRefused }: WebSocketSettings = {},
): WebSocketLike {
  const options: ClientOptions = { maxPayload, perMessageDeflate: false, followRedirects: false };
  if (agent !== undefined) options.agent = agent as NonNullable<ClientOptions['agent']>;
  if (headers !== undefined) options.headers = headers;
  const webSocket = new WebSocket(url, options);
  webSocket.on('upgrade', ({ socket }) => {
    webSocket.once('open', () => {
      // What is sent while frames are read goes to the system together: one call for the answers to a burst, and not one for each.
      socket.prependListener('data', () => {
        socket.cork();
        process.nextTick(() => {
          socket.uncork();
        });
      });
    });
  });
  if (onRefused !== undefined) {
    webSocket.on('unexpected-response', (_request, { statusCode: status = 0, headers: fields }) => {
      onRefused({ status, retryAfter: fields['retry-after'] });
    });
  }
  return webSocket;
}
