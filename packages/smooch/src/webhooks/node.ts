import type { WebhookHandler } from './handler.js';

/** What is read of a request of `node:http`, or of a framework that is made of it. */
export interface NodeRequest extends AsyncIterable<Uint8Array | string> {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** What a framework has read already. */
  readonly body?: unknown;
}

/** What is written to an answer of `node:http`. */
export interface NodeResponse {
  statusCode: number;
  setHeader(name: string, value: string): unknown;
  end(): unknown;
}

/**
 * Makes a listener of `node:http`, and a middleware of Express and its like, out of a handler. What a framework has made of the
 * body already is taken as it is. What is no request by the rules of `fetch`, as one with the method TRACE, is answered 400.
 *
 * @example
 * ```ts
 * import { createServer } from 'node:http';
 * import { createWebhookHandler, toNodeHandler } from '@x/smooch/webhooks';
 *
 * const handler = createWebhookHandler({
 *   secrets: 'the secret of the webhook',
 *   on: { 'message:appUser': ({ messages }) => console.log(messages.length) },
 * });
 * createServer(toNodeHandler(handler)).listen(8000);
 * ```
 */
export function toNodeHandler(
  handler: WebhookHandler,
): (request: NodeRequest, response: NodeResponse) => Promise<void> {
  return async (request, response) => {
    // Anybody may ask for anything, and what is rejected here would end the process.
    const { status, headers } = await answerOf(handler, request);
    response.statusCode = status;
    for (const [name, value] of headers) response.setHeader(name, value);
    response.end();
  };
}

async function answerOf(handler: WebhookHandler, request: NodeRequest): Promise<Response> {
  let asked: Request;
  try {
    asked = toRequest(request);
  } catch {
    return new Response(null, { status: 400 });
  }
  return handler(asked);
}

function toRequest(request: NodeRequest): Request {
  const { method = 'GET', url = '/', body } = request;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of [value ?? []].flat()) headers.append(name, each);
  }
  return new Request(new URL(url, 'http://localhost'), {
    method,
    headers,
    ...(method === 'POST' && { body: body === undefined ? streamOf(request) : textOf(body), duplex: 'half' }),
  });
}

function textOf(body: unknown): BodyInit {
  return typeof body === 'string' || body instanceof Uint8Array ? (body as BodyInit) : JSON.stringify(body);
}

function streamOf(source: NodeRequest): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done === true) controller.close();
      else controller.enqueue(typeof value === 'string' ? new TextEncoder().encode(value) : value);
    },
    async cancel() {
      await chunks.return?.();
    },
  });
}
