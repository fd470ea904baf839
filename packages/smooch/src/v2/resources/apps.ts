import type { CallOptions, Pages } from '@x/http-core';
import { checkLength } from '../../checks/values.js';
import { checkMetadata } from '../../checks/metadata.js';
import { refuseArgument } from '../../errors.js';
import { path } from '../../path.js';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { list } from '../list.js';
import type { App, AppCreateBody, AppResponse, AppUpdateBody } from '../types/app.js';
import type { Page, PageOptions } from '../types/page.js';

/** The apps of an account. To list, make and delete them takes a key of the account. */
export interface Apps {
  /**
   * The apps of an account, or those that a service account has to do with.
   *
   * @see `GET /v2/apps`, "List Apps".
   */
  list(
    filter?: { readonly serviceAccountId?: string | undefined } & PageOptions,
    call?: CallOptions,
  ): Pages<App, Page<'apps', App>>;

  /**
   * Rejects with `refused` / `app_not_found` when there is none of this id, as all that take one.
   *
   * @see `GET /v2/apps/{appId}`, "Get App".
   */
  get(appId: string, call?: CallOptions): Promise<AppResponse>;

  /**
   * Rejects with `refused` / `payment_required` when the account has all that it pays for.
   *
   * @see `POST /v2/apps`, "Create App".
   */
  create(app: AppCreateBody, call?: CallOptions): Promise<AppResponse>;

  /** @see `PATCH /v2/apps/{appId}`, "Update App". */
  update(appId: string, changes: AppUpdateBody, call?: CallOptions): Promise<AppResponse>;

  /**
   * Takes an app away, with all that is in it.
   *
   * @see `DELETE /v2/apps/{appId}`, "Delete App".
   */
  delete(appId: string, call?: CallOptions): Promise<void>;
}

/**
 * The apps of an account.
 *
 * @example
 * ```ts
 * import { appKeys, apps, type SmoochKey, type Sunshine } from '@x/smooch/v2';
 *
 * export async function openShop(sunshine: Sunshine, displayName: string): Promise<SmoochKey> {
 *   const { app } = await apps(sunshine).create({ displayName, settings: { multiConvoEnabled: true } });
 *   const { key } = await appKeys(sunshine).create(app.id, { displayName: 'server' });
 *   return { keyId: key.id, secret: key.secret };
 * }
 * ```
 */
export function apps(sunshine: Sunshine): Apps {
  const calls = callsOf(sunshine);

  function check({ displayName, metadata }: AppUpdateBody): void {
    if (!sunshine.checks) return;
    checkLength(refuseArgument, 'displayName', displayName, 100);
    checkMetadata(refuseArgument, 'metadata', metadata);
  }

  return {
    list: ({ serviceAccountId, ...page } = {}, call) =>
      list<App, Page<'apps', App>>(sunshine, {
        target: () => '/apps',
        items: (found) => found.apps,
        query: { 'filter[serviceAccountId]': serviceAccountId },
        page,
        call,
      }),
    get: async (appId, call) => calls.get(path`/apps/${appId}`, {}, call),
    async create(app, call) {
      check(app);
      return calls.post('/apps', app, call);
    },
    async update(appId, changes, call) {
      check(changes);
      return calls.patch(path`/apps/${appId}`, changes, call);
    },
    delete: async (appId, call) => calls.remove(path`/apps/${appId}`, {}, call),
  };
}
