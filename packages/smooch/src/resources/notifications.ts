import type { CallOptions } from '@x/http-core';
import { refuseArgument, refuseOption } from '../errors.js';
import { loadPart } from '../load-part.js';
import { partsOf } from '../parts.js';
import type { NotificationContent, NotificationResponse } from '../types/notification.js';
import type { Smooch } from '../types/smooch.js';

/** Messages to people who may not have written yet. */
export interface Notifications {
  /**
   * Sends one. That it was taken is not that it arrives: `notification:delivery:…` tells. Sent again after a 429 only.
   *
   * Rejects with `usage` / `INVALID_OPTION` when the client knows no `appId`, which is a part of this path, and with `usage` /
   * `INVALID_REQUEST` for a message that the service would not take (unless `checks` is false).
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
  const { app, appId, checks } = partsOf(smooch);
  return {
    post: async (json, call) => {
      if (appId === undefined) refuseOption('appId', 'given for notifications, even with a key of the app');
      if (checks) {
        const { checkBodySize, checkContent } = await loadPart(import('../checks/index.js'));
        // Of what is written as a channel has it, the service says what is wrong.
        if (json.messageSchema === undefined) checkContent(refuseArgument, json.message);
        checkBodySize(refuseArgument, json);
      }
      return app.json('POST', '/notifications', { ...call, json });
    },
  };
}
