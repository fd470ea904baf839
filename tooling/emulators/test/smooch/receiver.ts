import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface Received {
  readonly method: string;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly json: unknown;
}

export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
  /** How many connections there were in all. */
  connections(): number;
  /** Statuses of the next answers; afterwards 200 again. `silence` means that no answer comes. */
  answerNext(...answers: readonly (number | 'silence')[]): void;
  /** Resolves when so many requests have arrived in all. */
  arrived(count: number): Promise<void>;
}

/** A server that a webhook may point at. Ends with the test. */
export async function startReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const answers: (number | 'silence')[] = [];
  const arrivals = new EventTarget();

  const take = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(Buffer.from(chunk as Uint8Array));
    const text = Buffer.concat(chunks).toString();
    const json = text === '' ? undefined : (JSON.parse(text) as unknown);
    received.push({ method: incoming.method ?? '', headers: incoming.headers, text, json });
    const answer = answers.shift() ?? 200;
    if (answer !== 'silence') outgoing.writeHead(answer).end();
    arrivals.dispatchEvent(new Event('arrival'));
  };

  const server = createServer((incoming, outgoing) => void take(incoming, outgoing));
  let connections = 0;
  server.on('connection', () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(
    () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  );
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The receiver has no port.');

  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    received,
    connections: () => connections,
    answerNext: (...next) => answers.push(...next),
    async arrived(count) {
      while (received.length < count) {
        await new Promise((resolve) => arrivals.addEventListener('arrival', resolve, { once: true }));
      }
    },
  };
}
