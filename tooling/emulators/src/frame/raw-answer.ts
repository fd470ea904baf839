import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';

/** How long a reader on the same machine needs at most for a few bytes. The wire knows no clock but the real one. */
const readingMs = 25;

/** Closes the connection of a request without a word, or by a TCP reset. */
export function endConnection(incoming: IncomingMessage, how: 'close' | 'reset'): Response {
  closeSocket(incoming.socket, how);
  return RESPONSE_ALREADY_SENT;
}

/** Leaves the connection open and silent. */
export function neverAnswer(): Response {
  return RESPONSE_ALREADY_SENT;
}

/** The headers and half of the body; then the connection is closed, reset, or left silent. */
export async function answerHalf(
  response: Response,
  outgoing: ServerResponse,
  then: 'close' | 'reset' | 'silence',
): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  const { socket } = outgoing;
  writeHead(response, body.length, outgoing);
  const written = new Promise<void>((resolve) => {
    outgoing.write(body.subarray(0, body.length >> 1), () => resolve());
  });
  if (then !== 'silence' && socket !== null) {
    // Only what the kernel has taken over arrives before the end of the connection.
    await written;
    // A reset makes the kernel of the other side throw away what has not been read by then.
    if (then === 'reset') await wait(readingMs);
    closeSocket(socket, then);
  }
  return RESPONSE_ALREADY_SENT;
}

/** Half of the body as if it were all: well framed, complete, and wrong. */
export async function truncated(response: Response): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  const headers = new Headers(response.headers);
  headers.delete('content-length');
  return new Response(body.length === 0 ? null : body.subarray(0, body.length >> 1), {
    status: response.status,
    headers,
  });
}

/** Promises the whole body, although only half of it will follow. */
function writeHead(response: Response, length: number, outgoing: ServerResponse): void {
  outgoing.statusCode = response.status;
  for (const [name, value] of response.headers) {
    if (name !== 'set-cookie') outgoing.setHeader(name, value);
  }
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies);
  if (length > 0) outgoing.setHeader('content-length', length);
  outgoing.flushHeaders();
}

function closeSocket(socket: Socket, how: 'close' | 'reset'): void {
  if (how === 'reset') socket.resetAndDestroy();
  else socket.destroy();
}

/** The status that goes out with this answer; undefined when none does. */
export function statusSent(response: Response, outgoing: ServerResponse): number | undefined {
  if (response === RESPONSE_ALREADY_SENT) return outgoing.headersSent ? outgoing.statusCode : undefined;
  return outgoing.destroyed ? undefined : response.status;
}
