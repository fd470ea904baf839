import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import type { PlainAnswer } from './plain-answer.js';
import type { OpenRequest } from './request-log.js';

/** Which request in the log a socket belongs to, so that whoever answers the handshake can note the status. */
const handshakes = new WeakMap<Duplex, OpenRequest>();

export function beginHandshake(socket: Duplex, recorded: OpenRequest): void {
  handshakes.set(socket, recorded);
}

export function noteHandshakeStatus(socket: Duplex, status: number): void {
  const recorded = handshakes.get(socket);
  if (recorded !== undefined) recorded.status = status;
}

/** Answers a handshake with an ordinary HTTP answer and closes the connection. */
export function refuseUpgrade(
  socket: Duplex,
  { status, headers = {}, body = '' }: Pick<PlainAnswer, 'status'> & Partial<PlainAnswer>,
): void {
  noteHandshakeStatus(socket, status);
  const lines = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? 'Unknown'}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
  ];
  socket.end(`${lines.join('\r\n')}\r\n\r\n${body}`, () => socket.destroy());
}
