import { path } from '../../path.js';
import type { Sunshine } from '../client.js';
import { createKeys, type Keys } from '../keys.js';

/**
 * The keys of apps, named by the id of the app first. They take a key of the account.
 *
 * @see `/v2/apps/{appId}/keys`, "App Keys".
 * @example
 * ```ts
 * import { appKeys, type SmoochKey, type Sunshine } from '@x/smooch/v2';
 *
 * export async function renew(
 *   sunshine: Sunshine,
 *   appId: string,
 *   oldKeyId: string,
 *   save: (key: SmoochKey) => Promise<void>,
 * ): Promise<void> {
 *   await appKeys(sunshine).rotate(appId, oldKeyId, {
 *     adopt: ({ id, secret }) => save({ keyId: id, secret }),
 *   });
 * }
 * ```
 */
export function appKeys(sunshine: Sunshine): Keys {
  return createKeys(sunshine, (appId) => path`/apps/${appId}`);
}
