import type { CallOptions, Pages } from '@x/http-core';
import { offsetPages } from '../offset-pages.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import type { Smooch } from '../types/smooch.js';
import type { Webhook, WebhookContent, WebhookResponse, WebhooksResponse } from '../types/webhook.js';
import { createWebhook, deleteWebhook, updateWebhook } from './webhook-calls.js';

/** The addresses that the service tells of events. An app has ten at most. */
export interface Webhooks {
  /** @see `GET /webhooks` */
  list(call?: CallOptions): Pages<Webhook, WebhooksResponse>;
  /** @see `GET /webhooks/{webhookId}` */
  get(webhookId: string, call?: CallOptions): Promise<WebhookResponse>;
  /**
   * Rejects with `refused` / `bad_request` for an address that does not answer, and when there are ten.
   *
   * @see `POST /webhooks`
   */
  create(webhook: WebhookContent, call?: CallOptions): Promise<WebhookResponse>;
  /**
   * The triggers that are given go into the place of those that there are.
   *
   * @see `PUT /webhooks/{webhookId}`
   */
  update(webhookId: string, changes: Partial<WebhookContent>, call?: CallOptions): Promise<WebhookResponse>;
  /** @see `DELETE /webhooks/{webhookId}` */
  delete(webhookId: string, call?: CallOptions): Promise<void>;
}

/**
 * The webhooks of a client's app. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { webhooks, type Smooch } from '@x/smooch';
 *
 * export async function watch(smooch: Smooch, target: string): Promise<string> {
 *   const { webhook } = await webhooks(smooch).create({ target, triggers: ['postback'], includeClient: true });
 *   return webhook.secret;
 * }
 * ```
 */
export function webhooks(smooch: Smooch): Webhooks {
  const { app } = partsOf(smooch);
  return {
    list: (call) => offsetPages(app, () => '/webhooks', 'webhooks', {}, call),
    get: async (webhookId, call) => app.json('GET', path`/webhooks/${webhookId}`, call),
    create: (webhook, call) => createWebhook(app, webhook, call),
    update: (webhookId, changes, call) => updateWebhook(app, webhookId, changes, call),
    delete: (webhookId, call) => deleteWebhook(app, webhookId, call),
  };
}
