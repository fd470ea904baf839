import type { CallOptions, Pages } from '@x/http-core';
import { path } from '../../path.js';
import { checkHttpUrl } from '../../checks/http-url.js';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { integrationPath } from '../integration-path.js';
import { list } from '../list.js';
import type { Page } from '../types/page.js';
import type { Webhook, WebhookBody, WebhookCreateBody, WebhookResponse } from '../types/webhook.js';

/** The webhook that is there now. */
export interface EnsuredWebhook extends WebhookResponse {
  /** Whether it is new. */
  readonly created: boolean;
  /** Whether it was there and lacked something. */
  readonly updated: boolean;
}

/**
 * The addresses that are told of events, of custom integrations and of partners. With a token of OAuth, the id of the
 * integration may be `me`. An app has ten at most.
 */
export interface Webhooks {
  /** @see `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks`, "List Webhooks". */
  list(integrationId: string, call?: CallOptions): Pages<Webhook, Page<'webhooks', Webhook>>;

  /** @see `GET /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`, "Get Webhook". */
  get(integrationId: string, webhookId: string, call?: CallOptions): Promise<WebhookResponse>;

  /**
   * Rejects with `refused` / `bad_request` for a trigger that there is not, and when the app has its ten webhooks.
   *
   * @see `POST /v2/apps/{appId}/integrations/{integrationId}/webhooks`, "Create Webhook".
   */
  create(integrationId: string, webhook: WebhookCreateBody, call?: CallOptions): Promise<WebhookResponse>;

  /**
   * Changes a webhook. `triggers` are replaced as a whole; `ensure` adds to them.
   *
   * @see `PATCH /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`, "Update Webhook".
   */
  update(
    integrationId: string,
    webhookId: string,
    changes: WebhookBody,
    call?: CallOptions,
  ): Promise<WebhookResponse>;

  /** @see `DELETE /v2/apps/{appId}/integrations/{integrationId}/webhooks/{webhookId}`, "Delete Webhook". */
  delete(integrationId: string, webhookId: string, call?: CallOptions): Promise<void>;

  /** Takes all webhooks of an integration away, one after the other. */
  deleteAll(integrationId: string, call?: CallOptions): Promise<void>;

  /**
   * Makes sure that an address is told of events. A webhook that leads there gets what it lacks and keeps the triggers that
   * it has; if there is none, one is made. It changes nothing when nothing is missing.
   *
   * @see `GET`, then `POST` or `PATCH …/webhooks`.
   */
  ensure(integrationId: string, webhook: WebhookCreateBody, call?: CallOptions): Promise<EnsuredWebhook>;
}

/**
 * The addresses that are told of events.
 *
 * @example
 * ```ts
 * import { webhooks, type Sunshine } from '@x/smooch/v2';
 *
 * export async function subscribe(sunshine: Sunshine, integrationId: string): Promise<string | undefined> {
 *   const { webhook } = await webhooks(sunshine).ensure(integrationId, {
 *     target: 'https://example.com/bot',
 *     triggers: ['conversation:message', 'conversation:postback'],
 *   });
 *   return webhook.secret;
 * }
 * ```
 */
export function webhooks(sunshine: Sunshine): Webhooks {
  const calls = callsOf(sunshine);
  const all = (integrationId: string): string => `${integrationPath(sunshine, integrationId)}/webhooks`;
  const one = (integrationId: string, webhookId: string): string => all(integrationId) + path`/${webhookId}`;

  const listOf: Webhooks['list'] = (integrationId, call) =>
    list<Webhook, Page<'webhooks', Webhook>>(sunshine, {
      target: () => all(integrationId),
      items: (page) => page.webhooks,
      call,
    });

  const create: Webhooks['create'] = async (integrationId, webhook, call) => {
    if (sunshine.checks) checkHttpUrl('target', webhook.target);
    return calls.post(all(integrationId), webhook, call);
  };

  const update: Webhooks['update'] = async (integrationId, webhookId, changes, call) => {
    if (sunshine.checks && changes.target !== undefined) checkHttpUrl('target', changes.target);
    return calls.patch(one(integrationId, webhookId), changes, call);
  };

  const remove: Webhooks['delete'] = async (integrationId, webhookId, call) =>
    calls.remove(one(integrationId, webhookId), {}, call);

  return {
    create,
    update,
    list: listOf,
    delete: remove,
    get: async (integrationId, webhookId, call) => calls.get(one(integrationId, webhookId), {}, call),
    async deleteAll(integrationId, call) {
      for (const { id } of await listOf(integrationId, call).toArray()) await remove(integrationId, id, call);
    },
    async ensure(integrationId, { triggers, ...wanted }, call) {
      checkHttpUrl('target', wanted.target);
      const there = await listOf(integrationId, call).toArray();
      const webhook = there.find(({ target }) => target === wanted.target);
      if (webhook === undefined) {
        const made = await create(integrationId, { ...wanted, triggers }, call);
        return { ...made, created: true, updated: false };
      }
      // Of a webhook without triggers, the service need not list any.
      const before = webhook.triggers ?? [];
      const together = [...new Set([...before, ...triggers])];
      const isComplete =
        together.length === before.length &&
        isAs(webhook.includeFullUser, wanted.includeFullUser) &&
        isAs(webhook.includeFullSource, wanted.includeFullSource);
      if (isComplete) return { webhook, created: false, updated: false };
      const changed = await update(integrationId, webhook.id, { ...wanted, triggers: together }, call);
      return { ...changed, created: false, updated: true };
    },
  };
}

/** Whether a switch is as it is wanted, if that matters. */
function isAs(is = false, wanted = is): boolean {
  return is === wanted;
}
