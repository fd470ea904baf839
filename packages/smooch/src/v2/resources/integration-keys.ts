import type { CallOptions, Pages } from '@x/http-core';
import type { Sunshine } from '../client.js';
import { integrationPath } from '../integration-path.js';
import { keysAt, type KeyRotation, type Keys } from '../keys.js';
import type { ApiKey, KeyCreateBody, KeyResponse } from '../types/key.js';
import type { Page } from '../types/page.js';

/** The keys of integrations of type `custom`, up to ten each. Others have none: `refused` / `bad_request`. */
export interface IntegrationKeys {
  /** @see `GET /v2/apps/{appId}/integrations/{integrationId}/keys`, "List Integration API Keys". */
  list(integrationId: string, call?: CallOptions): Pages<ApiKey, Page<'keys', ApiKey>>;

  /** @see `GET /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}`, "Get Integration API Key". */
  get(integrationId: string, keyId: string, call?: CallOptions): Promise<KeyResponse>;

  /**
   * @see `POST /v2/apps/{appId}/integrations/{integrationId}/keys`, "Create Integration API Key".
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
  create(integrationId: string, key: KeyCreateBody, call?: CallOptions): Promise<KeyResponse>;

  /**
   * Ends a key, and every token that it signed.
   *
   * @see `DELETE /v2/apps/{appId}/integrations/{integrationId}/keys/{keyId}`, "Delete Integration API Key".
   */
  delete(integrationId: string, keyId: string, call?: CallOptions): Promise<void>;

  /** Makes a new key, lets `adopt` take it into use, and then deletes the old one. Where `adopt` fails, both stay valid. */
  rotate(
    integrationId: string,
    keyId: string,
    rotation: KeyRotation,
    call?: CallOptions,
  ): Promise<KeyResponse>;
}

/** The keys of integrations. */
export function integrationKeys(sunshine: Sunshine): IntegrationKeys {
  const keysOf = (integrationId: string): Keys =>
    keysAt(sunshine, () => `${integrationPath(sunshine, integrationId)}/keys`);
  return {
    list: (integrationId, call) => keysOf(integrationId).list(call),
    get: (integrationId, keyId, call) => keysOf(integrationId).get(keyId, call),
    create: (integrationId, key, call) => keysOf(integrationId).create(key, call),
    delete: (integrationId, keyId, call) => keysOf(integrationId).delete(keyId, call),
    rotate: (integrationId, keyId, rotation, call) => keysOf(integrationId).rotate(keyId, rotation, call),
  };
}
