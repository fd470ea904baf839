import type { CallOptions } from '@x/http-core';
import { refuseOption } from '../errors.js';
import { partsOf } from '../parts.js';
import type { NotificationContent, NotificationResponse } from '../types/notification.js';
import type { Smooch } from '../types/smooch.js';

/** Messages to people who may not have written yet. */
export interface Notifications {
  /**
   * Sends one. That it was taken is not that it arrives: `notification:delivery:…` tells. Sent again after a 429 only.
   *
   * Rejects with `usage` / `INVALID_OPTION` when the client knows no `appId`, which is a part of this path.
   *
   * @see `POST /apps/{appId}/notifications`
   */
  post(notification: NotificationContent, call?: CallOptions): Promise<NotificationResponse>;
}

/**
 * The notifications of a client's app. Methods reject as those of {@link Smooch} do.
 *
 * @example
 * ```ts
 * import { notifications, type Smooch } from '@x/smooch';
 *
 * export async function remind(smooch: Smooch, integrationId: string, phoneNumber: string): Promise<string> {
 *   const { notification } = await notifications(smooch).post({
 *     destination: { integrationId, destinationId: phoneNumber },
 *     author: { role: 'appMaker' },
 *     message: { type: 'text', text: 'Your tent is ready.' },
 *   });
 *   return notification._id;
 * }
 * ```
 */
export function notifications(smooch: Smooch): Notifications {
  const { app, appId } = partsOf(smooch);
  return {
    post: async (json, call) => {
      if (appId === undefined) refuseOption('appId', 'given for notifications, even with a key of the app');
      return app.json('POST', '/notifications', { ...call, json });
    },
  };
}
