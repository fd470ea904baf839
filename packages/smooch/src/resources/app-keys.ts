import { partsOf } from '../parts.js';
import { path } from '../path.js';
import type { Smooch } from '../types/smooch.js';
import { createKeys, type Keys } from './keys.js';

/**
 * The keys of apps, named by the id of the app first. They take a key of the account. Methods reject as those of {@link Smooch} do.
 *
 * @see `/apps/{appId}/keys`
 * @example
 * ```ts
 * import { appKeys, type Smooch } from '@x/smooch';
 *
 * export async function rotate(smooch: Smooch, appId: string, oldKeyId: string): Promise<string> {
 *   const { key } = await appKeys(smooch).create(appId, { name: 'the next one' });
 *   await appKeys(smooch).delete(appId, oldKeyId);
 *   return key.secret;
 * }
 * ```
 */
export function appKeys(smooch: Smooch): Keys {
  return createKeys(partsOf(smooch).root, (appId) => path`/apps/${appId}`);
}
