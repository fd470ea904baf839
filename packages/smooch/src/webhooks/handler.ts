import { systemClock, type Clock } from '@x/http-core';
import type { WebhookEnvelope } from '../types/webhook-envelope.js';
import { idOf } from './event-id.js';
import type { EventName, EventNamed, SingleEvent } from './events-by-name.js';
import { parseWebhook } from './parse.js';
import { readBody } from './read-body.js';
import { memorySeen, type SeenEvents } from './seen.js';
import { verifyWebhook } from './verify.js';

/** What is known of an event beside itself. */
export interface EventContext {
  /** Of the webhook that it came by. */
  readonly version: 'v1' | 'v1.1' | 'v2';
  /** What is the same each time the event is sent again. */
  readonly id: string;
  /** v2: what the event came in. */
  readonly envelope?: WebhookEnvelope | undefined;
}

/** What is done for events, by their names. */
export type EventHandlers = {
  readonly [Name in EventName]?: ((event: EventNamed<Name>, context: EventContext) => unknown) | undefined;
} & {
  /** For every event that has no function of its own, those that are documented nowhere among them. */
  readonly other?: ((event: SingleEvent, context: EventContext) => unknown) | undefined;
};

/** What {@link createWebhookHandler} is told. */
export interface WebhookHandlerOptions {
  /** The secrets of the webhooks that lead here, or what tells them; several, while one webhook takes the place of another. */
  readonly secrets:
    | string
    | readonly string[]
    | (() => string | readonly string[] | Promise<string | readonly string[]>);
  /** What is done, by the names of events. */
  readonly on: EventHandlers;
  /** Remembers what was handled. Default: the memory of this process. */
  readonly seen?: SeenEvents | undefined;
  /** How long an event is remembered, in milliseconds. Default 30 minutes: twice as long as the service sends it again. */
  readonly seenMs?: number | undefined;
  /** How long a body may be. Default 1 MiB. */
  readonly maxBytes?: number | undefined;
  /** How long the service waits for an answer, in milliseconds; what takes longer goes on behind it. Default 15,000. */
  readonly timeoutMs?: number | undefined;
  /**
   * Takes what is to be done after the answer. With it, or with that of the call, the service is answered at once and events
   * are handled afterwards; one that fails is then not sent again.
   */
  readonly waitUntil?: ((work: Promise<unknown>) => void) | undefined;
  /** Hears why an event could not be read, handled, or remembered. Default: `console.error`. */
  readonly onError?: ((error: unknown) => void) | undefined;
  /** The clock of `timeoutMs` and `seenMs`. Default: that of the system. */
  readonly clock?: Clock | undefined;
}

/** Answers requests of the service. Whatever comes, it does not reject. */
export type WebhookHandler = (
  request: Request,
  context?: { waitUntil?(work: Promise<unknown>): void },
) => Promise<Response>;

/**
 * Makes a handler of webhooks, of every version, in the manner of `fetch`: it takes a `Request` and gives a `Response`. Who asks
 * without a secret is answered 401 before anything is read; each event is handled once, though it may be sent several times;
 * what your function rejects with is answered 500, so that the service sends the event again.
 *
 * | answer | when | does the service send it again? |
 * | ------ | ---- | ------------------------------- |
 * | 200 | handled, or handled before; also any HEAD, by which the service looks whether somebody is there | no |
 * | 400 | no JSON, or no webhook | no |
 * | 401 | another secret, or none | no |
 * | 405 | neither POST nor HEAD | |
 * | 413 | longer than `maxBytes` | yes |
 * | 500 | a function has failed, and the event is given back | yes |
 * | 503 | it takes longer than `timeoutMs`, or `seen` or `secrets` has failed, or the body broke off | yes |
 *
 * @example
 * ```ts
 * import { createWebhookHandler } from '@x/smooch/webhooks';
 *
 * export default {
 *   fetch: createWebhookHandler({
 *     secrets: 'the secret of the webhook',
 *     on: {
 *       'conversation:message': async ({ payload: { message } }) => {
 *         if (message.author.type === 'user' && message.content.type === 'text') console.log(message.content.text);
 *       },
 *     },
 *   }),
 * };
 * ```
 */
export function createWebhookHandler(options: WebhookHandlerOptions): WebhookHandler {
  const { secrets, clock = systemClock, maxBytes = 1_048_576, timeoutMs = 15_000 } = options;
  const { seen = memorySeen({ clock }), seenMs = 1_800_000, onError = console.error } = options;
  const on = options.on as Readonly<
    Partial<Record<string, (event: never, context: EventContext) => unknown>>
  >;
  /** What is being handled, by ids: whoever comes with the same waits for the same. */
  const running = new Map<string, Promise<number>>();

  /** Handles an event that nobody else has, and tells what to answer for it. */
  async function handle(event: SingleEvent, context: EventContext): Promise<number> {
    try {
      if (!(await seen.claim(context.id, seenMs))) return 200;
    } catch (error) {
      onError(error);
      return 503;
    }
    try {
      const name = String(event.trigger ?? (event as { readonly type?: unknown }).type);
      await (Object.hasOwn(on, name) ? on[name] : on['other'])?.(event as never, context);
      return 200;
    } catch (error) {
      onError(error);
      await seen.release(context.id).catch(onError);
      return 500;
    }
  }

  /** One after the other, as they came. The worst outcome is what all are answered by. */
  async function handleAll(events: readonly (readonly [SingleEvent, EventContext])[]): Promise<number> {
    let worst = 200;
    for (const [event, context] of events) {
      const { id } = context;
      const work = running.get(id) ?? handle(event, context).finally(() => running.delete(id));
      running.set(id, work);
      worst = Math.max(worst, await work);
    }
    return worst;
  }

  /** What to answer in the time that the service waits. */
  async function within(work: Promise<number>): Promise<number> {
    return new Promise((resolve, reject) => {
      const stop = clock.after(timeoutMs, () => {
        resolve(503);
      });
      void work.then(resolve, reject).finally(stop);
    });
  }

  return async (request, context) => {
    const { method, headers } = request;
    if (method === 'HEAD') return answer(200);
    if (method !== 'POST') return answer(405, { allow: 'POST, HEAD' });
    try {
      if (!(await verifyWebhook(headers, typeof secrets === 'function' ? await secrets() : secrets))) {
        return answer(401);
      }
      const body = await readBody(request, maxBytes);
      if (body === undefined) return answer(413);
      const events = await eventsIn(body).catch(() => undefined);
      if (!events) return answer(400);
      const work = handleAll(events);
      const later = context?.waitUntil ? context : options;
      if (!later.waitUntil) return answer(await within(work));
      later.waitUntil(work);
      return answer(200);
    } catch (error) {
      // The service may have better luck the next time.
      onError(error);
      return answer(503);
    }
  };
}

function answer(status: number, headers: Readonly<Record<string, string>> = {}): Response {
  return new Response(null, { status, headers });
}

/** The events in what came, each with what is known of it. Rejects where there are none. */
async function eventsIn(body: string): Promise<(readonly [SingleEvent, EventContext])[]> {
  const webhook = parseWebhook(body);
  if (webhook.trigger !== undefined) {
    const version = (webhook as { readonly version?: unknown }).version === 'v1.1' ? 'v1.1' : 'v1';
    return [[webhook, { version, id: await idOf(webhook) }]];
  }
  return Promise.all(
    webhook.events.map(async (event) => {
      const single = event as SingleEvent;
      return [single, { version: 'v2', id: await idOf(single), envelope: webhook }] as const;
    }),
  );
}
