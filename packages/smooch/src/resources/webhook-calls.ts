import type { CallOptions, Http } from '@x/http-core';
import { checkHttpUrl } from '../checks/http-url.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { WebhookContent, WebhookResponse, WebhooksResponse } from '../types/webhook.js';

/** `GET /webhooks` */
export async function listWebhooks(http: Http, call?: CallOptions): Promise<WebhooksResponse> {
  return http.json('GET', '/webhooks', call);
}

/** `POST /webhooks` */
export async function createWebhook(
  http: Http,
  webhook: WebhookContent,
  call?: CallOptions,
): Promise<WebhookResponse> {
  checkHttpUrl('target', webhook.target);
  return http.json('POST', '/webhooks', { ...call, json: webhook });
}

/** `PUT /webhooks/{webhookId}` */
export async function updateWebhook(
  http: Http,
  webhookId: string,
  changes: Partial<WebhookContent>,
  call?: CallOptions,
): Promise<WebhookResponse> {
  if (changes.target !== undefined) checkHttpUrl('target', changes.target);
  return http.json('PUT', path`/webhooks/${webhookId}`, { ...call, json: changes });
}

/** `DELETE /webhooks/{webhookId}` */
export async function deleteWebhook(http: Http, webhookId: string, call?: CallOptions): Promise<void> {
  return remove(http, path`/webhooks/${webhookId}`, call);
}
