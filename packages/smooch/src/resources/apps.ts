import type { CallOptions, Pages } from '@x/http-core';
import { checkedBody } from '../checked-body.js';
import { offsetPages } from '../offset-pages.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { App, AppContent, AppResponse, AppsPage, SdkIds } from '../types/app.js';
import type { PageOptions } from '../types/page.js';
import type { Smooch } from '../types/smooch.js';

/** Which apps are listed. */
export interface AppsOptions extends PageOptions {
  /** v1.1 only: those that a service account has to do with. */
  readonly serviceAccountId?: string | undefined;
}

/** The apps of an account. Listing, making and deleting them takes a key of the account. */
export interface Apps {
  /** @see `GET /apps` */
  list(options?: AppsOptions, call?: CallOptions): Pages<App, AppsPage>;
  /** @see `GET /apps/{appId}` */
  get(appId: string, call?: CallOptions): Promise<AppResponse>;
  /**
   * Rejects with `refused` / `payment_required` when the plan has room for no other.
   *
   * @see `POST /apps`
   */
  create(app: AppContent, call?: CallOptions): Promise<AppResponse>;
  /** @see `PUT /apps/{appId}` */
  update(appId: string, changes: Partial<AppContent>, call?: CallOptions): Promise<AppResponse>;
  /**
   * Takes an app away with all that belongs to it.
   *
   * @see `DELETE /apps/{appId}`
   */
  delete(appId: string, call?: CallOptions): Promise<void>;
  /**
   * By which ids the SDKs know the app.
   *
   * @see `GET /apps/{appId}/sdks`
   */
  sdks(appId: string, call?: CallOptions): Promise<SdkIds>;
}

/**
 * The apps of a client's account. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { apps, forApp, type Smooch } from '@x/smooch';
 *
 * export async function begin(smooch: Smooch, name: string): Promise<Smooch> {
 *   const { app } = await apps(smooch).create({ name, settings: { useAnimalNames: true } });
 *   return forApp(smooch, app._id);
 * }
 * ```
 */
export function apps(smooch: Smooch): Apps {
  const { root, checks } = partsOf(smooch);
  const at = (appId: string): string => path`/apps/${appId}`;
  return {
    list: (options = {}, call) => offsetPages(root, () => '/apps', 'apps', { ...options }, call),
    get: async (appId, call) => root.json('GET', at(appId), call),
    create: async (app, call) =>
      root.json('POST', '/apps', { ...call, json: await checkedBody(checks, app, app.metadata) }),
    update: async (appId, changes, call) => {
      const target = at(appId);
      return root.json('PUT', target, {
        ...call,
        json: await checkedBody(checks, changes, changes.metadata),
      });
    },
    delete: async (appId, call) => remove(root, at(appId), call),
    sdks: async (appId, call) => root.json('GET', `${at(appId)}/sdks`, call),
  };
}
