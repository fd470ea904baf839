import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { webhooks, type Smooch, type WebhookTrigger } from '../src/index.js';
import {
  parseWebhook,
  toNodeHandler,
  type WebhookEvent,
  type WebhookHandler,
} from '../src/webhooks/index.js';
import type { SmoochEmulator } from './emulator.js';

/** What a webhook was sent. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A server of ours that webhooks can lead to. It ends with the test. */
export async function startReceiver(): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const url = await serve((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.end();
    });
  });
  return { url, received };
}

/** A server of ours whose webhooks a handler takes. It ends with the test. */
export async function serveHandler(
  handler: WebhookHandler,
  before?: (request: object) => void,
): Promise<string> {
  const listener = toNodeHandler(handler);
  return serve((request, response) => {
    before?.(request);
    void listener(request, response);
  });
}

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/smooch`;
}

/** Has the service tell of these triggers, and gives what it told once it has nothing left to tell. */
export async function listen(
  emulator: SmoochEmulator,
  smooch: Smooch,
  ...triggers: readonly WebhookTrigger[]
): Promise<() => Promise<readonly WebhookEvent[]>> {
  const { url, received } = await startReceiver();
  await webhooks(smooch).create({ target: url, triggers });
  emulator.control.requests.clear();
  return async () => {
    await emulator.control.flush();
    return received.map(({ body }) => parseWebhook(body));
  };
}
