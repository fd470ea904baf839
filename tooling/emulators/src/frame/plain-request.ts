import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';

/** Whether a request asks for a WebSocket, and not for another protocol, as Java's HTTP client asks for HTTP/2 with each request. */
export function asksForWebSocket({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket';
}

const sayingUpgrade: ReadonlySet<string> = new Set(['upgrade', 'connection', 'http2-settings']);

/**
 * Reads a request once more, without its wish for another protocol. A server may ignore such a wish, but an older Node, which does not ask
 * before, has taken the connection away from its HTTP parser by the time that it tells of one.
 */
export function readAsPlainRequest(
  server: Server,
  incoming: IncomingMessage,
  socket: Duplex,
  head: Buffer,
): void {
  const { method = 'GET', url = '/', httpVersion, rawHeaders } = incoming;
  const lines = [`${method} ${url} HTTP/${httpVersion}`];
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2);
    if (!sayingUpgrade.has(name.toLowerCase())) lines.push(`${name}: ${value}`);
  }
  socket.unshift(Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), head]));
  server.emit('connection', socket);
}
