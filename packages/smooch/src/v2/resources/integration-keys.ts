import type { Sunshine } from '../client.js';
import { integrationPath } from '../integration-path.js';
import { createKeys, type Keys } from '../keys.js';

/**
 * The keys of integrations, named by the id of the integration first. Only those of type `custom` have some; others reject
 * with `refused` / `bad_request`.
 *
 * @see `/v2/apps/{appId}/integrations/{integrationId}/keys`, "Custom Integration API Keys".
 * @example
 * ```ts
 * import { integrationKeys, type SmoochKey, type Sunshine } from '@x/smooch/v2';
 *
 * export async function keyOf(sunshine: Sunshine, integrationId: string): Promise<SmoochKey> {
 *   const { key } = await integrationKeys(sunshine).create(integrationId, { displayName: 'Trail bot' });
 *   return { keyId: key.id, secret: key.secret };
 * }
 * ```
 */
export function integrationKeys(sunshine: Sunshine): Keys {
  return createKeys(sunshine, (integrationId) => integrationPath(sunshine, integrationId));
}
