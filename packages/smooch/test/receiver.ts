import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { webhooks, type Smooch, type WebhookTrigger } from '../src/index.js';
import { parseWebhook, type WebhookEvent } from '../src/webhooks/index.js';
import type { SmoochEmulator } from './emulator.js';

/** What a webhook was sent. */
export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** A server of ours that webhooks can lead to. It ends with the test. */
export async function startReceiver(): Promise<{ readonly url: string; readonly received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks) });
      response.end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/smooch`, received };
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
