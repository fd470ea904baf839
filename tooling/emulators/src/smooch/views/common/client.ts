import type { Client } from '../../state/model/index.js';
import { isoTime, present, type Wire } from './wire.js';

/** What v1 and v1.1 both show of a client. */
export function viewClient(client: Client): Wire {
  return present({
    lastSeen: client.lastSeen === undefined ? undefined : isoTime(client.lastSeen),
    platform: client.type,
    id: client.channelId,
    displayName: client.displayName,
    avatarUrl: client.avatarUrl,
    pushNotificationToken: client.pushNotificationToken,
    appVersion: client.appVersion,
    info: client.info,
    raw: client.info,
    active: client.status === 'active',
    primary: client.primary,
  });
}
