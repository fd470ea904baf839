import type { CallOptions, Pages } from '@x/http-core';
import { checkLength } from '../../checks/values.js';
import { refuseArgument } from '../../errors.js';
import type { Open } from '../../types/open.js';
import { appPath, callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { integrationPath } from '../integration-path.js';
import { list } from '../list.js';
import type { IntegrationCreateBody, IntegrationUpdateBody } from '../types/integration-body.js';
import type { Integration, IntegrationResponse, IntegrationType } from '../types/integration.js';
import type { Page, PageOptions } from '../types/page.js';

/** What connects an app with channels, and with programs of yours. */
export interface Integrations {
  /**
   * The integrations of an app, or those of some types.
   *
   * @see `GET /v2/apps/{appId}/integrations`, "List Integrations".
   */
  list(
    filter?: { readonly types?: readonly Open<IntegrationType>[] | undefined } & PageOptions,
    call?: CallOptions,
  ): Pages<Integration, Page<'integrations', Integration>>;

  /**
   * Rejects with `refused` / `integration_not_found` when there is none of this id, as all that take one.
   *
   * @see `GET /v2/apps/{appId}/integrations/{integrationId}`, "Get Integration".
   */
  get(integrationId: string, call?: CallOptions): Promise<IntegrationResponse>;

  /**
   * Makes an integration. A `custom` one comes with its webhook, whose `secret` is in the answer.
   *
   * @see `POST /v2/apps/{appId}/integrations`, "Create Integration".
   * @example
   * ```ts
   * import { integrations, type Integration, type Sunshine } from '@x/smooch/v2';
   *
   * export async function addBot(sunshine: Sunshine): Promise<Integration> {
   *   const { integration } = await integrations(sunshine).create({
   *     type: 'custom',
   *     displayName: 'Trail bot',
   *     webhooks: [{ target: 'https://example.com/bot', triggers: ['conversation:message'] }],
   *   });
   *   return integration;
   * }
   * ```
   */
  create(integration: IntegrationCreateBody, call?: CallOptions): Promise<IntegrationResponse>;

  /**
   * Changes an integration. What can change is a matter of its type, which is not sent; `IntegrationUpdateBodies['web']` is
   * what can change of one of type `web`.
   *
   * @see `PATCH /v2/apps/{appId}/integrations/{integrationId}`, "Update Integration".
   */
  update(
    integrationId: string,
    changes: IntegrationUpdateBody,
    call?: CallOptions,
  ): Promise<IntegrationResponse>;

  /**
   * Takes an integration away, with its keys and webhooks.
   *
   * Rejects with `refused` / `bad_request` for an SDK that was set up in Zendesk's Admin Center.
   *
   * @see `DELETE /v2/apps/{appId}/integrations/{integrationId}`, "Delete Integration".
   */
  delete(integrationId: string, call?: CallOptions): Promise<void>;
}

/**
 * What connects an app with channels, and with programs of yours.
 *
 * @example
 * ```ts
 * import { integrations, type Sunshine } from '@x/smooch/v2';
 *
 * export async function phoneNumbers(sunshine: Sunshine): Promise<string[]> {
 *   const numbers: string[] = [];
 *   for await (const each of integrations(sunshine).list({ types: ['whatsapp'] })) {
 *     if (each.type === 'whatsapp' && each.phoneNumber) numbers.push(each.phoneNumber);
 *   }
 *   return numbers;
 * }
 * ```
 */
export function integrations(sunshine: Sunshine): Integrations {
  const calls = callsOf(sunshine);
  const all = (): string => `${appPath(sunshine)}/integrations`;
  const one = (integrationId: string): string => integrationPath(sunshine, integrationId);

  function check(integration: IntegrationCreateBody | IntegrationUpdateBody): void {
    if (!sunshine.checks) return;
    checkLength(refuseArgument, 'displayName', integration.displayName, 100);
    if ('type' in integration && integration.type === 'custom' && integration.webhooks?.length !== 1) {
      refuseArgument('webhooks', 'exactly one for a custom integration; add others when it is made');
    }
  }

  return {
    list: ({ types, ...page } = {}, call) =>
      list<Integration, Page<'integrations', Integration>>(sunshine, {
        target: all,
        items: (found) => found.integrations,
        query: { 'filter[types]': types },
        page,
        call,
      }),
    get: async (integrationId, call) => calls.get(one(integrationId), {}, call),
    async create(integration, call) {
      check(integration);
      return calls.post(all(), integration, call);
    },
    async update(integrationId, changes, call) {
      check(changes);
      return calls.patch(one(integrationId), changes, call);
    },
    delete: async (integrationId, call) => calls.remove(one(integrationId), {}, call),
  };
}
