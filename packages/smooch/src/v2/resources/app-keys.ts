import { appPath } from '../calls.js';
import type { Sunshine } from '../client.js';
import { keysAt, type Keys } from '../keys.js';

/**
 * The keys of an app, up to ten. They take a key of the account.
 *
 * `list`, `get`, `create` and `delete` do what they are called. `rotate(keyId, { adopt })` makes a new key, lets `adopt` take
 * it into use, and then deletes the old one, with all tokens that it signed. Where `adopt` fails, both keys stay valid.
 *
 * @see `/v2/apps/{appId}/keys`, "App Keys".
 * @example
 * ```ts
 * import { appKeys, type Sunshine } from '@x/smooch/v2';
 *
 * export async function renew(sunshine: Sunshine, keyId: string, save: (secret: string) => Promise<void>): Promise<void> {
 *   await appKeys(sunshine).rotate(keyId, { adopt: ({ secret }) => save(secret) });
 * }
 * ```
 */
export function appKeys(sunshine: Sunshine): Keys {
  return keysAt(sunshine, () => `${appPath(sunshine)}/keys`);
}
