import type { CallOptions, Pages } from '@x/http-core';
import { offsetPages } from '../offset-pages.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type {
  Integration,
  IntegrationChanges,
  IntegrationContent,
  IntegrationResponse,
  IntegrationsPage,
} from '../types/integration.js';
import type { PageOptions } from '../types/page.js';
import type { Smooch } from '../types/smooch.js';

/** Which integrations are listed. */
export interface IntegrationsOptions extends PageOptions {
  /** Only those of these types. */
  readonly types?: readonly Integration['type'][] | undefined;
}

/** The channels that are connected to an app. */
export interface Integrations {
  /** @see `GET /integrations` */
  list(options?: IntegrationsOptions, call?: CallOptions): Pages<Integration, IntegrationsPage>;
  /** @see `GET /integrations/{integrationId}` */
  get(integrationId: string, call?: CallOptions): Promise<IntegrationResponse>;
  /**
   * Connects a channel. The secrets that it takes are not shown again.
   *
   * @see `POST /integrations`
   */
  create(integration: IntegrationContent, call?: CallOptions): Promise<IntegrationResponse>;
  /** @see `PUT /integrations/{integrationId}` */
  update(
    integrationId: string,
    changes: IntegrationChanges,
    call?: CallOptions,
  ): Promise<IntegrationResponse>;
  /** @see `DELETE /integrations/{integrationId}` */
  delete(integrationId: string, call?: CallOptions): Promise<void>;
}

/**
 * The integrations of a client's app. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { integrations, type Smooch } from '@x/smooch';
 *
 * export async function broken(smooch: Smooch): Promise<string[]> {
 *   const all = await integrations(smooch).list({ types: ['whatsapp', 'twilio'] }).toArray();
 *   return all.filter(({ status }) => status === 'error').map(({ _id }) => _id);
 * }
 * ```
 */
export function integrations(smooch: Smooch): Integrations {
  const { app } = partsOf(smooch);
  const at = (integrationId: string): string => path`/integrations/${integrationId}`;
  return {
    list: ({ types, ...page } = {}, call) =>
      offsetPages(app, () => '/integrations', 'integrations', { ...page, types }, call),
    get: async (integrationId, call) => app.json('GET', at(integrationId), call),
    create: async (json, call) => app.json('POST', '/integrations', { ...call, json }),
    update: async (integrationId, json, call) => app.json('PUT', at(integrationId), { ...call, json }),
    delete: async (integrationId, call) => remove(app, at(integrationId), call),
  };
}
