import { badRequest } from '../errors.js';
import type { WebhookInput } from '../input/webhook.js';
import type { Service } from '../service.js';
import type { ApiVersion, Webhook } from './model/index.js';

const webhookLimit = 10;

export interface WebhookOwner {
  readonly appId: string;
  readonly integrationId: string | undefined;
  readonly version: ApiVersion;
}

/** Makes a webhook. An app can have so many, whichever integration they belong to. */
export function createWebhook(
  { store, ids }: Pick<Service, 'store' | 'ids'>,
  owner: WebhookOwner,
  input: WebhookInput & { readonly target: string; readonly triggers: readonly string[] },
): Webhook {
  const count = [...store.webhooks.values()].filter(({ appId }) => appId === owner.appId).length;
  if (count >= webhookLimit) throw badRequest(`An app can have at most ${webhookLimit} webhooks`);
  const webhook: Webhook = {
    id: ids.object(),
    ...owner,
    secret: ids.webhookSecret(),
    target: input.target,
    triggers: input.triggers,
    includeFullSource: input.includeFullSource ?? false,
    includeFullUser: input.includeFullUser ?? false,
  };
  store.webhooks.set(webhook.id, webhook);
  return webhook;
}

export function changeWebhook(webhook: Webhook, input: WebhookInput): void {
  webhook.target = input.target ?? webhook.target;
  webhook.triggers = input.triggers ?? webhook.triggers;
  webhook.includeFullSource = input.includeFullSource ?? webhook.includeFullSource;
  webhook.includeFullUser = input.includeFullUser ?? webhook.includeFullUser;
}

/** Takes a webhook away, with what still waits to be sent to it. */
export function removeWebhook(service: Service, webhook: Webhook): void {
  service.store.webhooks.delete(webhook.id);
  service.forgetWebhook(webhook);
}
