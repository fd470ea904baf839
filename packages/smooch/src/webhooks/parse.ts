import { notAsDocumented } from '../errors.js';
import type { WebhookEvent } from '../types/webhook-event.js';

/**
 * Reads what a webhook was sent: JSON as text or as bytes, or what a framework has made of it. It checks only that this
 * is an event of v1 or v1.1, which has a `trigger`, or the envelope of v2; nothing of it is left out or changed.
 *
 * The same event may come twice, and events may come in any order.
 *
 * @throws `protocol` / `INVALID_WEBHOOK` for anything else. Answer it with 400, and the service does not send it again.
 * @see "Webhooks" in the service's reference.
 * @example
 * ```ts
 * import { parseWebhook } from '@x/smooch/webhooks';
 *
 * export function textsIn(body: string): string[] {
 *   const event = parseWebhook(body);
 *   if (event.trigger !== 'message:appUser') return [];
 *   return event.messages.flatMap((message) => (message.type === 'text' ? [message.text] : []));
 * }
 * ```
 */
export function parseWebhook(body: string | object): WebhookEvent {
  const payload = read(body);
  const { trigger, events, webhook } = Object(payload) as Partial<Record<string, unknown>>;
  const isEvent = typeof trigger === 'string' && trigger !== '';
  const isEnvelope = Array.isArray(events) && trigger === undefined && Object(webhook).version === 'v2';
  return isEvent || isEnvelope
    ? (payload as WebhookEvent)
    : notAsDocumented('INVALID_WEBHOOK', 'this is no webhook: no JSON, or with neither trigger nor events');
}

function read(body: string | object): unknown {
  const isBytes = body instanceof ArrayBuffer || ArrayBuffer.isView(body);
  if (typeof body !== 'string' && !isBytes) return body;
  try {
    return JSON.parse(isBytes ? new TextDecoder().decode(body) : body) as unknown;
  } catch {
    return undefined;
  }
}
