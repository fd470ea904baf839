import { type Agent, request } from 'node:http';
import { createConnection } from 'node:net';
import {
  createManualClock,
  type ManualClock,
  type RunningServer,
  startServer,
} from '../../src/frame/index.js';

/** What a plain HTTP client sees of one request, however it ends. */
export interface Seen {
  readonly status: number | undefined;
  readonly type: string | undefined;
  readonly body: string;
  /** True when the answer was whole by its own framing. */
  readonly complete: boolean;
  readonly error: string | undefined;
}

export function see(
  url: string,
  options: { method?: string; headers?: Record<string, string>; body?: string; agent?: Agent } = {},
): Promise<Seen> {
  return new Promise((resolve) => {
    const { method = 'GET', headers = {}, body, agent = false } = options;
    const outgoing = request(url, { method, headers, agent });
    let answered = false;
    let failed: string | undefined;
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      // Since Node.js 24 a connection that breaks in mid-answer is told here as well.
      failed = error.code;
      if (!answered)
        resolve({ status: undefined, type: undefined, body: '', complete: false, error: failed });
    });
    outgoing.on('response', (incoming) => {
      answered = true;
      let text = '';
      incoming.setEncoding('utf8');
      incoming.on('data', (chunk: string) => {
        text += chunk;
      });
      incoming.on('error', (error: NodeJS.ErrnoException) => {
        failed = error.code;
      });
      incoming.on('close', () => {
        resolve({
          status: incoming.statusCode,
          type: incoming.headers['content-type'],
          body: text,
          complete: incoming.complete,
          error: failed,
        });
      });
    });
    outgoing.end(body);
  });
}

/** Sends bytes and collects what comes back until the connection ends or `silenceMs` have passed without a byte. */
export function speak(
  url: string,
  bytes: string,
  silenceMs = 100,
): Promise<{ text: string; ended: boolean }> {
  return new Promise((resolve) => {
    const { hostname, port } = new URL(url);
    const socket = createConnection({ host: hostname, port: Number(port) }, () => socket.write(bytes));
    let text = '';
    // One character a byte, so that frames can be compared too.
    socket.setEncoding('latin1');
    const finish = (ended: boolean): void => {
      socket.destroy();
      resolve({ text, ended });
    };
    socket.setTimeout(silenceMs, () => finish(false));
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', () => {});
    socket.on('close', () => finish(true));
  });
}

/** The body of every route of `startEcho`: twenty bytes, half of which are `0123456789`. */
export const wholeBody = '0123456789abcdefghij';

export interface Echo extends RunningServer {
  readonly clock: ManualClock;
  /** The paths whose route has run, in order. */
  readonly ran: readonly string[];
}

/** A server whose only route answers `wholeBody` with status 200, as JSON by name. */
export async function startEcho(): Promise<Echo> {
  const clock = createManualClock();
  const ran: string[] = [];
  const server = await startServer({
    clock,
    routes: (incoming) => {
      ran.push(new URL(incoming.url).pathname);
      return new Response(wholeBody, { headers: { 'content-type': 'application/json' } });
    },
  });
  return { ...server, clock, ran };
}
