import { partsOf } from '../parts.js';
import { path } from '../path.js';
import type { Smooch } from '../types/smooch.js';
import { createKeys, type Keys } from './keys.js';

/**
 * The keys of service accounts, named by the id of the service account first. They take a key of the account, and not one of a
 * service account. Methods reject as those of {@link Smooch} do.
 *
 * @see `/serviceaccounts/{serviceAccountId}/keys`
 * @example
 * ```ts
 * import { createSmooch, serviceAccountKeys, type Smooch } from '@x/smooch';
 *
 * export async function connectAs(smooch: Smooch, serviceAccountId: string, appId: string): Promise<Smooch> {
 *   const { key } = await serviceAccountKeys(smooch).create(serviceAccountId, { name: 'worker' });
 *   return createSmooch({ keyId: key._id, secret: key.secret, appId });
 * }
 * ```
 */
export function serviceAccountKeys(smooch: Smooch): Keys {
  return createKeys(partsOf(smooch).root, (id) => path`/serviceaccounts/${id}`);
}
