import { checkText, type CallOptions } from '@x/http-core';
import { partOf } from '../answer.js';
import { checkHttpUrl } from '../checks/http-url.js';
import { refuseArgument } from '../errors.js';
import type { Smooch } from '../types/smooch.js';
import type { Webhook, WebhookTrigger } from '../types/webhook.js';

/** The webhook that is there now. */
export interface EnsuredWebhook {
  readonly id: string;
  /** What the service sends along with each event, for `verifyWebhook`. */
  readonly secret: string;
  /** Whether it is new. */
  readonly created: boolean;
  /** Whether it was there and got the trigger, or the address. */
  readonly updated: boolean;
}

/** `GET /webhooks`, and then `POST /webhooks` or `PUT /webhooks/{webhookId}` where something is missing. */
export async function ensureWebhookExists(
  smooch: Smooch,
  trigger: WebhookTrigger,
  url: string,
  call?: CallOptions,
): Promise<EnsuredWebhook> {
  checkText(refuseArgument, 'trigger', trigger);
  checkHttpUrl('url', url);
  const webhooks = partOf(await smooch.getWebhooks(call), 'webhooks');
  const found = closest(webhooks, trigger, url);

  if (found === undefined) {
    const answer = await smooch.makeWebhook(url, [trigger], call);
    return ensured(partOf(answer, 'webhook'), { created: true });
  }
  if (found.target === url && isToldOf(found, trigger)) return ensured(found, {});
  const triggers = [...new Set([...(found.triggers ?? []), trigger])];
  const answer = await smooch.updateWebhook(found._id, { target: url, triggers }, call);
  return ensured(partOf(answer, 'webhook'), { updated: true });
}

/** The webhook to which the least has to be done, one that leads to the address before all others. */
function closest(webhooks: readonly Webhook[], trigger: WebhookTrigger, url: string): Webhook | undefined {
  const tells = (webhook: Webhook): boolean => isToldOf(webhook, trigger);
  const leadsThere = webhooks.filter(({ target }) => target === url);
  return leadsThere.find(tells) ?? leadsThere[0] ?? webhooks.find(tells);
}

/** Of a webhook without triggers, the service need not list any. */
function isToldOf({ triggers }: Webhook, trigger: WebhookTrigger): boolean {
  return triggers?.includes(trigger) ?? false;
}

function ensured(
  { _id: id, secret }: Webhook,
  { created = false, updated = false }: Partial<EnsuredWebhook>,
): EnsuredWebhook {
  return { id, secret, created, updated };
}
