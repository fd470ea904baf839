import type { Client } from '../../state/model/index.js';
import { isoTime, present, type Wire } from './wire.js';

/** What v1 and v1.1 both show of a client. Their picture of the user stands among what else the channel tells. */
export function viewClient(client: Client): Wire {
  const info = present({ ...client.info, avatarUrl: client.avatarUrl });
  return present({
    lastSeen: client.lastSeen === undefined ? undefined : isoTime(client.lastSeen),
    platform: client.type,
    // Until the channel has found the user it has no name for them.
    id: client.status === 'pending' ? client.id : client.channelId,
    displayName: client.displayName,
    pushNotificationToken: client.pushNotificationToken,
    appVersion: client.appVersion,
    info: isEmpty(info) ? undefined : info,
    raw: isEmpty(client.info) ? undefined : client.info,
    active: client.status === 'active',
    primary: client.primary,
  });
}

function isEmpty(fields: object): boolean {
  return Object.keys(fields).length === 0;
}
