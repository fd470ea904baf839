import type { CallOptions, Pages } from '@x/http-core';
import { path } from '../../path.js';
import { callsOf } from '../calls.js';
import type { Sunshine } from '../client.js';
import { list } from '../list.js';
import type { DeviceResponse } from '../types/client-body.js';
import type { Device } from '../types/client.js';
import type { Page } from '../types/page.js';
import type { BrandChoice } from '../types/user-body.js';
import { userPath } from '../user-path.js';

/** On what users have the service's SDKs. */
export interface Devices {
  /**
   * The devices of a user, the one seen last first.
   *
   * @see `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices`, "List Devices".
   */
  list(userId: string, brand?: BrandChoice, call?: CallOptions): Pages<Device, Page<'devices', Device>>;

  /**
   * Rejects with `refused` / `device_not_found` when the user has it not.
   *
   * @see `GET /v2/apps/{appId}/users/{userIdOrExternalId}/devices/{deviceId}`, "Get Device".
   */
  get(userId: string, deviceId: string, brand?: BrandChoice, call?: CallOptions): Promise<DeviceResponse>;
}

/**
 * On what users have the service's SDKs.
 *
 * @example
 * ```ts
 * import { devices, type Sunshine } from '@x/smooch/v2';
 *
 * export async function isActive(sunshine: Sunshine, userId: string, deviceId: string): Promise<boolean> {
 *   const { device } = await devices(sunshine).get(userId, deviceId);
 *   return device.status === 'active';
 * }
 * ```
 */
export function devices(sunshine: Sunshine): Devices {
  const all = (userId: string): string => `${userPath(sunshine, userId)}/devices`;
  return {
    list: (userId, { brandId } = {}, call) =>
      list<Device, Page<'devices', Device>>(sunshine, {
        target: () => all(userId),
        items: (page) => page.devices,
        query: { brandId },
        call,
      }),
    get: async (userId, deviceId, { brandId } = {}, call) =>
      callsOf(sunshine).get(all(userId) + path`/${deviceId}`, { brandId }, call),
  };
}
