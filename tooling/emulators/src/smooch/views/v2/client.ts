import { isSdk } from '../../state/clients.js';
import type { Client, User } from '../../state/model/index.js';
import { isoTime, present, type Wire } from '../common/wire.js';

/** The channels of a user. All devices with an SDK of the service are one. */
export function viewClients(user: User): (Wire & { readonly id: string })[] {
  const seen = new Set<string>();
  return user.clients.flatMap((client) => {
    const id = clientId(user, client);
    if (seen.has(id)) return [];
    seen.add(id);
    return [{ ...viewClient(user, client), id }];
  });
}

/** The id that v2 knows a client by. */
export function clientId(user: User, client: Client): string {
  return isSdk(client) ? user.sdkClientId : client.id;
}

export function clientType(client: Client): string {
  return isSdk(client) ? 'sdk' : client.type;
}

export function viewClient(user: User, client: Client): Wire {
  return isSdk(client) ? viewSdk(user) : viewChannel(client);
}

function viewChannel(client: Client): Wire {
  const isPending = client.status === 'pending';
  const hasInfo = Object.keys(client.info).length > 0;
  return present({
    id: client.id,
    type: client.type,
    status: client.status,
    integrationId: client.integrationId,
    externalId: isPending ? undefined : client.channelId,
    displayName: isPending ? undefined : client.displayName,
    avatarUrl: client.avatarUrl,
    lastSeen: optionalTime(client.lastSeen),
    linkedAt: optionalTime(client.linkedAt),
    info: hasInfo ? client.info : undefined,
    raw: hasInfo ? client.info : undefined,
  });
}

function viewSdk(user: User): Wire {
  const devices = user.clients.filter(isSdk);
  const seen = devices.flatMap(({ lastSeen }) => lastSeen ?? []);
  const linked = devices.flatMap(({ linkedAt }) => linkedAt ?? []);
  return present({
    id: user.sdkClientId,
    type: 'sdk',
    status: devices.some(({ status }) => status === 'active') ? 'active' : 'inactive',
    lastSeen: seen.length === 0 ? undefined : isoTime(Math.max(...seen)),
    linkedAt: linked.length === 0 ? undefined : isoTime(Math.min(...linked)),
  });
}

function optionalTime(time: number | undefined): string | undefined {
  return time === undefined ? undefined : isoTime(time);
}
