import type { CallOptions, Pages } from '@x/http-core';
import { offsetPages } from '../offset-pages.js';
import { partsOf } from '../parts.js';
import { path } from '../path.js';
import { remove } from '../remove.js';
import type { PageOptions } from '../types/page.js';
import type {
  ServiceAccount,
  ServiceAccountResponse,
  ServiceAccountsPage,
} from '../types/service-account.js';
import type { Smooch } from '../types/smooch.js';

/** What acts in the name of an account. They take a key of the account, and not one of a service account. */
export interface ServiceAccounts {
  /** @see `GET /serviceaccounts` */
  list(options?: PageOptions, call?: CallOptions): Pages<ServiceAccount, ServiceAccountsPage>;
  /** @see `GET /serviceaccounts/{serviceAccountId}` */
  get(serviceAccountId: string, call?: CallOptions): Promise<ServiceAccountResponse>;
  /** @see `POST /serviceaccounts` */
  create(account: { readonly name: string }, call?: CallOptions): Promise<ServiceAccountResponse>;
  /** @see `PUT /serviceaccounts/{serviceAccountId}` */
  update(
    serviceAccountId: string,
    changes: { readonly name: string },
    call?: CallOptions,
  ): Promise<ServiceAccountResponse>;
  /** @see `DELETE /serviceaccounts/{serviceAccountId}` */
  delete(serviceAccountId: string, call?: CallOptions): Promise<void>;
}

/**
 * The service accounts of a client's account. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { serviceAccounts, type Smooch } from '@x/smooch';
 *
 * export async function hire(smooch: Smooch, name: string): Promise<string> {
 *   const { serviceAccount } = await serviceAccounts(smooch).create({ name });
 *   return serviceAccount._id;
 * }
 * ```
 */
export function serviceAccounts(smooch: Smooch): ServiceAccounts {
  const { root } = partsOf(smooch);
  const all = '/serviceaccounts';
  const at = (serviceAccountId: string): string => all + path`/${serviceAccountId}`;
  return {
    list: (options = {}, call) => offsetPages(root, () => all, 'serviceAccounts', { ...options }, call),
    get: async (serviceAccountId, call) => root.json('GET', at(serviceAccountId), call),
    create: async (json, call) => root.json('POST', all, { ...call, json }),
    update: async (serviceAccountId, json, call) => root.json('PUT', at(serviceAccountId), { ...call, json }),
    delete: async (serviceAccountId, call) => remove(root, at(serviceAccountId), call),
  };
}
