import type { CallOptions } from '@x/http-core';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { MenuContent, MenuResponse } from '../types/menu.js';
import type { Smooch } from '../types/smooch.js';

/** The menus that single integrations have in place of that of the app. */
export interface IntegrationMenu {
  /** @see `GET /integrations/{integrationId}/menu` */
  get(integrationId: string, call?: CallOptions): Promise<MenuResponse>;
  /** @see `POST /integrations/{integrationId}/menu` */
  create(integrationId: string, menu: MenuContent, call?: CallOptions): Promise<MenuResponse>;
  /** @see `PUT /integrations/{integrationId}/menu` */
  update(integrationId: string, menu: MenuContent, call?: CallOptions): Promise<MenuResponse>;
  /** @see `DELETE /integrations/{integrationId}/menu` */
  delete(integrationId: string, call?: CallOptions): Promise<void>;
}

/**
 * The menus of single integrations. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { integrationMenu, type Smooch } from '@x/smooch';
 *
 * export async function offer(smooch: Smooch, integrationId: string): Promise<void> {
 *   const items = [{ type: 'link', text: 'Our shop', uri: 'https://example.com' }] as const;
 *   await integrationMenu(smooch).update(integrationId, { items });
 * }
 * ```
 */
export function integrationMenu(smooch: Smooch): IntegrationMenu {
  const { app } = partsOf(smooch);
  const at = (integrationId: string): string => path`/integrations/${integrationId}/menu`;
  return {
    get: async (integrationId, call) => app.json('GET', at(integrationId), call),
    create: async (integrationId, json, call) => app.json('POST', at(integrationId), { ...call, json }),
    update: async (integrationId, json, call) => app.json('PUT', at(integrationId), { ...call, json }),
    delete: async (integrationId, call) => remove(app, at(integrationId), call),
  };
}
