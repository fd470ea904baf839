import { isSdk } from '../../state/clients.js';
import type { Client, User } from '../../state/model/index.js';
import { isoTime, present, type Wire } from '../common/wire.js';

/** The devices of a user, the one seen last first. */
export function devicesOf(user: User): readonly Client[] {
  return user.clients.filter(isSdk).toSorted((one, other) => (other.lastSeen ?? 0) - (one.lastSeen ?? 0));
}

export function viewDevice(user: User, device: Client): Wire {
  return present({
    id: device.id,
    guid: device.channelId,
    clientId: user.sdkClientId,
    integrationId: device.integrationId,
    type: device.type,
    status: device.status === 'active' ? 'active' : 'inactive',
    info: device.info,
    lastSeen: device.lastSeen === undefined ? undefined : isoTime(device.lastSeen),
    pushNotificationToken: device.pushNotificationToken,
    appVersion: device.appVersion,
  });
}
