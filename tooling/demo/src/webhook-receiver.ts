import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A delivery as it arrived. */
export interface Delivery {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A web server for one delivery: what a program that listens for webhooks has. */
export interface WebhookReceiver {
  readonly url: string;
  /** The next delivery; rejects when none comes within five seconds. */
  next(): Promise<Delivery>;
  close(): void;
}

/** Starts a receiver on this machine. */
export async function startReceiver(): Promise<WebhookReceiver> {
  const waiting: Delivery[] = [];
  let wake = (): void => undefined;
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      response.end();
      waiting.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      wake();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/webhook`,
    async next() {
      const limit = setTimeout(() => wake(), 5000);
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      clearTimeout(limit);
      const delivery = waiting.shift();
      if (delivery === undefined) throw new Error('no webhook was delivered within 5 s');
      return delivery;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}
