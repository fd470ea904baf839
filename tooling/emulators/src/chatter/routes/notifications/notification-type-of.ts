import { type NotificationType, notificationTypes } from '../../state/notification.js';
import type { Call } from '../call.js';
import { found } from '../found.js';

/** The type of notifications that a path names. Types here have names and no ids. */
export function notificationTypeOf(call: Call): NotificationType {
  const named = call.part('notificationTypeOrId').toLowerCase();
  return found(notificationTypes.find((type) => type.toLowerCase() === named));
}
