import type { CallOptions } from '@x/http-core';
import { partsOf } from '../parts.js';
import type { MenuContent, MenuResponse } from '../types/menu.js';
import type { Smooch } from '../types/smooch.js';

/** The menu beside the conversations of an app, in Messenger and WeChat. */
export interface MenuCalls {
  /** @see `GET /menu` */
  get(call?: CallOptions): Promise<MenuResponse>;
  /**
   * Puts a menu in the place of what there is.
   *
   * @see `PUT /menu`
   */
  update(menu: MenuContent, call?: CallOptions): Promise<MenuResponse>;
  /**
   * Takes the menu away: what is left has no items.
   *
   * @see `DELETE /menu`
   */
  delete(call?: CallOptions): Promise<MenuResponse>;
}

/**
 * The menu of a client's app. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { menu, type Smooch } from '@x/smooch';
 *
 * export async function offer(smooch: Smooch): Promise<void> {
 *   await menu(smooch).update({ items: [{ type: 'postback', text: 'Start again', payload: 'RESTART' }] });
 * }
 * ```
 */
export function menu(smooch: Smooch): MenuCalls {
  const { app } = partsOf(smooch);
  return {
    get: (call) => app.json('GET', '/menu', call),
    update: (json, call) => app.json('PUT', '/menu', { ...call, json }),
    delete: (call) => app.json('DELETE', '/menu', call),
  };
}
